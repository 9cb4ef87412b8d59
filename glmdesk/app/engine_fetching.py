"""The files of engines, brought by the same verified transfer as models."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import WayOut
from glmdesk.core.errors import DownloadHalted
from glmdesk.core.phrases import phrase
from glmdesk.engine.packs import Wheel

if TYPE_CHECKING:
    from glmdesk.models.transfer import Progress, Transfer

Tell = Callable[[int, str], None]
"""Is told the bytes of all files so far, and what is being waited for ("" while they come); on any thread."""


class EngineFetch:
    """A `Fetch` for the wheels of one engine, one after another; `origin` is the file of `releases.origin`.

    `stop` ends it from any thread; what came is kept for the next one.
    """

    def __init__(self, tasks: Tasks, origin: Path, way_out: WayOut | None, tell: Tell) -> None:
        self._tasks, self._origin, self._way_out, self._tell = tasks, origin, way_out, tell
        self._before = 0
        self._transfer: Transfer | None = None
        self._stopped = False

    def __call__(self, wheel: Wheel, folder: Path) -> Path:
        """Bring one wheel; raises `GlmdeskError` and `OSError`."""
        from glmdesk.models.transfer import Order, Transfer
        from glmdesk.releases.origin import read_origin

        url = urljoin(read_origin(self._origin).downloads, wheel.url)
        self._transfer = transfer = Transfer(
            Order(wheel.name, (url,), wheel.bytes, wheel.sha256),
            folder,
            self._tasks.network,
            self._came,
            connections=1,
            way_out=self._way_out,
            why=f"A download of an engine, {wheel.name}",
        )
        if self._stopped:  # between two wheels, or before the first
            raise DownloadHalted(
                phrase("The download is paused."), phrase("What was downloaded so far is kept.")
            )
        path = transfer.run().path
        self._before += wheel.bytes
        return path

    def stop(self) -> None:
        """End it soon, with `DownloadHalted`."""
        self._stopped = True
        if (transfer := self._transfer) is not None:
            transfer.stop()

    def _came(self, progress: "Progress") -> None:
        reason = progress.reason.happened if progress.reason else ""
        self._tell(self._before + progress.received_bytes, reason)
