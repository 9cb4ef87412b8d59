"""The join of the engine's list with the system's cards, and which of them are used."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from glmdesk.machine.detection import EngineDevice, System, detect
from glmdesk.machine.devices import Device, Disk, Kind, Machine, Ram
from glmdesk.machine.graphics import SystemGpu, Vendor
from glmdesk.machine.nvidia import Found

GIB = 1024**3


@dataclass(frozen=True)
class Listed:
    """A device in the engine's list."""

    id: str
    name: str
    kind: str = "gpu"
    backend: str = "Vulkan"
    total_bytes: int = 16 * GIB
    free_bytes: int = 15 * GIB
    pci: str = ""


PLENTY = Ram(64 * GIB, 50 * GIB)
CPU = Listed("CPU", "AMD Ryzen 9 5950X", "cpu", "CPU", 64 * GIB, 50 * GIB)
RADEON = SystemGpu("Radeon RX 9070 XT", Vendor.AMD, "0000:03:00.0", 16 * GIB, 12 * GIB, driver="amdgpu")
GEFORCE = SystemGpu(
    "NVIDIA GeForce RTX 3090", Vendor.NVIDIA, "0000:01:00.0", 24 * GIB, 20 * GIB, driver="nvidia"
)
UHD = SystemGpu("UHD Graphics 770", Vendor.INTEL, "0000:00:02.0", integrated=True, driver="i915")


def seen(
    engine: Sequence[EngineDevice],
    *cards: SystemGpu,
    driver: Sequence[SystemGpu] = (),
    note: str = "",
    ram: Ram = PLENTY,
    platform: str = "linux",
) -> Machine:
    """The computer with these lists."""
    found = Found(tuple(driver), note)
    system = System(lambda: cards, lambda: found, lambda: ram, lambda: 16, platform)
    return detect((*engine, CPU), Disk(), system)


def by_name(machine: Machine, name: str) -> Device:
    """The device whose name contains `name`."""
    (device,) = (device for device in machine.devices if name in device.name)
    return device


def test_free_memory_is_what_others_left() -> None:
    machine = seen([Listed("Vulkan0", "AMD Radeon RX 9070 XT (RADV)", pci="0000:03:00.0")], RADEON)
    (gpu,) = machine.gpus
    assert (gpu.id, gpu.total_bytes, gpu.free_bytes) == ("Vulkan0", 16 * GIB, 12 * GIB)
    assert [device.kind for device in machine.devices] == [Kind.GPU, Kind.CPU]
    assert machine.cores == 16


def test_memory_that_a_backend_only_borrows_is_not_the_cards() -> None:
    counted_twice = Listed("Vulkan0", "NVIDIA RTX A2000 12GB", total_bytes=20 * GIB, pci="0000:01:00.0")
    card = SystemGpu("NVIDIA RTX A2000 12GB", Vendor.NVIDIA, "0000:01:00.0", 12 * GIB, 11 * GIB)
    (gpu,) = seen([counted_twice], driver=[card]).gpus
    assert (gpu.total_bytes, gpu.free_bytes) == (12 * GIB, 11 * GIB)


@pytest.mark.parametrize("turned", [False, True])
def test_cards_are_joined_by_address_in_any_order(turned: bool) -> None:
    listed = [
        Listed("CUDA0", "NVIDIA GeForce RTX 3090", backend="CUDA", total_bytes=24 * GIB, pci="0000:01:00.0"),
        Listed("Vulkan1", "AMD Radeon RX 9070 XT", pci="0000:03:00.0"),
    ]
    cards = [RADEON, GEFORCE]
    if turned:
        listed.reverse()
        cards.reverse()
    machine = seen(listed, *cards)
    assert by_name(machine, "3090").free_bytes == 20 * GIB
    assert by_name(machine, "9070").free_bytes == 12 * GIB


def test_two_equal_cards_without_addresses_are_not_guessed_apart() -> None:
    twins = [Listed(f"Vulkan{i}", "AMD Radeon RX 7900 XTX", total_bytes=24 * GIB) for i in range(2)]
    card = SystemGpu("AMD Radeon RX 7900 XTX", Vendor.AMD, "", 24 * GIB, GIB)
    machine = seen(twins, card, card, platform="win32")
    assert [gpu.free_bytes for gpu in machine.gpus] == [15 * GIB, 15 * GIB]
    assert len(machine.devices) == 3


def test_one_card_without_an_address_is_joined_by_its_name() -> None:
    listed = Listed("Vulkan0", "AMD Radeon RX 9070 XT", pci="0000:03:00.0")
    card = SystemGpu("AMD Radeon RX 9070 XT", Vendor.AMD, "", 16 * GIB, 9 * GIB)
    (gpu,) = seen([listed], card, platform="win32").gpus
    assert gpu.free_bytes == 9 * GIB


def test_a_card_in_two_backends_is_used_once_by_the_quicker_one() -> None:
    pci = "0000:01:00.0"
    listed = [
        Listed("Vulkan0", "NVIDIA GeForce RTX 3090", pci=pci, total_bytes=24 * GIB),
        Listed("CUDA0", "NVIDIA GeForce RTX 3090", backend="CUDA", pci=pci, total_bytes=24 * GIB),
    ]
    machine = seen(listed, driver=[GEFORCE])
    assert [gpu.id for gpu in machine.gpus] == ["CUDA0"]
    assert "same card as CUDA0" in machine.devices[1].reason


