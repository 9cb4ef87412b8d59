"""What is wanted, how far it is, and what came of it: the values of a transfer."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from glmdesk.core.errors import Explanation


@dataclass(frozen=True, slots=True)
class Order:
    """A file and where it can be had: all of `urls` must offer the same bytes.

    `sha256` is in hexadecimal digits; it and `size`, in bytes, may be unknown ("" and 0): then they are what
    the first server says.
    """

    name: str
    urls: tuple[str, ...]
    size: int = 0
    sha256: str = ""


class Phase(StrEnum):
    """What a transfer is doing."""

    LOCATING = "locating"  # asking where the file is
    FETCHING = "fetching"
    WAITING = "waiting"  # for `retry_s`, because of `reason`
    VERIFYING = "verifying"  # all bytes are here, their hash is still being worked out


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: bytes, bytes a second, and seconds until the next try while waiting.

    `notice` tells once of something that a person should know, such as a file that was begun anew.
    """

    phase: Phase
    received_bytes: int = 0
    size_bytes: int = 0
    bytes_per_s: float = 0.0
    verified_bytes: int = 0
    retry_s: float = 0.0
    reason: Explanation | None = None
    notice: Explanation | None = None

    @property
    def left_s(self) -> float | None:
        """Seconds until the last byte at this speed; None while nothing comes."""
        if self.phase is not Phase.FETCHING or self.bytes_per_s <= 0:
            return None
        return (self.size_bytes - self.received_bytes) / self.bytes_per_s


@dataclass(frozen=True, slots=True)
class Delivery:
    """The file in its place; `verified` is False only where nobody published a hash to compare with."""

    path: Path
    sha256: str
    verified: bool
