"""How fast memory is: RAM measured once and remembered, GPUs by what their driver or their maker says.

The speed of writing an answer is bytes read a token over this figure, so it need be right to a tenth, not to
a hundredth.
"""

import ctypes
import json
import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glmdesk import whole_file
from glmdesk.machine.devices import Device, Machine

_ALL_BLOCKS_BYTES = 96 * 1024**2
_SMALLEST_BLOCK_BYTES = 16 * 1024**2
"""What is copied at a time, by all cores and by each at least: more than any processor's cache holds."""

_LONGEST_S = 0.25
"""Of copying; with making the blocks a measurement stays below half a second."""

_CONFLICT_FREE_CORES = 16
"""More cores than this saturate no memory better."""

_ALONE = 0.8
"""The share of the time in which each core really copied, at least; less, and others held it up."""

_AGAIN_S = 600.0
"""After so long a measurement that was held up is made again, when it is asked for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a maker publishes of a device; `name` is a pattern that its name contains."""

    name: str
    bandwidth_bytes_per_s: float
    flops_per_s: float | None = None


@dataclass(frozen=True, slots=True, order=True)
class Measured:
    """A rate, and whether the cores were left alone while it was measured."""

    bytes_per_s: float
    alone: bool


def listed(path: Path) -> tuple[Listed, ...]:
    """The devices in the file `path` (`resources/devices.json`), which gives GB/s and TFLOPS."""
    content: dict[str, Any] = json.loads(path.read_bytes())
    return tuple(
        Listed(entry["name"], entry["gb_per_s"] * 1e9, entry["tflops"] * 1e12 if "tflops" in entry else None)
        for entry in content["devices"]
    )


def with_rates(machine: Machine, known: Sequence[Listed], ram_bytes_per_s: float | None) -> Machine:
    """`machine` with the rates that it does not have yet: its driver's figure stands before the list's."""
    ram = replace(machine.ram, bandwidth_bytes_per_s=machine.ram.bandwidth_bytes_per_s or ram_bytes_per_s)
    devices = tuple(_with_rates(device, known) for device in machine.devices)
    return replace(machine, ram=ram, devices=devices)


def _with_rates(device: Device, known: Sequence[Listed]) -> Device:
    """The longest pattern that fits is the most particular one: "4070 Ti SUPER" before "4070"."""
    fitting = [entry for entry in known if re.search(entry.name, device.name, re.IGNORECASE)]
    if not fitting:
        return device
    best = max(fitting, key=lambda entry: len(entry.name))
    return replace(
        device,
        bandwidth_bytes_per_s=device.bandwidth_bytes_per_s or best.bandwidth_bytes_per_s,
        flops_per_s=device.flops_per_s or best.flops_per_s,
    )


def measure(cores: int, longest_s: float = _LONGEST_S) -> Measured:
    """What `cores` cores together move to and from RAM, the best of several rounds.

    Each core copies a block of its own; a copy counts twice, as it reads and writes. Plain reading, as an
    engine reads weights, is within a tenth of that.
    """
    workers = max(1, min(cores, _CONFLICT_FREE_CORES))
    size = max(_SMALLEST_BLOCK_BYTES, _ALL_BLOCKS_BYTES // workers)
    pairs = [(_block(size), _block(size)) for _ in range(workers)]
    best = Measured(0.0, alone=False)
    end = time.perf_counter() + longest_s
    with ThreadPoolExecutor(workers, thread_name_prefix="bandwidth") as pool:
        while best.bytes_per_s == 0.0 or time.perf_counter() < end:
            begin = time.perf_counter()
            copied_s = sum(pool.map(_copy, pairs))
            taken_s = time.perf_counter() - begin
            alone = copied_s >= _ALONE * workers * taken_s
            best = max(best, Measured(2 * workers * size / taken_s, alone))
    return best


def remembered(path: Path, cores: int, total_bytes: int) -> float:
    """Bytes a second as measured before and kept in the file `path`, or measured now.

    It is measured anew where the file is missing or of another computer, and some time after other programs
    held it up; of these the best counts.
    """
    computer = {"cores": cores, "total_bytes": total_bytes}
    known = 0.0
    try:
        content = json.loads(path.read_bytes())
        if content["computer"] == computer and content["bytes_per_s"] > 0:
            known = float(content["bytes_per_s"])
            if content.get("alone", True) or time.time() - path.stat().st_mtime < _AGAIN_S:
                return known
    except (OSError, ValueError, KeyError, TypeError):
        pass
    measured = measure(cores)
    rate = max(known, measured.bytes_per_s)
    record = {"computer": computer, "bytes_per_s": rate, "alone": measured.alone}
    whole_file.write(path, json.dumps(record).encode())
    return rate


def _block(size: int) -> ctypes.Array[ctypes.c_char]:
    block = ctypes.create_string_buffer(size)
    ctypes.memset(block, 1, size)  # pages that were never written are all the same one
    return block


def _copy(pair: tuple[ctypes.Array[ctypes.c_char], ctypes.Array[ctypes.c_char]]) -> float:
    """Seconds of its core; Python's lock is not held during the copy, so that all cores copy at once."""
    begin = time.thread_time()
    ctypes.memmove(pair[0], pair[1], ctypes.sizeof(pair[0]))
    return time.thread_time() - begin
