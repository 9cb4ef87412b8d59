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
_WITHOUT_WINDOW = "In a terminal, glmdesk ask works without a window."


def fault_of_x11() -> str:
    """Why no window can be opened under X11, where Qt would end the process; empty where one can."""
    if not _is_for_x11():
        return ""
    import ctypes  # other systems, and Wayland, need not wait for it

    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            try:
                ctypes.CDLL(str(plugin))
            except OSError as error:  # PyInstaller's loader says less than the one it wraps
                return str(error.__cause__ or error)
    return ""


def of_fault(fault: str) -> str:
    """The sentences for what the loader or an import said; all libraries that are missing, not its first."""
    from glmdesk import system_libraries

    named = fault.partition(":")[0].strip()
    if not _LIBRARY.fullmatch(named):
        return f"glmdesk cannot open its window: {fault}. {_WITHOUT_WINDOW}"
    needs = {"qt", "x11"} if _is_for_x11() else {"qt"}
    missing = system_libraries.missing(each for each in system_libraries.known() if each.need in needs)
    files = list(dict.fromkeys([named, *(library.file for library in missing)]))
    command = system_libraries.command(missing) if missing else ""
    return (
        f"glmdesk cannot open its window: the system lacks {', '.join(files)}. Install what is missing with "
        f"{command or 'your package manager'}, then start glmdesk again. {_WITHOUT_WINDOW}"
    )


def _is_for_x11() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return False
    return os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb"


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