@pytest.mark.parametrize("turned", [False, True])
def test_built_in_graphics_are_left_out_beside_a_card(turned: bool) -> None:
    listed = [
        Listed("Vulkan0", "Intel(R) UHD Graphics 770", "igpu", pci="0000:00:02.0"),
        Listed("Vulkan1", "AMD Radeon RX 9070 XT", pci="0000:03:00.0"),
    ]
    machine = seen(listed[::-1] if turned else listed, UHD, RADEON)
    assert [gpu.id for gpu in machine.gpus] == ["Vulkan1"]
    assert "9070" in by_name(machine, "UHD").reason


def test_built_in_graphics_alone_are_used_and_share_the_ram() -> None:
    listed = Listed("Vulkan0", "AMD Radeon 780M Graphics", "igpu", total_bytes=90 * GIB, free_bytes=90 * GIB)
    (gpu,) = seen([listed], ram=Ram(32 * GIB, 20 * GIB)).gpus
    assert gpu.unified
    assert (gpu.total_bytes, gpu.free_bytes) == (32 * GIB, 20 * GIB)


def test_memory_carved_out_for_graphics_comes_on_top_of_the_ram() -> None:
    listed = Listed(
        "Vulkan0", "AMD Radeon 8060S", "igpu", total_bytes=112 * GIB, free_bytes=111 * GIB, pci="0000:c5:00.0"
    )
    card = SystemGpu(
        "8060S", Vendor.AMD, "0000:c5:00.0", 112 * GIB, 110 * GIB, True, "amdgpu", carved_bytes=96 * GIB
    )
    (gpu,) = seen([listed], card, ram=Ram(31 * GIB, 20 * GIB)).gpus
    assert gpu.carved_bytes == 96 * GIB
    assert gpu.free_bytes == 110 * GIB


def test_a_mac_has_one_memory() -> None:
    listed = Listed("MTL0", "Apple M2 Ultra", backend="Metal", total_bytes=144 * GIB, free_bytes=144 * GIB)
    chip = SystemGpu("Apple M2 Ultra", Vendor.APPLE, "", 128 * GIB, 128 * GIB, True)
    machine = seen([listed], chip, ram=Ram(192 * GIB, 100 * GIB), platform="darwin")
    (gpu,) = machine.gpus
    assert (gpu.kind, gpu.unified) == (Kind.GPU, True)
    assert (gpu.total_bytes, gpu.free_bytes) == (144 * GIB, 100 * GIB)


def test_a_chip_whose_driver_hides_its_memory_has_the_ram() -> None:
    listed = Listed("CUDA0", "NVIDIA GB10", "igpu", "CUDA", 119 * GIB, 110 * GIB, "000f:01:00.0")
    card = SystemGpu("NVIDIA GB10", Vendor.NVIDIA, "000f:01:00.0", integrated=True, driver="nvidia")
    (gpu,) = seen([listed], driver=[card], ram=Ram(119 * GIB, 112 * GIB)).gpus
    assert gpu.unified
    assert gpu.free_bytes == 110 * GIB


@pytest.mark.parametrize(
    ("card", "platform", "says"),
    [
        (GEFORCE, "linux", "./installers/from-source.sh run --engine cuda"),
        (RADEON, "linux", "./installers/from-source.sh run --engine vulkan"),
        (RADEON, "win32", "the installer with the vulkan engine"),
        (SystemGpu("GA102", Vendor.NVIDIA, "0000:01:00.0", driver="nouveau"), "linux", "NVIDIA driver"),
        (SystemGpu("GA102", Vendor.NVIDIA, "0000:01:00.0", driver="vfio-pci"), "linux", "virtual machine"),
    ],
)
def test_a_card_that_the_engine_cannot_use_is_named_with_what_would_change_it(
    card: SystemGpu, platform: str, says: str
) -> None:
    machine = seen([], card, platform=platform)
    assert machine.gpus == ()
    (stranger,) = (device for device in machine.devices if device.kind is not Kind.CPU)
    assert stranger.name == card.name
    assert says in stranger.reason


def test_the_nvidia_drivers_card_is_not_listed_again_by_the_system() -> None:
    plain = SystemGpu("GA102 [GeForce RTX 3090]", Vendor.NVIDIA, "0000:01:00.0", driver="nvidia")
    assert len(seen([], plain, driver=[GEFORCE]).devices) == 2


def test_a_software_renderer_is_no_gpu() -> None:
    (machine_gpu, _) = seen([Listed("Vulkan0", "llvmpipe (LLVM 15.0.6, 256 bits)")]).devices
    assert not machine_gpu.used
    assert "processor" in machine_gpu.reason
    assert machine_gpu.largest_tensor_bytes == 128 * 1024**2


def test_a_driver_in_trouble_is_a_note() -> None:
    assert seen([], note="Restart the computer.").notes == ("Restart the computer.",)


def test_this_computer_can_be_looked_at() -> None:
    machine = detect((), Disk("/models", 1))
    assert machine.ram.total_bytes >= machine.ram.available_bytes > 0
    assert machine.devices[-1].kind is Kind.CPU
    assert machine.cores > 0
