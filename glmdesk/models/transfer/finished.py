"""A file that is already in its place: what it is, and its way back to being repaired."""

import threading
from collections.abc import Callable
from pathlib import Path

from glmdesk.core.errors import DownloadRefused
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.digest import Digest
from glmdesk.models.transfer.faults import Ended
from glmdesk.models.transfer.order import Delivery, Order
from glmdesk.models.transfer.part_file import PartFile, read_record, record_path

_READ_BYTES = 4 * 1024**2


def examine(
    part: PartFile, order: Order, report: Callable[[int, int], None], ended: threading.Event
) -> Delivery | None:
    """The delivery where the file is there and right; None where it is to be fetched or repaired.

    A damaged file that was downloaded before goes back to being unfinished, so that it cannot be loaded.
    `report` gets bytes hashed and bytes in all. Raises `Ended`, and `DownloadRefused` for another's file.
    """
    if not part.target.is_file():
        return None
    record = read_record(record_path(part.target))
    published = order.sha256 or (record.sha256 if record else "")
    found = hash_of(part.target, report, ended)
    if published in ("", found):
        return Delivery(part.target, found, bool(published))
    if record is None or record.sha256 != published:
        raise DownloadRefused(
            phrase("There is another file named {name} in this folder.", name=part.target.name),
            phrase("It was left as it is."),
            phrase("Move it away, or choose another folder."),
            detail=str(part.target),
        )
    part.target.replace(part.path)
    part.give_back(record)
    return None


def hash_of(path: Path, report: Callable[[int, int], None], ended: threading.Event) -> str:
    """The SHA-256 of a file; raises OSError and `Ended`."""
    digest, done, size = Digest(), 0, path.stat().st_size
    with path.open("rb", buffering=0) as file:
        while data := file.read(_READ_BYTES):
            digest.update(data)
            done += len(data)
            report(done, size)
            if ended.is_set():
                raise Ended
    return digest.hexdigest()
