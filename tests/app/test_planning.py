"""The plan for a model on this computer knows what of the model could be moved."""

from glmdesk.app.planning import ThisComputer
from glmdesk.app.states import EngineState
from glmdesk.models.library import named
from glmdesk.paths import resources


def test_a_plan_tells_the_layers_that_smaller_plans_can_move(tiny_glm, tmp_path):
    planning = ThisComputer(tmp_path, tmp_path, resources())
    planned = planning.plan(named(tiny_glm), EngineState(engine="fake 1.0"), 4096)
    assert planned.placement.context_tokens == 4096
    assert (planned.layers, planned.expert_layers) == (4, 3)
