"""What a transfer asks of the disk, in one place, so that a full one, or one without locks, can be played."""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from filelock import BaseFileLock

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What the system says when there is no room left, for anybody or for this person."""

_SET_SPARSE = 0x900C4


class Disk:
    """The disk under a folder."""

    def free_bytes(self, folder: Path) -> int:
        """What may still be written there."""
        return shutil.disk_usage(folder).free

    def lock(self, path: Path) -> Callable[[], None] | None:
        """Take what `path` stands for, and return what gives it back; None where another program has it.

        Where a file system has no locks, as some in a network, another file tells that it is taken.
        """
        from filelock import SoftFileLock, Timeout

        try:
            return self._locked(path)
        except Timeout:  # which is an OSError too
            return None
        except (OSError, NotImplementedError):
            path.unlink(missing_ok=True)
        try:
            return _taken(SoftFileLock(path.with_suffix(".taken"), thread_local=False))
        except Timeout:
            return None

    def _locked(self, path: Path) -> Callable[[], None]:
        """By the file system's own lock; raises Timeout, and OSError or NotImplementedError without such."""
        from filelock import FileLock

        return _taken(FileLock(path, thread_local=False))

    def reserve(self, file: BinaryIO, size: int) -> None:
        """Take `size` bytes for `file` now, so that no other program can; raises OSError."""
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
        else:  # NTFS takes the room for a file's length; APFS does not, and may be full on the way
            file.truncate(size)

    def write(self, file: BinaryIO, offset: int, data: bytes) -> None:
        """Write all of `data`; raises OSError."""
        file.seek(offset)
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]


def _taken(lock: "BaseFileLock") -> Callable[[], None]:
    """What gives `lock` back; raises Timeout, and OSError or NotImplementedError where it cannot be had."""
    lock.acquire(blocking=False)

    def give_back() -> None:
        with suppress(OSError):
            Path(lock.lock_file).unlink()
        lock.release()

    return give_back


def let_be_sparse(file: BinaryIO) -> None:
    """Have what is never written into `file` take no room; raises OSError where that cannot be.

    Other systems do so by themselves; NTFS wants to be asked before the file grows (FSCTL_SET_SPARSE).
    """
    if sys.platform == "win32":
        import ctypes
        import msvcrt
        from ctypes import wintypes

        handle = wintypes.HANDLE(msvcrt.get_osfhandle(file.fileno()))
        written = ctypes.byref(wintypes.DWORD())
        if not ctypes.windll.kernel32.DeviceIoControl(handle, _SET_SPARSE, None, 0, None, 0, written, None):
            raise ctypes.WinError()


def held_bytes(path: Path) -> int:
    """What the file at `path` takes on the disk already; 0 where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0
    blocks = getattr(status, "st_blocks", None)
    return status.st_size if blocks is None else min(status.st_size, 512 * blocks)
