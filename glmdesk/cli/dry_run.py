"""`glmdesk dry-run`: what a placement takes, as predicted and by llama.cpp's own allocator."""

import argparse
import re
import shutil
from dataclasses import replace
from pathlib import Path

from glmdesk import paths
from glmdesk.cli import output
from glmdesk.cli.way_out import endpoints, way_out
from glmdesk.core.errors import ModelMissing
from glmdesk.core.plan import DeviceMemory, HostMemory, KvType, Memory, Placement
from glmdesk.engine.child import Child
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.engine.protocol import Hello
from glmdesk.machine.detection import detect
from glmdesk.machine.devices import Device, Disk, Kind, Machine
from glmdesk.models import headers, library, profile, published
from glmdesk.models.memory import allowance, predict

DONE = 0
_MIB = 1024**2


def run(arguments: argparse.Namespace) -> int:
    """Print both; raises `GlmdeskError`."""
    path = _file(arguments.model)
    known = profile.read(path)
    placement = Placement(
        context_tokens=arguments.context,
        kv_type=KvType(arguments.kv),
        gpu_layers=arguments.gpu_layers,
        cpu_expert_layers=arguments.cpu_expert_layers,
        ubatch=arguments.ubatch,
        device=arguments.device,
    )
    with Child() as worker:
        hello = worker.hello
    machine = detect(hello.devices, Disk(str(paths.models()), shutil.disk_usage(paths.models()).free))
    with DryRunner() as runner:
        measured = runner.measure(path, placement)
    gpus = _gpus(measured, machine, hello)
    predicted = predict(known, placement, gpus, machine.ram)
    measured = _with_margins(measured, predicted, gpus)
    if arguments.json:
        output.line({"predicted": predicted.to_json(), "measured": measured.to_json()})
    else:
        output.text(_readable(predicted, measured))
    return DONE


def _file(model: str) -> Path:
    """The file of `model`; of one that is not here yet, its header; raises `GlmdeskError`."""
    try:
        return library.resolve(model).path
    except ModelMissing:
        offers = published.offered(paths.resources(), paths.cache())
        if not (offers.offer(model) or re.fullmatch(r"https?://.+|[\w.-]+/[\w.-]+(:.+|/.+\.gguf)?", model)):
            raise
    return headers.fetched(model, offers, paths.cache() / "headers", endpoints(), way_out())


def _gpus(measured: Memory, machine: Machine, hello: Hello) -> tuple[Device, ...]:
    """The GPUs that llama.cpp used, in its order, with what the system knows of them."""
    known = {device.id: device for device in machine.devices}
    listed = {device.id: device for device in hello.devices}
    return tuple(
        known.get(used.id)
        or Device(used.id, listed[used.id].name, Kind.GPU, listed[used.id].backend, used.free_bytes)
        for used in measured.devices
    )


def _with_margins(measured: Memory, predicted: Memory, gpus: tuple[Device, ...]) -> Memory:
    """`measured` beside the same free memory as `predicted`, so that only what is taken differs."""
    devices = []
    for taken, beside, gpu in zip(measured.devices, predicted.devices, gpus, strict=True):
        left = beside.free_bytes - taken.weights_bytes - taken.kv_bytes - taken.compute_bytes - allowance(gpu)
        devices.append(replace(taken, free_bytes=beside.free_bytes, margin_bytes=left))
    host = replace(measured.host, available_bytes=predicted.host.available_bytes)
    return Memory(tuple(devices), host)


def _readable(predicted: Memory, measured: Memory) -> str:
    lines = [f"{'':12}{'':10}{'predicted':>14}{'measured':>14}"]
    before: tuple[DeviceMemory | HostMemory, ...] = (*predicted.devices, predicted.host)
    after: tuple[DeviceMemory | HostMemory, ...] = (*measured.devices, measured.host)
    for expected, taken in zip(before, after, strict=True):
        name = expected.id if isinstance(expected, DeviceMemory) else "RAM"
        lines += [
            f"{name if part == 'weights' else '':12}{part:10}{_mib(size):>14}{_mib(other):>14}"
            for part, size, other in _parts(expected, taken)
        ]
    return "\n".join(lines) + "\n"


def _parts(
    before: DeviceMemory | HostMemory, after: DeviceMemory | HostMemory
) -> tuple[tuple[str, int, int], ...]:
    return (
        ("weights", before.weights_bytes, after.weights_bytes),
        ("context", before.kv_bytes, after.kv_bytes),
        ("working", before.compute_bytes, after.compute_bytes),
    )


def _mib(size: int) -> str:
    return f"{size / _MIB:,.2f} MiB"
