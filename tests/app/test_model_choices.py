"""Choosing a model loads it and is remembered; a file that cannot be used is explained."""

import threading

import pytest

from glmdesk.app.model_choices import ModelChoices
from glmdesk.app.preferences import Preferences
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import ModelUnusable
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.core.settings import Settings
from glmdesk.models.library import STARTER_NAME
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine


class Desk:
    """The controller with a fake engine, and files to choose from."""

    def __init__(self, folder, settings=None):
        self.folder = folder
        self.engine = FakeEngine()
        self.tasks = Tasks()
        self.preferences = Preferences(
            PreferencesFile(folder / "settings.json"), settings or Settings(), self.tasks
        )
        self.gates = {}
        self.planned, self.forgotten = [], []
        self.models = ModelChoices(self.engine, self.preferences, self.tasks, self, folder, self.check)

    def check(self, path):
        if path in self.gates:
            self.gates[path].wait(5)
        if "bad" in path.name:
            raise ModelUnusable(f"{path.name} is damaged.", action="Download it again.")

    def plan(self, model, state, context_tokens):
        if "huge" in model.name:
            raise ModelUnusable("huge does not fit this computer.")
        self.planned.append((model.name, state.engine))
        lasting = "strained" in model.name
        return Plan(str(model.path), "", 0, Placement(context_tokens or 16_384), Memory(), lasting=lasting)

    def forget(self, path):
        self.forgotten.append(path.name)

    def file(self, name):
        path = self.folder / name
        path.touch()
        return path

    def used(self):
        return [name for _, name, _ in self.engine.used]


@pytest.fixture
def desk(qapp, tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.tasks.close()


def test_a_chosen_file_is_loaded_and_remembered(desk, qtbot):
    path = desk.file("big.gguf")
    desk.models.add(str(path))
    qtbot.waitUntil(lambda: desk.used() == ["big"])
    assert desk.preferences.settings.model == str(path)
    assert desk.preferences.settings.recent_models == (str(path),)


def test_a_model_is_planned_once_the_engine_has_told_its_devices(desk, qtbot):
    desk.models.add(str(desk.file("big.gguf")))
    qtbot.waitUntil(lambda: desk.used() == ["big"])
    assert desk.planned == [("big", "fake 1.0")]


def test_a_model_that_does_not_fit_is_not_loaded(desk, qtbot):
    with qtbot.waitSignal(desk.models.noticed) as noticed:
        desk.models.add(str(desk.file("huge.gguf")))
    assert noticed.args[0].explanation.happened == "huge does not fit this computer."
    assert "huge" not in desk.used()


def test_a_bad_file_is_explained_and_not_loaded(desk, qtbot):
    with qtbot.waitSignal(desk.models.noticed) as noticed:
        desk.models.add(str(desk.file("bad.gguf")))
    assert noticed.args[0].explanation.happened == "bad.gguf is damaged."
    assert "bad" not in desk.used()
    assert desk.preferences.settings.model == ""


@pytest.mark.starter
def test_where_no_model_is_in_use_a_bad_file_gives_way_to_the_usual_one(desk, qtbot):
    desk.models.add(str(desk.file("bad.gguf")))
    qtbot.waitUntil(lambda: desk.used() == [STARTER_NAME])


def test_of_two_choices_the_later_one_wins_however_long_the_first_takes(desk, qtbot):
    slow, quick = desk.file("slow.gguf"), desk.file("quick.gguf")
    gate = desk.gates[slow.resolve()] = threading.Event()
    desk.models.add(str(slow))
    desk.models.add(str(quick))
    qtbot.waitUntil(lambda: desk.used() == ["quick"])
    gate.set()
    seen = []
    desk.tasks.run(lambda: None, seen.append, in_order=False)
    qtbot.waitUntil(lambda: bool(seen))
    assert desk.used() == ["quick"]


@pytest.mark.starter
def test_a_remembered_file_that_is_gone_gives_way_to_the_starter_model(qapp, qtbot, tmp_path):
    gone = str(tmp_path / "gone.gguf")
    desk = Desk(tmp_path, Settings(model=gone, recent_models=(gone,)))
    with qtbot.waitSignal(desk.models.noticed) as noticed:
        desk.models.start()
    assert "gone.gguf" in noticed.args[0].explanation.happened
    qtbot.waitUntil(lambda: bool(desk.used()))
    assert desk.preferences.settings == Settings()
    desk.tasks.close()


def test_the_list_names_each_file_once_and_marks_the_one_in_use(desk, qtbot):
    path = desk.file("big.gguf")
    desk.models.add(str(path))
    qtbot.waitUntil(lambda: [c.name for c in desk.models.choices].count("big") == 1)


def test_another_context_size_loads_the_model_again(desk, qtbot):
    desk.models.add(str(desk.file("big.gguf")))
    qtbot.waitUntil(lambda: len(desk.engine.used) == 1)
    desk.preferences.change(context_tokens=4096)
    qtbot.waitUntil(lambda: len(desk.engine.used) == 2)
    assert desk.engine.used[-1][2].placement.context_tokens == 4096


def test_choosing_a_model_tries_its_best_plan_again_and_opening_a_file_does_not(desk, qtbot):
    path = desk.file("big.gguf")
    desk.models.add(str(path))
    qtbot.waitUntil(lambda: len(desk.engine.used) == 1)
    assert desk.forgotten == []
    desk.models.choose(str(path))
    qtbot.waitUntil(lambda: len(desk.engine.used) == 2)
    assert desk.forgotten == ["big.gguf"]


def test_a_smaller_plan_from_before_is_told_with_the_way_back(desk, qtbot):
    with qtbot.waitSignal(desk.models.noticed) as noticed:
        desk.models.add(str(desk.file("strained.gguf")))
    assert "smaller plan" in noticed.args[0].explanation.happened
    assert "Choose the model again" in noticed.args[0].explanation.action
