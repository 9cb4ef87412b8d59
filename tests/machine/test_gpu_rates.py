"""GPUs that nobody tells the speed of are measured once for each driver."""

from dataclasses import replace
from pathlib import Path

import pytest

from glmdesk.core.errors import EngineLost
from glmdesk.machine.devices import Device, Kind, Machine, Ram
from glmdesk.machine.gpu_rates import FILE, with_measured

UNKNOWN = Device("Vulkan0", "Moore Threads S80", Kind.GPU, "Vulkan", 16, 15, pci="0000:03:00.0")
KNOWN = replace(UNKNOWN, id="Vulkan1", name="RTX", pci="0000:04:00.0", bandwidth_bytes_per_s=900e9)
BUILT_IN = replace(UNKNOWN, id="Vulkan2", unified=True)
UNUSED = replace(UNKNOWN, id="Vulkan3", used=False)


class Engine:
    """Measures, and remembers what it was asked for."""

    def __init__(self, **rates: float) -> None:
        self.rates, self.asked = rates, []

    def __call__(self, devices):
        self.asked.append(tuple(devices))
        return {name: self.rates[name] for name in devices if name in self.rates}


def rate(path: Path, measure, *devices: Device, setting: str = "driver 1") -> float | None:
    machine = Machine(devices or (UNKNOWN,), Ram(32, 24))
    return with_measured(machine, path / FILE, setting, measure).devices[0].bandwidth_bytes_per_s


def test_only_used_cards_that_nobody_tells_of_are_measured(tmp_path):
    engine = Engine(Vulkan0=4e11)
    machine = Machine((UNKNOWN, KNOWN, UNUSED), Ram(32, 24))
    found = with_measured(machine, tmp_path / FILE, "driver 1", engine)
    assert engine.asked == [("Vulkan0",)]
    assert [d.bandwidth_bytes_per_s for d in found.devices] == [4e11, 900e9, None]
    assert rate(tmp_path / "none", engine, BUILT_IN) is None
    assert len(engine.asked) == 1


def test_a_measurement_is_remembered_for_the_driver(tmp_path):
    engine = Engine(Vulkan0=4e11)
    assert rate(tmp_path, engine) == rate(tmp_path, engine) == 4e11
    assert len(engine.asked) == 1
    assert rate(tmp_path, Engine(Vulkan0=5e11), setting="driver 2") == 5e11
    assert rate(tmp_path, None) == 4e11, "what is remembered needs no engine"


def test_nothing_is_measured_without_an_engine(tmp_path):
    assert rate(tmp_path, None) is None
    assert not (tmp_path / FILE).exists()


def test_what_cannot_be_measured_is_not_tried_again(tmp_path):
    def lost(_devices):
        raise EngineLost("The engine could not be started.")

    assert rate(tmp_path, lost) is None
    engine = Engine(Vulkan0=4e11)
    assert rate(tmp_path, engine) is None
    assert engine.asked == []


@pytest.mark.parametrize("content", ["", "[]", '{"a": "b"}', '{"a": -1}', "[" * 100_000])
def test_a_spoiled_file_is_as_good_as_none(tmp_path, content):
    (tmp_path / FILE).write_text(content)
    assert rate(tmp_path, Engine(Vulkan0=4e11)) == 4e11
