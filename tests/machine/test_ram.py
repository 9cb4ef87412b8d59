"""Memory within the limits of control groups."""

from pathlib import Path

import pytest

from glmdesk.machine import ram
from glmdesk.machine.devices import Ram
from tests.machine.fake_linux import GIB, FakeLinux


def plenty() -> tuple[int, int]:
    """A computer with 64 GiB, 50 of them available."""
    return 64 * GIB, 50 * GIB


def test_without_groups_the_computers_memory_counts(tmp_path: Path) -> None:
    assert ram.read(plenty, tmp_path) == Ram(64 * GIB, 50 * GIB)


def test_a_containers_limit_counts_and_its_file_cache_does_not(tmp_path: Path) -> None:
    computer = FakeLinux(tmp_path)
    computer.file("proc/self/cgroup", "0::/\n")
    computer.file("sys/fs/cgroup/memory.max", f"{16 * GIB}\n")
    computer.file("sys/fs/cgroup/memory.current", f"{10 * GIB}\n")
    computer.file("sys/fs/cgroup/memory.stat", f"anon 1\ninactive_file {5 * GIB}\nactive_file {2 * GIB}\n")
    assert ram.read(plenty, tmp_path) == Ram(16 * GIB, 13 * GIB)


def test_the_tightest_group_around_this_one_counts(tmp_path: Path) -> None:
    computer = FakeLinux(tmp_path)
    computer.file("proc/self/cgroup", "0::/user.slice/app.scope\n")
    computer.file("sys/fs/cgroup/user.slice/app.scope/memory.max", "max\n")
    computer.file("sys/fs/cgroup/user.slice/memory.max", f"{8 * GIB}\n")
    computer.file("sys/fs/cgroup/user.slice/memory.current", f"{3 * GIB}\n")
    assert ram.read(plenty, tmp_path) == Ram(8 * GIB, 5 * GIB)


def test_the_first_version_of_groups_is_read_too(tmp_path: Path) -> None:
    computer = FakeLinux(tmp_path)
    computer.file("proc/self/cgroup", "4:cpu,memory:/docker/abc\n0::/\n")
    computer.file("sys/fs/cgroup/memory/memory.limit_in_bytes", f"{12 * GIB}\n")
    computer.file("sys/fs/cgroup/memory/memory.usage_in_bytes", f"{4 * GIB}\n")
    computer.file("sys/fs/cgroup/memory/memory.stat", f"total_inactive_file {GIB}\n")
    assert ram.read(plenty, tmp_path) == Ram(12 * GIB, 9 * GIB)


@pytest.mark.parametrize("path", ["/../../outside", "/"])
def test_no_limit_is_no_limit(tmp_path: Path, path: str) -> None:
    computer = FakeLinux(tmp_path)
    computer.file("proc/self/cgroup", f"4:memory:{path}\n")
    computer.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n")
    assert ram.read(plenty, tmp_path) == Ram(64 * GIB, 50 * GIB)


def test_this_computers_memory_and_cores_are_known() -> None:
    found = ram.read()
    assert found.total_bytes >= found.available_bytes > 0
    assert ram.physical_cores() > 0
