"""What controllers ask of a planner: how a model is to be loaded, and what that takes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from glmdesk.app.fit_states import ModelOffer, PricedPlan
from glmdesk.app.states import EngineState
from glmdesk.core.plan import Plan
from glmdesk.models.library import ModelFile


class Planning(Protocol):
    """What controllers ask of a planner; everything here takes its time, so it is called on a thread."""

    def get_ready(self) -> None:
        """Measure what plans need and nobody has measured yet."""
        ...

    def ask_hub(self) -> bool:
        """Bring the catalogue up to date, once a day; True where it changed; raises `DownloadError`."""
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

    def survey(
        self, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[ModelOffer, ...], tuple[str, ...]]:
        """All models with their verdicts, the best first, and why GPUs are left out; `others` are files."""
        ...

    def prices(
        self, model: str, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[PricedPlan, ...], int]:
        """A model's plans by context, and which is advised; raises `ModelError`s."""
        ...

    def bring_header(self, model: str, others: Sequence[str] = ()) -> None:
        """Fetch the header of a model that is not here; raises `DownloadError` where it cannot be had."""
        ...

    def exact(
        self, model: str, tokens: int, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[PricedPlan, ...], int]:
        """`prices`, the plan for so many tokens by llama.cpp's own count; 0 tokens are the advised plan.

        Raises `ModelMissing` where not even the header is here, `EngineError` where llama.cpp gives no
        figures.
        """
        ...

    def running(self, state: EngineState) -> PricedPlan | None:
        """What `state` tells of the loaded model."""
        ...

    def expected(self, state: EngineState, depth_tokens: int) -> tuple[float, float] | None:
        """Tokens/s that the loaded model should read and write with so much context in use."""
        ...

    def slowness(self, state: EngineState, worker_pid: int) -> str:
        """The likeliest reason for a model that is slower than it should be."""
        ...
