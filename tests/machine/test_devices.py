"""A computer as a value and as JSON."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from glmdesk.core.errors import HardwareUnreadable
from glmdesk.core.plan import DeviceMemory, HostMemory, Memory
from glmdesk.machine.devices import Device, Disk, Kind, Machine, Ram, from_json, read

MACHINE = Machine(
    (
        Device(
            "CUDA0", "RTX 3090", Kind.GPU, "CUDA", 24_000, 20_000, "0000:01:00.0", bandwidth_bytes_per_s=936e9
        ),
        Device("CPU", "Ryzen", Kind.CPU, "CPU", 64_000, 50_000, unified=True),
    ),
    Ram(64_000, 50_000),
    Disk("/models", 7),
    16,
    ("A note.",),
)


def test_a_computer_survives_json() -> None:
    assert from_json(json.loads(json.dumps(MACHINE.to_json()))) == MACHINE


def test_unknown_rates_are_not_written() -> None:
    written = MACHINE.to_json()
    assert "bandwidth_bytes_per_s" not in written["ram"]
    assert written["devices"][0]["kind"] == "gpu"


def test_a_hardware_file_may_hold_all_that_doctor_prints(tmp_path: Path) -> None:
    path = tmp_path / "computer.json"
    path.write_text(json.dumps({"version": "1", "engine": {"backends": []}, **MACHINE.to_json()}))
    assert read(path) == MACHINE


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"devices": []},
        {
            "devices": [{"id": "CUDA0", "name": "x", "kind": "toaster"}],
            "ram": {"total_bytes": 1, "available_bytes": 1},
        },
        {"devices": [], "ram": {"total_bytes": "much", "available_bytes": 1}},
        {"devices": [], "ram": {"total_bytes": 1, "available_bytes": 2}},
        {"devices": [], "ram": {"total_bytes": -1, "available_bytes": -1}},
        {"devices": [], "ram": {"total_bytes": 1, "available_bytes": 1, "bandwidth_bytes_per_s": 0}},
    ],
)
def test_what_is_no_computer_is_refused(content: object) -> None:
    with pytest.raises(HardwareUnreadable):
        from_json(content)


def test_a_file_that_is_no_json_is_refused_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "computer.json"
    path.write_text("{")
    with pytest.raises(HardwareUnreadable, match=r"computer\.json"):
        read(path)
    with pytest.raises(HardwareUnreadable):
        read(tmp_path / "absent.json")


def test_a_model_that_is_loaded_gives_its_memory_back_to_the_next_plan() -> None:
    held = Memory((DeviceMemory("CUDA0", 2_000, 300, 40),), HostMemory(1_000, 100, 10))
    machine = MACHINE.with_given_back(held)
    assert machine.devices[0].free_bytes == 22_340
    assert machine.ram.available_bytes == 50_110


def test_shared_memory_is_given_back_to_the_ram_too() -> None:
    mac = Machine(
        (Device("MTL0", "Apple M1", Kind.GPU, "Metal", 10_000, 4_000, unified=True),), Ram(16_000, 6_000)
    )
    machine = mac.with_given_back(Memory((DeviceMemory("MTL0", 3_000),)))
    assert (machine.devices[0].free_bytes, machine.ram.available_bytes) == (7_000, 9_000)


def test_a_file_written_by_hand_may_leave_out_what_follows():
    machine = from_json(
        {
            "devices": [
                {
                    "id": "Vulkan0",
                    "name": "UHD 770",
                    "kind": "igpu",
                    "pci": None,
                    "total_bytes": 9,
                    "free_bytes": 9,
                },
                {"id": "Vulkan1", "name": "RTX 4070", "kind": "gpu", "total_bytes": 9, "free_bytes": 9},
            ],
            "ram": {"total_bytes": 9e0, "available_bytes": 9, "bandwidth_bytes_per_s": None},
        }
    )
    assert [gpu.id for gpu in machine.gpus] == ["Vulkan1"]
    assert machine.devices[0].unified
    apple = {"id": "MTL0", "name": "Apple M4", "kind": "gpu", "backend": "Metal"}
    mac = from_json({"devices": [apple], "ram": {"total_bytes": 9, "available_bytes": 9}})
    assert mac.gpus[0].unified


def test_graphics_that_share_the_ram_are_used_where_there_is_no_card():
    shared = Device("Vulkan0", "780M", Kind.IGPU, "Vulkan", 9, 9, unified=True)
    card = Device("Vulkan1", "RTX 4070", Kind.GPU, "Vulkan", 9, 9)
    ram = Ram(9, 9)
    assert Machine((shared,), ram).gpus == (shared,)
    assert Machine((shared, card), ram).gpus == (card,)
    assert Machine((shared, replace(card, used=False)), ram).gpus == (shared,)
