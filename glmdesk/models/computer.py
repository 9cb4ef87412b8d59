"""The computer that a plan is for: this one, or the one that a hardware file describes."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glmdesk.machine import bandwidth, devices, drivers, gpu_rates, ram
from glmdesk.machine.detection import EngineDevice, detect
from glmdesk.machine.devices import Disk, Machine
from glmdesk.models import correction
from glmdesk.models.memory import Extra, allowance

_BANDWIDTH_FILE = "bandwidth.json"
_RATES_FILE = "devices.json"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where models lie, what was measured is remembered, and the listed rates of GPUs are."""

    models: Path
    cache: Path
    resources: Path


@dataclass(frozen=True, slots=True)
class Computer:
    """A machine with its rates, and what its drivers hold beside llama.cpp's buffers.

    `engine` names the build that the figures are of.
    """

    machine: Machine
    extra: Extra = allowance
    engine: str = ""

    @property
    def description(self) -> str:
        """All that a placement which worked depends on, beside what was free at that moment."""
        machine = self.machine
        cards = (f"{d.id} {d.backend} {d.name} {d.pci} {d.total_bytes}" for d in machine.devices if d.id)
        return "; ".join((self.engine, machine.system, str(machine.ram.total_bytes), *cards))


def described(path: Path, folders: Folders) -> Computer:
    """The computer in a hardware file; raises `HardwareUnreadable`."""
    return Computer(bandwidth.with_rates(devices.read(path), _listed(folders), None))


def this_one(
    listed: Sequence[EngineDevice],
    commit: str,
    folders: Folders,
    measure: gpu_rates.Measure | None = None,
) -> Computer:
    """This computer, with the devices that an engine of llama.cpp's `commit` lists.

    Measures the bandwidth of its memory the first time, for half a second; with `measure` also that of GPUs
    of which nobody tells it, which takes some seconds.
    """
    disk = Disk(str(folders.models), shutil.disk_usage(folders.models).free)
    machine = detect(listed, disk)
    learned = correction.load(folders.cache / correction.FILE, commit)
    rate = measured_bandwidth(folders)
    machine = bandwidth.with_rates(machine, _listed(folders), rate)
    setting = f"{drivers.driver_mark()}|{commit}"
    machine = gpu_rates.with_measured(machine, folders.cache / gpu_rates.FILE, setting, measure)
    return Computer(machine, learned.reserve, commit)


def measured_bandwidth(folders: Folders) -> float:
    """Bytes a second that this computer's memory gives; measured the first time, for half a second."""
    memory, cores = ram.read(), ram.physical_cores()
    return bandwidth.remembered(folders.cache / _BANDWIDTH_FILE, cores, memory.total_bytes)


def _listed(folders: Folders) -> tuple[bandwidth.Listed, ...]:
    return bandwidth.listed(folders.resources / _RATES_FILE)
