"""How fast GPUs are of which neither driver nor list tells it: measured once, and remembered.

A measurement holds for a card, its driver and the engine; one that failed is not made again until one of
these is another.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from glmdesk import whole_file
from glmdesk.core.errors import GlmdeskError
from glmdesk.machine.devices import Device, Machine

FILE = "gpu-rates.json"
"""Its name among the caches."""

Measure = Callable[[Sequence[str]], Mapping[str, float]]
"""Bytes a second by the ids of devices, for those that can be measured; raises `GlmdeskError`."""


def with_measured(machine: Machine, path: Path, setting: str, measure: Measure | None) -> Machine:
    """`machine` with what is remembered in `path`, or measured now, of GPUs that are used and unknown.

    `setting` names drivers and engine. Without `measure` nothing is measured. A GPU that shares the RAM is
    as fast as that. Raises OSError where nothing can be remembered.
    """
    unknown = [d for d in machine.gpus if d.bandwidth_bytes_per_s is None and not d.unified]
    if not unknown:
        return machine
    known = _read(path)
    new = [device for device in unknown if _key(device, setting) not in known]
    if new and measure is not None:
        try:
            found = measure([device.id for device in new])
        except GlmdeskError:
            found = {}
        known |= {_key(device, setting): found.get(device.id, 0.0) for device in new}
        whole_file.write(path, json.dumps(known, indent=2).encode())
    rates = {device: known.get(_key(device, setting)) or None for device in unknown}
    return replace(
        machine,
        devices=tuple(
            replace(device, bandwidth_bytes_per_s=rates[device]) if device in rates else device
            for device in machine.devices
        ),
    )


def _key(device: Device, setting: str) -> str:
    return f"{device.backend}|{device.name}|{device.pci}|{setting}"


def _read(path: Path) -> dict[str, float]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    known = content.items() if isinstance(content, dict) else ()
    return {key: float(rate) for key, rate in known if type(rate) in (int, float) and rate >= 0}
