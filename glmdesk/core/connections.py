"""Connections of this program to others: what each was for, and how much went over it.

Whoever opens connections is handed a `WayOut`, asks it before and tells it after; so one place knows them all
and can forbid them.
"""

from dataclasses import dataclass
from typing import Protocol

from glmdesk.core.errors import GlmdeskError


@dataclass(frozen=True, slots=True)
class Connection:
    """One exchange with `host`: bytes of content both ways, `began` as Unix time in seconds.

    `why` is what a person reads ("A question to GLM-4.7"); `failed` is empty when all went well.
    """

    host: str
    why: str
    began: float
    sent_bytes: int = 0
    received_bytes: int = 0
    failed: str = ""


class LocalOnly(GlmdeskError):
    """The lock "local only" is on, so nothing is sent or fetched."""

    def __init__(self, host: str) -> None:
        super().__init__(
            "“Local only” is switched on, so nothing was sent or fetched.",
            action="Switch it off in the settings, or go on with a local model.",
            detail=f"kept from connecting to {host}",
        )
        self.host = host


class WayOut(Protocol):
    """What a package that speaks HTTP asks and tells; usable from any thread."""

    def permit(self, host: str) -> None:
        """Return where a connection to `host` may be opened; raises `LocalOnly` where it may not."""

    def record(self, connection: Connection) -> None:
        """Keep what was sent and received, for the person to see."""


class Unwatched:
    """A `WayOut` that permits everything and keeps nothing."""

    def permit(self, host: str) -> None:
        """Every host."""

    def record(self, connection: Connection) -> None:
        """Nothing is kept."""
