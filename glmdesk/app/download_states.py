"""The frozen value that tells how far the download of a model is; views repaint from it."""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.errors import Explanation


class DownloadPhase(StrEnum):
    """What the download is doing."""

    NONE = "none"
    STARTING = "starting"  # the file is being looked for
    FETCHING = "fetching"
    WAITING = "waiting"  # for a network or a server; goes on by itself after `retry_s`
    VERIFYING = "verifying"  # all is here, its hash is being worked out
    PAUSED = "paused"
    HALTED = "halted"  # `explanation` tells why; resuming goes on where it was
    DAMAGED = "damaged"  # all came, but it is not what was published; resuming repairs it

    @property
    def runs(self) -> bool:
        """Whether it goes on without a person."""
        return self not in (
            DownloadPhase.NONE,
            DownloadPhase.PAUSED,
            DownloadPhase.HALTED,
            DownloadPhase.DAMAGED,
        )


@dataclass(frozen=True, slots=True)
class DownloadState:
    """A download: `model` as it was asked for, `name` for people, bytes, bytes a second and seconds left."""

    phase: DownloadPhase = DownloadPhase.NONE
    model: str = ""
    name: str = ""
    received_bytes: int = 0
    size_bytes: int = 0
    verified_bytes: int = 0
    bytes_per_s: float = 0.0
    left_s: float | None = None
    retry_s: float = 0.0
    explanation: Explanation | None = None

    @property
    def fraction(self) -> float:
        """How much of it is here, 0 to 1; while verifying, how much of that is done."""
        done = self.verified_bytes if self.phase is DownloadPhase.VERIFYING else self.received_bytes
        return min(1.0, done / self.size_bytes) if self.size_bytes else 0.0
