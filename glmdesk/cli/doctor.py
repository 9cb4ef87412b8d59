"""`glmdesk doctor`: what this computer and the engine offer, and what of it a model will use."""

import argparse
import shutil
from dataclasses import dataclass
from typing import Any

import psutil

from glmdesk import __version__, paths
from glmdesk.cli import output
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import DeviceInfo, Hello
from glmdesk.models import library

DONE = 0
_GIB = 1024**3
_GPUS = ("gpu", "igpu")


@dataclass(frozen=True, slots=True)
class _Use:
    used: bool
    reason: str


def run(arguments: argparse.Namespace) -> int:
    """Print the report; raises `GlmdeskError`."""
    with Child() as worker:
        found = report(worker.hello)
    if arguments.json:
        output.line(found)
    else:
        output.text(_readable(found))
    return DONE


def report(hello: Hello) -> dict[str, Any]:
    """What is known, in the form that `doctor --json` prints."""
    memory = psutil.virtual_memory()
    models = paths.models()
    return {
        "version": __version__,
        "engine": {"version": hello.engine, "commit": hello.commit, "backends": list(hello.backends)},
        "devices": [_device(device, hello.devices) for device in hello.devices],
        "ram": {"total_bytes": memory.total, "available_bytes": memory.available},
        "disk": {"models_dir": str(models), "free_bytes": shutil.disk_usage(models).free},
        "notes": _notes(hello),
    }


def _device(device: DeviceInfo, others: tuple[DeviceInfo, ...]) -> dict[str, Any]:
    use = _use(device, others)
    return {
        "id": device.id,
        "name": device.name,
        "kind": device.kind,
        "backend": device.backend,
        "total_bytes": device.total_bytes,
        "free_bytes": device.free_bytes,
        "pci": device.pci,
        "unified": device.kind == "igpu",
        "used": use.used,
        "reason": use.reason,
    }


def _use(device: DeviceInfo, devices: tuple[DeviceInfo, ...]) -> _Use:
    """Whether llama.cpp gives a device work: all GPUs, integrated ones only where there are no others."""
    kinds = {other.kind for other in devices}
    if device.kind == "igpu" and "gpu" in kinds:
        return _Use(False, "A graphics card of its own is there and is faster.")
    if device.kind in _GPUS:
        return _Use(True, "It takes the model's layers, as many as fit.")
    if device.kind == "accel":
        return _Use(True, "It speeds up the processor's work on long prompts.")
    if kinds.isdisjoint(_GPUS):
        return _Use(True, "There is no GPU that this engine can use.")
    return _Use(True, "It takes what does not fit on the GPU.")


def _notes(hello: Hello) -> list[str]:
    notes = []
    if all(device.kind not in _GPUS for device in hello.devices):
        built = ", ".join(hello.backends)
        notes.append(f"Models run on the processor alone: the engine ({built}) finds no GPU.")
    if library.starter() is None:
        notes.append('The starter model is not installed; pip install "glmdesk[starter]" brings it.')
    return notes


def _readable(found: dict[str, Any]) -> str:
    engine, ram, disk = found["engine"], found["ram"], found["disk"]
    lines = [
        f"glmdesk {found['version']}",
        f"Engine: {engine['version']}, llama.cpp {engine['commit']}, {', '.join(engine['backends'])}",
        f"Memory: {_gib(ram['available_bytes'])} of {_gib(ram['total_bytes'])} available",
        f"Models: {disk['models_dir']}, {_gib(disk['free_bytes'])} free",
        "Devices:",
    ]
    for device in found["devices"]:
        free = f"{_gib(device['free_bytes'])} of {_gib(device['total_bytes'])} free"
        lines.append(f"  {device['name']} ({device['id']}, {device['backend']}), {free}. {device['reason']}")
    return "\n".join([*lines, *found["notes"]]) + "\n"


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GiB"
