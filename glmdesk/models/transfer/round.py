"""One pass over a file: connections fetch, a follower hashes, and what is known is kept twice a second."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import FIRST_EXCEPTION, Executor, Future, wait
from contextlib import suppress
from typing import Any

from glmdesk.core.errors import Explanation
from glmdesk.models.transfer.blocks import Blocks
from glmdesk.models.transfer.connection import Connection
from glmdesk.models.transfer.faults import Ended
from glmdesk.models.transfer.fetching import Fetching
from glmdesk.models.transfer.follower import Follower
from glmdesk.models.transfer.lines import Lines
from glmdesk.models.transfer.order import Phase, Progress
from glmdesk.models.transfer.pace import Speed, SpeedLimit
from glmdesk.models.transfer.part_file import PartFile, Record

_LOOK_S = 0.25
_SAVE_S = 0.5


class Round:
    """`run` ends with the hash of the whole file, or as `Fetching.work` raises; `end` stops it."""

    def __init__(
        self,
        part: PartFile,
        blocks: Blocks,
        known: Record,
        fetching: Fetching,
        limit: SpeedLimit,
        lines: Lines,
        report: Callable[[Progress], None],
    ) -> None:
        self._part, self._blocks, self._known = part, blocks, known
        self._fetching, self._report = fetching, report
        self._ended = threading.Event()
        self._lines = lines
        self._speed = Speed()
        self._before = blocks.received_bytes
        self.follower = Follower(part.path, blocks, known.hashed_bytes, known.hash_state, self._ended)
        self._connection = Connection(part, blocks, limit, self._ended, self.follower.wake)

    def end(self) -> None:
        """Stop as soon as possible; what came is kept."""
        self._ended.set()
        self._lines.cut()

    def run(self, executor: Executor, connections: int) -> str:
        """Fetch what is missing and return the hash; raises `Changed`, `Ended`, `DownloadError`, OSError."""
        hashing = executor.submit(self.follower.run)
        working: list[Future[Any]] = [
            executor.submit(self._fetching.work, self._connection, self._blocks, self._ended)
            for _ in range(0 if self._blocks.complete else connections)
        ]
        try:
            saved_at = time.monotonic()
            pending = {hashing, *working}
            while pending:
                done, pending = wait(pending, timeout=_LOOK_S, return_when=FIRST_EXCEPTION)
                for future in done:
                    future.result()
                if time.monotonic() - saved_at >= _SAVE_S:
                    self.save()
                    saved_at = time.monotonic()
                self._report(self.progress())
            if not (digest := hashing.result()):
                raise Ended
            self.save()
            return digest
        finally:
            self.end()
            wait({hashing, *working})
            with suppress(OSError):
                self.save()

    def save(self) -> None:
        """Keep what is known of the file; raises OSError."""
        self._part.save(self.record())

    def record(self, *, damaged: bool = False) -> Record:
        """What is known of the file now."""
        hashed, state = self.follower.checkpoint()
        return Record(
            self._blocks.size,
            self._known.sha256,
            self._known.etag,
            self._blocks.block_bytes,
            self._blocks.entries(),
            hashed if state else 0,
            state,
            damaged,
        )

    def progress(self, notice: Explanation | None = None) -> Progress:
        """How far it is now."""
        received = self._blocks.received_bytes
        speed, flows = self._speed.at(received), received > self._before
        self._before = received
        waiting = self._fetching.waiting
        phase, retry_s, reason = Phase.FETCHING, 0.0, None
        if received == self._blocks.size:
            phase = Phase.VERIFYING
        elif waiting is not None and not flows:
            phase, reason = Phase.WAITING, waiting.reason
            retry_s = max(0.0, waiting.until - time.monotonic())
        hashed = self.follower.hashed_bytes
        return Progress(phase, received, self._blocks.size, speed, hashed, retry_s, reason, notice)
