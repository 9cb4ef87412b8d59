"""A store in a folder of its own, opened and closed as often as a test likes."""

from itertools import count

import pytest

from glmdesk.store.chats import ChatStore


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def open_store(folder):
    """Opens the store; the one opened before is closed first. Time stands at a number that grows."""
    folder.mkdir()
    ticks = count(1)
    opened = []

    def open_again():
        for store in opened:
            store.close()
        opened[:] = [ChatStore.open(folder, clock=lambda: float(next(ticks)))]
        return opened[0]

    yield open_again
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store):
    return open_store()
