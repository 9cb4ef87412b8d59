"""What `installers/build.py` understands, and in which order `all` does it."""

import os
import sys
from collections.abc import Callable, Sequence

from installers.building import (
    announcements,
    bundles,
    checks,
    engines,
    linux,
    macos,
    portable,
    smoke,
    wheels,
    windows,
)
from installers.building.ground import BuildError, run

VERBS: dict[str, Callable[[], object]] = {
    "check": checks.check,
    "wheel": wheels.build,
    "engine": engines.wheel,
    "bundle": bundles.build,
    "smoke": smoke.run_bundle,
    "deb": linux.deb,
    "rpm": linux.rpm,
    "tarball": portable.tarball,
    "appdir": portable.appdir,
    "appimage": portable.appimage,
    "nsis": windows.installer,
    "dmg": macos.disk_image,
    "announce": announcements.announce,
}
ALL = ("check", "wheel", "bundle", "smoke", "deb", "rpm", "tarball", "appdir")


def main(arguments: Sequence[str], usage: str) -> int:
    """Do what the arguments say; returns the exit status: 0 done, 1 failed, 2 bad usage."""
    verbs = [argument for argument in arguments if argument != "--release"]
    if not verbs or any(verb not in (*VERBS, "all") for verb in verbs):
        sys.stderr.write(usage)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # icons are drawn, nothing is shown
    try:
        if "--release" in arguments:
            _refuse_changes()
        for given in verbs:
            for verb in ALL if given == "all" else (given,):
                VERBS[verb]()
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _refuse_changes() -> None:
    if run("git", "status", "--porcelain").strip():
        raise BuildError("A release is built from what is committed; there are changes that are not.")
