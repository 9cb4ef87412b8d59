"""The values that describe a computer, and their JSON: what `doctor` prints and what a hardware file holds.

All sizes are bytes, all rates bytes or operations a second. Free means free now, by what other programs hold
too; a device that is not used says why.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from glmdesk.core.errors import HardwareUnreadable
from glmdesk.core.plan import Memory

_SHARING_BACKENDS = ("Metal", "MTL")


class Kind(StrEnum):
    """What sort of processor a device is; an integrated GPU (IGPU) lives off the computer's RAM."""

    GPU = "gpu"
    IGPU = "igpu"
    CPU = "cpu"


@dataclass(frozen=True, slots=True)
class Device:
    """A processor that can run a model, under the engine's id for it (empty where the engine has none).

    `unified` memory is RAM that the device shares with everything else, all but the `carved_bytes` that were
    set aside for the device at start. A tensor above `largest_tensor_bytes` stays in RAM, 0 means that the
    device takes any. `bandwidth_bytes_per_s` and `flops_per_s` (16-bit, without sparsity)
    are known only where they were measured or listed.
    """

    id: str
    name: str
    kind: Kind
    backend: str = ""
    total_bytes: int = 0
    free_bytes: int = 0
    pci: str = ""
    unified: bool = False
    carved_bytes: int = 0
    largest_tensor_bytes: int = 0
    used: bool = True
    reason: str = ""
    bandwidth_bytes_per_s: float | None = None
    flops_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class Ram:
    """The computer's memory, or the part of it that this program may use."""

    total_bytes: int
    available_bytes: int
    bandwidth_bytes_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class Disk:
    """Where models are kept and how much room is left there."""

    models_dir: str = ""
    free_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Machine:
    """A computer; `cores` are physical ones, 0 where unknown; `notes` are sentences for people.

    `system` names the system and the drivers with their versions: with others, what was learned may be wrong.
    """

    devices: tuple[Device, ...]
    ram: Ram
    disk: Disk = field(default_factory=Disk)
    cores: int = 0
    notes: tuple[str, ...] = ()
    system: str = ""

    @property
    def gpus(self) -> tuple[Device, ...]:
        """The GPUs to be used: cards, or what shares the RAM where there is no card."""
        gpus = tuple(d for d in self.devices if d.used and d.kind is not Kind.CPU)
        return tuple(gpu for gpu in gpus if not gpu.unified) or gpus

    def to_json(self) -> dict[str, Any]:
        """The `devices`, `ram`, `disk`, `cores` and `notes` that `doctor` prints."""
        plain: dict[str, Any] = _without_unknown(asdict(self))
        return plain

    def with_given_back(self, memory: Memory) -> "Machine":
        """This computer as it will be once a loaded model has given back the `memory` it holds.

        Weights in RAM are pages of a file, which count as available while they are there.
        """
        held = {d.id: d.weights_bytes + d.kv_bytes + d.compute_bytes for d in memory.devices}
        host = memory.host
        host_held = host.kv_bytes + host.compute_bytes
        shared = sum(held.get(d.id, 0) for d in self.devices if d.unified)
        return replace(
            self,
            devices=tuple(
                replace(d, free_bytes=min(d.total_bytes, d.free_bytes + held.get(d.id, 0)))
                for d in self.devices
            ),
            ram=replace(
                self.ram,
                available_bytes=min(self.ram.total_bytes, self.ram.available_bytes + host_held + shared),
            ),
        )


def from_json(content: Any) -> Machine:
    """The computer in `doctor`'s output or a hardware file's content; raises `HardwareUnreadable`.

    Fields that are not a computer's are ignored, as `doctor` prints more than that.
    """
    try:
        machine = msgspec.convert(_without_unknown(content), Machine, strict=False)  # 16e9 is a size too
    except msgspec.ValidationError as error:
        raise HardwareUnreadable(
            "The hardware file does not describe a computer.",
            action="It needs the devices, ram and disk that `glmdesk doctor --json` prints.",
            detail=str(error),
        ) from error
    if problem := _impossible(machine):
        raise HardwareUnreadable(f"The hardware file describes no possible computer: {problem}.")
    return replace(machine, devices=tuple(map(_with_its_sharing, machine.devices)))


def read(path: Path) -> Machine:
    """The computer that the hardware file at `path` describes; raises `HardwareUnreadable`."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise HardwareUnreadable(
            f"The hardware file {path} cannot be read.",
            action="It should hold what `glmdesk doctor --json` prints.",
            detail=str(error),
        ) from error
    return from_json(content)


def _impossible(machine: Machine) -> str:
    """What is wrong with the sizes, or nothing."""
    sizes: Iterable[tuple[str, int, int]] = (
        *((device.name or device.id, device.total_bytes, device.free_bytes) for device in machine.devices),
        ("the memory", machine.ram.total_bytes, machine.ram.available_bytes),
    )
    for name, total, free in sizes:
        if total < 0 or free < 0:
            return f"{name} has a negative size"
        if free > total:
            return f"{name} has more free than in all"
    rates = (machine.ram.bandwidth_bytes_per_s, *(d.bandwidth_bytes_per_s for d in machine.devices))
    if any(rate is not None and rate <= 0 for rate in rates):
        return "a bandwidth is not above zero"
    ids = [device.id for device in machine.devices if device.id]
    return "" if len(ids) == len(set(ids)) else "two devices have the same id"


def _with_its_sharing(device: Device) -> Device:
    """A hand-written file may leave out what follows from the kind of device."""
    shares = device.kind is not Kind.GPU or device.backend in _SHARING_BACKENDS
    return replace(device, unified=device.unified or shares)


def _without_unknown(value: Any) -> Any:
    """`value` without the fields that are None."""
    if isinstance(value, dict):
        return {key: _without_unknown(v) for key, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [_without_unknown(v) for v in value]
    return value
