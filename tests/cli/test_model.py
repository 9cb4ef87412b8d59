"""A model that does not load as planned is loaded by a smaller plan, and each step is told."""

import json

import pytest

from glmdesk.cli.model import ready
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_command
from glmdesk.engine.protocol import Failed, FailureKind

PLAN = Plan("model", "", 0, Placement(context_tokens=32_768, gpu_layers=0), Memory())
REFUSED = {"does": "fail", "kind": "out_of_memory", "happened": "No memory."}


@pytest.fixture
def start(tmp_path):
    def start(fault):
        path = tmp_path / "script.json"
        path.write_text(json.dumps({"load_fault": fault} if fault else {}))
        return lambda: Child(worker_command(str(path)))

    return start


@pytest.mark.parametrize("fault", [REFUSED, {"does": "abort"}, {"does": "kill"}])
def test_a_smaller_plan_is_found_in_the_same_worker_or_the_next(start, tmp_path, capsys, fault):
    workers = start({**fault, "above_context": 16_384})
    with ready(tmp_path / "m.gguf", lambda _: PLAN, workers) as chat:
        assert chat.loaded.placement == chat.plan.placement
        assert chat.plan.placement.context_tokens == 16_384
        assert chat.worker.loss is None
    steps = capsys.readouterr().err.splitlines()
    assert len(steps) == 3
    assert steps[-1] == "There was not enough memory. Trying again with a context of 16,384 tokens."


def test_at_the_end_of_the_ladder_the_failure_is_raised(start, tmp_path, capsys):
    with (
        pytest.raises(GlmdeskError, match=r"^No memory\.$"),
        ready(tmp_path / "m.gguf", lambda _: PLAN, start(REFUSED)),
    ):
        pass
    assert len(capsys.readouterr().err.splitlines()) == 5


def test_a_model_that_fails_at_work_goes_on_by_a_smaller_plan(start, tmp_path, capsys):
    with ready(tmp_path / "m.gguf", lambda _: PLAN, start({})) as chat:
        assert chat.step_down(Failed(1, FailureKind.OUT_OF_MEMORY, "Memory ran out."))
        assert chat.loaded.placement == chat.plan.placement != PLAN.placement
        assert chat.plan.lasting
        assert not chat.step_down(Failed(2, FailureKind.CONTEXT_EXCEEDED, "It is full."))
    assert len(capsys.readouterr().err.splitlines()) == 1
