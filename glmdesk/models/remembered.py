"""Placements remembered for a file on this computer: what worked where the plan failed, and what was tuned.

Each counts for one file, one wish for context and one computer, drivers and engine included; with another of
these it is as if nothing had been learned. A person can have it forgotten, and is told while it is used.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from glmdesk import whole_file
from glmdesk.core.plan import Placement

_KEPT = 200


class Origin(StrEnum):
    """Where a remembered placement comes from."""

    SMALLER = "smaller"  # what a larger plan failed for
    TUNED = "tuned"  # measured as the best of several


@dataclass(frozen=True, slots=True)
class Remembered:
    """A placement and where it comes from; its speed in tokens/s where that was measured."""

    placement: Placement
    origin: Origin
    prefill_tokens_per_s: float | None = None
    decode_tokens_per_s: float | None = None


class _Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    file: str
    size: int
    changed_ns: int
    computer: str
    context_tokens: int
    found: Remembered


class Placements:
    """What is remembered in the file `path` for the computer of that description."""

    def __init__(self, path: Path, computer: str) -> None:
        self._path, self._computer = path, computer

    def of(self, file: Path, context_tokens: int) -> Remembered | None:
        """What is remembered for a file with a context that was asked for, 0 for none; the newest counts."""
        wanted = self._entry_of(file, context_tokens)
        if wanted is None:
            return None
        found = (e.found for e in reversed(self._read()) if _key(e) == wanted)
        return next(found, None)

    def keep(self, file: Path, context_tokens: int, found: Remembered) -> None:
        """Remember `found` in the place of what was remembered before; raises OSError."""
        wanted = self._entry_of(file, context_tokens)
        if wanted is not None:
            others = [entry for entry in self._read() if _key(entry) != wanted]
            self._save([*others, _Entry(*wanted, found)])

    def forget(self, file: Path, origin: Origin) -> bool:
        """Forget what is remembered of a file and comes from `origin`; True where there was something."""
        known = self._read()
        others = [e for e in known if e.file != str(file) or e.found.origin is not origin]
        if len(others) == len(known):
            return False
        self._save(others)
        return True

    def _entry_of(self, file: Path, context_tokens: int) -> tuple[str, int, int, str, int] | None:
        """The file's place, size and time stand for its content; None where there is no file."""
        try:
            status = file.stat()
        except OSError:
            return None
        return str(file), status.st_size, status.st_mtime_ns, self._computer, context_tokens

    def _read(self) -> list[_Entry]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=list[_Entry])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return []

    def _save(self, entries: list[_Entry]) -> None:
        whole_file.write(self._path, msgspec.json.encode(entries[-_KEPT:]))


def _key(entry: _Entry) -> tuple[str, int, int, str, int]:
    return entry.file, entry.size, entry.changed_ns, entry.computer, entry.context_tokens
