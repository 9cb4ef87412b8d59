"""Nothing outside of the folder can be read, whatever the folder holds and however it changes."""

import os
import sys
import threading
from pathlib import Path

import pytest

from glmdesk.projects.root import Kind, NotAFile, Root, TooLong
from tests.projects.trees import plant

CANARY = "what lies outside"
posix = pytest.mark.skipif(sys.platform == "win32", reason="links and FIFOs as POSIX has them")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project beside a file that must not be read."""
    plant(tmp_path, {"outside/secret.txt": CANARY, "project/a.py": "x = 1\n", "project/sub/b.py": "y\n"})
    return tmp_path / "project"


def test_a_file_inside_is_read(folder: Path) -> None:
    with Root(folder) as root:
        assert root.read("sub/b.py", 100)[0] == b"y\n"


@pytest.mark.parametrize(
    "path",
    ["../outside/secret.txt", "sub/../../outside/secret.txt", "/etc/hostname", "", ".", "sub/.", "a\0b"],
)
def test_no_path_leads_out(folder: Path, path: str) -> None:
    with Root(folder) as root, pytest.raises((OSError, ValueError)):
        root.read(path, 1_000)


@posix
@pytest.mark.parametrize(
    "target", ["../outside/secret.txt", "a.py", "missing", "/proc/self/root/etc/hostname"]
)
def test_no_link_is_followed(folder: Path, target: str) -> None:
    (folder / "link").symlink_to(target)
    with Root(folder) as root:
        with pytest.raises(OSError, match=r"."):
            root.read("link", 1_000)
        assert {entry.name: entry.kind for entry in root.entries()}["link"] is Kind.LINK


@posix
def test_no_folder_behind_a_link_is_entered(folder: Path) -> None:
    (folder / "way").symlink_to("../outside", target_is_directory=True)
    (folder / "loop").symlink_to(".", target_is_directory=True)
    with Root(folder) as root:
        for path in ("way/secret.txt", "loop/a.py"):
            with pytest.raises(OSError, match=r"."):
                root.read(path, 1_000)
        with pytest.raises(OSError, match=r"."):
            root.entries("way")


@posix
def test_a_file_with_another_name_elsewhere_is_not_read(folder: Path) -> None:
    os.link(folder.parent / "outside/secret.txt", folder / "hard.txt")
    with Root(folder) as root, pytest.raises(NotAFile):
        root.read("hard.txt", 1_000)


@posix
def test_a_fifo_is_no_file_and_nobody_waits_for_it(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    with Root(folder) as root:
        with pytest.raises(OSError, match=r"."):
            root.read("pipe", 1_000)
        assert {entry.name: entry.kind for entry in root.entries()}["pipe"] is Kind.SPECIAL


def test_a_file_longer_than_the_limit_is_not_read(folder: Path) -> None:
    with Root(folder) as root, pytest.raises(TooLong):
        root.read("a.py", 3)


@posix
def test_no_swap_between_two_looks_lets_a_byte_through(folder: Path) -> None:
    """A folder and a link out of the project take turns under one name while it is read."""
    plant(folder, {"turn/secret.txt": "inside"})
    (folder / "link").symlink_to("../outside", target_is_directory=True)
    turning = threading.Event()

    def swap() -> None:
        while not turning.is_set():
            for old, new in (("turn", "away"), ("link", "turn"), ("turn", "link"), ("away", "turn")):
                (folder / old).rename(folder / new)

    swapping = threading.Thread(target=swap)
    swapping.start()
    read = set()
    try:
        with Root(folder) as root:
            for _ in range(10_000):
                root.close_last()
                try:
                    read.add(root.read("turn/secret.txt", 1_000)[0])
                except OSError:
                    continue
    finally:
        turning.set()
        swapping.join()
    assert read <= {b"inside"}
