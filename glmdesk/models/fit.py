"""Finds what fits a computer and chooses: quantisation, context, KV cache, placement and batch.

Each file on offer is sought the best seat by `preference`, at every context worth having, on each GPU, on all
together and on the processor. That takes some tens of milliseconds, so that a slider can ask at every move.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from glmdesk.core.plan import KvType, Placement, Plan
from glmdesk.machine.devices import Machine
from glmdesk.models import kv_cache, reasons
from glmdesk.models.memory import Extra, allowance
from glmdesk.models.placements import Placer, Seat
from glmdesk.models.profile import Profile
from glmdesk.models.search import Search, Wish

_PRICE_STEP = 8_192


@dataclass(frozen=True, slots=True)
class Refusal:
    """A model that does not fit, and why, as a sentence."""

    model: str
    why: str


@dataclass(frozen=True, slots=True)
class Fit:
    """The plans that fit, the best of each file, the chosen one first; empty where nothing does."""

    plans: tuple[Plan, ...]
    refused: tuple[Refusal, ...]

    @property
    def chosen(self) -> Plan | None:
        """The plan to use."""
        return self.plans[0] if self.plans else None


def fit(
    profiles: Sequence[Profile], machine: Machine, wish: Wish | None = None, extra: Extra = allowance
) -> Fit:
    """What of `profiles` fits `machine`, the best first, by `preference`."""
    wish = wish or Wish()
    best = [(profile, Search(profile, machine, extra).best(wish)) for profile in profiles]
    found = sorted((c for _, c in best if c), key=lambda candidate: candidate.rank, reverse=True)
    refused = (
        Refusal(p.model, reasons.refusal(p, machine, wish.context_tokens, extra)) for p, c in best if not c
    )
    return Fit(tuple(_plan(c.profile, c.seat, machine, extra) for c in found), tuple(refused))


def at(profile: Profile, machine: Machine, placement: Placement, extra: Extra = allowance) -> Plan:
    """A placement that a person chose, as a plan with its verdict."""
    named = [gpu for gpu in machine.gpus if gpu.id in placement.device.split(",")]
    gpus = () if placement.gpu_layers == 0 else tuple(named or machine.gpus)
    seat = Placer(profile, machine, extra).seat(placement, gpus)
    return _plan(profile, seat, machine, extra)


def prices(profile: Profile, machine: Machine, kv_type: KvType, extra: Extra = allowance) -> tuple[Plan, ...]:
    """For each 8k of context the quickest plan that fits: what context costs in memory, layers and speed."""
    most = kv_cache.cells(1 << 40, profile.shape.trained_context)
    steps = [*range(_PRICE_STEP, most, _PRICE_STEP), most]
    seats = Search(profile, machine, extra).quickest(steps, kv_type)
    return tuple(_plan(profile, seat, machine, extra) for seat in seats)


def _plan(profile: Profile, seat: Seat, machine: Machine, extra: Extra) -> Plan:
    return Plan(
        model=profile.model,
        quant=profile.quant,
        file_bytes=profile.file_bytes,
        placement=seat.placement,
        memory=seat.memory,
        prefill_tokens_per_s=round(seat.speed.prefill, 1),
        decode_tokens_per_s=round(seat.speed.decode, 1),
        verdict=seat.verdict.name.lower(),
        why=reasons.why(profile, seat, machine, extra),
    )
