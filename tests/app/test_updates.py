"""News of a newer version: only where they are wanted, once a day, and only signed ones."""

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from glmdesk.app.preferences import Preferences
from glmdesk.app.tasks import Tasks
from glmdesk.app.updates import DAY_S, Updates, fetching
from glmdesk.core.connections import Unwatched
from glmdesk.core.errors import DownloadRefused
from glmdesk.core.settings import Settings
from glmdesk.releases.announcement import Announcement, signed
from glmdesk.releases.origin import Origin
from glmdesk.store.preferences import PreferencesFile
from tests.models.hub_server import Hub

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()


class World:
    """One person's settings, a clock, and a server that counts how often it was asked."""

    def __init__(self, folder, private=PRIVATE, **settings):
        self.now, self.asked, self.notices, self.private = 1_000_000.0, 0, [], private
        self.missing = False
        origin = folder / "releases.json"
        origin.write_bytes(msgspec.json.encode(Origin("https://example.org/glmdesk", PUBLIC.hex())))
        self.tasks = Tasks()
        self.preferences = Preferences(PreferencesFile(folder / "s.json"), Settings(**settings), self.tasks)
        self.updates = Updates(
            self.preferences, self.tasks, origin, self.fetch, version="0.1.0", clock=lambda: self.now
        )
        self.updates.noticed.connect(self.notices.append)

    def fetch(self, _url):
        self.asked += 1
        if self.missing:
            raise DownloadRefused("example.org has no such file.")
        return signed(Announcement("0.2.0", "2026-12-24", ("News.",), "https://example.org/"), self.private)


@pytest.fixture
def world(qtbot, tmp_path):
    made = []

    def make(**fields):
        made.append(World(tmp_path, **fields))
        return made[0]

    yield make
    for each in made:
        each.tasks.close()


def test_nobody_is_asked_who_was_not_told_to(world, qtbot):
    it = world()
    it.updates.look()
    qtbot.wait(50)
    assert it.asked == 0


def test_a_newer_version_is_told_with_its_notes_and_its_page(world, qtbot):
    it = world(update_news=True)
    it.updates.look()
    qtbot.waitUntil(lambda: bool(it.notices))
    said = str(it.notices[0].explanation)
    assert "0.2.0" in said
    assert "News." in said
    assert "https://example.org/" in said


def test_it_is_asked_once_a_day(world, qtbot):
    it = world(update_news=True)
    it.updates.look()
    it.now += DAY_S - 1
    it.updates.look()
    it.now += 2
    it.updates.look()
    qtbot.waitUntil(lambda: it.asked == 2)


def test_local_only_asks_nobody(world, qtbot):
    it = world(update_news=True, local_only=True)
    it.updates.look()
    qtbot.wait(50)
    assert it.asked == 0


def test_a_wrong_signature_is_nothing_to_bother_a_person_with(world, qtbot):
    it = world(update_news=True, private=bytes(32))
    it.updates.look()
    qtbot.waitUntil(lambda: it.asked == 1)
    qtbot.wait(50)
    assert it.notices == []


def test_an_address_without_news_is_nothing_to_bother_a_person_with(world, qtbot):
    it = world(update_news=True)
    it.missing = True
    it.updates.look()
    qtbot.waitUntil(lambda: it.asked == 1, timeout=30_000)
    it.now += 2 * DAY_S
    it.missing = False
    it.updates.look()
    qtbot.waitUntil(lambda: len(it.notices) == 1, timeout=30_000)
    assert "0.2.0" in str(it.notices[0].explanation)


# --- the file, from a real server --------------------------------------------------------------------------


@pytest.fixture
def brought(qapp, tmp_path):
    """Asks a server for a file of these bytes, or for one that it has not."""
    tasks = Tasks()

    def bring(content):
        with Hub({} if content is None else {"announcement.json": content}) as hub:
            return fetching(tasks, tmp_path / "announcement", Unwatched())(hub.address("announcement.json"))

    yield bring
    tasks.close()


def test_the_file_is_read_and_nothing_of_it_stays(brought, tmp_path):
    assert brought(b"news") == b"news"
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_none_the_server_says_so(brought, tmp_path):
    with pytest.raises(DownloadRefused, match="has no such file"):
        brought(None)
    assert list(tmp_path.iterdir()) == []
