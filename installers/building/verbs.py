"""What `installers/build.py` understands, and in which order `all` does it."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from installers.building import (
    announcements,
    bundles,
    checks,
    engines,
    linux,
    macos,
    packs,
    portable,
    smoke,
    wheels,
    windows,
)
from installers.building.ground import BuildError, run
from installers.trials import debian, processors


def _try_engines() -> None:
    from installers.trials import engines  # brings the whole window along

    engines.trial()


VERBS: dict[str, Callable[[], object]] = {
    "check": checks.check,
    "wheel": wheels.build,
    "engine": engines.wheel,
    "bundle": bundles.build,
    "smoke": smoke.run_bundle,
    "deb": linux.deb,
    "rpm": linux.rpm,
    "lint": checks.packages,
    "tarball": portable.tarball,
    "appdir": portable.appdir,
    "appimage": portable.appimage,
    "nsis": windows.installer,
    "dmg": macos.disk_image,
    "announce": announcements.announce,
    "try-debian": debian.trial,
    "try-engines": _try_engines,
    "try-processors": processors.trial,
}
ALL = ("check", "wheel", "bundle", "smoke", "deb", "rpm", "lint", "tarball", "appdir")


def main(arguments: Sequence[str], usage: str) -> int:
    """Do what the arguments say; returns the exit status: 0 done, 1 failed, 2 bad usage."""
    work = _asked([argument for argument in arguments if argument != "--release"])
    if not work:
        sys.stderr.write(usage)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # icons are drawn, nothing is shown
    try:
        if "--release" in arguments:
            _refuse_changes()
        for step in work:
            step()
    except BuildError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _asked(words: Sequence[str]) -> list[Callable[[], object]]:
    """The steps that the words ask for; none where one is not understood."""
    if words[:1] == ["pack"]:
        wheels = [Path(word) for word in words[1:]]
        return [lambda: packs.pack(wheels)] if wheels else []
    if any(word not in (*VERBS, "all") for word in words):
        return []
    return [VERBS[verb] for word in words for verb in (ALL if word == "all" else (word,))]


def _refuse_changes() -> None:
    if run("git", "status", "--porcelain").strip():
        raise BuildError("A release is built from what is committed; there are changes that are not.")
