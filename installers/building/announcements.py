"""The signed announcement of this version, which installed programs ask for where a person wants that.

SIGNING_KEY names a file with the private key in hexadecimal digits. It is kept by whoever publishes releases
and never in the checkout; its public half stands in resources/releases.json.
"""

import os
from pathlib import Path
from xml.etree import ElementTree

from glmdesk.releases.announcement import Announcement, read, signed
from installers.building.ground import APP_ID, DIST, ORIGIN, RESOURCES, VERSION, BuildError, told


def announce() -> None:
    """Make dist/announcement.json from the newest notes of the metainfo."""
    key = os.environ.get("SIGNING_KEY")
    if not key:
        raise BuildError("SIGNING_KEY names no file with the private key of the releases.")
    content = signed(_announcement(), bytes.fromhex(Path(key).read_text("ascii").strip()))
    read(content, ORIGIN.public_key)
    DIST.mkdir(exist_ok=True)
    target = DIST / "announcement.json"
    target.write_bytes(content)
    told(target)


def _announcement() -> Announcement:
    release = ElementTree.parse(RESOURCES / "desktop" / f"{APP_ID}.metainfo.xml").find("releases/release")  # noqa: S314
    if release is None or release.get("version") != VERSION:
        raise BuildError(f"The metainfo has no notes for version {VERSION}.")
    notes = [" ".join((each.text or "").split()) for each in release.iter() if each.tag in ("p", "li")]
    return Announcement(VERSION, release.get("date", ""), tuple(notes), ORIGIN.newest)
