"""What a person is told when no window can be opened: on stderr, and in a message box of the system's own.

Works without Qt, which is what may be missing.
"""

import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

TITLE = "glmdesk"
_BOXES = (
    ("zenity", "--error", "--no-markup", f"--title={TITLE}", "--text={text}"),
    ("kdialog", "--title", TITLE, "--error", "{text}"),
    ("xmessage", "-center", "{text}"),
)
_LIBRARY = re.compile(r"[\w.+-]+\.so[\w.]*")
_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Packages of Debian and Ubuntu; elsewhere the library's name finds its package."""


def missing_library() -> str:
    """Why the window cannot be opened under X11, where Qt would end the process; empty where it can."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return ""
    import ctypes  # other systems, and Wayland, need not wait for it

    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:  # PyInstaller's loader says less than the one it wraps
                return of_library(str(error.__cause__ or error))
    return ""


def of_library(error: str) -> str:
    """The sentences for a library that was not found, from the loader's error: "libx.so.0: cannot ..."."""
    library = error.partition(":")[0].strip()
    if not _LIBRARY.fullmatch(library):
        return f"glmdesk cannot open its window: {error}. In a terminal, glmdesk ask works without one."
    package = _PACKAGES.get(library)
    how = f"sudo apt install {package}" if package else "your system's package manager"
    return (
        f"glmdesk cannot open its window: the system library {library} is missing. Install it with {how}, "
        "then start glmdesk again. In a terminal, glmdesk ask works without it."
    )


def tell(text: str) -> None:
    """Write `text` to stderr, and show it where the system has a box for it; returns when that is closed."""
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, 0x10)
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _show_box(text)


def _show_box(text: str) -> None:
    from glmdesk.engine.child import Process

    for program, *arguments in _BOXES:
        if which(program):
            try:
                box = Process([program, *(word.format(text=text) for word in arguments)], os.environ)
            except OSError:
                continue
            while box.read(None):
                pass
            box.close()
            return
