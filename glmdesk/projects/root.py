"""A folder as the only thing that can be read: every file is opened from it, and no link leads out of it.

Invariant: where the system can do so (`openat`), each name of a path is opened in the folder before it
without following links, so nothing that changes between a check and an opening can lead outside. Elsewhere
(Windows) the names are checked before and the opened file is compared with what was checked.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from typing import Self

from glmdesk.core.parts import Parts, whole

_OPENS_RELATIVE = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # opening a FIFO does not wait for a writer
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
_BLOCK = 1 << 20
_ENTRIES_A_PART = 5_000


class Kind(StrEnum):
    """What an entry of a folder is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"  # symbolic, or a junction
    SPECIAL = "special"  # a device, FIFO or socket
    UNREADABLE = "unreadable"


class NotAFile(OSError):
    """What was to be read is no regular file, or is one that has other names elsewhere."""


class TooLong(OSError):
    """The file has more bytes than may be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder; `mtime` in nanoseconds, `links` how many names the file has (0 unknown)."""

    name: str
    kind: Kind
    size: int = 0
    mtime: int = 0
    links: int = 1


class Root:
    """An open folder; paths are relative to it, with `/` between names."""

    def __init__(self, path: Path) -> None:
        """Open it; raises `OSError`."""
        self.path = Path(os.path.realpath(path))
        if not self.path.is_dir():
            raise NotADirectoryError(f"{self.path} is not a folder")
        self._fd = os.open(self.path, _FOLDER_FLAGS) if _OPENS_RELATIVE else -1
        self._last: tuple[str, int] = ("", -1)  # the folder read last, kept open: files come folder by folder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the folder back; no-op when it was."""
        self.close_last()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

    def check(self) -> None:
        """Raises `OSError` where the folder is not where it was opened: gone, moved, or another is there."""
        told = self.path.stat()
        if _OPENS_RELATIVE and not os.path.samestat(told, os.fstat(self._fd)):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.path))

    def entries(self, folder: str = "") -> list[Entry]:
        """What is in a folder, by name; raises `OSError`."""
        return whole(self.entries_by_parts(folder))

    def entries_by_parts(self, folder: str = "") -> Parts[list[Entry]]:
        """The same, with pauses."""
        fd = self._folder(folder) if _OPENS_RELATIVE else -1
        entries: list[Entry] = []
        try:
            with os.scandir(fd if _OPENS_RELATIVE else self._checked(folder)) as found:
                for item in found:
                    entries.append(_entry(item))
                    if len(entries) % _ENTRIES_A_PART == 0:
                        yield
        finally:
            if fd >= 0:
                os.close(fd)
        return sorted(entries, key=attrgetter("name"))

    def read(self, path: str, limit: int) -> tuple[bytes, os.stat_result]:
        """All bytes of a regular file and what the system says of it.

        Raises `OSError`, among them `NotAFile` and `TooLong` (more than `limit` bytes).
        """
        with self._opened(path) as fd:
            told = os.fstat(fd)
            if not stat.S_ISREG(told.st_mode) or told.st_nlink > 1:
                raise NotAFile(path)
            if told.st_size > limit:
                raise TooLong(path)
            blocks: list[bytes] = []
            length = 0
            while block := os.read(fd, _BLOCK):
                length += len(block)
                if length > limit:  # it grew, or never told its size
                    raise TooLong(path)
                blocks.append(block)
            return b"".join(blocks), told

    @contextmanager
    def _opened(self, path: str) -> Iterator[int]:
        if _OPENS_RELATIVE:
            folder, _, name = path.rpartition("/")
            _check_name(name)
            if folder != self._last[0] or self._last[1] < 0:
                self.close_last()
                self._last = (folder, self._folder(folder))
            fd = os.open(name, _FILE_FLAGS, dir_fd=self._last[1])
        else:
            place = self._checked(path)
            before = os.lstat(place)
            fd = os.open(place, _FILE_FLAGS)
            if not os.path.samestat(before, os.fstat(fd)):
                os.close(fd)
                raise NotAFile(path)
        try:
            yield fd
        finally:
            os.close(fd)

    def _folder(self, folder: str) -> int:
        """A new descriptor of a folder, each name on the way opened without following a link."""
        fd = os.open(".", _FOLDER_FLAGS, dir_fd=self._fd)
        for name in folder.split("/") if folder else ():
            try:
                _check_name(name)
                below = os.open(name, _FOLDER_FLAGS, dir_fd=fd)
            finally:
                os.close(fd)
            fd = below
        return fd

    def close_last(self) -> None:
        """Look anew for the folder of the next file, also when it is the last one's."""
        if self._last[1] >= 0:
            os.close(self._last[1])
        self._last = ("", -1)

    def _checked(self, path: str) -> str:
        """The full path, after a look at each name on the way."""
        place = str(self.path)
        for name in path.split("/") if path else ():
            _check_name(name)
            place = os.path.join(place, name)  # noqa: PTH118 - a Path would turn names into others
            if _is_link(os.lstat(place)):
                raise NotAFile(path)
        return place


def _check_name(name: str) -> None:
    """Refuse what is no name of an entry; on Windows also streams, drives and what ends in a dot."""
    if name in ("", ".", "..") or "/" in name or "\0" in name:
        raise NotAFile(name)
    if os.name == "nt" and (set(name) & set('\\:*?"<>|') or name[-1] in ". "):
        raise NotAFile(name)


def _is_link(told: os.stat_result) -> bool:
    return stat.S_ISLNK(told.st_mode) or getattr(told, "st_reparse_tag", 0) == _JUNCTION


def _entry(item: "os.DirEntry[str]") -> Entry:
    try:
        told = item.stat(follow_symlinks=False)
    except OSError:
        return Entry(item.name, Kind.UNREADABLE)
    if _is_link(told):
        return Entry(item.name, Kind.LINK)
    if stat.S_ISDIR(told.st_mode):
        return Entry(item.name, Kind.FOLDER)
    if not stat.S_ISREG(told.st_mode):
        return Entry(item.name, Kind.SPECIAL)
    return Entry(item.name, Kind.FILE, told.st_size, told.st_mtime_ns, told.st_nlink)
