"""What a transfer asks of the disk, in one place, so that a full disk can be played."""

import errno
import os
import shutil
from pathlib import Path
from typing import BinaryIO

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What the system says when there is no room left, for anybody or for this person."""


class Disk:
    """The disk under a folder."""

    def free_bytes(self, folder: Path) -> int:
        """What may still be written there."""
        return shutil.disk_usage(folder).free

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


def held_bytes(path: Path) -> int:
    """What the file at `path` takes on the disk already; 0 where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return 0
    blocks = getattr(status, "st_blocks", None)
    return status.st_size if blocks is None else min(status.st_size, 512 * blocks)
