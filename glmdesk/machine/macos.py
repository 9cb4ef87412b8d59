"""Apple's chips as macOS describes them: one memory for processor and graphics."""

import ctypes
from collections.abc import Callable

from glmdesk.machine.graphics import SystemGpu, Vendor

Sysctl = Callable[[str], bytes]
"""Reads a kernel value by name; empty where there is none."""

_SMALL_MEMORY = 36 * 1024**3
"""macOS lends graphics two thirds of the RAM up to here and three quarters above (measured by llama.cpp users
as `recommendedMaxWorkingSetSize`); the engine, where it has Metal, tells the exact figure."""


def gpus(sysctl: Sysctl | None = None) -> tuple[SystemGpu, ...]:
    """The chip's graphics, or nothing on a Mac with an Intel processor."""
    read = sysctl or _sysctl
    name = read("machdep.cpu.brand_string").rstrip(b"\0").decode("utf-8", "replace")
    ram = _number(read("hw.memsize"))
    if not name.startswith("Apple") or not ram:
        return ()
    limit = _number(read("iogpu.wired_limit_mb")) * 1024**2
    working_set = limit or (ram * 2 // 3 if ram <= _SMALL_MEMORY else ram * 3 // 4)
    return (SystemGpu(name, Vendor.APPLE, total_bytes=working_set, free_bytes=working_set, integrated=True),)


def _number(value: bytes) -> int:
    return int.from_bytes(value, "little")


def _sysctl(name: str) -> bytes:
    libc = ctypes.CDLL(None)
    size = ctypes.c_size_t(256)
    value = ctypes.create_string_buffer(size.value)
    failed = libc.sysctlbyname(name.encode(), value, ctypes.byref(size), None, ctypes.c_size_t(0))
    return b"" if failed else value.raw[: size.value]
