"""A computer for pictures of the window: known hardware, and models that need no real file."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from glmdesk import paths
from glmdesk.app.fit_states import PricedPlan
from glmdesk.app.states import EngineState
from glmdesk.app.this_computer import ThisComputer
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.models.library import ModelFile

GIB = 1024**3

HARDWARE: dict[str, Any] = {
    "devices": [
        {
            "id": "CUDA0",
            "name": "NVIDIA GeForce RTX 4070 Ti SUPER",
            "kind": "gpu",
            "backend": "CUDA",
            "total_bytes": 16 * GIB,
            "free_bytes": 15 * GIB,
        },
        {
            "id": "",
            "name": "Intel UHD Graphics 770",
            "kind": "igpu",
            "total_bytes": 16 * GIB,
            "free_bytes": 8 * GIB,
            "used": False,
            "reason": "Built-in graphics share the RAM and would slow the card down.",
        },
    ],
    "ram": {"total_bytes": 32 * GIB, "available_bytes": 24 * GIB, "bandwidth_bytes_per_s": 60e9},
    "disk": {"models_dir": "/models", "free_bytes": 400 * GIB},
    "cores": 8,
}


class PicturedComputer(ThisComputer):
    """Plans as for a real computer with a card, from the catalogue alone."""

    def __init__(self, home: Path) -> None:
        hardware = home / "hardware.json"
        hardware.write_text(json.dumps(HARDWARE), encoding="utf-8")
        super().__init__(paths.models(), paths.cache(), paths.resources(), hardware)

    def get_ready(self) -> None:
        """Nothing is to be measured."""

    def ask_hub(self) -> bool:
        """Nobody is asked."""
        return False

    def loaded(self, _state: EngineState) -> None:
        """Nothing is learned."""

    def plan(self, model: ModelFile, state: EngineState, context_tokens: int) -> Plan:
        """The plan of the file on offer with that name; others fit in any size."""
        from glmdesk.models import fit
        from glmdesk.models.planner import Listing
        from glmdesk.models.search import Wish

        offer = next((o for o in self._catalog().offers if o.file == model.path.name), None)
        if offer is None:
            return Plan("", "", 0, Placement(context_tokens or 16_384), Memory())
        computer = self.planner.computer(Listing(state.devices))
        found = fit.fit((offer.profile,), computer.machine, Wish(context_tokens or None))
        assert found.chosen is not None, "the pictured card is large enough"
        return found.chosen

    def bring_header(self, model: str, others: Sequence[str] = ()) -> None:
        """Nobody is asked."""

    def exact(
        self, model: str, tokens: int, state: EngineState, others: Sequence[str] = ()
    ) -> tuple[tuple[PricedPlan, ...], int]:
        """As foreseen."""
        plans, best = self.prices(model, state, others)
        exact = (replace(p, exact=p.plan.placement.context_tokens == tokens) for p in plans)
        return tuple(exact), best

    def expected(self, state: EngineState, _depth_tokens: int) -> tuple[float, float] | None:
        """As the plan says."""
        plan = state.plan
        if plan is None or plan.prefill_tokens_per_s is None or plan.decode_tokens_per_s is None:
            return None
        return plan.prefill_tokens_per_s, plan.decode_tokens_per_s

    def slowness(self, _state: EngineState, _worker_pid: int) -> str:
        """A reason that is often the right one."""
        return "Probably because the computer runs on its battery, which slows it down."

    def _file(self, model: str, others: Sequence[str]) -> ModelFile | None:
        """Models on offer have no file to look into."""
        return None if self._catalog().offer(model) else super()._file(model, others)
