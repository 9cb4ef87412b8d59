"""`glmdesk find`: the answer for machines and for people."""

import json
from pathlib import Path

import pytest

from glmdesk.cli import find
from glmdesk.cli.arguments import parse
from glmdesk.core.errors import ProjectError
from tests.projects.trees import plant


def run(*arguments: str) -> int:
    """The command's exit status."""
    return find.run(parse(["find", *arguments]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two files, one of them left out."""
    code = "def open_door(key):\n    return key\n\n\ndef close_door():\n    return None\n"
    return plant(tmp_path / "p", {"door.py": code, "logo.png": b"\x89PNG"})


def test_it_prints_what_the_contract_says(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(project), "where is the door opened?", "--json", "--budget", "400") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["files"][0]["path"] == "door.py"
    assert set(told["sources"][0]) == {"path", "start", "end", "name", "tokens"}
    assert told["tokens"] <= 400
    assert told["index"]["files"] == 1
    assert told["index"]["skipped"] == {"binary": 1}
    assert told["index"]["complete"] is True


def test_people_get_places_they_can_open(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(project), "close_door") == 0
    told = capsys.readouterr()
    assert told.out.startswith("door.py:1-6")
    assert "left out: 1 binary" in told.err


def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be read"):
        run(str(tmp_path / "missing"), "x")
