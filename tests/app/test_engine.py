"""The engine as a real child process that replays a script: started, used, lost, and back again."""

import json
import os
import signal
import sys

import pytest

from glmdesk.app.engine import Engine
from glmdesk.app.restarts import Restarts
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Role
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.command import worker_command, worker_environment
from glmdesk.engine.protocol import (
    START_ID,
    Answer,
    Cancelled,
    Count,
    Done,
    Failed,
    FailureKind,
    Generate,
    Prompt,
)
from glmdesk.engine.wire import encode

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
FATAL_TO_LOAD = {"load_fault": {"does": "crash", "after": 0.5}}
TOO_LARGE = {
    "load_fault": {
        "does": "fail",
        "kind": "out_of_memory",
        "happened": "No memory.",
        "action": "Close programs.",
    }
}
LARGE_PLAN = Plan("model", "", 0, Placement(context_tokens=32_768, gpu_layers=0), Memory(), 500.0, 50.0)
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


def test_another_command_is_no_loss(watched, tmp_path):
    desk = watched({"load_s": 0.2})
    desk.load()
    before = desk.engine.process_id
    desk.states.clear()
    desk.engine.run_by(worker_command(str(tmp_path / "script.json")))
    desk.wait(lambda: desk.engine.process_id not in (0, before))
    desk.until(EnginePhase.READY)
    phases = list(dict.fromkeys(state.phase for state in desk.states))
    assert phases == [EnginePhase.STARTING, EnginePhase.IDLE, EnginePhase.LOADING, EnginePhase.READY]
    assert [state.explanation for state in desk.states if state.explanation] == []


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


# --- smaller plans ----------------------------------------------------------------------------------------


def limited(script, above_context):
    return {"load_fault": {**script["load_fault"], "above_context": above_context}}


def use_large(desk, phase=EnginePhase.READY):
    desk.notices = []
    desk.engine.noticed.connect(desk.notices.append)
    desk.engine.use("/models/any.gguf", "any", LARGE_PLAN)
    desk.until(phase)
    return [notice.explanation.happened for notice in desk.notices]


def test_a_model_without_enough_memory_is_loaded_by_a_smaller_plan(watched):
    desk = watched(limited(TOO_LARGE, above_context=16_384))
    sentences = use_large(desk)
    assert [sentence.partition(" with ")[2] for sentence in sentences] == [
        "reading prompts in steps of 128 tokens, a little slower.",
        "the context in 8-bit: half the memory, almost the same quality.",
        "a context of 16,384 tokens.",
    ]
    state = desk.engine.state
    assert state.placement.context_tokens == state.plan.placement.context_tokens == 16_384
    assert state.plan.why == sentences[-1]
    assert state.plan.decode_tokens_per_s is None, "it was foreseen for the larger plan"
    assert [phase.phase for phase in desk.states].count(EnginePhase.STARTING) == 1, "the worker stays"


def test_each_step_is_told_while_the_model_loads_and_not_afterwards(watched):
    desk = watched(limited(TOO_LARGE, above_context=16_384))
    sentences = use_large(desk)
    told = [s.explanation.happened for s in desk.states if s.phase is EnginePhase.LOADING and s.explanation]
    assert list(dict.fromkeys(told)) == sentences
    assert desk.engine.state.explanation is None


def test_at_the_end_of_the_ladder_the_failure_itself_is_told(watched):
    desk = watched(TOO_LARGE)
    sentences = use_large(desk, EnginePhase.BROKEN)
    assert len(sentences) == len(set(sentences)) == 5
    assert str(desk.engine.state.explanation) == "No memory. Close programs."
    assert desk.engine.process_id


def test_trying_again_begins_with_the_plan_that_was_wanted(watched):
    desk = watched(TOO_LARGE)
    use_large(desk, EnginePhase.BROKEN)
    desk.states.clear()
    desk.engine.restart()
    desk.until(EnginePhase.BROKEN)
    assert desk.states[0].plan == LARGE_PLAN


@pytest.mark.parametrize("does", ["abort", "kill"])
def test_a_worker_that_is_lost_to_memory_while_loading_comes_back_with_a_smaller_plan(watched, does):
    script = {"load_fault": {"does": does, "after": 0.5, "above_context": 16_384}}
    desk = watched(script, restarts=Restarts((0.0,)))
    sentences = use_large(desk)
    assert sentences[-1].endswith("a context of 16,384 tokens.")
    assert desk.engine.state.placement.context_tokens == 16_384
    restarting = [state for state in desk.states if state.phase is EnginePhase.RESTARTING]
    assert [state.explanation.happened for state in restarting] == sentences


