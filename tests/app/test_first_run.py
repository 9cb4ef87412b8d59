"""The first run leads from an empty home to a download, and never comes back uninvited."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.download_states import DownloadState
from glmdesk.app.first_run import FirstRun, Step
from glmdesk.app.fit_states import FitState, ModelOffer, PricedPlan
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import ModelChoice
from glmdesk.app.tasks import Tasks
from glmdesk.core.plan import Memory, Occupancy, Placement, Plan
from glmdesk.core.settings import Settings
from glmdesk.store.preferences import PreferencesFile

STARTER = ModelChoice("/starter.gguf", "starter")
BEST = ModelOffer("glm-a", "GLM A", "Q4", 17_500_000_000, "fits", "", bits=4.7)
LIKE_BEST = ModelOffer("glm-d", "GLM D", "Q4", 18_300_000_000, "fits", "", bits=4.9)
NEXT = ModelOffer("glm-b", "GLM B", "Q5", 20_000_000_000, "tight", "little is left", bits=5.6)
ADVISED = replace(BEST, advised=True)
HERE = ModelOffer("/starter.gguf", "starter", "Q8", 98_000_000, "fits", "", path="/starter.gguf")
NEVER = ModelOffer("glm-c", "GLM C", "BF16", 60_000_000_000, "no", "It takes 60 GB.")
PLAN = PricedPlan(
    Plan("glm-a", "Q4", 1, Placement(32_768), Memory(), why="All of it fits."),
    (Occupancy("A card", 16 << 30, 1 << 30, weights_bytes=11 << 30),),
)


class Models(QObject):
    changed = Signal(object)


class Fit(QObject):
    changed = Signal(object)

    def __init__(self):
        super().__init__()
        self.state, self.asked, self.looked, self.refreshed = FitState(), [], [], 0
        self.hub_asked = 0

    def refresh(self):
        self.refreshed += 1

    def show_model(self, model):
        self.asked.append(model)

    def ask_hub(self):
        self.hub_asked += 1

    def look_at(self, tokens):
        self.looked.append(tokens)

    def tell(self, **state):
        self.state = FitState(**state)
        self.changed.emit(self.state)


class Downloads:
    def __init__(self):
        self.state, self.started = DownloadState(), []

    def start(self, model, name, size):
        self.started.append((model, name, size))


class World:
    def __init__(self, folder, tasks, settings):
        self.models, self.fit, self.downloads = Models(), Fit(), Downloads()
        self.chats = ChatList()
        self.preferences = Preferences(PreferencesFile(folder / "settings.json"), settings, tasks)
        self.run = FirstRun(self.models, self.fit, self.downloads, self.chats, self.preferences)

    @property
    def state(self):
        return self.run.state

    def look(self):
        self.fit.tell(
            offers=(HERE, BEST, LIKE_BEST, NEXT, NEVER), shown="glm-a", plans=(PLAN,), pending=False
        )


@pytest.fixture
def begun(qtbot, tmp_path):
    tasks = Tasks()
    yield lambda settings=None: World(tmp_path, tasks, settings or Settings())
    tasks.close()


def test_it_begins_by_itself_where_there_is_only_the_starter_model(begun):
    world = begun()
    world.models.changed.emit((STARTER,))
    assert world.state.step is Step.COMPUTER
    assert world.fit.refreshed == 1


@pytest.mark.parametrize(
    ("settings", "choices"),
    [
        (Settings(welcomed=True), (STARTER,)),
        (Settings(model="/mine.gguf"), (STARTER,)),
        (Settings(), (STARTER, ModelChoice("/mine.gguf", "mine"))),
    ],
    ids=["been here", "a model in use", "a model on disk"],
)
def test_it_does_not_come_uninvited(begun, settings, choices):
    world = begun(settings)
    world.models.changed.emit(choices)
    assert world.state.step is Step.NONE


def test_it_shows_memory_without_a_model_then_one_model_of_each_size_that_suits_and_why(begun):
    world = begun()
    world.run.begin()
    world.look()
    assert world.state.memory == (Occupancy("A card", 16 << 30, 1 << 30),)
    world.run.go_on()
    assert world.state.step is Step.MODEL
    assert world.state.offers == (ADVISED, NEXT)
    assert (world.state.chosen, world.state.why) == (ADVISED, "All of it fits.")


def test_the_exact_figures_are_asked_for_where_a_model_is_chosen_and_not_before(begun):
    world = begun()
    world.run.begin()
    world.look()
    assert (world.fit.looked, world.fit.hub_asked) == ([], 0)
    world.run.go_on()
    assert world.fit.hub_asked == 1
    assert world.fit.looked == [32_768]
    assert world.state.plan == PLAN


def test_another_model_can_be_looked_at(begun):
    world = begun()
    world.run.begin()
    world.look()
    world.run.choose("glm-b")
    assert world.fit.asked == ["glm-b"]


def test_the_model_in_use_is_not_what_is_advised(begun):
    world = begun()
    world.run.begin()
    world.fit.tell(offers=(HERE, BEST), shown=HERE.model, plans=(PLAN,), pending=False)
    assert world.state.chosen == ADVISED
    assert world.fit.asked == ["glm-a"]


def test_the_last_step_begins_the_download(begun):
    world = begun()
    world.run.begin()
    world.look()
    world.run.go_on()
    world.run.go_on()
    assert world.downloads.started == [("glm-a", "GLM A", 17_500_000_000)]
    assert world.state.step is Step.DOWNLOAD
    world.run.go_on()
    assert world.state.step is Step.NONE
    assert world.preferences.settings.welcomed


def test_where_nothing_fits_it_says_why(begun):
    world = begun()
    world.run.begin()
    world.fit.tell(offers=(HERE, NEVER), shown=HERE.model, pending=False)
    world.run.go_on()
    assert (world.state.chosen, world.state.why) == (None, "It takes 60 GB.")


def test_a_new_chat_ends_it(begun):
    world = begun()
    world.run.begin()
    world.chats.new()
    assert world.state.step is Step.NONE
