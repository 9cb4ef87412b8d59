"""Each load teaches the planner once; what cannot be learned is no failure."""

from dataclasses import replace

import pytest

from glmdesk.app.load_lessons import LoadLessons
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import ModelUnusable
from glmdesk.core.plan import Memory, Placement, Plan
from tests.app.fake_engine import FakeEngine

PLAN = Plan("m", "", 1, Placement(), Memory())
READY = EngineState(EnginePhase.READY, "/m.gguf", "m", plan=PLAN, memory=Memory())


class Pupil:
    """Keeps what it was taught; `fault` is raised instead."""

    def __init__(self):
        self.lessons, self.fault = [], None

    def loaded(self, state):
        self.lessons.append(state)
        if self.fault:
            raise self.fault


@pytest.fixture
def desk(qapp):
    tasks, engine, pupil = Tasks(), FakeEngine(), Pupil()
    lessons = LoadLessons(engine, pupil, tasks)
    yield engine, pupil, tasks
    tasks.close()
    lessons.deleteLater()


def test_a_load_is_learned_from_once(desk, qtbot):
    engine, pupil, _ = desk
    for phase in (EnginePhase.LOADING, EnginePhase.READY):
        engine.become(replace(READY, phase=phase))
    engine.become(replace(READY, progress=1.0))
    qtbot.waitUntil(lambda: bool(pupil.lessons))
    for phase in (EnginePhase.LOADING, EnginePhase.READY):
        engine.become(replace(READY, phase=phase))
    qtbot.waitUntil(lambda: len(pupil.lessons) == 2)
    assert pupil.lessons[0].plan == PLAN


@pytest.mark.parametrize("fault", [OSError("read-only"), ModelUnusable("It is gone.")])
def test_what_cannot_be_learned_is_no_failure(desk, qtbot, fault):
    engine, pupil, tasks = desk
    pupil.fault = fault
    engine.become(READY)
    done = []
    tasks.run(lambda: None, done.append, in_order=True)
    qtbot.waitUntil(lambda: bool(done))
    assert len(pupil.lessons) == 1
