"""How a model is to be loaded on this computer, with the devices that the engine has told."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from glmdesk.app.states import EngineState
from glmdesk.core.plan import Plan
from glmdesk.models.library import ModelFile

if TYPE_CHECKING:
    from glmdesk.models.planner import Listing, Planner


class Planning(Protocol):
    """What controllers ask of a planner; everything here takes its time, so it is called on a thread."""

    def get_ready(self) -> None:
        """Measure what plans need and nobody has measured yet."""
        ...

    def plan(self, model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        """The plan for a model with a context of so many tokens, 0 for the best; raises `ModelError`s."""
        ...

    def forget(self, path: Path) -> bool:
        """Plan anew for a file, whatever failed before."""
        ...

    def loaded(self, state: EngineState) -> None:
        """Learn from the load that `state` tells of."""
        ...


class ThisComputer:
    """Plans for this computer, by `models.planner`."""

    def __init__(self, models: Path, cache: Path, resources: Path) -> None:
        self._places = models, cache, resources
        self._made: Planner | None = None

    @property
    def planner(self) -> "Planner":
        """The planner itself; made, and imported, at first use, which is not before the first picture."""
        if self._made is None:
            from glmdesk.engine.dry_runner import dry_run
            from glmdesk.models.computer import Folders
            from glmdesk.models.planner import Planner

            self._made = Planner(Folders(*self._places), dry_run)
        return self._made

    def get_ready(self) -> None:
        """Measure the bandwidth of the memory, the first time."""
        self.planner.get_ready()

    def plan(self, model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        """The plan for a model; raises as `Planner.plan` does."""
        return self.planner.plan(model, listing_of(state), context_tokens)

    def forget(self, path: Path) -> bool:
        """Plan anew for a file, whatever failed before."""
        return self.planner.forget(path)

    def loaded(self, state: EngineState) -> None:
        """Learn from the load that `state` tells of."""
        if state.plan is not None and state.memory is not None:
            self.planner.loaded(Path(state.model_path), state.plan, state.memory, listing_of(state))


def listing_of(state: EngineState) -> "Listing":
    """What the engine told of itself, and what it holds."""
    from glmdesk.models.planner import Listing

    return Listing(state.devices, state.commit, state.memory)
