"""The libraries of the system that a window needs: all that are missing, and the command that installs them.

Works without Qt, which is what does not load. `resources/system-libraries.txt` tells libraries and packages;
the set-up from source reads the same.
"""

import ctypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from shutil import which

from glmdesk import paths

_INSTALL = {
    "apt-get": "apt install",
    "dnf": "dnf install",
    "zypper": "zypper install",
    "pacman": "pacman -S --needed",
}
"""By package manager, in the order of the columns of packages."""


@dataclass(frozen=True, slots=True)
class Library:
    """One that Qt does not bring: what needs it, "qt" itself or "x11", its file, and its packages."""

    need: str
    file: str
    packages: tuple[str, ...]


def known() -> tuple[Library, ...]:
    """All of them."""
    lines = (paths.resources() / "system-libraries.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split() for line in lines if not line.startswith("#")]
    return tuple(Library(need, file, tuple(packages)) for need, file, *packages in words)


def loads(file: str) -> bool:
    """Whether the loader finds the library and all that it needs."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], loads: Callable[[str], bool] = loads) -> tuple[Library, ...]:
    """Those that are not there."""
    return tuple(library for library in libraries if not loads(library.file))


def command(libraries: Iterable[Library], has: Callable[[str], object] = which) -> str:
    """What a person types to install them; empty where the system has none of the package managers."""
    for column, (manager, install) in enumerate(_INSTALL.items()):
        if has(manager):
            packages = dict.fromkeys(library.packages[column] for library in libraries)
            return " ".join(["sudo", install, *packages])
    return ""
