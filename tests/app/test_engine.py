"""The engine as a real child process that replays a script: started, used, lost, and back again."""

import json
import os
import signal

import pytest

from glmdesk.app.engine import Engine
from glmdesk.app.restarts import Restarts
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Role
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.command import worker_command, worker_environment
from glmdesk.engine.protocol import Answer, Cancelled, Failed, FailureKind, Generate, Prompt

PATIENCE_MS = 20_000
PLAN = Plan("model", "", 0, Placement(context_tokens=4096), Memory())
QUESTION = Prompt((PromptMessage(Role.USER, "Why?"),))


class Watched:
    """An engine with all that it ever said."""

    def __init__(self, qtbot, script, **options):
        self.qtbot = qtbot
        self.engine = Engine(worker_command(str(script)), worker_environment(), **options)
        self.states, self.events = [], []
        self.engine.state_changed.connect(self.states.append)
        self.engine.event_received.connect(self.events.append)

    def until(self, phase):
        self.wait(lambda: self.engine.state.phase is phase)

    def wait(self, fact):
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE_MS)

    def load(self):
        self.engine.use("/models/any.gguf", "any", PLAN)
        self.until(EnginePhase.READY)

    def ask(self):
        return self.engine.request(lambda request_id: Generate(request_id, QUESTION))

    def said(self, kind):
        return [event for event in self.events if isinstance(event, kind)]

    def kill(self):
        os.kill(self.engine.process_id, signal.SIGKILL)


@pytest.fixture
def watched(qtbot, tmp_path):
    engines = []

    def watch(script, **options):
        path = tmp_path / "script.json"
        path.write_text(json.dumps(script))
        engines.append(Watched(qtbot, path, **options))
        return engines[-1]

    yield watch
    for each in engines:
        each.engine.close()


ENDLESS = {"turns": [{"answer": "and on " * 5000, "token_s": 0.002}]}
DEAF = {"turns": [{"answer": "and then nothing", "fault": {"does": "hang", "after": 2}}]}
FATAL_TO_LOAD = {"load_fault": {"does": "abort", "after": 0.5}}
REFUSED = {
    "load_fault": {
        "does": "fail",
        "kind": "model_unusable",
        "happened": "The file is damaged.",
        "action": "Download it again.",
    }
}


def test_a_model_is_loaded_in_the_process_and_its_progress_shown(watched):
    desk = watched({"load_s": 0.2})
    desk.load()
    phases = list(dict.fromkeys(state.phase for state in desk.states))
    assert phases == [EnginePhase.STARTING, EnginePhase.IDLE, EnginePhase.LOADING, EnginePhase.READY]
    assert desk.engine.state.plan == PLAN
    assert desk.engine.state.model.thinks
    assert any(0 < state.progress < 1 for state in desk.states)


def test_a_request_gets_its_events(watched):
    desk = watched({"turns": [{"answer": "Yes."}]})
    desk.load()
    request_id = desk.ask()
    desk.wait(lambda: desk.said(Answer))
    assert desk.said(Answer)[0].id == request_id


def test_a_cancelled_request_ends_soon(watched):
    desk = watched(ENDLESS)
    desk.load()
    request_id = desk.ask()
    desk.wait(lambda: desk.said(Answer))
    desk.engine.cancel(request_id)
    desk.wait(lambda: desk.said(Cancelled))
    assert desk.engine.state.phase is EnginePhase.READY


def test_a_worker_that_ignores_stop_is_ended_and_comes_back(watched):
    desk = watched(DEAF, cancel_patience_s=0.2, restarts=Restarts((0.0,)))
    desk.load()
    desk.wait(lambda: desk.ask() and desk.said(Answer))
    desk.engine.cancel(desk.said(Answer)[0].id)
    desk.wait(lambda: desk.said(Failed))
    assert desk.said(Failed)[0].kind is FailureKind.LOST
    assert "stopped answering" in desk.said(Failed)[0].happened
    desk.until(EnginePhase.READY)


def test_a_killed_worker_fails_what_was_open_and_comes_back_with_its_model(watched):
    desk = watched(ENDLESS, restarts=Restarts((0.0,)))
    desk.load()
    request_id = desk.ask()
    desk.wait(lambda: desk.said(Answer))
    before = desk.engine.process_id
    desk.kill()
    desk.wait(lambda: desk.said(Failed))
    assert [failed.id for failed in desk.said(Failed)] == [request_id]
    desk.until(EnginePhase.READY)
    assert desk.engine.process_id != before
    assert desk.engine.state.model_path == "/models/any.gguf"


def test_a_worker_that_is_killed_again_and_again_is_given_up_with_a_reason(watched):
    desk = watched(ENDLESS, restarts=Restarts((0.0,)))
    desk.load()
    before = desk.engine.process_id
    desk.kill()
    desk.wait(lambda: desk.engine.process_id not in (0, before))
    desk.until(EnginePhase.READY)
    desk.kill()
    desk.until(EnginePhase.BROKEN)
    assert desk.engine.state.explanation.happened
    desk.engine.restart()
    desk.until(EnginePhase.READY)


def test_a_model_that_takes_the_worker_down_is_tried_twice_and_no_more(watched):
    desk = watched(FATAL_TO_LOAD, restarts=Restarts((0.0,) * 5))
    desk.engine.use("/models/any.gguf", "any", PLAN)
    desk.until(EnginePhase.BROKEN)
    assert [state.phase for state in desk.states].count(EnginePhase.STARTING) == 2


def test_a_model_that_is_refused_is_explained_and_the_worker_stays(watched):
    desk = watched(REFUSED)
    desk.engine.use("/models/any.gguf", "any", PLAN)
    desk.until(EnginePhase.BROKEN)
    assert desk.engine.state.explanation.happened == "The file is damaged."
    assert desk.engine.process_id


def test_a_command_that_cannot_be_started_is_told(qtbot):
    engine = Engine(["/no/such/program"], {}, restarts=Restarts(()))
    engine.start()
    qtbot.waitUntil(lambda: engine.state.phase is EnginePhase.BROKEN)
    assert engine.state.explanation.happened
    engine.close()


def test_closing_leaves_no_process(watched):
    desk = watched(ENDLESS)
    desk.load()
    desk.ask()
    desk.wait(lambda: desk.said(Answer))
    desk.engine.close()
    assert desk.engine.process_id == 0
