"""The file that is not whole yet, what is known of it, and the right to work on it.

`NAME.part` holds the bytes, `NAME.part.json` the record, `NAME.part.lock` is held by whoever works on them.
Invariant: a record tells of no byte that was not written (one that a power loss took is found by the hash),
and `NAME` appears at once and whole, with the record hidden beside it as `.NAME.json`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast
from zlib import crc32

import msgspec

from glmdesk.core.errors import DownloadRefused
from glmdesk.core.phrases import phrase
from glmdesk.models.transfer.blocks import BLOCK_BYTES, Blocks
from glmdesk.models.transfer.disk import Disk, held_bytes

RECORD_SUFFIX = ".json"
_RECORD_LIMIT = 16 * 1024**2
_READ_BYTES = 4 * 1024**2


class Record(msgspec.Struct, frozen=True):
    """What is known of a file: whose bytes these are, which of them are here, and the hash so far.

    `blocks` is (bytes received, CRC-32) for each block. `hashed_bytes` went into `hash_state`. `damaged`
    tells that the whole file had another hash than published.
    """

    size: int
    sha256: str = ""
    etag: str = ""
    block_bytes: int = BLOCK_BYTES
    blocks: list[tuple[int, int]] = []
    hashed_bytes: int = 0
    hash_state: str = ""
    damaged: bool = False


class PartFile:
    """The unfinished file for `target`."""

    def __init__(self, target: Path, disk: Disk) -> None:
        self.target, self._disk = target, disk
        self.path = target.with_name(f"{target.name}.part")
        self._record = target.with_name(f"{target.name}.part.json")
        self._lock = target.with_name(f"{target.name}.part.lock")

    @contextmanager
    def held(self) -> Iterator[bool]:
        """True while nobody else works on this file, False where somebody does."""
        give_back = self._disk.lock(self._lock)
        try:
            yield give_back is not None
        finally:
            if give_back is not None:
                give_back()

    def record(self) -> Record | None:
        """What was kept of an earlier try; None where there is nothing, or nothing sensible."""
        known = read_record(self._record)
        try:
            whole = known is not None and self.path.stat().st_size == known.size
        except OSError:
            whole = False
        return known if whole else None

    def save(self, record: Record) -> None:
        """Keep `record`, replacing the former one at once; raises OSError."""
        _write(self._record, record)

    def reserve(self, size: int, keep_free: int) -> None:
        """Make room for `size` bytes; raises `DownloadRefused` where less than `keep_free` would be left."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        free = self._disk.free_bytes(self.target.parent)
        wanted = size - held_bytes(self.path)
        if wanted > 0 and free < wanted + keep_free:
            raise DownloadRefused(
                phrase(
                    "The disk has no room for {name}: it takes {size}, and {free} are free, of which {kept} "
                    "stay free for your chats.",
                    name=self.target.name,
                    size=_said(size),
                    free=_said(free),
                    kept=_said(keep_free),
                ),
                phrase("Nothing was downloaded.")
                if not held_bytes(self.path)
                else phrase("What was downloaded is kept."),
                phrase(
                    "Make room for {more}, or choose another folder.", more=_said(wanted + keep_free - free)
                ),
            )
        with self.path.open("ab"):
            pass
        with self.opened() as file:
            if size:
                self._disk.reserve(file, size)
            file.truncate(size)

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The bytes, for writing at any place and for reading; unbuffered."""
        with self.path.open("r+b", buffering=0) as file:
            yield cast(BinaryIO, file)

    def write(self, file: BinaryIO, offset: int, data: bytes) -> None:
        """Write into what `opened` gave; raises OSError."""
        self._disk.write(file, offset, data)

    def differing(self, blocks: Blocks) -> list[int]:
        """The blocks whose bytes are not those that were received."""
        return list(differing(self.path, blocks.entries(), blocks.block_bytes))

    def finish(self, record: Record) -> None:
        """Give the file its name: everything is on the disk before it can be seen; raises OSError."""
        with self.opened() as file:
            os.fsync(file.fileno())
        _write(record_path(self.target), record)
        self.path.replace(self.target)
        _sync_folder(self.target.parent)
        self._record.unlink(missing_ok=True)

    def give_back(self, record: Record) -> None:
        """The bytes in the part file are those of `record`, some of them damaged; raises OSError."""
        with self.opened() as file:
            file.truncate(record.size)
        self.save(msgspec.structs.replace(record, hashed_bytes=0, hash_state="", damaged=True))
        record_path(self.target).unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove all of it."""
        self.path.unlink(missing_ok=True)
        self._record.unlink(missing_ok=True)


def record_path(target: Path) -> Path:
    """Where the record of a finished file is: hidden, beside it."""
    return target.with_name(f".{target.name}{RECORD_SUFFIX}")


def read_record(path: Path) -> Record | None:
    """The record in the file `path`; None where it is missing or spoiled."""
    try:
        if path.stat().st_size > _RECORD_LIMIT:
            return None
        return msgspec.json.decode(path.read_bytes(), type=Record)
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None


def differing(path: Path, entries: list[tuple[int, int]], block_bytes: int) -> Iterator[int]:
    """The blocks of `path` whose bytes are not those of `entries`; raises OSError."""
    with path.open("rb", buffering=0) as file:
        for index, (received, checksum) in enumerate(entries):
            file.seek(index * block_bytes)
            left, found = received, 0
            while left and (data := file.read(min(left, _READ_BYTES))):
                found, left = crc32(data, found), left - len(data)
            if left or found != checksum:
                yield index


def _write(path: Path, record: Record) -> None:
    """Not by `whole_file`: waiting for a disk that gigabytes are on their way to would stall the transfer."""
    unfinished = path.with_name(f"{path.name}.writing")
    unfinished.write_bytes(msgspec.json.encode(record))
    unfinished.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; Windows has no such thing, and does it by itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _said(size: int) -> str:
    return f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{size / 1e6:,.0f} MB"
