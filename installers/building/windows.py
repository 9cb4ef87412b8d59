"""The Windows installer, compiled by NSIS: around the bundle on Windows, else only to prove the script.

SIGN holds a command that signs the file whose path it gets; without it nothing is signed.
"""

import os
import shlex
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
        _sign(the_bundle() / "glmdesk.exe", the_bundle() / "glmdesk-worker.exe")
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
    if sign := os.environ.get("SIGN"):
        values["SIGN"] = sign
    run(makensis, "-V2", "-WX", *(f"-D{name}={value}" for name, value in values.items()), SCRIPT)
    return output


def _sign(*programs: Path) -> None:
    if sign := os.environ.get("SIGN"):
        for program in programs:
            run(*shlex.split(sign, posix=False), program)
