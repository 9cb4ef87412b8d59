"""A full disk and a second window cost no byte that was here."""

import errno
import os

import pytest

from glmdesk.core.errors import DiskFull, DownloadRefused
from glmdesk.models.transfer.disk import Disk
from tests.models import hub_server
from tests.models.transfer.bench import NAME, SIZE


class SmallDisk(Disk):
    """A disk on which so much is free, and on which so much can be written before it is full."""

    def __init__(self, free: int = 10**12, room: int = 10**12) -> None:
        self.free, self.room = free, room

    def free_bytes(self, _folder) -> int:
        return self.free

    def reserve(self, file, size) -> None:
        file.truncate(size)

    def write(self, file, offset, data) -> None:
        if self.room < len(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        self.room -= len(data)
        super().write(file, offset, data)


@pytest.mark.parametrize("free", [1_000_000, SIZE + 60_000_000], ids=["next to nothing", "no room for chats"])
def test_a_disk_without_room_refuses_before_a_byte_with_numbers(bench, hub, free):
    with pytest.raises(DownloadRefused, match=r"takes 6 MB, and \d+ MB are free, of which 67 MB stay free"):
        bench.transfer(disk=SmallDisk(free=free)).run()
    assert hub.sent <= 1
    assert bench.names() == set()


def test_a_disk_that_fills_up_keeps_what_came_and_goes_on_after_there_is_room(bench, hub, content):
    with pytest.raises(DiskFull, match="The disk is full"):
        bench.transfer(disk=SmallDisk(room=SIZE // 3)).run()
    before = hub.sent
    bench.transfer(disk=SmallDisk()).run()
    assert bench.target.read_bytes() == content
    assert hub.sent - before <= 0.75 * SIZE


def test_the_room_is_taken_before_the_first_byte(bench, hub):
    hub.behaviours.extend([hub_server.refuse(503)] * 9)
    with pytest.raises(Exception, match="out of order"):
        bench.transfer(connections=1).run()
    part = bench.folder / f"{NAME}.part"
    assert part.stat().st_size == SIZE
    assert os.name != "posix" or part.stat().st_blocks * 512 >= SIZE


def test_two_windows_that_want_the_same_file_take_turns(bench, hub, content):
    first, second = bench.transfer(), bench.transfer()
    running = [bench.executor.submit(each.run) for each in (first, second)]
    assert all(each.result(30).verified for each in running)
    assert bench.target.read_bytes() == content
    assert hub.sent <= 1.01 * SIZE
    assert bench.names() == {NAME, f".{NAME}.json"}
