"""Brings a file into the page cache, where Linux would otherwise do it inside one call that nothing can stop.

llama.cpp maps weights with MAP_POPULATE: on a cold file of 18 GB that is minutes without a progress report.
Other systems read behind the map, and need no help.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

from glmdesk.engine.backend import Stopped

_CHUNK = 1024 * 1024  # 0.1 s on a disk that reads 10 MB/s
_SAMPLES = 64
_PAGE = 4096


def read_ahead(
    files: Sequence[Path], progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> None:
    """Read `files` once unless they are in memory already, or do not fit there; raises `Stopped`."""
    sizes = [path.stat().st_size for path in files]
    total = sum(sizes)
    if total > psutil.virtual_memory().available or all(map(_is_cached, files, sizes)):
        return
    buffer = memoryview(bytearray(_CHUNK))
    done = 0
    for path in files:
        with path.open("rb", buffering=0) as file:
            while count := file.readinto(buffer):
                done += count
                progress(done / total)
                if cancelled():
                    raise Stopped


def _is_cached(path: Path, size: int) -> bool:
    """Whether samples of the file are in the page cache; True where nothing waits for them."""
    if not hasattr(os, "RWF_NOWAIT"):
        return True
    with path.open("rb", buffering=0) as file:
        return all(_holds_page(file.fileno(), size * sample // _SAMPLES) for sample in range(_SAMPLES))


def _holds_page(file: int, offset: int) -> bool:
    """Asked twice: a page that is there says no once when it carries the kernel's read-ahead mark."""
    for _ in range(2):
        try:
            os.preadv(file, [bytearray(_PAGE)], offset // _PAGE * _PAGE, os.RWF_NOWAIT)
        except OSError:  # not there, or a file system that cannot say
            continue
        return True
    return False
