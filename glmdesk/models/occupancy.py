"""How a plan divides the memory of each device, as a person sees it: one bar for each."""

from collections.abc import Sequence

from glmdesk.core.plan import Memory, Occupancy
from glmdesk.machine.devices import Device, Machine
from glmdesk.models import room


def occupancy(memory: Memory, machine: Machine) -> tuple[Occupancy, ...]:
    """The GPUs that take part, then the RAM; memory that both share is one bar.

    What a driver takes beside llama.cpp's buffers counts for others.
    """
    known = {device.id: device for device in machine.devices}
    taken = [(known[part.id], part) for part in memory.devices if part.id in known]
    bars = []
    host = memory.host
    weights, kv, compute = host.weights_bytes, host.kv_bytes, host.compute_bytes
    shared = ""
    for gpu, part in taken:
        if gpu.unified:
            shared = gpu.name
            weights, kv, compute = (
                weights + part.weights_bytes,
                kv + part.kv_bytes,
                compute + part.compute_bytes,
            )
            continue
        left = part.free_bytes - room.held(part) - part.margin_bytes  # the driver's own part
        bars.append(
            Occupancy(
                gpu.name,
                gpu.total_bytes,
                max(0, gpu.total_bytes - gpu.free_bytes + max(0, left)),
                part.weights_bytes,
                part.kv_bytes,
                part.compute_bytes,
                room.gpu_margin(gpu),
            )
        )
    ram = machine.ram
    carved = sum(gpu.carved_bytes for gpu, _ in taken if gpu.unified)
    bars.append(
        Occupancy(
            shared,
            ram.total_bytes + carved,
            ram.total_bytes - ram.available_bytes,
            weights,
            kv,
            compute,
            room.ram_margin(ram),
            shared=bool(shared),
        )
    )
    return tuple(bars)


def unused(machine: Machine) -> Sequence[Device]:
    """The GPUs that a plan leaves out, each with its reason."""
    return [device for device in machine.devices if not device.used and device.reason]
