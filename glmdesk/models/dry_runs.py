"""Dry runs remembered: llama.cpp's own figures for a file in a placement are worked out once.

They depend on the file, the placement and the engine's build; the newest few hundred are kept in a small
file. What a driver takes beside them is no part of them.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import msgspec

from glmdesk import whole_file
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.machine.devices import Device, Ram
from glmdesk.models import room
from glmdesk.models.memory import Extra, allowance

_KEPT = 300

Measure = Callable[[Path, Placement], Memory]
"""A dry run; raises what the engine raises."""


class DryRuns:
    """Asks `measure` what is not yet in the file `path`; `build` names the engine."""

    def __init__(self, path: Path, build: str, measure: Measure) -> None:
        self._path, self._build, self._measure = path, build, measure
        self._known = _read(path)

    def memory(self, file: Path, placement: Placement) -> Memory:
        """What llama.cpp would allocate; raises OSError where there is no file, and as `measure` does."""
        key = self._key(file, placement)
        if key not in self._known:
            self._known[key] = self._measure(file, placement).to_json()
            self._save()
        return msgspec.convert(self._known[key], Memory)

    def known(self, file: Path, placement: Placement) -> Memory | None:
        """What was worked out before, if it was; raises OSError where there is no file."""
        found = self._known.get(self._key(file, placement))
        return None if found is None else msgspec.convert(found, Memory)

    def _key(self, file: Path, placement: Placement) -> str:
        """The file's place, size and time stand for its content."""
        status = file.stat()
        content = [str(file), status.st_size, status.st_mtime_ns, asdict(placement), self._build]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    def _save(self) -> None:
        newest = dict(list(self._known.items())[-_KEPT:])
        whole_file.write(self._path, json.dumps(newest).encode())


def verified(
    plan: Plan, measured: Memory, gpus: Sequence[Device], ram: Ram, extra: Extra = allowance
) -> Plan:
    """`plan` with llama.cpp's buffers in place of the estimated ones, and the verdict that follows.

    `gpus` are those of the plan, in its order, with what is free on them now.
    """
    devices = []
    for gpu, taken in zip(gpus, measured.devices, strict=True):
        margin = gpu.free_bytes - room.held(taken) - extra(gpu)
        devices.append(replace(taken, free_bytes=gpu.free_bytes, margin_bytes=margin))
    host = replace(measured.host, available_bytes=ram.available_bytes)
    memory = Memory(tuple(devices), host)
    verdict = room.verdict(memory, gpus, ram)
    return replace(plan, memory=memory, verdict=verdict.name.lower())


def _read(path: Path) -> dict[str, Any]:
    """What the file holds of memory; nothing where it is missing or spoiled."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    known = content.items() if isinstance(content, dict) else ()
    return {key: value for key, value in known if _is_memory(value)}


def _is_memory(value: Any) -> bool:
    try:
        msgspec.convert(value, Memory)
    except msgspec.ValidationError:
        return False
    return True
