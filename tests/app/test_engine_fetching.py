"""The files of engines come by the verified transfer, and only where that is permitted."""

import hashlib

import msgspec
import pytest

from glmdesk.app.engine_fetching import EngineFetch
from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import LocalOnly
from glmdesk.core.errors import DownloadError, DownloadHalted, DownloadRefused
from glmdesk.engine.packs import Wheel
from glmdesk.network import Network
from glmdesk.releases.origin import Origin
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


@pytest.fixture
def fetching(tasks, tmp_path):
    origin = tmp_path / "releases.json"
    origin.write_bytes(msgspec.json.encode(Origin("https://example.org/glmdesk", "0" * 64)))

    def make(tell=lambda _count, _waits_for: None, way_out=None):
        return EngineFetch(tasks, origin, way_out, tell)

    return make


def wheel(hub, name, content):
    return Wheel(name, hub.address(name), len(content), hashlib.sha256(content).hexdigest())


class Curious:
    """A way out that notes the hosts and lets nobody through."""

    def __init__(self):
        self.hosts = []

    def permit(self, host):
        self.hosts.append(host)
        raise LocalOnly(host)

    def record(self, _connection):
        raise AssertionError("nothing was sent")


def test_files_come_whole_and_their_bytes_are_added_up(hub, fetching, tmp_path):
    told = []
    fetch = fetching(lambda count, _waits_for: told.append(count))
    assert fetch(wheel(hub, "first.whl", FIRST), tmp_path).read_bytes() == FIRST
    assert fetch(wheel(hub, "second.whl", SECOND), tmp_path).read_bytes() == SECOND
    assert max(told) <= len(FIRST) + len(SECOND)
    assert told == sorted(told)


def test_another_file_than_the_published_one_is_refused(hub, fetching, tmp_path):
    fetch = fetching()
    with pytest.raises(DownloadError):
        fetch(Wheel("first.whl", hub.address("first.whl"), len(FIRST), "0" * 64), tmp_path)


def test_a_file_that_is_gone_is_a_calm_sentence(hub, fetching, tmp_path):
    gone = Wheel("gone.whl", hub.address("gone.whl"), 5000, "0" * 64)
    with pytest.raises(DownloadRefused, match="has no such file"):
        fetching()(gone, tmp_path)


def test_nothing_is_asked_for_while_local_only_is_on(hub, fetching, tmp_path):
    network = Network()
    network.lock(True)
    fetch = fetching(way_out=network)
    try:
        with pytest.raises(LocalOnly):
            fetch(wheel(hub, "first.whl", FIRST), tmp_path)
    finally:
        network.lock(False)
    assert hub.asked == []


def test_the_connection_is_listed_with_its_bytes_and_why(hub, fetching, tmp_path):
    network = Network()
    fetching(way_out=network)(wheel(hub, "first.whl", FIRST), tmp_path)
    [made] = network.connections
    assert (made.host, made.failed) == ("127.0.0.1", "")
    assert made.received_bytes >= len(FIRST)
    assert "first.whl" in made.why


def test_a_place_among_the_own_downloads_is_below_the_page_of_the_program(fetching, tmp_path):
    curious = Curious()
    with pytest.raises(LocalOnly):
        fetching(way_out=curious)(Wheel("first.whl", "engines-1/first.whl", 1, "0" * 64), tmp_path)
    assert curious.hosts == ["example.org"]


def test_what_is_stopped_before_it_begins_asks_nobody(hub, fetching, tmp_path):
    fetch = fetching()
    fetch.stop()
    with pytest.raises(DownloadHalted):
        fetch(wheel(hub, "first.whl", FIRST), tmp_path)
    assert hub.asked == []
