"""`glmdesk pull`: bring a model here, verified; it goes on where an earlier try ended."""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from glmdesk import paths
from glmdesk.cli import output, plan
from glmdesk.core.errors import ModelTooLarge
from glmdesk.models import catalog, hub, orders
from glmdesk.models.transfer import Delivery, Order, Patience, Phase, Progress, Transfer
from glmdesk.models.transfer.transfer import CONNECTIONS

DONE = 0
_PATIENCE = Patience(tries=6)
_MINUTE_S, _HOUR_S = 60, 3600


def run(arguments: argparse.Namespace) -> int:
    """Bring the files of a model; raises `GlmdeskError`."""
    offers = catalog.read(paths.resources() / "models.json")
    endpoints = hub.endpoints(arguments.endpoint)
    wanted = orders.named(arguments.id or _best(), offers, endpoints)
    folder = Path(arguments.to).expanduser() if arguments.to else paths.models()
    told = _Told(arguments.json, sum(order.size for order in wanted))
    with ThreadPoolExecutor(CONNECTIONS + 1, thread_name_prefix="download") as executor:
        deliveries = [_brought(order, folder, executor, told, endpoints, arguments) for order in wanted]
    _tell_end(deliveries, for_machines=arguments.json)
    return DONE


def _best() -> str:
    """The model on offer that suits this computer best; raises `ModelTooLarge` where none fits."""
    chosen = plan.best_offer()
    if not chosen:
        raise ModelTooLarge("No model on offer fits this computer.", action="Name one to bring it anyway.")
    return chosen


def _brought(
    order: Order,
    folder: Path,
    executor: ThreadPoolExecutor,
    told: "_Told",
    endpoints: Sequence[str],
    arguments: argparse.Namespace,
) -> Delivery:
    transfer = Transfer(
        order,
        folder,
        executor,
        told.report,
        token=hub.token_for(endpoints),
        patience=_PATIENCE,
        bytes_per_s=arguments.limit,
    )
    delivery = transfer.run()
    told.next()
    return delivery


def _tell_end(deliveries: Sequence[Delivery], *, for_machines: bool) -> None:
    first, verified = deliveries[0], all(delivery.verified for delivery in deliveries)
    if for_machines:
        output.line({"path": str(first.path), "sha256": first.sha256, "verified": verified})
        return
    output.text(f"{first.path}\n")
    if not verified:
        output.note("Nobody published a hash of this file, so it could not be verified.")


@dataclass
class _Told:
    """Tells how far the files are together, on one line where that is a terminal."""

    for_machines: bool
    size_bytes: int
    done_bytes: int = 0
    file_bytes: int = 0
    last: str = ""

    def report(self, progress: Progress) -> None:
        """Tell it."""
        self.file_bytes = progress.size_bytes or self.file_bytes
        if progress.notice is not None:
            self._clear()
            output.note(str(progress.notice))
        if progress.phase is Phase.LOCATING:
            return
        received = self.done_bytes + progress.received_bytes
        size = max(self.size_bytes, self.done_bytes + self.file_bytes)
        if self.for_machines:
            output.line(_described(progress, received, size))
        elif sys.stderr.isatty():
            self._line(_readable(progress, received, size))
        elif progress.reason is not None and progress.reason.happened != self.last:
            output.note(str(progress.reason))
            self.last = progress.reason.happened

    def next(self) -> None:
        """A file is here."""
        self.done_bytes += self.file_bytes
        self.file_bytes = 0
        self._clear()

    def _line(self, words: str) -> None:
        sys.stderr.write(f"\r{words:<79}")
        sys.stderr.flush()
        self.last = words

    def _clear(self) -> None:
        if self.last and not self.for_machines and sys.stderr.isatty():
            sys.stderr.write(f"\r{'':<79}\r")
        self.last = ""


def _described(progress: Progress, received: int, size: int) -> dict[str, object]:
    line: dict[str, object] = {
        "received_bytes": received,
        "size_bytes": size,
        "bytes_per_s": round(progress.bytes_per_s),
    }
    if progress.phase is not Phase.FETCHING:
        line["phase"] = progress.phase.value
    if progress.reason is not None:
        line |= {"reason": progress.reason.happened, "retry_s": round(progress.retry_s, 1)}
    return line


def _readable(progress: Progress, received: int, size: int) -> str:
    share = f"{received / size:.0%}" if size else ""
    if progress.reason is not None:
        return f"{share}  {progress.reason.happened} Trying again in {progress.retry_s:.0f} s."
    if progress.phase is Phase.VERIFYING:
        return f"Checking the file: {progress.verified_bytes / max(1, progress.size_bytes):.0%}"
    left = progress.left_s
    speed = f"{progress.bytes_per_s / 1e6:.1f} MB/s"
    return f"{share}  {received / 1e9:.2f} of {size / 1e9:.2f} GB  {speed}  {_time_said(left)}"


def _time_said(left_s: float | None) -> str:
    if left_s is None:
        return ""
    if left_s < _MINUTE_S:
        return f"{left_s:.0f} s left"
    if left_s < _HOUR_S:
        return f"{left_s / _MINUTE_S:.0f} min left"
    return f"{left_s / _HOUR_S:.1f} h left"
