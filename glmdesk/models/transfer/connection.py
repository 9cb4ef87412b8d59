"""One connection's work: take blocks that nobody fetches yet, write them down, go on until there are none."""

import threading
import time
from collections.abc import Callable
from typing import BinaryIO
from zlib import crc32

from httpx2 import Response, TransportError

from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.blocks import Blocks, Run
from glmdesk.models.transfer.faults import Ended, Passing, RangesIgnored
from glmdesk.models.transfer.pace import SpeedLimit
from glmdesk.models.transfer.part_file import PartFile
from glmdesk.models.transfer.server import Location, Server

_WRITE_BYTES = 1024**2
_WRITE_AFTER_S = 0.5
_MAGIC = b"GGUF"


class Connection:
    """Fetches runs of `blocks` from one server after another; shared by the threads that call `fetch`."""

    def __init__(
        self,
        part: PartFile,
        blocks: Blocks,
        limit: SpeedLimit,
        ended: threading.Event,
        arrived: Callable[[], None],
    ) -> None:
        self._part, self._blocks, self._limit = part, blocks, limit
        self._ended, self._arrived = ended, arrived
        self._must_be_gguf = part.target.suffix == ".gguf"

    def fetch(self, server: Server, place: Location) -> bool:
        """Fetch one run; False where there was none. Raises as `Server.stretch` does, OSError and `Ended`."""
        if not place.ranges and self._blocks.received_bytes and not self._blocks.complete:
            raise RangesIgnored
        run = self._blocks.take(everything=not place.ranges)
        if run is None:
            return False
        try:
            with self._part.opened() as file, server.stretch(place, run.start, run.end) as response:
                self._receive(response, run, file)
        finally:
            self._blocks.leave(run)
        return True

    def _receive(self, response: Response, run: Run, file: BinaryIO) -> None:
        at, buffer, written = run.start, bytearray(), 0.0
        try:
            for data in response.iter_raw():
                buffer += data
                if at + len(buffer) > run.end:
                    raise Passing(_too_much(response))
                if len(buffer) >= _WRITE_BYTES or time.monotonic() - written > _WRITE_AFTER_S:
                    at, written = self._write(file, at, buffer), time.monotonic()
                self._pause(len(data))
        except (TransportError, Ended):
            self._write(file, at, buffer)
            raise
        self._write(file, at, buffer)

    def _pause(self, count: int) -> None:
        """Wait as the limit of speed wants it after `count` bytes; raises `Ended`."""
        if self._ended.is_set() or self._ended.wait(self._limit.owed_s(count)):
            raise Ended

    def _write(self, file: BinaryIO, at: int, buffer: bytearray) -> int:
        """Write down and empty the buffer, block by block; returns where the next byte belongs."""
        if at == 0 and self._must_be_gguf and len(buffer) >= len(_MAGIC) and not buffer.startswith(_MAGIC):
            raise Passing(_other_content())
        while buffer:
            piece = bytes(buffer[: self._blocks.end_of_block(at) - at])
            self._part.write(file, at, piece)
            self._blocks.grow(at, len(piece), crc32(piece, self._blocks.checksum(at)))
            at += len(piece)
            del buffer[: len(piece)]
            self._arrived()
        return at


def _too_much(response: Response) -> Explanation:
    return Explanation(phrase("{host} sends more than was asked for.", host=response.url.host))


def _other_content() -> Explanation:
    return Explanation(
        phrase("What came is not a model file; maybe a login page answered."),
        phrase("None of it was kept."),
        phrase("Log in to this network in a browser, or choose another mirror."),
    )
