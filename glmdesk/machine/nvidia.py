"""NVIDIA cards as NVML, the driver's own library, sees them: free memory with what other programs hold.

The module `pynvml` is imported only here and only when asked; without it or without a driver there is nothing
to tell, and that is not an error.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from glmdesk.machine.graphics import SystemGpu, Vendor, pci_address

_LIBRARY_MISMATCH = 18  # NVML_ERROR_LIB_RM_VERSION_MISMATCH
_TRANSFERS_PER_CLOCK = 2  # NVML tells half the data rate, for GDDR and HBM alike


@dataclass(frozen=True, slots=True)
class Found:
    """The cards, the driver's version, and a sentence for people where the driver needs attention."""

    gpus: tuple[SystemGpu, ...] = ()
    note: str = ""
    version: str = ""


def find(load: Callable[[str], Any] = import_module) -> Found:
    """The cards of the NVIDIA driver; `load` imports a module by name."""
    try:
        nvml = load("pynvml")
    except ImportError:
        return Found()
    try:
        nvml.nvmlInit()
    except nvml.NVMLError as error:
        if getattr(error, "value", None) == _LIBRARY_MISMATCH:
            return Found(note="The NVIDIA driver was updated; restart the computer to use the card again.")
        return Found()
    try:
        count = nvml.nvmlDeviceGetCount()
        cards = tuple(_gpu(nvml, nvml.nvmlDeviceGetHandleByIndex(i)) for i in range(count))
        return Found(cards, version=_text(nvml.nvmlSystemGetDriverVersion()))
    except nvml.NVMLError:
        return Found(note="The NVIDIA driver does not answer; restarting the computer usually helps.")
    finally:
        nvml.nvmlShutdown()


def _gpu(nvml: Any, handle: Any) -> SystemGpu:
    total, free = _memory(nvml, handle)
    return SystemGpu(
        name=_text(nvml.nvmlDeviceGetName(handle)),
        vendor=Vendor.NVIDIA,
        pci=pci_address(_text(nvml.nvmlDeviceGetPciInfo(handle).busId)),
        total_bytes=total,
        free_bytes=free,
        integrated=total == 0,
        driver="nvidia",
        bandwidth_bytes_per_s=_bandwidth(nvml, handle),
    )


def _memory(nvml: Any, handle: Any) -> tuple[int, int]:
    """Total and free bytes; zeros for a chip that has no memory of its own (Jetson, DGX Spark)."""
    try:
        memory = nvml.nvmlDeviceGetMemoryInfo(handle)
    except nvml.NVMLError:
        return 0, 0
    return int(memory.total), int(memory.free)


def _bandwidth(nvml: Any, handle: Any) -> float | None:
    """Bytes a second from the memory's highest clock and its width, or None where the driver hides them."""
    try:
        clock_mhz = nvml.nvmlDeviceGetMaxClockInfo(handle, nvml.NVML_CLOCK_MEM)
        width_bits = nvml.nvmlDeviceGetMemoryBusWidth(handle)
    except (nvml.NVMLError, AttributeError):
        return None
    return clock_mhz * 1e6 * _TRANSFERS_PER_CLOCK * width_bits / 8 or None


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
