"""A download goes on until the model is here, is paused, given up and restored, and never runs twice."""

import threading

import pytest

from glmdesk.app.download_states import DownloadPhase
from glmdesk.app.downloads import Downloads
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import DiskFull, DownloadDamaged, DownloadHalted, Explanation
from glmdesk.models.download_file import DownloadFile, Kept
from glmdesk.models.transfer import Delivery, Phase, Progress

MODEL = "glm-4.7-flash-q4_k_m"


class FakeDelivery:
    """Runs until it is told how to end, or to stop."""

    def __init__(self, report):
        self.report = report
        self.ending = None
        self.files = ()
        self.discarded = None
        self.limits = []
        self._over = threading.Event()

    def run(self):
        self._over.wait(20)
        if isinstance(self.ending, Exception):
            raise self.ending
        if self.ending is None:
            raise DownloadHalted("The download is paused.")
        return self.ending

    def end(self, ending):
        self.ending = ending
        self._over.set()

    def stop(self):
        self._over.set()

    def limit(self, bytes_per_s):
        self.limits.append(bytes_per_s)

    def discard(self, files):
        self.discarded = files


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "download.json"


@pytest.fixture
def tasks(qtbot):
    tasks = Tasks()
    yield tasks
    tasks.close()


class World:
    """Downloads, the deliveries that they made, and what they told."""

    def __init__(self, kept, tasks, qtbot):
        self.qtbot, self.made, self.finished, self.notices = qtbot, [], [], []
        self.downloads = Downloads(kept, tasks, self._make)
        self.downloads.finished.connect(self.finished.append)
        self.downloads.noticed.connect(self.notices.append)

    def _make(self, _model, _executor, report):
        self.made.append(FakeDelivery(report))
        return self.made[-1]

    @property
    def phase(self):
        return self.downloads.state.phase

    def until(self, phase):
        self.qtbot.waitUntil(lambda: self.phase is phase, timeout=20_000)


@pytest.fixture
def world(kept, tasks, qtbot):
    world = World(kept, tasks, qtbot)
    yield world
    world.downloads.close()


def test_progress_is_shown_as_it_comes(world):
    world.downloads.start(MODEL, "GLM", 100)
    world.made[0].report(Progress(Phase.FETCHING, 30, 120, 10.0))
    world.until(DownloadPhase.FETCHING)
    state = world.downloads.state
    assert (state.name, state.received_bytes, state.size_bytes) == ("GLM", 30, 120)
    assert (state.fraction, state.left_s) == (0.25, 9.0)


def test_a_pause_of_the_network_is_shown_with_its_reason_and_countdown(world):
    world.downloads.start(MODEL)
    world.made[0].report(Progress(Phase.WAITING, 30, 120, retry_s=7.0, reason=Explanation("No network.")))
    world.until(DownloadPhase.WAITING)
    assert world.downloads.state.retry_s == 7.0
    assert world.downloads.state.explanation == Explanation("No network.")


def test_the_limit_of_speed_holds_for_a_download_and_changes_while_it_runs(world):
    world.downloads.limit(5_000_000)
    world.downloads.start(MODEL)
    world.downloads.limit(0)
    assert world.made[0].limits == [5_000_000, 0]


def test_a_model_that_is_here_is_told_of_and_nothing_is_kept(world, kept, tmp_path):
    world.downloads.start(MODEL, "GLM")
    world.made[0].end(Delivery(tmp_path / "glm.gguf", "ab", verified=True))
    world.until(DownloadPhase.NONE)
    assert world.finished == [str(tmp_path / "glm.gguf")]
    assert world.notices[0].explanation.happened == "GLM is here."
    world.qtbot.waitUntil(lambda: not kept.exists(), timeout=20_000)


def test_a_second_download_waits_for_its_turn(world):
    world.downloads.start(MODEL)
    world.downloads.start("another")
    assert len(world.made) == 1
    assert world.downloads.state.model == MODEL


def test_paused_it_stays_paused_until_it_is_resumed(world):
    world.downloads.start(MODEL)
    world.downloads.pause()
    assert world.phase is DownloadPhase.PAUSED
    world.downloads.resume()
    world.qtbot.waitUntil(lambda: len(world.made) == 2, timeout=20_000)
    assert world.phase is DownloadPhase.STARTING


