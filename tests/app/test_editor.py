"""A file is opened in a person's editor at a line, and nothing that its name holds is read as a command."""

import sys
from pathlib import Path

import pytest

from glmdesk.app.editor import editor_name, known_editor, opened

posix = pytest.mark.skipif(sys.platform == "win32", reason="commands are quoted as POSIX has it")


@pytest.fixture
def editor(tmp_path: Path) -> str:
    """An editor that writes down what it was given."""
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        f"told = pathlib.Path({str(tmp_path / 'told')!r})\n"
        "told.with_suffix('.new').write_text('\\n'.join(sys.argv[1:]))\n"
        "told.with_suffix('.new').replace(told)\n"
    )
    return f'"{sys.executable}" "{script}"'


@posix
@pytest.mark.parametrize(
    ("places", "name", "given"),
    [
        ("--goto {path}:{line}", "a.py", ["--goto", "{path}:7"]),
        ("", "a.py", ["{path}"]),
        ("+{line} {path}", "a; touch b $(c) & 'd' {line}.py", ["+7", "{path}"]),
    ],
)
def test_the_editor_is_given_the_file_and_the_line(
    qtbot, editor: str, tmp_path: Path, places: str, name: str, given: list[str]
) -> None:
    told, file = tmp_path / "told", tmp_path / name
    assert opened(f"{editor} {places}", file, 7)
    qtbot.waitUntil(told.exists, timeout=30_000)
    assert told.read_text().split("\n") == [word.replace("{path}", str(file)) for word in given]


@pytest.mark.parametrize("command", ["", "no-such-editor {path}", 'code "{path}'])
def test_what_is_no_command_opens_nothing(command: str, tmp_path: Path) -> None:
    assert not opened(command, tmp_path / "a.py", 1)


def test_an_editor_is_called_as_its_program_is() -> None:
    assert editor_name("/usr/bin/code --goto {path}:{line}") == "code"
    assert editor_name("") == ""
    assert editor_name('"unclosed') == ""


@posix
def test_an_editor_that_is_on_this_computer_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "code" not in known_editor()
    (tmp_path / "code").write_text("#!/bin/sh\n")
    (tmp_path / "code").chmod(0o755)
    assert known_editor() == "code --goto {path}:{line}"
