"""The index knows what the folder holds now, and reads again only what changed."""

import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from glmdesk.core.errors import IndexDamaged, ProjectError
from glmdesk.projects.files import ProjectFiles
from glmdesk.projects.index import Extent, ProjectIndex
from glmdesk.projects.project import opened
from glmdesk.projects.retrieve import Retrieval
from tests.data.planted_secrets import planted_value
from tests.projects.trees import plant

OLD = 1_000_000_000  # seconds: long before anything here is indexed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two files about different things."""
    folder = plant(
        tmp_path / "project",
        {
            "src/router.py": "def match_route(path):\n    # find the handler\n    return path\n",
            "src/session.py": "class SessionStore:\n    def expire(self):\n        return None\n",
            "logo.png": b"\x89PNG",
        },
    )
    for file in folder.rglob("*.py"):
        os.utime(file, (OLD, OLD))
    return folder


@pytest.fixture
def index(project: Path, tmp_path: Path) -> Iterator[ProjectIndex]:
    """The index of the project, opened and not yet refreshed."""
    with opened(project, tmp_path / "cache", rules=()) as made:
        yield made


def refreshed(index: ProjectIndex) -> Extent:
    *_, last = index.refresh()
    return last


def best(index: ProjectIndex, question: str) -> str:
    return Retrieval(index).rank(question).files[0].path


def test_the_sums_agree(index: ProjectIndex) -> None:
    extent = refreshed(index)
    assert (extent.files, extent.waiting, dict(extent.skipped)) == (2, 0, {"binary": 1})
    assert extent.complete


def test_what_was_indexed_is_found(index: ProjectIndex) -> None:
    refreshed(index)
    assert best(index, "how are handlers of a route found?") == "src/router.py"
    assert best(index, "when do sessions expire") == "src/session.py"


def test_a_changed_file_is_read_again_and_a_deleted_one_is_forgotten(
    index: ProjectIndex, project: Path
) -> None:
    refreshed(index)
    plant(project, {"src/router.py": "def render_template():\n    pass\n"})
    (project / "src/session.py").unlink()
    assert refreshed(index).files == 1
    assert best(index, "render a template") == "src/router.py"
    assert Retrieval(index).rank("session store expire").files == ()


def test_only_what_changed_is_read_again(index: ProjectIndex, project: Path) -> None:
    refreshed(index)
    waiting = [extent.waiting for extent in index.refresh()]
    assert max(waiting) == 0
    plant(project, {"src/session.py": "class Other: ...\n"})
    assert max(extent.waiting for extent in index.refresh()) == 1


def test_a_file_that_was_touched_alone_keeps_its_entry(index: ProjectIndex, project: Path) -> None:
    refreshed(index)
    rows = list(index.connection.execute("SELECT id FROM files ORDER BY id"))
    os.utime(project / "src/router.py", (OLD + 5, OLD + 5))
    refreshed(index)
    assert list(index.connection.execute("SELECT id FROM files ORDER BY id")) == rows


def test_a_change_within_the_same_size_and_time_is_seen_while_the_file_is_young(
    index: ProjectIndex, project: Path
) -> None:
    file = plant(project, {"young.py": "aaaa = 1\n"}) / "young.py"
    refreshed(index)
    told = file.stat()
    file.write_text("bbbb = 1\n")
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    refreshed(index)
    assert best(index, "bbbb") == "young.py"


def test_it_answers_before_it_is_complete_and_says_so(project: Path, tmp_path: Path) -> None:
    plant(project, {f"view/file{number}.py": f"value_{number} = {number}\n" for number in range(30)})
    ticks = itertools.count()
    with (
        ProjectFiles(project) as files,
        ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as index,
    ):
        steps = index.refresh()
        extent = next(steps)
        assert (extent.files, extent.waiting, extent.complete) == (1, 31, False)
        assert best(index, "match a route") == "src/router.py"
        steps.close()
        assert not index.extent.complete


def test_a_large_file_is_read_in_steps_and_is_in_the_index_when_all_of_it_is(
    index: ProjectIndex, project: Path, tmp_path: Path
) -> None:
    rows = "".join(f"row {number} of the ledger {number * 7}\n" for number in range(9_000))
    plant(project, {"data/large.txt": rows})
    ticks = itertools.count()
    with ProjectFiles(project) as files:
        with ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as slow:
            told = [(extent.files, extent.waiting) for extent in slow.refresh()]
            assert told.count((0, 3)) > 5
            assert told[-3:] == [(2, 1), (3, 0), (3, 0)]
            assert best(slow, "a row of the ledger") == "data/large.txt"
        with ProjectIndex(files, tmp_path / "left", clock=lambda: next(ticks)) as left:
            steps = left.refresh()
            next(steps)
            steps.close()
            assert left.paths() == []
            assert refreshed(left).files == 3


def test_files_that_are_known_to_have_changed_are_read_before_the_folder_is_walked(
    index: ProjectIndex, project: Path
) -> None:
    refreshed(index)
    plant(project, {"src/session.py": "def rotate_keys():\n    pass\n"})
    extent = next(index.refresh(["src/session.py", "src/gone.py", "logo.png"]))
    assert not extent.complete
    assert best(index, "rotate the keys") == "src/session.py"


