"""The files of engines come by the verified transfer, and only where that is permitted."""

import hashlib

import pytest

from glmdesk.app.engine_fetching import EngineFetching
from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import LocalOnly
from glmdesk.core.errors import DownloadError
from glmdesk.engine.packs import Wheel
from glmdesk.network import Network
from tests.models.hub_server import Hub

FIRST, SECOND = b"PK" + bytes(5000), b"PK" + bytes(3000)


@pytest.fixture
def hub():
    with Hub({"first.whl": FIRST, "second.whl": SECOND}) as made:
        yield made


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def wheel(hub, name, content):
    return Wheel(name, hub.address(name), len(content), hashlib.sha256(content).hexdigest())


def test_files_come_whole_and_their_bytes_are_added_up(hub, tasks, tmp_path):
    told = []
    fetch = EngineFetching(tasks)(told.append)
    assert fetch(wheel(hub, "first.whl", FIRST), tmp_path).read_bytes() == FIRST
    assert fetch(wheel(hub, "second.whl", SECOND), tmp_path).read_bytes() == SECOND
    assert max(told) <= len(FIRST) + len(SECOND)
    assert told == sorted(told)


def test_another_file_than_the_published_one_is_refused(hub, tasks, tmp_path):
    fetch = EngineFetching(tasks)(lambda _: None)
    with pytest.raises(DownloadError):
        fetch(Wheel("first.whl", hub.address("first.whl"), len(FIRST), "0" * 64), tmp_path)


def test_nothing_is_asked_for_while_local_only_is_on(hub, tasks, tmp_path):
    network = Network()
    network.lock(True)
    fetch = EngineFetching(tasks, network)(lambda _: None)
    try:
        with pytest.raises(LocalOnly):
            fetch(wheel(hub, "first.whl", FIRST), tmp_path)
    finally:
        network.lock(False)
    assert hub.asked == []


def test_the_connection_is_listed_with_its_bytes_and_why(hub, tasks, tmp_path):
    network = Network()
    EngineFetching(tasks, network)(lambda _: None)(wheel(hub, "first.whl", FIRST), tmp_path)
    [made] = network.connections
    assert (made.host, made.failed) == ("127.0.0.1", "")
    assert made.received_bytes >= len(FIRST)
    assert "first.whl" in made.why
