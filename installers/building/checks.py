"""What the desktop's own validators say of our files, and that the lists in them agree with the program."""

import re
import shutil
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from installers.building.ground import APP_ID, DIST, ROOT, VERSION, BuildError, run
from installers.building.layout import DESKTOP


def check() -> None:
    """Raises `BuildError` for what does not hold; says what could not be checked here."""
    _validated("desktop-file-validate", DESKTOP / f"{APP_ID}.desktop")
    _validated("appstreamcli", "validate", "--no-net", DESKTOP / f"{APP_ID}.metainfo.xml")
    _check_types()
    _check_release()
    print("check: desktop file, metainfo, types of files and release notes are sound")


def packages() -> None:
    """What lintian and rpm say of the packages in dist; raises `BuildError` for any error or warning."""
    debs, rpms = sorted(DIST.glob("*.deb")), sorted(DIST.glob("*.rpm"))
    if not debs and not rpms:
        raise BuildError("There are no packages yet: run installers/build.py deb rpm first.")
    _validated("lintian", "--fail-on", "error,warning", "--allow-root", *debs)
    _validated("rpm", "--query", "--package", "--list", *rpms)
    print(f"check: {', '.join(package.name for package in (*debs, *rpms))} are sound")


def _validated(program: str, *arguments: str | Path) -> None:
    if shutil.which(program) is None:
        print(f"check: {program} is not here, left out")
        return
    run(program, *arguments)


def _check_types() -> None:
    """The types of files by a real database of a desktop."""
    if shutil.which("update-mime-database") is None:
        print("check: update-mime-database is not here, left out")
        return
    with tempfile.TemporaryDirectory() as folder:
        packages = Path(folder) / "packages"
        packages.mkdir()
        shutil.copy2(DESKTOP / f"{APP_ID}.xml", packages)
        run("update-mime-database", folder)
        globs = (Path(folder) / "globs2").read_text("utf-8")
    if "application/x-gguf:*.gguf" not in globs:
        raise BuildError("The database of types did not learn .gguf.")


def _check_release() -> None:
    """The newest release of the metainfo is this version, with notes, and the changelog knows it."""
    releases = ElementTree.parse(DESKTOP / f"{APP_ID}.metainfo.xml").findall("releases/release")  # noqa: S314
    newest = releases[0].get("version") if releases else None
    if newest != VERSION or releases[0].find("description") is None:
        raise BuildError(f"The metainfo has no notes for version {VERSION}; its newest is {newest}.")
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    if not re.search(rf"^## {re.escape(VERSION)} ", changelog, re.MULTILINE):
        raise BuildError(f"CHANGELOG.md has no section for version {VERSION}.")
