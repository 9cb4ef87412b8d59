"""`glmdesk pull`: bring a model here, verified; it goes on where an earlier try ended."""

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from glmdesk import paths
from glmdesk.cli import output, plan
from glmdesk.cli.way_out import endpoints, way_out
from glmdesk.core.errors import ModelTooLarge
from glmdesk.models import published
from glmdesk.models.delivery import ModelDelivery
from glmdesk.models.transfer import Delivery, Patience, Phase, Progress
from glmdesk.models.transfer.transfer import CONNECTIONS

DONE = 0
_PATIENCE = Patience(tries=6)
_MINUTE_S, _HOUR_S = 60, 3600


def run(arguments: argparse.Namespace) -> int:
    """Bring the files of a model; raises `GlmdeskError`."""
    folder = Path(arguments.to).expanduser() if arguments.to else paths.models()
    told = _Told(arguments.json)
    with ThreadPoolExecutor(CONNECTIONS + 1, thread_name_prefix="download") as executor:
        delivery = ModelDelivery(
            arguments.id or _best(),
            folder,
            lambda: published.offered(paths.resources(), paths.cache()),
            executor,
            told.report,
            endpoints=arguments.endpoint or endpoints(),
            patience=_PATIENCE,
            bytes_per_s=arguments.limit,
            way_out=way_out(),
        ).run()
    told.end()
    _tell_end(delivery, for_machines=arguments.json)
    return DONE


def _best() -> str:
    """The model on offer that suits this computer best; raises `ModelTooLarge` where none fits."""
    chosen = plan.best_offer()
    if not chosen:
        raise ModelTooLarge("No model on offer fits this computer.", action="Name one to bring it anyway.")
    return chosen


def _tell_end(delivery: Delivery, *, for_machines: bool) -> None:
    if for_machines:
        output.line({"path": str(delivery.path), "sha256": delivery.sha256, "verified": delivery.verified})
        return
    output.text(f"{delivery.path}\n")
    if not delivery.verified:
        output.note("Nobody published a hash of this file, so it could not be verified.")


@dataclass
class _Told:
    """Tells how far it is, on one line where that is a terminal."""

    for_machines: bool
    last: str = ""

    def report(self, progress: Progress) -> None:
        """Tell it."""
        if progress.notice is not None:
            self.end()
            output.note(str(progress.notice))
        if progress.phase is Phase.LOCATING:
            return
        if self.for_machines:
            output.line(_described(progress))
        elif sys.stderr.isatty():
            self._line(_readable(progress))
        elif progress.reason is not None and progress.reason.happened != self.last:
            output.note(str(progress.reason))
            self.last = progress.reason.happened

    def end(self) -> None:
        """Leave the line empty for what comes next."""
        if self.last and not self.for_machines and sys.stderr.isatty():
            sys.stderr.write(f"\r{'':<79}\r")
        self.last = ""

    def _line(self, words: str) -> None:
        sys.stderr.write(f"\r{words:<79}")
        sys.stderr.flush()
        self.last = words


def _described(progress: Progress) -> dict[str, object]:
    line: dict[str, object] = {
        "received_bytes": progress.received_bytes,
        "size_bytes": progress.size_bytes,
        "bytes_per_s": round(progress.bytes_per_s),
    }
    if progress.phase is not Phase.FETCHING:
        line["phase"] = progress.phase.value
    if progress.reason is not None:
        line |= {"reason": progress.reason.happened, "retry_s": round(progress.retry_s, 1)}
    return line


def _readable(progress: Progress) -> str:
    received, size = progress.received_bytes, progress.size_bytes
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
