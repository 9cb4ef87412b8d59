"""All missing blocks brought here by several connections, with patience for networks and servers.

Every address of the file must offer the same bytes. Where one fails again and again the next one is asked;
pauses are shared, so that four connections that fail together count as one failure.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from glmdesk.core.errors import DownloadHalted, DownloadRefused, Explanation
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.blocks import Blocks
from glmdesk.models.transfer.connection import Connection
from glmdesk.models.transfer.faults import Changed, Ended, Expired, Passing, RangesIgnored
from glmdesk.models.transfer.pace import Patience
from glmdesk.models.transfer.server import Location, Server

_TRIES_BEFORE_THE_NEXT_SERVER = 2

Wait = Callable[[threading.Event, float], bool]
"""Wait that many seconds for the event; True when it was set."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Why nothing is asked for, and until when on the monotonic clock."""

    reason: Explanation
    until: float


class Fetching:
    """Shared by the threads that call `work`; `waiting` is what a person should see meanwhile."""

    def __init__(
        self,
        servers: Sequence[Server],
        size: int,
        sha256: str,
        patience: Patience,
        wait: Wait,
        waits: Callable[["Waiting", float], None],
    ) -> None:
        self._servers, self._patience = list(servers), patience
        self._wait, self._waits = wait, waits
        self._size, self._sha256 = size, sha256
        self._wanted_sha256 = sha256
        self._number = 0  # of the server that is asked
        self._refuted: set[int] = set()  # those whose bytes turned out to be others
        self._place: Location | None = None
        self._tried = 0
        self._seen_bytes = -1
        self._lock = threading.RLock()
        self.waiting: Waiting | None = None

    def located(self, ended: threading.Event) -> Location:
        """Where the file is, asked as often as patience allows; raises `DownloadError` and `Ended`."""
        while True:
            with self._lock:
                if self._place is not None:
                    return self._place
            try:
                return self._locate()
            except Passing as fault:
                self._failed(fault, 0, ended)

    def next_server(self) -> bool:
        """The bytes were wrong: ask another server from now on; False where there is none left."""
        with self._lock:
            self._refuted.add(self._number)
            if len(self._refuted) == len(self._servers):
                return False
            self._turn()
            return True

    def located_anew(self, ended: threading.Event) -> Location:
        """Where the file is now that the server has changed it; raises as `located` does."""
        with self._lock:
            self._place, self._size, self._sha256 = None, 0, self._wanted_sha256
        return self.located(ended)

    def ignore_ranges(self) -> None:
        """The present server sends whole files only."""
        with self._lock:
            if self._place is not None:
                self._place = replace(self._place, ranges=False)

    def work(self, connection: Connection, blocks: Blocks, ended: threading.Event) -> None:
        """Fetch until nothing is left.

        Raises `Changed`, `RangesIgnored`, `DownloadError`, `Ended` and OSError.
        """
        while not ended.is_set():
            place = self.located(ended)
            try:
                if not connection.fetch(self._servers[self._number], place):
                    return
            except Expired:
                self._expired(place, blocks.received_bytes, ended)
            except Passing as fault:
                self._failed(fault, blocks.received_bytes, ended)
                if not place.ranges:
                    raise RangesIgnored from fault
        raise Ended

    def _locate(self) -> Location:
        """Ask the present server, and the others in turn where that refuses or offers something else."""
        with self._lock:
            refusal: DownloadRefused | None = None
            for _ in self._servers:
                server = self._servers[self._number]
                try:
                    place = server.locate()
                    self._compare(server, place)
                except DownloadRefused as error:
                    refusal = refusal or error
                    self._turn()
                    continue
                self._place = place
                self._size, self._sha256 = place.size, self._sha256 or place.sha256
                return place
            assert refusal is not None, "there is at least one server"
            raise refusal

    def _turn(self) -> None:
        """On to the next server whose bytes were not wrong."""
        count = len(self._servers)
        following = ((self._number + step) % count for step in range(1, count + 1))
        number = next((n for n in following if n not in self._refuted), self._number)
        if number != self._number:
            self._number, self._place = number, None

    def _compare(self, server: Server, place: Location) -> None:
        """Raise `Changed` or `DownloadRefused` where `place` offers other bytes than are wanted."""
        other_hash = self._sha256 and place.sha256 and place.sha256 != self._sha256
        if other_hash or (self._size and place.size != self._size):
            raise DownloadRefused(
                phrase(
                    "{host} offers another file by this name than the one that was expected.",
                    host=server.host,
                ),
                phrase("What was downloaded so far is kept."),
                phrase("Choose another mirror, or look for a newer version of the model."),
                detail=f"size {place.size}, hash {place.sha256 or 'unknown'}",
            )

    def _expired(self, place: Location, received: int, ended: threading.Event) -> None:
        """Ask for a fresh address; without a byte from the last one that is a failure."""
        with self._lock:
            if self._place is not place:
                return
            before, self._place = place, None
        if received == self._seen_bytes:
            self._failed(
                Passing(Explanation(phrase("The address of the file expires at once."))), received, ended
            )
        self._seen_bytes = received
        fresh = self.located(ended)
        if not (fresh.sha256 and fresh.sha256 == before.sha256) and fresh.etag != before.etag:
            raise Changed

    def _failed(self, fault: Passing, received: int, ended: threading.Event) -> None:
        """Pause, longer from time to time; raises `DownloadHalted` once patience is over."""
        with self._lock:
            now = time.monotonic()
            if received > self._seen_bytes:
                self._tried, self._seen_bytes = 0, received
            if self.waiting is None:
                self._tried += 1
                if self._patience.tries is not None and self._tried >= self._patience.tries:
                    told = fault.reason
                    action = told.action or "Go on later: it continues where it stopped."
                    raise DownloadHalted(told.happened, told.kept, action)
                if self._tried >= _TRIES_BEFORE_THE_NEXT_SERVER:
                    self._turn()
                pause = self._patience.pause_s(self._tried, fault.after_s)
                self.waiting = Waiting(fault.reason, now + pause)
            waiting = self.waiting
        self._waits(waiting, max(0.0, waiting.until - now))
        stopped = self._wait(ended, max(0.0, waiting.until - now))
        with self._lock:
            if self.waiting is waiting:
                self.waiting = None
        if stopped:
            raise Ended
