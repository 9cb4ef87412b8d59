"""`glmdesk doctor`: what this computer and the engine offer, and what of it a model will use."""

import argparse
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from glmdesk import __version__, paths
from glmdesk.cli import output
from glmdesk.engine.child import Child
from glmdesk.engine.packs import read_catalogue
from glmdesk.engine.protocol import Hello
from glmdesk.machine.detection import detect
from glmdesk.machine.devices import Device, Disk, Kind
from glmdesk.models import library

DONE = 0
_GIB = 1024**3


def run(arguments: argparse.Namespace) -> int:
    """Print the report; raises `GlmdeskError`."""
    if arguments.network:
        from glmdesk.cli import network_proof

        return network_proof.run(arguments)
    with Child() as worker:
        found = report(worker.hello)
    if arguments.json:
        output.line(found)
    else:
        output.text(readable(found))
    return DONE


def report(hello: Hello) -> dict[str, Any]:
    """What is known, in the form that `doctor --json` prints."""
    models = paths.models()
    machine = detect(hello.devices, Disk(str(models), shutil.disk_usage(models).free))
    has_gpu = bool(machine.gpus)
    devices = tuple(replace(device, reason=_reason(device, has_gpu)) for device in machine.devices)
    notes = (*machine.notes, *_notes(hello, has_gpu))
    return {
        "version": __version__,
        "engine": {
            "version": hello.engine,
            "commit": hello.commit,
            "released": released_on(hello.engine),
            "backends": list(hello.backends),
            "libraries": list(hello.libraries),
        },
        **replace(machine, devices=devices, notes=notes).to_json(),
    }


def _reason(device: Device, has_gpu: bool) -> str:
    """Why a device is used, where only the reason against one was known."""
    if device.reason:
        return device.reason
    if device.kind is not Kind.CPU:
        return "It takes the model's layers, as many as fit."
    if has_gpu:
        return "It takes what does not fit on the GPU."
    return "There is no GPU that this engine can use."


def _notes(hello: Hello, has_gpu: bool) -> tuple[str, ...]:
    notes = []
    if not has_gpu:
        built = ", ".join(hello.backends)
        notes.append(f"Models run on the processor alone: the engine ({built}) finds no GPU.")
    if library.starter() is None:
        notes.append('The starter model is not installed; pip install "glmdesk[starter]" brings it.')
    return tuple(notes)


def readable(found: dict[str, Any]) -> str:
    """The report for people, a line for each fact."""
    engine, ram, disk = found["engine"], found["ram"], found["disk"]
    lines = [
        f"glmdesk {found['version']}",
        f"Engine: {engine['version']}, llama.cpp {engine['commit']}{_age(engine['released'])}",
        f"Computes with: {', '.join(engine['backends'])}",
        f"Memory: {_gib(ram['available_bytes'])} of {_gib(ram['total_bytes'])} available",
        f"Models: {disk['models_dir']}, {_gib(disk['free_bytes'])} free",
        "Devices:",
    ]
    for device in found["devices"]:
        free = f"{_gib(device['free_bytes'])} of {_gib(device['total_bytes'])} free"
        engine_id = ", ".join(dict.fromkeys(filter(None, (device["id"], device["backend"]))))
        lines.append(
            f"  {device['name']} ({engine_id or 'unknown to the engine'}), {free}. {device['reason']}"
        )
    return "\n".join([*lines, *found["notes"]]) + "\n"


def released_on(engine: str) -> str:
    """The day on which a version of llama-cpp-python came out, as 2026-10-01; empty for an unknown one."""
    return read_catalogue(paths.resources() / "engines.json").released.get(engine.rpartition(" ")[2], "")


def _age(released: str) -> str:
    if not released:
        return ""
    days = (datetime.now(UTC).date() - date.fromisoformat(released)).days
    return f" of {released} ({days} days old)"


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GiB"
