"""The Windows installer, compiled by NSIS: around the bundle on Windows, else only to prove the script."""

import sys
from pathlib import Path

from installers.building import icons
from installers.building.ground import BUILD, DIST, INSTALLERS, VERSION, fresh, run, the_bundle, told, tool

SCRIPT = INSTALLERS / "windows" / "glmdesk.nsi"


def installer() -> None:
    """dist/glmdesk-VERSION-setup.exe on Windows; on another system the script is compiled around a dummy."""
    icons.for_programs()
    if sys.platform == "win32":
        DIST.mkdir(exist_ok=True)
        told(compile_around(the_bundle(), DIST / f"glmdesk-{VERSION}-setup.exe"))
        return
    dummy = fresh(BUILD / "nsis" / "bundle")
    (dummy / "_internal").mkdir()
    for name in ("glmdesk.exe", "glmdesk-worker.exe", "_internal/something"):
        (dummy / name).write_text("not a program\n", "utf-8")
    told(compile_around(dummy, BUILD / "nsis" / "glmdesk-setup.exe"))
    print("  (the script compiles; the real installer is made on Windows, around its own bundle)")


def compile_around(bundle: Path, output: Path) -> Path:
    """The installer for `bundle`; a warning of the compiler is an error."""
    makensis = tool("makensis", "apt install nsis, or https://nsis.sourceforge.io")
    values = {"VERSION": VERSION, "BUNDLE": bundle, "ICON": icons.FOLDER / "glmdesk.ico", "OUTPUT": output}
    run(makensis, "-V2", "-WX", *(f"-D{name}={value}" for name, value in values.items()), SCRIPT)
    return output
