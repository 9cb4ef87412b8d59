"""How a model is to be loaded on this computer, with the devices that the engine has told."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from glmdesk.app.states import EngineState
from glmdesk.core.plan import Plan
from glmdesk.models.library import ModelFile

Planning = Callable[[ModelFile, EngineState, int], Plan]
"""The plan for a model with a context of so many tokens, 0 for the best; takes its time, so on a thread."""


def planning_with(models: Path, cache: Path, resources: Path) -> Planning:
    """Plans for this computer; they raise `ModelError`s as `models.computer.plan_for` does."""

    def plan(model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        from glmdesk.models import profile  # not before the first picture, as the next one
        from glmdesk.models.computer import Folders, plan_for, this_one

        computer = this_one(state.devices, state.commit, Folders(models, cache, resources))
        planned = plan_for(model, computer, context_tokens)
        shape = profile.read(model.path).shape
        return replace(planned, layers=shape.layers, expert_layers=shape.moe_layers)

    return plan
