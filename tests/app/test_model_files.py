"""The file of a model is verified again and removed off the window's thread, and only where it is our own."""

import pytest

from glmdesk.app.model_files import FilesState, ModelFiles
from glmdesk.app.tasks import Tasks
from glmdesk.models import catalog
from glmdesk.models.transfer.part_file import Record, _write, record_path
from glmdesk.paths import resources
from tests.models.hub_server import sha256


class Desk:
    """A folder with one downloaded model, and what was told of it."""

    def __init__(self, folder, content):
        self.file = folder / "models" / "m.gguf"
        self.file.parent.mkdir()
        self.file.write_bytes(content)
        _write(record_path(self.file), Record(len(content), sha256(content)))
        self.tasks = Tasks()
        offers = catalog.read(resources() / "models.json")
        self.files = ModelFiles(self.file.parent, folder, self.tasks, lambda: offers)
        self.notices, self.states, self.touched = [], [], []
        self.files.noticed.connect(self.notices.append)
        self.files.changed.connect(self.states.append)
        self.files.touched.connect(lambda: self.touched.append(True))


@pytest.fixture
def desk(qapp, tmp_path, tiny_glm):
    desk = Desk(tmp_path, tiny_glm.read_bytes())
    yield desk
    desk.files.stop()
    desk.tasks.close()


def test_verifying_again_tells_how_far_it_is_and_what_came_of_it(desk, qtbot):
    desk.files.verify(str(desk.file))
    qtbot.waitUntil(lambda: bool(desk.touched), timeout=20_000)
    assert desk.notices[0].explanation.happened == "m.gguf is right: every byte is as it was published."
    assert desk.states[-2].fraction == 1.0
    assert desk.files.state == FilesState()


def test_damage_is_told_and_remembered_until_it_is_right_again(desk, qtbot):
    whole = desk.file.read_bytes()
    desk.file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    desk.files.verify(str(desk.file))
    qtbot.waitUntil(lambda: bool(desk.touched), timeout=20_000)
    assert "is damaged" in desk.notices[0].explanation.happened
    assert desk.files.state.damaged == (str(desk.file),)
    desk.file.write_bytes(whole)
    desk.files.verify(str(desk.file))
    qtbot.waitUntil(lambda: len(desk.touched) == 2, timeout=20_000)
    assert desk.files.state.damaged == ()


def test_it_can_be_stopped_and_nobody_is_told(desk, qtbot):
    desk.files.verify(str(desk.file))
    desk.files.stop()
    qtbot.waitUntil(lambda: not desk.files.state.verified, timeout=20_000)
    assert [notice for notice in desk.notices if notice.severity != "info"] == []


def test_a_removed_model_leaves_nothing_behind(desk, qtbot):
    desk.files.remove(str(desk.file))
    qtbot.waitUntil(lambda: bool(desk.touched), timeout=20_000)
    assert list(desk.file.parent.iterdir()) == []


def test_what_another_program_brought_is_never_removed(desk, tmp_path, qtbot):
    theirs = tmp_path / "theirs.gguf"
    theirs.write_bytes(b"GGUF")
    for path in (str(theirs), str(desk.file.parent / ".." / "theirs.gguf")):
        assert not desk.files.may_remove(path)
        desk.files.remove(path)
    done = []
    desk.tasks.run(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert theirs.is_file()
