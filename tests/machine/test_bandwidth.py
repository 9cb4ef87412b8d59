"""Rates of memory: measured, remembered, listed."""

import json
import os
import time
from pathlib import Path

import pytest

from glmdesk import paths
from glmdesk.machine.bandwidth import Listed, listed, measure, remembered, with_rates
from glmdesk.machine.devices import Device, Kind, Machine, Ram

KNOWN = listed(paths.resources() / "devices.json")


def rated(name: str, own: float | None = None) -> Device:
    """The device of that name with the rates that are known of it."""
    device = Device("X", name, Kind.GPU, bandwidth_bytes_per_s=own)
    return with_rates(Machine((device,), Ram(1, 1)), KNOWN, None).devices[0]


@pytest.mark.parametrize(
    ("name", "gb_per_s"),
    [
        ("NVIDIA GeForce RTX 3090", 936),
        ("NVIDIA GeForce RTX 4070 Ti SUPER", 672),
        ("NVIDIA GeForce RTX 4090 Laptop GPU", 576),
        ("AMD Radeon RX 7900 XTX (RADV NAVI31)", 960),
        ("Apple M2 Ultra", 800),
        ("AMD Radeon 8060S Graphics", 256),
        ("NVIDIA H200", 4800),
    ],
)
def test_the_most_particular_name_counts(name: str, gb_per_s: float) -> None:
    assert rated(name).bandwidth_bytes_per_s == gb_per_s * 1e9


def test_the_drivers_figure_stands_before_the_list() -> None:
    assert rated("NVIDIA GeForce RTX 3090", own=900e9).bandwidth_bytes_per_s == 900e9


def test_an_unknown_device_stays_unknown() -> None:
    assert rated("Voodoo 2").bandwidth_bytes_per_s is None


def test_every_listed_name_fits_no_longer_pattern_of_another_device() -> None:
    plain = [entry for entry in KNOWN if entry.name.isprintable() and not set(entry.name) & set("\\|.[")]
    assert len(plain) > 100
    for entry in plain:
        assert rated(entry.name).bandwidth_bytes_per_s == entry.bandwidth_bytes_per_s


def test_ram_is_measured_in_a_moment_and_is_plausible() -> None:
    assert 0.5e9 < measure(2, longest_s=0.02).bytes_per_s < 5e12


def test_a_measurement_is_remembered_for_the_same_computer(tmp_path: Path) -> None:
    path = tmp_path / "bandwidth.json"
    first = remembered(path, 1, 8_000)
    assert remembered(path, 1, 8_000) == first
    path.write_text(json.dumps({"computer": {"cores": 1, "total_bytes": 8_000}, "bytes_per_s": 5.0}))
    assert remembered(path, 1, 8_000) == 5.0
    assert remembered(path, 1, 16_000) > 1e8


def test_a_measurement_that_was_held_up_is_made_again_later_and_the_best_counts(tmp_path: Path) -> None:
    path = tmp_path / "bandwidth.json"
    computer = {"cores": 1, "total_bytes": 8_000}
    path.write_text(json.dumps({"computer": computer, "bytes_per_s": 5.0, "alone": False}))
    assert remembered(path, 1, 8_000) == 5.0
    long_ago = time.time() - 3600
    os.utime(path, (long_ago, long_ago))
    better = remembered(path, 1, 8_000)
    assert better > 1e8
    path.write_text(json.dumps({"computer": computer, "bytes_per_s": 2 * better * 1000, "alone": False}))
    os.utime(path, (long_ago, long_ago))
    assert remembered(path, 1, 8_000) == 2 * better * 1000


@pytest.mark.skipif((os.cpu_count() or 1) > 8, reason="16 threads are too few to be in each other's way")
def test_more_threads_than_processors_hold_each_other_up() -> None:
    assert not measure(16, longest_s=0.02).alone


@pytest.mark.parametrize("content", ["", "[]", '{"computer": 1}', '{"bytes_per_s": "fast"}'])
def test_a_spoiled_memory_is_measured_again(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bandwidth.json"
    path.write_text(content)
    assert remembered(path, 1, 8_000) > 1e8


def test_ram_keeps_a_rate_that_it_has() -> None:
    machine = Machine((), Ram(1, 1, 10e9))
    assert with_rates(machine, (Listed("x", 1.0),), 20e9).ram.bandwidth_bytes_per_s == 10e9
    assert with_rates(Machine((), Ram(1, 1)), (), 20e9).ram.bandwidth_bytes_per_s == 20e9
