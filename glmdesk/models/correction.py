"""What this computer taught about its own memory: how far predictions were off, device by device.

A driver takes memory that no allocator reports, and another version of it takes another amount; so what a
load really took corrects the next prediction. Only differences are kept, in a small file, by card, driver
backend and engine.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from glmdesk import whole_file
from glmdesk.core.plan import DeviceMemory
from glmdesk.machine.devices import Device
from glmdesk.models.memory import allowance

FILE = "memory-corrections.json"
"""Its name among the caches."""

_MIB = 1024**2
_MOST = 3072 * _MIB
_WEIGHT_OF_NEWS = 0.5


@dataclass(frozen=True, slots=True)
class Corrections:
    """Bytes that each device held beside what was predicted of llama.cpp's buffers; `engine` made them."""

    engine: str = ""
    extra_bytes: Mapping[str, int] = field(default_factory=dict)

    def reserve(self, device: Device) -> int:
        """What to reserve on a device: what was learned, or the usual allowance for its driver."""
        return self.extra_bytes.get(self._key(device), allowance(device))

    def learned(
        self, device: Device, predicted: DeviceMemory, measured: DeviceMemory, free_after: int | None = None
    ) -> "Corrections":
        """After a load: `measured` is what llama.cpp reported, `free_after` what the device then had free.

        More than expected counts at once, less only by halves, so that one lucky load gives nothing away.
        """
        off = _buffers(measured) - _buffers(predicted)
        taken = measured.free_bytes - free_after if free_after is not None else None
        driver = allowance(device) if taken is None else max(0, taken - _buffers(measured))
        seen = max(0, off + driver)
        before = self.reserve(device)
        if seen < before:
            seen = round(before + _WEIGHT_OF_NEWS * (seen - before))
        return self._with(device, seen)

    def _with(self, device: Device, size: int) -> "Corrections":
        known = {**self.extra_bytes, self._key(device): min(size, _MOST)}
        return replace(self, extra_bytes=known)

    def _key(self, device: Device) -> str:
        return f"{device.backend}|{device.name}|{device.pci}|{self.engine}"


def load(path: Path, engine: str) -> Corrections:
    """The corrections in the file `path`; none where it is missing or spoiled."""
    try:
        content: Any = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Corrections(engine)
    known = content.items() if isinstance(content, dict) else ()
    usable = {key: size for key, size in known if type(size) is int and 0 <= size <= _MOST}
    return Corrections(engine, usable)


def save(path: Path, corrections: Corrections) -> None:
    """Keep the corrections in the file `path`; raises OSError."""
    whole_file.write(path, json.dumps(dict(corrections.extra_bytes), indent=2).encode())


def _buffers(memory: DeviceMemory) -> int:
    return memory.weights_bytes + memory.kv_bytes + memory.compute_bytes
