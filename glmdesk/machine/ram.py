"""How much memory this program may use: the computer's, or less where a control group limits it.

A container sees the whole computer's memory but is killed at its own limit; both kinds of control groups of
Linux are read, at every level, because the tightest one counts.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import psutil

from glmdesk.machine.devices import Ram

_UNLIMITED = 1 << 60
"""Version 1 writes no limit as the largest multiple of a page, far above any real memory."""

_CACHE = {"inactive_file", "active_file", "total_inactive_file", "total_active_file"}
"""Pages of files, which the kernel drops when memory is needed."""


def read(total_and_available: Callable[[], tuple[int, int]] | None = None, root: Path = Path("/")) -> Ram:
    """The memory in all and available now, within the limits under `root`."""
    total, available = (total_and_available or _of_the_computer)()
    for limit, used in _limits(root):
        total = min(total, limit)
        available = min(available, max(0, limit - used))
    return Ram(total, min(available, total))


def physical_cores() -> int:
    """Cores without their second threads, as far as this process may use them; 0 where unknown."""
    cores = psutil.cpu_count(logical=False) or 0
    if hasattr(os, "sched_getaffinity"):
        cores = min(cores, len(os.sched_getaffinity(0)))
    return cores


def _of_the_computer() -> tuple[int, int]:
    memory = psutil.virtual_memory()
    return memory.total, memory.available


def _limits(root: Path) -> Iterator[tuple[int, int]]:
    """Limit and use of each control group that this process is in."""
    try:
        lines = (root / "proc/self/cgroup").read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    mount = root / "sys/fs/cgroup"
    for line in lines:
        _, _, rest = line.partition(":")
        controllers, _, path = rest.partition(":")
        if not controllers:
            for base in (mount, mount / "unified"):
                yield from _levels(base, path, "memory.max", "memory.current")
        elif "memory" in controllers.split(","):
            yield from _levels(mount / "memory", path, "memory.limit_in_bytes", "memory.usage_in_bytes")


def _levels(base: Path, path: str, limit_name: str, used_name: str) -> Iterator[tuple[int, int]]:
    """Limit and use of the group at `path` and of every group around it.

    Inside a container the path may be the host's, which is not there; the mount itself is the container's.
    """
    inner = PurePosixPath(path.lstrip("/"))
    if ".." in inner.parts:
        inner = PurePosixPath()
    for group in (inner, *inner.parents):
        folder = base / group
        limit = _number(folder / limit_name)
        if 0 < limit < _UNLIMITED:
            yield limit, max(0, _number(folder / used_name) - _cache(folder / "memory.stat"))


def _cache(stat: Path) -> int:
    """Bytes of file pages in a group; version 1 tells them with and without the groups inside."""
    try:
        lines = stat.read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    values = {
        name: int(value) for name, _, value in (line.partition(" ") for line in lines) if name in _CACHE
    }
    own = values.get("inactive_file", 0) + values.get("active_file", 0)
    return max(own, values.get("total_inactive_file", 0) + values.get("total_active_file", 0))


def _number(path: Path) -> int:
    """The number in a file; 0 where there is none or it says "max"."""
    try:
        return int(path.read_text("ascii", "replace").strip())
    except (OSError, ValueError):
        return 0
