"""What is on the disk is counted, and removed only when a person says so."""

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatSummary
from glmdesk.app.storage import Kept, Storage
from glmdesk.app.tasks import Tasks


class World:
    """A data folder with chats and models."""

    def __init__(self, folder):
        self.data, self.models = folder, folder / "models"
        self.models.mkdir()
        (folder / "chats.sqlite").write_bytes(bytes(8192))
        self.model = self.models / "model.gguf"
        self.model.write_bytes(b"x" * 20_000)
        self.tasks, self.chats, self.reloads = Tasks(), ChatList(), []
        self.storage = Storage(self.chats, self.tasks, self.data, self.models, lambda: self.reloads.append(1))

    def counted(self, qtbot):
        with qtbot.waitSignal(self.storage.changed):
            self.storage.count()
        return self.storage.state


@pytest.fixture
def world(qtbot, tmp_path):
    made = World(tmp_path)
    yield made
    made.tasks.close()


def test_chats_and_models_are_counted_apart(world, qtbot):
    state = world.counted(qtbot)
    assert state.chats >= 8192
    assert state.models >= 20_000
    assert state.models > state.chats


def test_what_was_read_of_long_chats_counts_with_them(world, qtbot):
    before = world.counted(qtbot).chats
    (world.data / "read").mkdir()
    (world.data / "read" / "chat.state").write_bytes(b"x" * 100_000)
    assert world.counted(qtbot).chats >= before + 100_000


def test_removing_the_models_leaves_the_chats_and_loads_what_is_left(world, qtbot):
    with qtbot.waitSignal(world.storage.changed):
        world.storage.remove(Kept.MODELS)
    assert not world.model.exists()
    assert (world.data / "chats.sqlite").exists()
    assert world.reloads == [1]
    assert world.storage.state.models == 0


def test_removing_the_chats_erases_each_and_leaves_the_models(world, qtbot):
    world.chats.list([ChatSummary("a", "One", 1.0), ChatSummary("b", "Two", 2.0)])
    erased = []
    world.chats.erased.connect(erased.append)
    with qtbot.waitSignal(world.storage.changed):
        world.storage.remove(Kept.CHATS)
    assert {"a", "b"} <= set(erased)
    assert world.model.exists()
