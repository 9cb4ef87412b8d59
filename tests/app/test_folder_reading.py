"""A folder is read step by step, and again when it changes."""

import shutil

import pytest

from glmdesk.app.folder_reading import FolderReading
from glmdesk.app.project_folder import Asked, ProjectFolder
from glmdesk.app.project_states import FolderRead, FolderTouched
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import ProjectError
from glmdesk.projects.packing import estimated
from tests.projects.trees import plant


class ChangingFolder:
    """Is read in two steps, and tells of the changes it was given, then that it can tell no more."""

    def __init__(self, *changes: FolderTouched) -> None:
        self._changes = list(changes)
        self._waiting = 0
        self.refreshed_with: list[tuple[str, ...]] = []

    def refresh(self, touched=()):
        self.refreshed_with.append(touched)
        self._waiting = 2

    def step(self):
        self._waiting -= 1
        return FolderRead(1, self._waiting, {}, 10, complete=self._waiting == 0)

    def follow(self):
        return self._changes.pop(0) if self._changes else FolderTouched(watched=False)


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_what_changes_is_read_again_first(tasks, qtbot):
    folder = ChangingFolder(FolderTouched(("a.py",)))
    reading = FolderReading(folder, tasks)
    read = []
    reading.read.connect(read.append)
    with qtbot.waitSignal(reading.unwatched, timeout=30_000):
        reading.refresh()
    assert folder.refreshed_with == [(), ("a.py",)]
    assert [step.complete for step in read] == [False, True, False, True]


@pytest.fixture
def folder(tmp_path):
    """A real one, all of it read."""
    plant(tmp_path / "p", {".gitignore": "*.log\n", "src/a.py": "x = 1\n"})
    folder = ProjectFolder(tmp_path / "p", tmp_path / "cache", estimated, (), ())
    folder.refresh()
    while not folder.step().complete:
        pass
    yield folder
    folder.close()


def test_the_change_of_a_file_is_waited_for_and_others_are_passed_over(folder, tasks, tmp_path, qtbot):
    touched = []
    tasks.run(folder.follow, touched.append, long=True)

    def saved():
        (tmp_path / "p/src/many.log").write_text("noise\n")
        (tmp_path / "p/src/a.py").write_text("x = 2\n")
        return touched != []

    qtbot.waitUntil(saved, timeout=30_000)
    assert touched == [FolderTouched(("src/a.py",))]


def test_who_waits_for_changes_is_let_go_when_the_folder_is_left(folder, tasks, qtbot):
    touched = []
    tasks.run(folder.follow, touched.append, long=True)
    folder.stop()
    qtbot.waitUntil(lambda: touched == [FolderTouched()], timeout=30_000)


def test_a_folder_that_was_gone_for_a_while_is_read_again(folder, tmp_path):
    shutil.rmtree(tmp_path / "p")
    folder.refresh()
    with pytest.raises(ProjectError, match="cannot be read"):
        folder.step()
    with pytest.raises(ProjectError, match="cannot be read"):
        folder.find(Asked("What is x?", 4_000))
    plant(tmp_path / "p", {"src/b.py": "x = 2\n"})
    folder.refresh()
    assert [source.path for source in folder.find(Asked("What is x?", 4_000)).sources] == ["src/b.py"]


def test_a_folder_that_cannot_be_watched_says_so(folder, tmp_path):
    shutil.rmtree(tmp_path / "p")
    assert folder.follow() == FolderTouched(watched=False)
