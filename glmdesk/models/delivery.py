"""All files of one model brought here one after another, as one thing with one progress."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path

from glmdesk.core.connections import WayOut
from glmdesk.core.errors import DownloadHalted
from glmdesk.core.phrases import phrase
from glmdesk.models import hub, orders
from glmdesk.models.catalog import Catalog
from glmdesk.models.transfer import Delivery, Order, Patience, Progress, Transfer
from glmdesk.models.transfer.disk import Disk
from glmdesk.models.transfer.names import is_safe
from glmdesk.models.transfer.part_file import PartFile, record_path


class ModelDelivery:
    """Brings the model that `model` names to `folder`; `run` on one thread, `stop` from any."""

    def __init__(
        self,
        model: str,
        folder: Path,
        offers: Callable[[], Catalog],
        executor: Executor,
        report: Callable[[Progress], None],
        *,
        endpoints: Sequence[str] = (),
        patience: Patience | None = None,
        bytes_per_s: int = 0,
        way_out: WayOut | None = None,
    ) -> None:
        self._model, self._folder, self._offers = model, folder, offers
        self._executor, self._report = executor, report
        self._endpoints = hub.endpoints(endpoints)
        self._patience, self._bytes_per_s = patience, bytes_per_s
        self._way_out = way_out
        self._stopped = threading.Event()
        self._transfer: Transfer | None = None
        self._done_bytes = self._size_bytes = 0
        self._wanted: tuple[Order, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names that its files will have, once they are known."""
        return tuple(order.name for order in self._wanted)

    def stop(self) -> None:
        """Pause: `run` ends soon with `DownloadHalted`; what came is kept."""
        self._stopped.set()
        if (transfer := self._transfer) is not None:
            transfer.stop()

    def limit(self, bytes_per_s: int) -> None:
        """Take no more than that many bytes a second from now on; 0 is no limit."""
        self._bytes_per_s = bytes_per_s
        if (transfer := self._transfer) is not None:
            transfer.limit(bytes_per_s)

    def run(self) -> Delivery:
        """Bring all files and return the first; raises `DownloadError`, `ModelMissing` and OSError."""
        listing = partial(hub.listing, way_out=self._way_out)
        self._wanted = orders.named(self._model, self._offers(), self._endpoints, listing)
        self._size_bytes = sum(order.size for order in self._wanted)
        deliveries = []
        for order in self._wanted:
            delivery = self._made(order).run()
            deliveries.append(delivery)
            self._done_bytes += delivery.path.stat().st_size
        verified = all(delivery.verified for delivery in deliveries)
        return replace(deliveries[0], verified=verified)

    def discard(self, files: Sequence[str]) -> None:
        """Remove what came of files with these names, unless all did; raises OSError.

        Only while it does not run.
        """
        places = [self._folder / name for name in files if is_safe(name)]
        whole = all(place.is_file() for place in places)
        for place in places:
            PartFile(place, Disk()).discard()
            if not whole and record_path(place).is_file():  # a shard that is of no use without the others
                place.unlink(missing_ok=True)
                record_path(place).unlink()

    def _made(self, order: Order) -> Transfer:
        transfer = Transfer(
            order,
            self._folder,
            self._executor,
            self._told,
            token=hub.token_for,
            way_out=self._way_out,
            patience=self._patience,
            bytes_per_s=self._bytes_per_s,
        )
        self._transfer = transfer
        if self._stopped.is_set():
            raise DownloadHalted(
                phrase("The download is paused."), phrase("What was downloaded so far is kept.")
            )
        return transfer

    def _told(self, progress: Progress) -> None:
        """Hand on how far it is with all files together."""
        size = max(self._size_bytes, self._done_bytes + progress.size_bytes)
        received = self._done_bytes + progress.received_bytes
        self._report(
            replace(
                progress,
                received_bytes=received,
                size_bytes=size,
                verified_bytes=self._done_bytes + progress.verified_bytes,
            )
        )
