"""The small file that tells of a download until it is done: a program that starts again goes on with it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from glmdesk import whole_file

_LIMIT = 1024**2


class Kept(msgspec.Struct, frozen=True):
    """What was asked for, how far it was, and whether the person had paused it.

    `files` are the names of all files of the model in the models folder, once they are known.
    """

    model: str
    name: str
    size_bytes: int = 0
    received_bytes: int = 0
    paused: bool = False
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class DownloadFile:
    """The file `path`; methods take their time."""

    path: Path

    def read(self) -> Kept | None:
        """What was kept; None where there is nothing, or nothing sensible."""
        try:
            if self.path.stat().st_size > _LIMIT:
                return None
            kept = msgspec.json.decode(self.path.read_bytes(), type=Kept)
        except (OSError, msgspec.MsgspecError, RecursionError):
            return None
        return kept if min(kept.size_bytes, kept.received_bytes) >= 0 else None

    def keep(self, kept: Kept | None) -> None:
        """Keep it, replacing the former at once; None removes the file; raises OSError."""
        if kept is None:
            self.path.unlink(missing_ok=True)
            return
        whole_file.write(self.path, msgspec.json.encode(kept))
