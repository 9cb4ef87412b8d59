"""Whether a model that takes so much leaves every device and the RAM the room that it needs.

A margin is kept on each device, since drivers, screens and other programs take memory in bursts, and in RAM,
since a computer without any begins to swap. Memory that a GPU shares with the processor counts once for both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from glmdesk.core.plan import DeviceMemory, HostMemory, Memory
from glmdesk.machine.devices import Device, Machine, Ram

_MIB = 1024**2
_GPU_SHARE, _GPU_LEAST, _GPU_MOST = 1 / 16, 384 * _MIB, 1024 * _MIB
_RAM_SHARE, _RAM_LEAST, _RAM_MOST = 1 / 16, 768 * _MIB, 3072 * _MIB
_TIGHT = 0.4
"""The part of the margin that is left where a model is called tight."""

PROCESS_BYTES = 350 * _MIB
"""RAM of the worker beside llama.cpp's buffers: libraries, vocabulary, Python (measured: 70 MiB on the
processor alone; GPU drivers map some 200 more)."""


class Verdict(IntEnum):
    """How well a model fits, the worst first."""

    NO = 0
    TIGHT = 1
    FITS = 2


@dataclass(frozen=True, slots=True)
class Shortage:
    """How many bytes are missing where most are missing; the device is empty for the RAM."""

    device: str
    missing_bytes: int


def gpu_margin(device: Device) -> int:
    """Bytes to leave free on a GPU."""
    return int(min(_GPU_MOST, max(_GPU_LEAST, device.total_bytes * _GPU_SHARE)))


def ram_margin(ram: Ram) -> int:
    """Bytes to leave free in RAM."""
    return int(min(_RAM_MOST, max(_RAM_LEAST, ram.total_bytes * _RAM_SHARE)))


def gpu_room_needed(device: Device, least: Verdict) -> int:
    """Bytes that must stay free on a GPU for a verdict of at least `least`."""
    return 0 if least is Verdict.NO else int(gpu_margin(device) * (1 if least is Verdict.FITS else _TIGHT))


def held(memory: DeviceMemory | HostMemory) -> int:
    """llama.cpp's buffers on a device or in RAM."""
    return memory.weights_bytes + memory.kv_bytes + memory.compute_bytes


def all_memory(machine: Machine) -> int:
    """What is free of the RAM and of all GPUs together, shared memory once: no model has more."""
    own = (gpu.carved_bytes if gpu.unified else gpu.free_bytes for gpu in machine.gpus)
    return machine.ram.available_bytes + sum(own)


def ram_left(memory: Memory, gpus: Sequence[Device], ram: Ram) -> int:
    """What stays available in RAM, below zero where it is too little."""
    shared = 0
    for gpu, taken in zip(gpus, memory.devices, strict=True):
        if gpu.unified:
            shared += max(0, gpu.free_bytes - taken.margin_bytes - gpu.carved_bytes)
    return ram.available_bytes - held(memory.host) - PROCESS_BYTES - shared


def verdict(memory: Memory, gpus: Sequence[Device], ram: Ram) -> Verdict:
    """How well it fits; `memory.devices` are those of `gpus`, in the same order."""
    return min(_graded(ram_left(memory, gpus, ram) / ram_margin(ram)), gpus_verdict(memory, gpus))


def gpus_verdict(memory: Memory, gpus: Sequence[Device]) -> Verdict:
    """How well it fits on the GPUs alone."""
    shares = (taken.margin_bytes / gpu_margin(gpu) for gpu, taken in zip(gpus, memory.devices, strict=True))
    return _graded(min(shares, default=1.0))


def _graded(share: float) -> Verdict:
    if share >= 1:
        return Verdict.FITS
    return Verdict.TIGHT if share >= _TIGHT else Verdict.NO


def shortage(memory: Memory, gpus: Sequence[Device], ram: Ram) -> Shortage:
    """Where most is missing to fit with the whole margin; nothing is missing where it fits."""
    missing = [Shortage("", ram_margin(ram) - ram_left(memory, gpus, ram))]
    for gpu, taken in zip(gpus, memory.devices, strict=True):
        missing.append(Shortage(gpu.name, gpu_margin(gpu) - taken.margin_bytes))
    return max(missing, key=lambda shortage: shortage.missing_bytes)
