"""The disk image for macOS, with hdiutil, which only a Mac has. Not tested: written without one."""

import shutil
import sys

from installers.building.ground import BUILD, DIST, VERSION, BuildError, fresh, run, told


def disk_image() -> None:
    """dist/glmdesk-VERSION.dmg: the program beside a link to Applications."""
    if sys.platform != "darwin":
        raise BuildError("A disk image is made on a Mac.")
    folder = fresh(BUILD / "dmg")
    shutil.copytree(DIST / "glmdesk.app", folder / "glmdesk.app", symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    image = DIST / f"glmdesk-{VERSION}.dmg"
    run("hdiutil", "create", "-volname", "glmdesk", "-srcfolder", folder, "-format", "UDZO", "-ov", image)
    told(image)
