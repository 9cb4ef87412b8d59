"""Local only, turned on while a model is on its way: the download ends, and begins no more."""

import pytest

from glmdesk.app.application import Application
from glmdesk.app.download_states import DownloadPhase
from tests.models.hub_server import Hub, stall

NAME = "model.gguf"


@pytest.fixture
def hub():
    with Hub({NAME: b"GGUF" + bytes(6_000_000)}) as made:
        made.behaviours.extend([stall] * 20)
        yield made


@pytest.fixture
def application(qapp):
    made = Application()
    yield made
    made.connections.network.lock(False)
    made.close()


def test_a_running_download_ends_when_local_only_is_turned_on(qtbot, application, hub):
    downloads, network = application.downloads, application.connections.network
    downloads.start(hub.address(NAME))
    qtbot.waitUntil(lambda: len(hub.asked_for_bytes()) > 1)
    application.preferences.change(local_only=True)
    assert downloads.state.phase is DownloadPhase.PAUSED
    qtbot.waitUntil(lambda: bool(network.connections))
    asked = len(hub.asked)
    downloads.resume()
    assert downloads.state.phase is DownloadPhase.HALTED
    assert len(hub.asked) == asked


def test_what_came_until_then_is_listed(qtbot, application, hub):
    application.downloads.start(hub.address(NAME))
    qtbot.waitUntil(lambda: len(hub.asked_for_bytes()) > 1)
    application.preferences.change(local_only=True)
    qtbot.waitUntil(lambda: bool(application.connections.remembered))
    [told] = application.connections.remembered
    assert (told.host, told.why) == ("127.0.0.1", f"A download of {NAME}")
    assert told.received_bytes > 0


def test_a_connection_that_ends_with_the_program_is_written_down(qtbot, hub, home):
    application = Application()
    application.downloads.start(hub.address(NAME))
    qtbot.waitUntil(lambda: len(hub.asked_for_bytes()) > 1)
    application.close()
    written = [path.read_text() for path in home.rglob("connections.jsonl")]
    assert len(written) == 1
    assert NAME in written[0]
