"""The backend with each test model loaded, once for the tests of a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from glmdesk.engine.llama import LlamaBackend
from glmdesk.engine.renderer import Renderer
from glmdesk.models import gguf
from tests.engine.llama.conversation import load


@pytest.fixture(scope="session")
def renderer() -> Iterator[Renderer]:
    """One for all tests, and ready before the first, which may leave no process behind."""
    renderer = Renderer()
    renderer("", {})
    yield renderer
    renderer.close()


@pytest.fixture
def empty(renderer: Renderer) -> Iterator[LlamaBackend]:
    """A backend without a model."""
    backend = LlamaBackend(gguf.check, renderer)
    yield backend
    backend.unload()


@pytest.fixture(scope="module")
def glm(renderer: Renderer, tiny_glm: Path) -> Iterator[LlamaBackend]:
    """A backend with the tiny GLM."""
    backend = LlamaBackend(gguf.check, renderer)
    load(backend, tiny_glm)
    yield backend
    backend.unload()


@pytest.fixture(scope="module")
def smol(renderer: Renderer, smollm2: Path) -> Iterator[LlamaBackend]:
    """A backend with the starter model."""
    backend = LlamaBackend(gguf.check, renderer)
    load(backend, smollm2, context_tokens=8192)
    yield backend
    backend.unload()
