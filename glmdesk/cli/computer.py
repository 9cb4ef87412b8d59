"""The computer that a command is about: this one, or the one that a hardware file describes."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from glmdesk import paths
from glmdesk.engine.child import Child
from glmdesk.machine import bandwidth, devices
from glmdesk.machine.detection import detect
from glmdesk.machine.devices import Disk, Machine
from glmdesk.models import correction
from glmdesk.models.memory import Extra, allowance

_BANDWIDTH_FILE = "bandwidth.json"
_CORRECTIONS_FILE = "memory-corrections.json"


@dataclass(frozen=True, slots=True)
class Computer:
    """A machine with its rates, and what its drivers hold beside llama.cpp's buffers."""

    machine: Machine
    extra: Extra


def described(path: Path) -> Computer:
    """The computer in a hardware file; raises `HardwareUnreadable`."""
    machine = devices.read(path)
    return Computer(bandwidth.with_rates(machine, _known(), None), allowance)


def this_one() -> Computer:
    """This computer; raises `EngineError`."""
    with Child() as worker:
        hello = worker.hello
    models = paths.models()
    machine = detect(hello.devices, Disk(str(models), shutil.disk_usage(models).free))
    rate = bandwidth.remembered(paths.cache() / _BANDWIDTH_FILE, machine.cores, machine.ram.total_bytes)
    learned = correction.load(paths.cache() / _CORRECTIONS_FILE, hello.commit)
    return Computer(bandwidth.with_rates(machine, _known(), rate), learned.reserve)


def _known() -> tuple[bandwidth.Listed, ...]:
    return bandwidth.listed(paths.resources() / "devices.json")
