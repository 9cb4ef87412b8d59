"""Engines that are added, tried, chosen and removed while the program runs."""

import threading

import msgspec
import pytest

from glmdesk.app.engine_offers import Coming
from glmdesk.app.engine_packs import EnginePacks
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import DownloadHalted, DownloadRefused
from glmdesk.core.settings import Settings
from glmdesk.engine.packs import Catalogue, install_from
from glmdesk.engine.place import VARIABLE
from glmdesk.engine.probing import Outcome, Probe, build_of, read_records, write_records
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine
from tests.engine.wheels import CRASHES, pack, wheel


class Fetch:
    """Gives the file at once, or waits to be stopped where the server `hangs`."""

    def __init__(self, world, tell):
        self.world, self.tell, self.stopped = world, tell, threading.Event()

    def __call__(self, offered, _folder):
        if self.world.hangs:
            self.tell(300, "The server is asleep.")
            self.stopped.wait(30)
            raise DownloadHalted("The download is paused.")
        if self.world.missing:
            raise DownloadRefused("example.org has no such file.", "It is kept.", "Choose another file.")
        return self.world.file

    def stop(self):
        self.stopped.set()


class World:
    """A folder for engines, a catalogue with one pack, and the controller."""

    def __init__(self, folder, bindings="", environment=None, **changed):
        self.file = wheel(folder, bindings)
        self.pack = pack(self.file, **changed)
        self.folder = folder / "engines"
        self.environment = environment or {}
        self.notices, self.replans = [], []
        self.hangs = self.missing = False
        self.tasks, self.engine = Tasks(), FakeEngine()
        catalogue = folder / "engines.json"
        catalogue.write_bytes(msgspec.json.encode(Catalogue({}, (self.pack,))))
        self.preferences = Preferences(PreferencesFile(folder / "settings.json"), Settings(), self.tasks)
        self.packs = EnginePacks(
            self.engine, self.preferences, self.tasks, self.folder, catalogue,
            fetching=self.fetching, driver=lambda: "driver 1", environment=self.environment,
            replan=lambda: self.replans.append(1),
        )  # fmt: skip
        self.packs.noticed.connect(self.notices.append)

    def fetching(self, tell):
        self.fetch = Fetch(self, tell)
        return self.fetch

    def offer(self, name="vulkan"):
        return next(offer for offer in self.packs.state.offers if offer.name == name)

    def works(self):
        """An engine is installed that was found to work."""
        made = install_from([self.file], self.pack, self.folder)
        write_records(
            self.folder, {"vulkan": Probe(build_of(made), "driver 1", Outcome.WORKS, "", ("A card",))}
        )

    def start(self, qtbot):
        started = []
        self.packs.start(lambda: started.append(1))
        qtbot.waitUntil(lambda: bool(started))

    def said(self, qtbot):
        qtbot.waitUntil(lambda: bool(self.notices), timeout=30_000)
        return str(self.notices[0].explanation)


@pytest.fixture
def world(qtbot, tmp_path):
    made = []

    def make(bindings="", **changed):
        made.append(World(tmp_path, bindings, **changed))
        return made[0]

    yield make
    for each in made:
        each.packs.close()
        each.tasks.close()


def test_an_engine_on_offer_can_be_installed(world, qtbot):
    it = world()
    it.start(qtbot)
    assert it.offer().can_install
    assert not it.offer().installed


def test_an_engine_for_another_system_is_not_on_offer(world, qtbot):
    it = world(platform="amiga-m68k")
    it.start(qtbot)
    assert [offer.name for offer in it.packs.state.offers] == [""]


def test_an_engine_that_crashes_is_told_once_and_never_used(world, qtbot):
    it = world(CRASHES)
    it.start(qtbot)
    it.packs.install("vulkan")
    assert "crashed on this computer's graphics driver" in it.said(qtbot)
    assert it.offer().trouble
    assert not it.offer().in_use
    assert it.engine.commands == []
    assert read_records(it.folder)["vulkan"].outcome is Outcome.CRASHED


def test_an_engine_that_is_not_where_it_should_be_is_told_calmly(world, qtbot):
    it = world()
    it.start(qtbot)
    it.missing = True
    it.packs.install("vulkan")
    assert it.said(qtbot) == (
        "The Vulkan engine was not downloaded. example.org has no such file. Nothing was installed. "
        "Try again later, or install it from a file."
    )
    assert it.offer().can_install


def test_a_download_tells_what_it_waits_for_and_can_be_stopped(world, qtbot):
    it = world()
    it.start(qtbot)
    it.hangs = True
    it.packs.install("vulkan")
    qtbot.waitUntil(lambda: it.offer().coming == Coming(0.3, "The server is asleep."), timeout=30_000)
    assert not it.offer().can_install
    it.packs.stop("vulkan")
    qtbot.waitUntil(lambda: it.offer().can_install, timeout=30_000)
    assert it.notices == []


def test_the_working_engine_is_used_from_the_start(world, qtbot):
    it = world()
    it.works()
    it.start(qtbot)
    assert it.offer().in_use
    assert "A card" in it.offer().says
    assert it.engine.commands[0][-2:] == ["--engine", str(it.folder / "vulkan")]
    assert it.environment == {VARIABLE: str(it.folder / "vulkan")}


def test_choosing_another_runs_the_worker_by_it_and_plans_the_model_anew(world, qtbot):
    it = world()
    it.works()
    it.start(qtbot)
    it.engine.become(EngineState(EnginePhase.READY))
    it.packs.remove("vulkan")
    assert "--engine" not in it.engine.commands[-1]
    assert it.environment == {}
    it.engine.become(EngineState(EnginePhase.STARTING))
    assert it.replans == []
    it.engine.become(EngineState(EnginePhase.IDLE))
    assert it.replans == [1]
    qtbot.waitUntil(lambda: not (it.folder / "vulkan").exists())


def test_a_persons_own_variable_is_not_overruled(world, qtbot):
    it = world(environment={VARIABLE: "/my/engine"})
    it.works()
    it.start(qtbot)
    assert it.engine.commands == []
    assert it.environment == {VARIABLE: "/my/engine"}


def test_a_wrong_file_is_refused_in_a_sentence(world, qtbot, tmp_path):
    it = world()
    it.start(qtbot)
    it.packs.install_files([str(wheel(tmp_path, "x = 1", name="other.whl"))])
    assert "none of the engines" in it.said(qtbot)