def test_given_up_its_bytes_are_removed(world, kept):
    world.downloads.start(MODEL)
    world.made[0].files = ("glm.gguf",)
    world.downloads.cancel()
    assert world.phase is DownloadPhase.NONE
    world.qtbot.waitUntil(lambda: world.made[0].discarded == ("glm.gguf",), timeout=20_000)
    world.qtbot.waitUntil(lambda: not kept.exists(), timeout=20_000)


def test_given_up_after_a_restart_its_bytes_are_removed_without_asking_anybody_for_their_names(world, kept):
    DownloadFile(kept).keep(Kept(MODEL, "GLM", 100, 40, paused=True, files=("glm.gguf",)))
    world.downloads.restore()
    world.until(DownloadPhase.PAUSED)
    world.downloads.cancel()
    world.qtbot.waitUntil(lambda: world.made[0].discarded == ("glm.gguf",), timeout=20_000)


def test_the_names_of_its_files_are_kept_as_soon_as_they_are_known(world, kept):
    world.downloads.start(MODEL)
    world.made[0].files = ("glm.gguf",)
    world.made[0].report(Progress(Phase.LOCATING))
    known = Kept(MODEL, MODEL, files=("glm.gguf",))
    world.qtbot.waitUntil(lambda: DownloadFile(kept).read() == known, timeout=20_000)


@pytest.mark.parametrize(
    ("error", "phase"),
    [
        (DownloadHalted("The server gave up.", action="Go on later."), DownloadPhase.HALTED),
        (DownloadDamaged("It is damaged.", action="Repair it."), DownloadPhase.DAMAGED),
        (DiskFull("The disk is full."), DownloadPhase.HALTED),
        (OSError(5, "Input/output error"), DownloadPhase.HALTED),
    ],
)
def test_what_stops_it_is_explained_and_it_can_go_on(world, error, phase):
    world.downloads.start(MODEL)
    world.made[0].end(error)
    world.until(phase)
    assert world.downloads.state.explanation.happened
    world.downloads.resume()
    world.qtbot.waitUntil(lambda: len(world.made) == 2, timeout=20_000)


def test_what_was_going_on_goes_on_at_the_next_start(world, kept, tasks, qtbot):
    world.downloads.start(MODEL, "GLM", 100)
    qtbot.waitUntil(kept.exists, timeout=20_000)
    world.downloads.close()
    again = World(kept, tasks, qtbot)
    again.downloads.restore()
    qtbot.waitUntil(lambda: len(again.made) == 1, timeout=20_000)
    assert (again.downloads.state.model, again.downloads.state.name) == (MODEL, "GLM")
    again.downloads.close()


def test_what_was_paused_is_shown_and_stays_paused_at_the_next_start(world, kept):
    DownloadFile(kept).keep(Kept(MODEL, "GLM", 100, 40, paused=True))
    world.downloads.restore()
    world.until(DownloadPhase.PAUSED)
    assert world.made == []
    assert world.downloads.state.received_bytes == 40


@pytest.mark.parametrize(
    "content", ["", "{}", "[1, 2]", '{"model": 1}', '{"model": "m", "name": "n", "size_bytes": -1}', "null"]
)
def test_nonsense_that_was_kept_is_nothing(world, kept, tasks, qtbot, content):
    kept.write_text(content)
    world.downloads.restore()
    done = []
    tasks.run(lambda: None, done.append, in_order=True)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert world.phase is DownloadPhase.NONE


def test_with_local_only_nothing_is_downloaded(kept, tasks):
    made = []
    downloads = Downloads(kept, tasks, lambda *_: made.append(1), lambda: True)
    downloads.start(MODEL)
    assert downloads.state.phase is DownloadPhase.HALTED
    assert downloads.state.explanation.happened == "Local only is on, so nothing is downloaded."
    assert made == []


def test_what_runs_is_paused_when_local_only_is_turned_on(kept, tasks, qtbot):
    locked = [False]
    world = World(kept, tasks, qtbot)
    downloads = Downloads(kept, tasks, world._make, lambda: locked[0])
    downloads.start(MODEL)
    locked[0] = True
    downloads.lock()
    assert downloads.state.phase is DownloadPhase.PAUSED
    downloads.close()
