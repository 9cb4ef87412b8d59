"""Where this program is published, and the key that its news are signed with: `resources/releases.json`.

Whoever publishes glmdesk elsewhere changes that file alone; every other address is made from it here.
"""

import re
from pathlib import Path
from typing import Annotated

import msgspec

_PAGE = re.compile(r"https://[a-z0-9.-]+(/[A-Za-z0-9._-]+)+")
_KEY = r"^[0-9a-f]{64}$"


class Origin(msgspec.Struct, frozen=True):
    """The project's page, in the form of GitHub's, and the public half of an Ed25519 key in hexadecimal."""

    page: str
    update_key: Annotated[str, msgspec.Meta(pattern=_KEY)]

    def __post_init__(self) -> None:
        if not _PAGE.fullmatch(self.page):
            raise ValueError(f"{self.page} is no page that a program can be had from")

    @property
    def newest(self) -> str:
        """The page of the newest release, for people."""
        return f"{self.page}/releases/latest"

    @property
    def announcement(self) -> str:
        """The file that tells of the newest release."""
        return f"{self.page}/releases/latest/download/announcement.json"

    @property
    def downloads(self) -> str:
        """What the places of files are relative to: TAG/NAME."""
        return f"{self.page}/releases/download/"

    @property
    def public_key(self) -> bytes:
        """The 32 bytes of the key."""
        return bytes.fromhex(self.update_key)


def read_origin(file: Path) -> Origin:
    """What stands in `file`; raises `OSError`, and `msgspec.DecodeError` where it cannot be meant."""
    return msgspec.json.decode(file.read_bytes(), type=Origin)
