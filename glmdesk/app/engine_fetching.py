"""The files of engines, brought by the same verified transfer as models."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import WayOut
from glmdesk.engine.packs import Fetch, Wheel

if TYPE_CHECKING:
    from glmdesk.models.transfer import Transfer


class EngineFetching:
    """Makes a `Fetch` for each installation; `stop` ends the ones that run."""

    def __init__(self, tasks: Tasks, way_out: WayOut | None = None) -> None:
        self._tasks, self._way_out = tasks, way_out
        self._running: set[Transfer] = set()

    def __call__(self, tell: Callable[[int], None]) -> Fetch:
        """A `Fetch` that tells the bytes of all its files so far, on any thread."""
        before = 0

        def fetch(wheel: Wheel, folder: Path) -> Path:
            from glmdesk.models.transfer import Order, Transfer

            nonlocal before
            transfer = Transfer(
                Order(wheel.name, (wheel.url,), wheel.bytes, wheel.sha256),
                folder,
                self._tasks.transfers,
                lambda progress: tell(before + progress.received_bytes),
                connections=1,
                way_out=self._way_out,
                why=f"A download of an engine, {wheel.name}",
            )
            self._running.add(transfer)
            try:
                path = transfer.run().path
            finally:
                self._running.discard(transfer)
            before += wheel.bytes
            return path

        return fetch

    def stop(self) -> None:
        """End what runs; what came so far is given up."""
        for transfer in tuple(self._running):
            transfer.stop()
