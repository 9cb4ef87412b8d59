"""The devices of this computer as llama.cpp's own registry lists them."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import psutil

from glmdesk.engine.llama.library import DeviceProperties, Library
from glmdesk.engine.protocol import DeviceInfo

_KINDS = {0: "cpu", 1: "gpu", 2: "igpu", 3: "accel"}  # enum ggml_backend_dev_type
OFFLOADING = ("gpu", "igpu")


@dataclass(frozen=True, slots=True)
class Device:
    """A device and llama.cpp's handle for it."""

    handle: int
    info: DeviceInfo


def devices(library: Library) -> tuple[Device, ...]:
    """Every device, with the memory that is free at this moment; the processor has the computer's RAM."""
    return tuple(_devices(library))


def _devices(library: Library) -> Iterator[Device]:
    for index in range(library.ggml("ggml_backend_dev_count")):
        handle = library.ggml("ggml_backend_dev_get", index)
        found = DeviceProperties()
        library.ggml("ggml_backend_dev_get_props", handle, ctypes.byref(found))
        kind = _KINDS.get(found.type)
        if kind is None:  # a "meta" device stands for others that are listed themselves
            continue
        total, free = found.memory_total, found.memory_free
        if kind == "cpu":  # llama.cpp calls all of it free
            memory = psutil.virtual_memory()
            total, free = memory.total, memory.available
        registered = library.ggml("ggml_backend_dev_backend_reg", handle)
        yield Device(
            handle,
            DeviceInfo(
                id=_text(found.name),
                name=_text(found.description),
                kind=kind,
                backend=_text(library.ggml("ggml_backend_reg_name", registered)),
                total_bytes=total,
                free_bytes=free,
                pci=_text(found.device_id),
            ),
        )


def _text(value: bytes | None) -> str:
    return (value or b"").decode("utf-8", "replace")
