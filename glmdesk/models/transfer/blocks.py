"""Which bytes of a file are here: blocks of equal size, each filled from its start, with a checksum each.

The checksum (CRC-32) is of the bytes as they came from the network. It tells later, without asking anybody,
which blocks of a file are not what was received; only those have to be fetched again.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BLOCK_BYTES = 16 * 1024**2
_BLOCKS_A_REQUEST = 4


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive blocks that one request asks for, from the byte `start` to before the byte `end`."""

    first: int
    last: int
    start: int
    end: int


class Blocks:
    """Shared by the connections of a transfer; every method takes the lock."""

    def __init__(self, size: int, block_bytes: int = BLOCK_BYTES) -> None:
        self.size, self.block_bytes = size, block_bytes
        count = -(-size // block_bytes)
        self._received = [0] * count
        self._sums = [0] * count
        self._taken: set[int] = set()
        self._lock = threading.Lock()
        self._prefix = 0  # blocks from the start that are whole

    @classmethod
    def restored(cls, size: int, block_bytes: int, entries: Sequence[tuple[int, int]]) -> "Blocks":
        """From what `entries` gave; raises ValueError where that cannot be."""
        if size < 0 or block_bytes < 1:
            raise ValueError("a file has no negative size")
        blocks = cls(size, block_bytes)
        if len(entries) != len(blocks._received):
            raise ValueError("another number of blocks")
        for index, (received, checksum) in enumerate(entries):
            if not (0 <= received <= blocks._length(index) and 0 <= checksum < 2**32):
                raise ValueError("a block larger than it can be")
            blocks._received[index], blocks._sums[index] = received, checksum
        return blocks

    def entries(self) -> list[tuple[int, int]]:
        """Bytes received and their checksum, block by block."""
        with self._lock:
            return list(zip(self._received, self._sums, strict=True))

    @property
    def received_bytes(self) -> int:
        """How much of the file is here."""
        with self._lock:
            return sum(self._received)

    @property
    def prefix_bytes(self) -> int:
        """How much of the file is here without a gap from its start."""
        with self._lock:
            while self._prefix < len(self._received) and self._is_whole(self._prefix):
                self._prefix += 1
            begun = self._received[self._prefix] if self._prefix < len(self._received) else 0
            return min(self.size, self._prefix * self.block_bytes) + begun

    @property
    def complete(self) -> bool:
        """Whether every byte is here."""
        return self.received_bytes == self.size

    def take(self, *, everything: bool = False) -> Run | None:
        """The first blocks that nobody fetches yet; None where there are none. `leave` gives them back.

        `everything` takes the whole file, of which nothing is here yet.
        """
        with self._lock:
            first = next((i for i in range(len(self._received)) if self._is_open(i)), None)
            if first is None:
                return None
            last = first
            most = len(self._received) if everything else first + _BLOCKS_A_REQUEST
            while last + 1 < min(len(self._received), most) and self._is_untouched(last + 1):
                last += 1
            self._taken.update(range(first, last + 1))
            start = first * self.block_bytes + self._received[first]
            return Run(first, last, start, min(self.size, (last + 1) * self.block_bytes))

    def leave(self, run: Run) -> None:
        """Let others fetch what is still missing of `run`."""
        with self._lock:
            self._taken.difference_update(range(run.first, run.last + 1))

    def end_of_block(self, offset: int) -> int:
        """Where the block with the byte `offset` ends."""
        return min(self.size, (offset // self.block_bytes + 1) * self.block_bytes)

    def checksum(self, offset: int) -> int:
        """The checksum so far of the block with the byte `offset`."""
        return self._sums[offset // self.block_bytes]

    def grow(self, offset: int, count: int, checksum: int) -> None:
        """`count` bytes from `offset` on are on the disk, and `checksum` is now that of their block."""
        index = offset // self.block_bytes
        with self._lock:
            assert offset == index * self.block_bytes + self._received[index], "blocks grow at their end"
            self._received[index] += count
            self._sums[index] = checksum

    def forget(self, indices: Iterable[int] | None = None) -> None:
        """These blocks, or all, are to be fetched again."""
        with self._lock:
            for index in range(len(self._received)) if indices is None else indices:
                self._received[index] = self._sums[index] = 0
            self._prefix = 0

    def _length(self, index: int) -> int:
        return min(self.block_bytes, self.size - index * self.block_bytes)

    def _is_whole(self, index: int) -> bool:
        return self._received[index] == self._length(index)

    def _is_open(self, index: int) -> bool:
        return index not in self._taken and not self._is_whole(index)

    def _is_untouched(self, index: int) -> bool:
        return index not in self._taken and self._received[index] == 0
