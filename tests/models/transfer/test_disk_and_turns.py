"""A full disk and a second window cost no byte that was here."""

import errno
import os
from concurrent.futures import wait

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


class NoLocks(Disk):
    """A disk of a network that has no locks, which Linux says in one of several ways."""

    def __init__(self, number: int) -> None:
        self.number = number

    def _locked(self, path):
        path.touch()
        raise OSError(self.number, "No locks available")


class BrokenLocks(Disk):
    """A disk that gives the same lock to everybody."""

    def lock(self, _path):
        return lambda: None


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


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_where_there_are_no_locks_two_windows_take_turns_all_the_same(bench, hub, content, number):
    first, second = (bench.transfer(disk=NoLocks(number)) for _ in range(2))
    running = [bench.executor.submit(each.run) for each in (first, second)]
    assert all(each.result(30).verified for each in running)
    assert bench.target.read_bytes() == content
    assert hub.sent <= 1.01 * SIZE
    assert bench.names() == {NAME, f".{NAME}.json"}


def test_two_computers_that_a_lock_does_not_keep_apart_spoil_nothing(bench, content):
    first, second = (bench.transfer(disk=BrokenLocks()) for _ in range(2))
    running = [bench.executor.submit(each.run) for each in (first, second)]
    wait(running, 60)
    assert any(each.exception() is None for each in running)
    assert bench.target.read_bytes() == content
    assert bench.transfer().run().verified


def test_who_finds_that_another_was_quicker_takes_what_is_there(bench, hub, content):
    def quicker(handler, *asked):
        bench.transfer().run()
        hub_server.behave(handler, *asked)

    hub.behaviours.append(quicker)
    # With one connection: others would take over what it waits for, and be the quicker ones themselves.
    assert bench.transfer(disk=BrokenLocks(), connections=1).run().verified
    assert bench.target.read_bytes() == content
    assert bench.names() == {NAME, f".{NAME}.json"}
