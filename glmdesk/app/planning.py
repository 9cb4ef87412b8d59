"""How a model is to be loaded on this computer, with the devices that the engine has told."""

from collections.abc import Callable

from glmdesk.app.states import EngineState
from glmdesk.core.plan import Plan
from glmdesk.models.computer import Folders, plan_for, this_one
from glmdesk.models.library import ModelFile

Planning = Callable[[ModelFile, EngineState, int], Plan]
"""The plan for a model with a context of so many tokens, 0 for the best; takes its time, so on a thread."""


def planning_with(folders: Folders) -> Planning:
    """Plans for this computer; they raise `ModelError`s as `plan_for` does."""
    return lambda model, state, context_tokens: plan_for(
        model, this_one(state.devices, state.commit, folders), context_tokens
    )
