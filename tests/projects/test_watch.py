"""What changes in a folder is told, where the system can tell it."""

from pathlib import Path
from threading import Event

import pytest

from glmdesk.projects.watch import Watch
from tests.projects.trees import plant

PATIENCE = 6  # waits of some seconds each


def told(watch: Watch, path: str) -> bool:
    return any(path in watch.changes(Event()) for _ in range(PATIENCE))


def first_told(watch: Watch) -> set[str]:
    return next(filter(None, (watch.changes(Event()) for _ in range(PATIENCE))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file in a folder, and a link out of it."""
    folder = plant(tmp_path / "p", {"src/a.py": "x = 1\n"}).resolve()
    plant(tmp_path / "outside", {"b.py": "x = 1\n"})
    (folder / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    return folder


def test_a_file_that_is_saved_made_or_deleted_is_told(folder: Path) -> None:
    watch = Watch(folder, ["", "src"])
    (folder / "src/a.py").write_text("x = 2\n")
    assert told(watch, "src/a.py")
    (folder / "new.py").write_text("x = 3\n")
    assert told(watch, "new.py")
    (folder / "src/a.py").unlink()
    assert told(watch, "src/a.py")


def test_nothing_is_told_of_what_a_link_leads_to(folder: Path, tmp_path: Path) -> None:
    watch = Watch(folder, ["", "src"])
    (tmp_path / "outside/b.py").write_text("x = 2\n")
    (folder / "src/a.py").write_text("x = 2\n")
    assert first_told(watch) == {"src/a.py"}


def test_a_wait_ends_when_it_is_to_stop(folder: Path) -> None:
    stop = Event()
    stop.set()
    assert Watch(folder, [""]).changes(stop) == set()


def test_a_folder_that_went_meanwhile_is_no_error_but_the_root_is(folder: Path) -> None:
    Watch(folder, ["", "gone"])
    with pytest.raises(OSError, match="nowhere"):
        Watch(folder / "nowhere", [""])
