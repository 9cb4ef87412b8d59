"""A download for pictures: it tells how far it is, and goes no further."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

from glmdesk.app.delivering import Delivering, Make
from glmdesk.core.errors import DownloadDamaged, DownloadHalted, Explanation

_SIZE, _RECEIVED, _SPEED = 17_520_000_000, 10_960_000_000, 12_300_000


class Phase(StrEnum):
    """Where it stays."""

    FETCHING = "fetching"
    WAITING = "waiting"


def pictured(phase: Phase | None) -> Make:
    """Deliveries that stay in `phase`; without one they turn out damaged."""

    def make(_model: str, _executor: Executor, report: Callable[[Any], None]) -> Delivering:
        return _Delivery(phase, report)

    return make


@dataclass
class _Delivery:
    phase: Phase | None
    report: Callable[[Any], None]

    def __post_init__(self) -> None:
        self._ended = threading.Event()

    @property
    def files(self) -> tuple[str, ...]:
        """No file of it comes."""
        return ()

    def run(self) -> Any:
        waits = self.phase is Phase.WAITING
        self.report(
            SimpleNamespace(
                phase=self.phase or Phase.FETCHING,
                received_bytes=_RECEIVED,
                size_bytes=_SIZE,
                verified_bytes=0,
                bytes_per_s=0 if waits else _SPEED,
                left_s=None if waits else (_SIZE - _RECEIVED) / _SPEED,
                retry_s=12.0 if waits else 0.0,
                reason=Explanation("huggingface.co cannot be reached.") if waits else None,
                notice=None,
            )
        )
        if self.phase is None:
            happened = "The download is damaged: it is not the file that was published."
            raise DownloadDamaged(happened, action="Repair it with the button above.")
        self._ended.wait()
        raise DownloadHalted("The download is paused.")

    def stop(self) -> None:
        self._ended.set()

    def limit(self, bytes_per_s: int) -> None:
        """Nothing is brought."""

    def discard(self, files: Sequence[str]) -> None:
        """There is nothing to remove."""