def test_a_worker_that_always_runs_out_of_memory_is_given_up(watched):
    desk = watched({"load_fault": {"does": "abort"}}, restarts=Restarts((0.0,) * 9))
    sentences = use_large(desk, EnginePhase.BROKEN)
    assert len(sentences) == len(set(sentences)) == 5
    assert "gave up inside llama.cpp" in desk.engine.state.explanation.happened


def test_memory_that_runs_out_during_an_answer_costs_that_answer_and_a_step(watched):
    fault = {"does": "kill", "after": 2}
    desk = watched({"turns": [{"answer": "One two three.", "fault": fault}]}, restarts=Restarts((0.0,)))
    assert use_large(desk) == []
    desk.ask()
    desk.wait(lambda: desk.said(Failed))
    desk.until(EnginePhase.READY)
    assert desk.engine.state.placement.ubatch < LARGE_PLAN.placement.ubatch


def test_an_answer_that_is_refused_for_memory_costs_a_step_too(watched):
    fault = {"does": "fail", "kind": "out_of_memory", "after": 2}
    desk = watched({"turns": [{"answer": "One two three.", "fault": fault}]})
    use_large(desk)
    desk.ask()
    desk.wait(lambda: desk.said(Failed))
    desk.until(EnginePhase.READY)
    assert desk.engine.state.placement.ubatch < LARGE_PLAN.placement.ubatch


CARD = {
    "id": "Vulkan0",
    "name": "Card",
    "kind": "gpu",
    "backend": "Vulkan",
    "total_bytes": 1,
    "free_bytes": 1,
}


def test_a_gpu_that_fails_twice_in_a_row_gives_way_to_the_processor(watched):
    turn = {"answer": "One two three.", "fault": {"does": "abort", "after": 2}}
    desk = watched({"turns": [turn], "devices": [CARD]}, restarts=Restarts((0.0,) * 4))
    desk.load()
    layers = []
    for losses in (1, 2):
        desk.ask()
        desk.wait(lambda losses=losses: len(desk.said(Failed)) == losses)
        desk.until(EnginePhase.READY)
        layers.append(desk.engine.state.placement.gpu_layers)
    assert layers == [PLAN.placement.gpu_layers, 0]


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


def test_a_last_request_is_waited_for_and_what_is_before_it_ends(watched):
    desk = watched(ENDLESS)
    desk.load()
    endless = desk.ask()
    desk.wait(lambda: desk.said(Answer))
    last = desk.engine.request(lambda request_id: Count(request_id, QUESTION))
    desk.engine.finish(last, PATIENCE_MS / 1000)
    assert [event.id for event in desk.said(Cancelled)] == [endless]
    assert last in [event.id for event in desk.said(Done)]


def test_a_last_request_is_not_waited_for_longer_than_allowed(watched):
    desk = watched(DEAF)
    desk.load()
    desk.ask()
    desk.wait(lambda: desk.said(Answer))
    last = desk.engine.request(lambda request_id: Count(request_id, QUESTION))
    desk.engine.finish(last, 0.05)
    assert last not in [event.id for event in desk.said(Done)]
    desk.engine.close()
    assert desk.engine.process_id == 0


def test_closing_leaves_no_process(watched):
    desk = watched(ENDLESS)
    desk.load()
    desk.ask()
    desk.wait(lambda: desk.said(Answer))
    desk.engine.close()
    assert desk.engine.process_id == 0


def test_a_worker_that_says_why_it_cannot_start_is_believed_at_once(qtbot):
    why = Failed(START_ID, FailureKind.BUG, "This processor has no AVX2.", "Choose another engine.")
    program = f"import sys\nsys.stdout.buffer.write({encode(why)!r})\nsys.exit(1)"
    engine = Engine([sys.executable, "-c", program], worker_environment())
    phases = []
    engine.state_changed.connect(lambda state: phases.append(state.phase))
    engine.start()
    qtbot.waitUntil(lambda: engine.state.phase is EnginePhase.BROKEN, timeout=PATIENCE_MS)
    assert engine.state.explanation.happened == "This processor has no AVX2."
    assert EnginePhase.RESTARTING not in phases
