"""How a model is to be loaded on this computer, with the devices that the engine has told."""

from collections.abc import Callable

from glmdesk.app.states import EngineState
from glmdesk.core.errors import ModelUnusable
from glmdesk.core.plan import Plan
from glmdesk.models import fit, profile
from glmdesk.models.computer import Folders, this_one
from glmdesk.models.fit import Wish
from glmdesk.models.library import ModelFile

Planning = Callable[[ModelFile, EngineState, int], Plan]
"""The plan for a model with a context of so many tokens, 0 for the best; takes its time, so on a thread."""


def planning_with(folders: Folders) -> Planning:
    """Plans for this computer; they raise `ModelUnusable` for a file that is no model or does not fit."""

    def plan(model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        computer = this_one(state.devices, state.commit, folders)
        wish = Wish(context_tokens or None)
        found = fit.fit((profile.read(model.path),), computer.machine, wish, computer.extra)
        if found.chosen is None:
            happened = f"{model.name} does not fit this computer. {found.refused[0].why}"
            raise ModelUnusable(happened, action="Choose a smaller model or a smaller context.")
        return found.chosen

    return plan
