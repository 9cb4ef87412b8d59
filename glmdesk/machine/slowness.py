"""Why a model may be slower than it should be, by what can be seen of this computer: the likeliest reason."""

from dataclasses import dataclass

import psutil

from glmdesk.core.plan import FlashAttention, Memory, Placement
from glmdesk.machine.devices import Kind, Machine

FAR_BELOW = 0.6
"""Below this share of the expected speed a reason is looked for; the estimate itself is within a fifth."""

_BUSY_PERCENT = 40.0
_SCARCE_BYTES = 512 * 1024**2
_SWAPPED_BYTES = 1024**3


@dataclass(frozen=True, slots=True)
class Signs:
    """What is to be seen now: `others_percent` of the processor that programs other than ours take."""

    on_battery: bool = False
    others_percent: float = 0.0
    available_bytes: int = 1 << 40
    swapped_bytes: int = 0


def look(worker_pid: int) -> Signs:
    """The signs of this moment; takes half a second."""
    memory, swap = psutil.virtual_memory(), psutil.swap_memory()
    return Signs(
        on_battery=_on_battery(),
        others_percent=_others(worker_pid),
        available_bytes=memory.available,
        swapped_bytes=swap.used,
    )


def _on_battery() -> bool:
    """Not where nobody can tell: some containers have no /sys, and psutil raises there (7.2)."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError):
        return False
    return bool(battery and battery.power_plugged is False)


def reason(signs: Signs, placement: Placement, measured: Memory, machine: Machine) -> str:
    """The likeliest reason as a sentence."""
    unused = [d for d in machine.devices if d.kind is Kind.GPU and not d.used and d.reason]
    if not placement.device and unused:
        return f"Probably because the {unused[0].name} is not used. {unused[0].reason}"
    if signs.on_battery:
        return "Probably because the computer runs on its battery, which slows it down."
    if signs.available_bytes < _SCARCE_BYTES or (
        signs.swapped_bytes > _SWAPPED_BYTES and signs.available_bytes < 4 * _SCARCE_BYTES
    ):
        return "Probably because memory is so short that parts of the model are read from the disk again."
    if signs.others_percent > _BUSY_PERCENT:
        return (
            f"Probably because other programs take {signs.others_percent:.0f} % of the processor; "
            "the model has to wait for it."
        )
    crowded = [d for d in measured.devices if d.margin_bytes and d.margin_bytes < _SCARCE_BYTES // 4]
    if crowded:
        return "Probably because the memory of the GPU is full, and its driver moves parts to RAM."
    if placement.device and placement.flash_attention is FlashAttention.OFF:
        return "Probably because flash attention is off, which costs speed in long chats."
    return "No reason is to be seen: the GPU may be hot or busy with another program."


def _others(worker_pid: int) -> float:
    """The share of all cores that neither idles nor belongs to the worker, in per cent."""
    cores = psutil.cpu_count() or 1
    try:
        worker = psutil.Process(worker_pid)
        worker.cpu_percent()
        busy = psutil.cpu_percent(interval=0.5)
        own = worker.cpu_percent() / cores
    except (psutil.Error, ValueError):
        return 0.0
    return float(max(0.0, busy - own))
