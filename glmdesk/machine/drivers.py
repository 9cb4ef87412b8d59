"""Which graphics drivers are here, as a text that changes when one of them does; nothing is loaded."""

import hashlib
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

_LINUX = (
    "/proc/driver/nvidia/version",
    "/sys/module/amdgpu/version",
    "/usr/share/vulkan/icd.d/*.json",
    "/etc/vulkan/icd.d/*.json",
    "/usr/lib/*/libvulkan_*.so",
    "/usr/lib64/libvulkan_*.so",
    "/opt/rocm/.info/version",
)
_WINDOWS = ("System32/nvcuda.dll", "System32/vulkan-1.dll", "System32/amdhip64.dll")


def driver_mark(root: Path = Path("/")) -> str:
    """Sixteen characters for the drivers that are here; `root` is for tests."""
    digest = hashlib.sha256(platform.release().encode())
    for path in sorted(_files(root)):
        digest.update(_state(path))
    return digest.hexdigest()[:16]


def _files(root: Path) -> Iterator[Path]:
    if sys.platform == "win32":
        from os import environ

        yield from (Path(environ.get("SYSTEMROOT", "C:/Windows")) / name for name in _WINDOWS)
    else:
        for pattern in _LINUX:
            yield from root.glob(pattern.removeprefix("/"))


def _state(path: Path) -> bytes:
    """A file under /proc has no size and no time that mean anything: its text counts."""
    try:
        if path.is_relative_to("/proc") or path.is_relative_to("/sys"):
            return str(path).encode() + path.read_bytes()
        state = path.stat()
    except OSError:
        return b""
    return f"{path} {state.st_size} {state.st_mtime_ns}".encode()
