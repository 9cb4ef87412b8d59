"""Opening a file of a project in an editor, at a line.

A file is never opened by what the system does with its kind, for that runs scripts: it goes as an argument to
a program that a person named, or to a text editor that is known. No shell reads the command.
"""

import shlex
import shutil
import sys
from pathlib import Path, PurePath

from PySide6.QtCore import QProcess

_KNOWN = (
    "code --goto {path}:{line}",
    "codium --goto {path}:{line}",
    "cursor --goto {path}:{line}",
    "zed {path}:{line}",
    "subl {path}:{line}",
    "kate --line {line} {path}",
    "gedit +{line} {path}",
    "xed +{line} {path}",
    "pluma +{line} {path}",
    "gnome-text-editor {path}",
    "mousepad {path}",
)
_OF_SYSTEM = {"darwin": "open -t {path}", "win32": "notepad.exe {path}"}
_SCRIPTS = (".cmd", ".bat")  # Windows has a shell read what these are given, names of files too


def known_editor() -> str:
    """The command of an editor that is on this computer, empty where none is known."""
    for command in _KNOWN:
        if _program(command):
            return command
    return _OF_SYSTEM.get(sys.platform, "")


def editor_name(command: str) -> str:
    """What people call the program of a command."""
    words = _words(command)
    return PurePath(words[0]).stem if words else ""


def opened(command: str, file: Path, line: int) -> bool:
    """Have `command` open `file`, `{path}` and `{line}` in it standing for the place; whether it began."""
    program = _program(command)
    words = [word.replace("{line}", str(line)).replace("{path}", str(file)) for word in _words(command)[1:]]
    if "{path}" not in command:
        words.append(str(file))
    return bool(program) and QProcess.startDetached(program, words)[0]


def _program(command: str) -> str:
    """Where the program of a command is, empty where it is nowhere or a script of the system's shell."""
    words = _words(command)
    found = shutil.which(words[0]) if words else None
    return "" if found is None or found.lower().endswith(_SCRIPTS) else found


def _words(command: str) -> list[str]:
    """The words of a command, none where a quotation does not end."""
    try:
        words = shlex.split(command, posix=sys.platform != "win32")
    except ValueError:
        return []
    return [word.strip('"') for word in words] if sys.platform == "win32" else words
