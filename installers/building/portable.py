"""What needs no package manager: the archive with its install.sh, and the AppDir that becomes an AppImage."""

import os
import platform
import shutil
import tarfile
from pathlib import Path

from installers.building import icons, layout
from installers.building.ground import (
    APP_ID,
    BUILD,
    DIST,
    INSTALLERS,
    VERSION,
    copies,
    fresh,
    run,
    source_date,
    the_bundle,
    told,
    tool,
)

GLIBC = "2.36"  # of Debian 12, where the bundle is built
_LEVEL = 12
_APPRUN = """#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/usr/lib/glmdesk/glmdesk" "$@"
"""


def tarball() -> None:
    """glmdesk-VERSION-linux-MACHINE.tar.zst, and the same for the starter model."""
    name = f"glmdesk-{VERSION}-linux-{platform.machine()}"
    folder = fresh(BUILD / "tarball") / name
    shutil.copytree(the_bundle(), folder / "glmdesk", symlinks=True)
    copies([(source, folder / "share" / place) for source, place in layout.shared_files()])
    copies([(layout.licences(), folder / "LICENCES")])
    for script in ("install.sh", "uninstall.sh"):
        write_script(INSTALLERS / "linux" / script, folder / script)
    _pack(folder, name)
    starter = f"glmdesk-starter-{VERSION}"
    folder = fresh(BUILD / "starter-tarball") / starter
    copies([(source, folder / place.name) for source, place in layout.starter_files()])
    copies([(INSTALLERS / "linux" / "starter-copyright", folder / "copyright")])
    write_script(INSTALLERS / "linux" / "install-starter.sh", folder / "install.sh")
    _pack(folder, starter)


def appdir() -> Path:
    """dist/glmdesk.AppDir, which runs by its AppRun."""
    folder = fresh(DIST / "glmdesk.AppDir")
    shutil.copytree(the_bundle(), folder / "usr/lib/glmdesk", symlinks=True)
    copies([(source, folder / "usr/share" / place) for source, place in layout.shared_files()])
    copies(
        [
            (layout.DESKTOP / f"{APP_ID}.desktop", folder / f"{APP_ID}.desktop"),
            (icons.SVG, folder / f"{APP_ID}.svg"),
        ]
    )
    (folder / ".DirIcon").symlink_to(f"{APP_ID}.svg")
    (folder / "usr/bin").mkdir()
    (folder / "usr/bin/glmdesk").symlink_to("../lib/glmdesk/glmdesk")
    run_script = folder / "AppRun"
    run_script.write_text(_APPRUN, "utf-8")
    run_script.chmod(0o755)
    return told(folder)


def appimage() -> None:
    """The AppDir as one file, where AppImage's own tool is on the path."""
    packer = tool("appimagetool", "get it from https://github.com/AppImage/appimagetool")
    target = DIST / f"glmdesk-{VERSION}-{platform.machine()}.AppImage"
    run(packer, appdir(), target, env={"ARCH": platform.machine()})  # it sets all times to 0 by itself
    told(target)


def write_script(source: Path, target: Path) -> None:
    """Copy a script of installers/linux, with its values filled in."""
    values = {"APP_ID": APP_ID, "GLIBC": GLIBC, "PLATFORM": f"Linux-{platform.machine()}"}
    text = source.read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    target.write_text(text, "utf-8")
    target.chmod(0o755)


def _pack(folder: Path, name: str) -> None:
    """A .tar.zst that is the same whenever it is made from the same files."""
    import zstandard

    date = int(source_date())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = date
        return entry

    DIST.mkdir(exist_ok=True)
    target = DIST / f"{name}.tar.zst"
    compressor = zstandard.ZstdCompressor(level=_LEVEL, threads=os.cpu_count() or 1)
    with (
        target.open("wb") as file,
        compressor.stream_writer(file) as stream,
        tarfile.open(fileobj=stream, mode="w|") as archive,
    ):
        for path in (folder, *sorted(folder.rglob("*"))):
            archive.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)
    told(target)
