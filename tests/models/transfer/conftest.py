"""A hub on this computer, and transfers from it."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.models.hub_server import Hub
from tests.models.transfer.bench import NAME, SIZE, Bench


@pytest.fixture(scope="session")
def content() -> bytes:
    """What a model file could be."""
    return b"GGUF" + random.Random(7).randbytes(SIZE - 4)


@pytest.fixture
def hub(content: bytes) -> Iterator[Hub]:
    with Hub({NAME: content}) as hub:
        yield hub


@pytest.fixture
def bench(hub: Hub, tmp_path: Path) -> Iterator[Bench]:
    with ThreadPoolExecutor(8) as executor:
        yield Bench(hub, tmp_path / "models", executor)


@pytest.fixture
def other_hub() -> Iterator[Callable[[bytes], Hub]]:
    """Makes further hubs, each with one file."""
    made: list[Hub] = []

    def make(content: bytes) -> Hub:
        made.append(Hub({NAME: content}).__enter__())
        return made[-1]

    yield make
    for hub in made:
        hub.__exit__(None, None, None)
