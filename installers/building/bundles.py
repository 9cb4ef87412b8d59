"""The bundle: PyInstaller's folder with the window, the worker and the engine."""

import sys
from pathlib import Path

from installers.building import engines, icons
from installers.building.ground import BUILD, BUNDLE, DIST, INSTALLERS, run, source_date, told


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
        _strip_python()
    return told(BUNDLE)


def _strip_python() -> None:
    """A Python that was compiled here carries debugging symbols of 15 MB."""
    for library in (BUNDLE / "_internal").glob("libpython*.so*"):
        run("strip", "--strip-unneeded", library)
