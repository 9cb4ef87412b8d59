"""A file that is still elsewhere, as llama.cpp would see it: its header, and nothing for as long as it is.

The first megabytes are asked for by Range and extended to the full length as a sparse file. A dry run of it
gives exactly the figures of the whole file, before a byte of the weights is fetched.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import httpx2

from glmdesk.core.connections import Unwatched, WayOut
from glmdesk.core.errors import DownloadHalted, ModelMissing, ModelUnusable
from glmdesk.core.phrases import phrase
from glmdesk.models import gguf
from glmdesk.models.transfer.account import Account
from glmdesk.models.transfer.disk import let_be_sparse
from glmdesk.models.transfer.faults import Fault, Passing
from glmdesk.models.transfer.names import addresses_of
from glmdesk.models.transfer.order import Order
from glmdesk.models.transfer.server import Location, Server

_PATIENCE_S = 10.0
_DAY_S = 24 * 3600


class _Remote:
    """The file at `place`, as `gguf.Source`; `head` is what was read of it, from its start."""

    def __init__(self, name: str, server: Server, place: Location) -> None:
        self.name, self.size = name, place.size
        self._server, self._place = server, place
        self.head = b""

    def read(self, offset: int, size: int) -> bytes:
        """At most `size` bytes from `offset`; raises `Fault`."""
        if not size:
            return b""
        with self._server.stretch(self._place, offset, offset + size) as response:
            data = b"".join(response.iter_raw())
        self.head += data
        return data


def sparse_twin(
    order: Order,
    folder: Path,
    token: Callable[[str], str] = lambda _: "",
    way_out: WayOut | None = None,
    *,
    first: Order | None = None,
) -> Path:
    """The file of `order` without its weights, in `folder`; a few MB on the disk, made once.

    A later one of several files lies beside the `first`. `way_out` is asked before and told after. Raises
    `DownloadError`, `LocalOnly`, and `ModelUnusable` where it is no model.
    """
    if (kept := kept_twin(order, folder, first)) is not None:
        return kept
    twin = _place(order, folder, first)
    account, failed = Account(way_out or Unwatched(), f"What {order.name} would take"), ""
    try:
        with httpx2.Client(timeout=_PATIENCE_S, follow_redirects=False) as client:
            server = Server(order.urls[0], client, addresses_of, token, account)
            source = _Remote(order.name, server, server.locate())
            gguf.read_from(source)
    except Fault as fault:
        reason = fault.reason.happened if isinstance(fault, Passing) else ""
        failed = reason or phrase("The server does not give parts of it.")
        raise DownloadHalted(failed, action=phrase("Try again later.")) from fault
    finally:
        account.close(failed)
    twin.parent.mkdir(parents=True, exist_ok=True)
    unfinished = twin.with_suffix(".writing")
    with unfinished.open("wb") as file:
        let_be_sparse(file)
        file.write(source.head)
        file.truncate(source.size)
    unfinished.replace(twin)
    return twin


def kept_twin(order: Order, folder: Path, first: Order | None = None) -> Path | None:
    """What `sparse_twin` made before; None where that is nothing, spoiled, or may be of another file by now.

    A file is known by its hash; of one without, what was made in the last day is good.
    """
    twin = _place(order, folder, first)
    try:
        fresh = bool(order.sha256) or 0 <= time.time() - twin.stat().st_mtime < _DAY_S
        if fresh:
            gguf.read(twin)
    except (OSError, ModelMissing, ModelUnusable):
        return None
    return twin if fresh else None


def _place(order: Order, folder: Path, first: Order | None) -> Path:
    named_for = first or order
    known = named_for.sha256 or hashlib.sha256(named_for.urls[0].encode()).hexdigest()
    return folder / known[:16] / order.name
