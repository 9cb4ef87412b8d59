"""The hash of a file while it grows: reads what is there without a gap from its start, and no further.

Ranges arrive in any order; reading them back, mostly from the system's own memory, lets the hash keep its
order at no cost of memory here, and go on after a restart from where it was put aside.
"""

import threading
from pathlib import Path

from glmdesk.models.transfer.blocks import Blocks
from glmdesk.models.transfer.digest import Digest

_READ_BYTES = 2 * 1024**2
_LOOK_AGAIN_S = 0.1


class Follower:
    """`run` on a thread of its own until the end of the file, or until `ended` is set."""

    def __init__(
        self, path: Path, blocks: Blocks, hashed_bytes: int, saved: str, ended: threading.Event
    ) -> None:
        self._path, self._blocks, self._ended = path, blocks, ended
        resumed = Digest.resumed(saved, hashed_bytes) if hashed_bytes <= blocks.prefix_bytes else None
        self._digest = resumed or Digest()
        self._hashed = hashed_bytes if resumed else 0
        self.resumed_bytes = self._hashed
        self._lock = threading.Lock()
        self._more = threading.Event()

    @property
    def hashed_bytes(self) -> int:
        """How far it is."""
        return self._hashed

    def wake(self) -> None:
        """There may be more to read."""
        self._more.set()

    def checkpoint(self) -> tuple[int, str]:
        """How far it is, and what is needed to go on from there."""
        with self._lock:
            return self._hashed, self._digest.saved()

    def run(self) -> str:
        """The hash of the whole file; empty when it was ended before. Raises OSError."""
        with self._path.open("rb", buffering=0) as file:
            file.seek(self._hashed)
            while self._hashed < self._blocks.size:
                room = self._blocks.prefix_bytes - self._hashed
                data = file.read(min(room, _READ_BYTES)) if room > 0 else b""
                if self._ended.is_set():
                    return ""
                if not data:
                    self._more.wait(_LOOK_AGAIN_S)
                    self._more.clear()
                    continue
                with self._lock:
                    self._digest.update(data)
                    self._hashed += len(data)
        return self._digest.hexdigest()
