"""What the systems tell of their cards."""

import ctypes
import importlib
import struct
import sys
from pathlib import Path

import pytest

from glmdesk.machine import linux, macos, nvidia, windows
from glmdesk.machine.graphics import Vendor, pci_address
from tests.machine.fake_linux import GIB, FakeLinux
from tests.machine.fake_nvml import FakeCard, FakeNvml


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0000:01:00.0", "0000:01:00.0"),
        ("00000000:01:00.0", "0000:01:00.0"),
        ("00010000:C1:00.0", "10000:c1:00.0"),
        ("01:00.0", "0000:01:00.0"),
        ("0000:0A:00", "0000:0a:00.0"),
        ("", ""),
        ("GPU-8f3c", ""),
    ],
)
def test_every_way_to_write_a_pci_address_becomes_one(written: str, address: str) -> None:
    assert pci_address(written) == address


def test_an_amd_card_tells_its_vram_and_what_others_hold(tmp_path: Path) -> None:
    computer = FakeLinux(tmp_path)
    computer.amd_card("0000:03:00.0", vram=16 * GIB, used=3 * GIB)
    computer.file("usr/share/misc/pci.ids", "1002  AMD\n\t7550  Navi 48 [Radeon RX 9070 XT]\n10de  NVIDIA\n")
    (card,) = linux.gpus(tmp_path)
    assert (card.name, card.vendor, card.driver) == ("Radeon RX 9070 XT", Vendor.AMD, "amdgpu")
    assert (card.total_bytes, card.free_bytes) == (16 * GIB, 13 * GIB)
    assert not card.integrated


def test_graphics_in_a_processor_count_the_ram_they_may_map(tmp_path: Path) -> None:
    FakeLinux(tmp_path).strix_halo("0000:c5:00.0", carved=GIB // 2, gtt=64 * GIB)
    (card,) = linux.gpus(tmp_path)
    assert card.integrated
    assert card.carved_bytes == GIB // 2
    assert card.total_bytes == 64 * GIB + GIB // 2


def test_intel_graphics_and_a_card_given_away_are_told_by_address_and_driver(tmp_path: Path) -> None:
    computer = FakeLinux(tmp_path)
    computer.card("0000:00:02.0", 0x8086, 0x46A6, "i915")
    computer.card("0000:01:00.0", 0x10DE, 0x2204, "vfio-pci")
    intel, given = linux.gpus(tmp_path)
    assert intel.integrated
    assert (given.vendor, given.driver) == (Vendor.NVIDIA, "vfio-pci")


def test_a_virtual_machines_display_is_no_card(tmp_path: Path) -> None:
    FakeLinux(tmp_path).card("0000:00:01.0", 0x1234, 0x1111, "bochs-drm")
    assert linux.gpus(tmp_path) == ()


def test_a_system_without_pci_has_no_cards(tmp_path: Path) -> None:
    assert linux.gpus(tmp_path) == ()


def test_nvml_tells_free_memory_and_bandwidth_and_is_closed() -> None:
    module = FakeNvml(FakeCard())
    (card,) = nvidia.find(module.load).gpus
    assert (card.pci, card.total_bytes, card.free_bytes) == ("0000:01:00.0", 24 * GIB, 23 * GIB)
    assert card.bandwidth_bytes_per_s == pytest.approx(936e9, rel=0.001)
    assert module.open == 0


def test_a_chip_without_own_memory_is_integrated() -> None:
    (card,) = nvidia.find(FakeNvml(FakeCard(name="NVIDIA GB10", total=0)).load).gpus
    assert card.integrated
    assert card.total_bytes == 0


def test_an_updated_driver_asks_for_a_restart() -> None:
    found = nvidia.find(FakeNvml(broken=18).load)
    assert found.gpus == ()
    assert "restart the computer" in found.note


def test_no_driver_and_no_library_are_nothing_to_tell() -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    assert nvidia.find(FakeNvml(broken=12).load) == nvidia.Found()
    assert nvidia.find(absent) == nvidia.Found()


def test_the_real_library_without_a_driver_finds_nothing() -> None:
    pytest.importorskip("pynvml")
    if Path("/dev/nvidia0").exists():
        pytest.skip("this computer has an NVIDIA card")
    assert nvidia.find(importlib.import_module).gpus == ()


def test_a_mac_lends_its_graphics_most_of_the_memory() -> None:
    def mac(ram: int, limit_mb: int = 0) -> macos.Sysctl:
        values = {
            "machdep.cpu.brand_string": b"Apple M2 Ultra\0",
            "hw.memsize": struct.pack("<Q", ram),
            "iogpu.wired_limit_mb": struct.pack("<i", limit_mb),
        }
        return lambda name: values.get(name, b"")

    (small,), (large,) = macos.gpus(mac(24 * GIB)), macos.gpus(mac(192 * GIB))
    assert small.total_bytes == 16 * GIB
    assert (large.name, large.total_bytes) == ("Apple M2 Ultra", 144 * GIB)
    assert macos.gpus(mac(192 * GIB, limit_mb=180_000))[0].total_bytes == 180_000 * 1024**2
    assert macos.gpus(lambda name: b"Intel(R) Core(TM)\0" if "brand" in name else b"") == ()


def test_windows_descriptions_have_the_size_that_dxgi_writes() -> None:
    pointer = ctypes.sizeof(ctypes.c_void_p)
    wide = ctypes.sizeof(ctypes.c_wchar)
    assert ctypes.sizeof(windows._Description) == 128 * wide + 4 * 4 + 3 * pointer + 8 + 4 + pointer - 4


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows there is DXGI")
def test_without_dxgi_there_are_no_windows_cards() -> None:
    assert windows.gpus() == ()
