"""The computer that a plan is for: this one, or the one that a hardware file describes."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glmdesk.core.errors import ModelTooLarge
from glmdesk.core.plan import Plan
from glmdesk.machine import bandwidth, devices
from glmdesk.machine.detection import EngineDevice, detect
from glmdesk.machine.devices import Disk, Machine
from glmdesk.models import correction, fit, profile
from glmdesk.models.fit import Wish
from glmdesk.models.library import ModelFile
from glmdesk.models.memory import Extra, allowance

_BANDWIDTH_FILE = "bandwidth.json"
_CORRECTIONS_FILE = "memory-corrections.json"
_RATES_FILE = "devices.json"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where models lie, what was measured is remembered, and the listed rates of GPUs are."""

    models: Path
    cache: Path
    resources: Path


@dataclass(frozen=True, slots=True)
class Computer:
    """A machine with its rates, and what its drivers hold beside llama.cpp's buffers."""

    machine: Machine
    extra: Extra


def described(path: Path, folders: Folders) -> Computer:
    """The computer in a hardware file; raises `HardwareUnreadable`."""
    return Computer(bandwidth.with_rates(devices.read(path), _listed(folders), None), allowance)


def this_one(listed: Sequence[EngineDevice], commit: str, folders: Folders) -> Computer:
    """This computer, with the devices that an engine of llama.cpp's `commit` lists.

    Measures the bandwidth of its memory the first time, for half a second.
    """
    disk = Disk(str(folders.models), shutil.disk_usage(folders.models).free)
    machine = detect(listed, disk)
    rate = bandwidth.remembered(folders.cache / _BANDWIDTH_FILE, machine.cores, machine.ram.total_bytes)
    learned = correction.load(folders.cache / _CORRECTIONS_FILE, commit)
    return Computer(bandwidth.with_rates(machine, _listed(folders), rate), learned.reserve)


def plan_for(model: ModelFile, computer: Computer, context_tokens: int = 0) -> Plan:
    """The best plan for a model; 0 `context_tokens` leaves them open.

    Raises `ModelUnusable` for a file that is no model, `ModelTooLarge` for one that does not fit.
    """
    found = fit.fit(
        (profile.read(model.path),), computer.machine, Wish(context_tokens or None), computer.extra
    )
    if found.chosen is None:
        happened = f"{model.name} does not fit this computer. {found.refused[0].why}"
        raise ModelTooLarge(happened, action="Choose a smaller model or a smaller context.")
    return found.chosen


def _listed(folders: Folders) -> tuple[bandwidth.Listed, ...]:
    return bandwidth.listed(folders.resources / _RATES_FILE)