def test_a_large_folder_answers_before_all_of_it_is_walked(project: Path, tmp_path: Path) -> None:
    plant(project, {f"many/file{number}.py": f"value_{number} = {number}\n" for number in range(1_200)})
    with opened(project, tmp_path / "cache", rules=()) as index:
        first, *_, last = index.refresh()
        assert first.files > 0
        assert first.files + first.waiting + sum(first.skipped.values()) == 500
        assert (last.files, last.waiting, dict(last.skipped)) == (1_202, 0, {"binary": 1})


def test_what_was_left_half_done_goes_on_where_it_stopped(project: Path, tmp_path: Path) -> None:
    ticks = itertools.count()
    with (
        ProjectFiles(project) as files,
        ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as index,
    ):
        steps = index.refresh()
        next(steps)
        next(steps)
        steps.close()
    with opened(project, tmp_path, rules=()) as other:
        assert refreshed(other).files == 2


def test_an_index_that_is_damaged_or_of_another_version_is_made_anew(project: Path, tmp_path: Path) -> None:
    with opened(project, tmp_path / "cache", rules=()) as index:
        refreshed(index)
        index.connection.execute("UPDATE about SET value = 'old' WHERE name = 'version'")
    with opened(project, tmp_path / "cache", rules=()) as index:
        assert index.connection.execute("SELECT count(*) FROM files").fetchone() == (0,)
        refreshed(index)
    (file,) = (tmp_path / "cache/projects").glob("*.sqlite")
    file.write_bytes(b"no database at all" * 300)
    with opened(project, tmp_path / "cache", rules=()) as index:
        assert refreshed(index).files == 2


def test_damage_is_told_when_it_is_met_and_the_next_who_asks_begins_anew(
    project: Path, tmp_path: Path
) -> None:
    with opened(project, tmp_path / "cache", rules=()) as index:
        refreshed(index)
        index.connection.execute("UPDATE files SET pieces = x'00'")
    with (
        pytest.raises(IndexDamaged, match="made anew"),
        opened(project, tmp_path / "cache", rules=()) as index,
    ):
        best(index, "when do sessions expire")
    with opened(project, tmp_path / "cache", rules=()) as index:
        assert index.paths() == []
        refreshed(index)
        assert best(index, "when do sessions expire") == "src/session.py"


def test_a_definition_is_known_by_its_name(index: ProjectIndex) -> None:
    refreshed(index)
    ((path, piece),) = index.definitions("SESSIONSTORE")
    assert (path, piece.name, piece.start) == ("src/session.py", "SessionStore", 1)


def test_a_full_disk_is_told_and_what_was_read_before_is_kept(index: ProjectIndex, project: Path) -> None:
    refreshed(index)
    ((pages,),) = index.connection.execute("PRAGMA page_count")
    index.connection.execute(f"PRAGMA max_page_count = {pages}")
    plant(project, {"long.py": "\n".join(f"name_{number} = {number}" for number in range(9_000))})
    with pytest.raises(ProjectError, match="cannot be written"):
        refreshed(index)
    assert best(index, "when do sessions expire") == "src/session.py"


def test_a_file_that_goes_while_it_waits_to_be_read_is_counted(project: Path, tmp_path: Path) -> None:
    ticks = itertools.count()
    with (
        ProjectFiles(project) as files,
        ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as index,
    ):
        steps = index.refresh()
        next(steps)
        (project / "src/session.py").unlink()
        *_, last = steps
        assert (last.files, dict(last.skipped)) == (1, {"binary": 1, "gone": 1})


def test_a_project_that_is_gone_is_told_and_what_was_known_of_it_is_kept(
    index: ProjectIndex, project: Path
) -> None:
    refreshed(index)
    project.rename(project.with_name("moved"))
    with pytest.raises(ProjectError, match="cannot be read"):
        refreshed(index)
    assert best(index, "when do sessions expire") == "src/session.py"
    project.with_name("moved").rename(project)
    assert refreshed(index).files == 2


def test_a_project_that_goes_while_it_is_read_is_told(project: Path, tmp_path: Path) -> None:
    plant(project, {f"view/file{number}.py": f"value_{number} = {number}\n" for number in range(30)})
    ticks = itertools.count()
    with (
        ProjectFiles(project) as files,
        ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as index,
    ):
        steps = index.refresh()
        next(steps)
        shutil.rmtree(project)
        with pytest.raises(ProjectError, match="cannot be read"):
            list(steps)
        assert index.paths() == ["src/router.py"]


def test_a_folder_that_is_gone_is_forgotten_step_by_step(project: Path, tmp_path: Path) -> None:
    plant(project, {f"view/file{number}.py": f"value_{number} = {number}\n" for number in range(30)})
    ticks = itertools.count()
    with (
        ProjectFiles(project) as files,
        ProjectIndex(files, tmp_path / "c", clock=lambda: next(ticks)) as index,
    ):
        assert refreshed(index).files == 32
        shutil.rmtree(project / "view")
        left = [extent.files for extent in index.refresh()]
        assert left == [32, *range(31, 1, -1), 2]


def test_a_key_is_held_back_also_when_it_came_after_the_file_was_taken_in(
    index: ProjectIndex, project: Path
) -> None:
    refreshed(index)
    path, file = "src/router.py", project / "src/router.py"
    assert index.read(path).text == file.read_text()
    plant(project, {path: f"{file.read_text()}token = '{planted_value('GitHub token')}'\n"})
    assert planted_value("GitHub token") not in index.read(path).text
    refreshed(index)
    assert index.read(path).secrets == 1
    assert planted_value("GitHub token") not in index.read(path).text
