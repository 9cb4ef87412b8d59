"""A transfer from its order to the file in its place, however often the network, disk or server fails."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

import httpx2

from glmdesk.core.connections import Unwatched, WayOut
from glmdesk.core.errors import (
    DiskFull,
    DownloadDamaged,
    DownloadHalted,
    DownloadRefused,
    Explanation,
    GlmdeskError,
)
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.account import Account
from glmdesk.models.transfer.addresses import Lookup
from glmdesk.models.transfer.blocks import BLOCK_BYTES, Blocks
from glmdesk.models.transfer.disk import FULL, Disk
from glmdesk.models.transfer.faults import Changed, Ended, RangesIgnored
from glmdesk.models.transfer.fetching import Fetching, Wait, Waiting
from glmdesk.models.transfer.finished import examine
from glmdesk.models.transfer.lines import Lines
from glmdesk.models.transfer.names import addresses_of, is_safe
from glmdesk.models.transfer.order import Delivery, Order, Phase, Progress
from glmdesk.models.transfer.pace import Patience, SpeedLimit
from glmdesk.models.transfer.part_file import PartFile, Record
from glmdesk.models.transfer.round import Round
from glmdesk.models.transfer.server import Location, Server

CONNECTIONS = 4
KEPT_FREE_BYTES = 64 * 1024**2
"""Left on the disk whatever is downloaded, so that chats can always be saved."""

_CONNECT_S = 10.0
_CHANGES = 3
_OTHERS_TURN_S = 1.0


class Transfer:
    """Runs `order` into `folder`; `run` on one thread, everything else from any.

    `executor` needs room for `connections` + 1 calls at a time. `report` gets a `Progress` a few times a
    second, on any thread. `token` gives what a host of the order's addresses should be shown, or "".
    `way_out` is asked before and told after, with `why` a person reads.
    """

    def __init__(
        self,
        order: Order,
        folder: Path,
        executor: Executor,
        report: Callable[[Progress], None] = lambda _: None,
        *,
        token: Callable[[str], str] = lambda _: "",
        way_out: WayOut | None = None,
        why: str = "",
        patience: Patience | None = None,
        bytes_per_s: int = 0,
        connections: int = CONNECTIONS,
        stall_s: float = 30.0,
        kept_free: int = KEPT_FREE_BYTES,
        block_bytes: int = BLOCK_BYTES,
        disk: Disk | None = None,
        lookup: Lookup = addresses_of,
        wait: Wait = threading.Event.wait,
    ) -> None:
        """Raises `DownloadRefused` for a name that is none of a file."""
        if not is_safe(order.name):
            raise DownloadRefused(phrase("The server's name for the file is not one a file can have."))
        self._order, self._folder, self._executor = order, folder, executor
        self._token, self._patience = token, patience or Patience()
        self._account = Account(way_out or Unwatched(), why or f"A download of {order.name}")
        self._connections, self._stall_s = connections, stall_s
        self._kept_free, self._block_bytes = kept_free, block_bytes
        self._lookup, self._wait = lookup, wait
        self._report, self._reporting = report, threading.Lock()
        self._limit = SpeedLimit(bytes_per_s)
        self._part = PartFile(folder / order.name, disk or Disk())
        self._stopped, self._lines = threading.Event(), Lines()
        self._round: Round | None = None

    def stop(self) -> None:
        """Pause: `run` ends soon with `DownloadHalted`, and a later one goes on from there."""
        self._stopped.set()
        self._lines.close()
        if (current := self._round) is not None:
            current.end()

    def limit(self, bytes_per_s: int) -> None:
        """Take no more than that many bytes a second from now on; 0 is no limit."""
        self._limit.bytes_per_s = bytes_per_s

    def run(self) -> Delivery:
        """Bring the file and give it its name; raises `DownloadError`, and OSError where the disk fails."""
        self._folder.mkdir(parents=True, exist_ok=True)
        try:
            return self._in_turn()
        except Ended:
            raise DownloadHalted(
                phrase("The download is paused."), phrase("What was downloaded so far is kept.")
            ) from None
        except OSError as error:
            if error.errno in FULL:
                raise _full(self._order.name) from error
            raise

    def _in_turn(self) -> Delivery:
        """Do it as soon as nobody else works on the file."""
        while not self._stopped.is_set():
            with self._part.held() as mine:
                if mine:
                    return self._delivered_by_somebody()
            elsewhere = Explanation(phrase("Another window of this program downloads this file."))
            self._tell(Progress(Phase.WAITING, retry_s=_OTHERS_TURN_S, reason=elsewhere))
            self._wait(self._stopped, _OTHERS_TURN_S)
        raise Ended

    def _delivered_by_somebody(self) -> Delivery:
        """Bring it, unless another computer is quicker: some file systems give both the same lock."""
        try:
            return self._delivered()
        except (FileNotFoundError, DownloadDamaged):
            if not self._part.target.is_file():
                raise
            self._part.discard()
            return self._delivered()

    def _delivered(self) -> Delivery:
        def verifying(done: int, size: int) -> None:
            self._tell(Progress(Phase.VERIFYING, size, size, 0.0, done))

        if (there := examine(self._part, self._order, verifying, self._stopped)) is not None:
            return there
        timeout = httpx2.Timeout(_CONNECT_S, read=self._stall_s, pool=None)
        agent = {"User-Agent": "glmdesk"}
        with httpx2.Client(timeout=timeout, headers=agent, follow_redirects=False) as client:
            urls, size, sha256 = self._order.urls, self._order.size, self._order.sha256
            servers = [self._server(url, client) for url in urls]
            failed = ""
            try:
                return self._fetched(Fetching(servers, size, sha256, self._patience, self._wait, self._waits))
            except GlmdeskError as error:
                failed = error.explanation.happened
                raise
            finally:
                self._account.close(failed)

    def _server(self, url: str, client: httpx2.Client) -> Server:
        return Server(url, client, self._lookup, self._token, self._account, self._lines)

    def _fetched(self, fetching: Fetching) -> Delivery:
        record = self._part.record()
        blocks = _restored(record)
        if record is not None and blocks is not None and record.damaged:
            blocks.forget(self._part.differing(blocks) or None)
        if record is None or blocks is None or not blocks.complete:
            self._tell(Progress(Phase.LOCATING))
            place = fetching.located(self._stopped)
            if record is None or blocks is None or not _same(record, place):
                if record is not None:
                    self._tell(Progress(Phase.LOCATING, notice=_changed(self._order.name)))
                record, blocks = self._begun(place)
            self._part.reserve(record.size, self._kept_free)
        for _ in range(_CHANGES):
            try:
                return self._verified(fetching, record, blocks)
            except Changed:
                place = fetching.located_anew(self._stopped)
                if not _same(record, place):
                    self._tell(Progress(Phase.LOCATING, notice=_changed(self._order.name)))
                    record, blocks = self._begun(place)
                    self._part.reserve(record.size, self._kept_free)
        raise DownloadHalted(
            phrase("The server changes {name} all the time.", name=self._order.name),
            action=phrase("Try again later."),
        )

    def _verified(self, fetching: Fetching, record: Record, blocks: Blocks) -> Delivery:
        """Fetch, hash, and repair what differs; raises `Changed` and `DownloadError`.

        Blocks that the disk spoiled are known by their checksums, and these alone are fetched again. What
        came wrong from a server is not to be found so: the hub publishes one hash for a whole file and none
        for its parts, so that comparing with a second server would mean to receive all of it. Then all of
        it is taken from there.
        """
        published = self._order.sha256 or record.sha256
        looked_here = False
        while True:
            finished, digest = self._once(fetching, record, blocks)
            if published in ("", digest):
                done = finished.record()
                self._part.finish(done)
                return Delivery(self._part.target, digest, bool(published))
            record = Record(record.size, published, record.etag)
            if finished.follower.resumed_bytes:
                continue  # what was kept of the hash may be wrong: once more, from the start
            here = [] if looked_here else self._part.differing(blocks)
            looked_here = True
            if not here and not fetching.next_server():
                self._part.save(finished.record(damaged=True))
                raise _damaged(self._order.name, digest, published)
            blocks.forget(here or None)

    def _once(self, fetching: Fetching, record: Record, blocks: Blocks) -> tuple[Round, str]:
        """One round; where a server sends only whole files, as many as patience allows."""
        while True:
            self._round = Round(self._part, blocks, record, fetching, self._limit, self._lines, self._tell)
            if self._stopped.is_set():
                raise Ended
            try:
                return self._round, self._round.run(self._executor, self._connections)
            except RangesIgnored:
                fetching.ignore_ranges()
                blocks.forget()
                record = Record(record.size, record.sha256, record.etag)

    def _begun(self, place: Location) -> tuple[Record, Blocks]:
        """Nothing of the file is here yet."""
        self._part.discard()
        known = Record(
            place.size,
            self._order.sha256 or place.sha256,
            place.etag,
            self._block_bytes,
        )
        return known, Blocks(place.size, self._block_bytes)

    def _waits(self, waiting: Waiting, retry_s: float) -> None:
        if (current := self._round) is not None:
            self._tell(current.progress())
        else:
            self._tell(Progress(Phase.WAITING, retry_s=retry_s, reason=waiting.reason))

    def _tell(self, progress: Progress) -> None:
        with self._reporting:
            self._report(progress)


def _restored(record: Record | None) -> Blocks | None:
    if record is None:
        return None
    try:
        return Blocks.restored(record.size, record.block_bytes, record.blocks)
    except ValueError:
        return None


def _same(record: Record, place: Location) -> bool:
    """Whether the bytes that are here are of the file that is offered now."""
    if record.size != place.size:
        return False
    if record.sha256 and place.sha256:
        return record.sha256 == place.sha256
    return bool(place.etag) and record.etag == place.etag


def _changed(name: str) -> Explanation:
    return Explanation(
        phrase("{name} was changed on the server.", name=name),
        phrase("What was downloaded of the former file is of no use."),
        phrase("The download begins anew."),
    )


def _damaged(name: str, found: str, published: str) -> DownloadDamaged:
    return DownloadDamaged(
        phrase("The download of {name} is damaged: it is not the file that was published.", name=name),
        phrase("It is kept aside and cannot be loaded."),
        phrase("Start the download again to repair it."),
        detail=f"SHA-256 {found}, published {published}",
    )


def _full(name: str) -> DiskFull:
    return DiskFull(
        phrase("The disk is full, so {name} cannot go on.", name=name),
        phrase("What was downloaded so far is kept."),
        phrase("Make room; it continues where it stopped."),
    )
