"""Finds what fits a computer and chooses: quantisation, context, KV cache, placement and batch.

Every file on offer is tried at every context worth having, on each GPU, on all together and on the processor;
the quickest placement of each is kept, and `preference` decides. A search takes some tens of milliseconds, so
that a slider can ask for a new one at every move.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glmdesk.core.plan import ALL_LAYERS, KvType, Placement, Plan
from glmdesk.machine.devices import Machine
from glmdesk.models import kv_cache, reasons
from glmdesk.models.memory import Extra, allowance
from glmdesk.models.placements import SMALL_BATCH, USUAL_BATCH, Placer, Seat, choices_of_gpus
from glmdesk.models.preference import LEAST_BITS, LEAST_CONTEXT, Rank, rank
from glmdesk.models.profile import Profile
from glmdesk.models.room import Verdict

_CONTEXTS = (16_384, 24_576, 32_768, 49_152, 65_536, 98_304, 131_072, 163_840)
_SMALL_CONTEXTS = (12_288, 8_192, 4_096)
_PRICE_STEP = 8_192


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person has decided already; None leaves it to the search."""

    context_tokens: int | None = None
    kv_type: KvType | None = None


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    profile: Profile
    seat: Seat
    rank: Rank


def fit(
    profiles: Sequence[Profile], machine: Machine, wish: Wish | None = None, extra: Extra = allowance
) -> Fit:
    """What of `profiles` fits `machine`, the best first, by `preference`."""
    wish = wish or Wish()
    best = [(profile, _best(profile, machine, wish, extra)) for profile in profiles]
    found = sorted((c for _, c in best if c), key=lambda candidate: candidate.rank, reverse=True)
    refused = (
        Refusal(p.model, reasons.refusal(p, machine, wish.context_tokens, extra)) for p, c in best if not c
    )
    return Fit(tuple(_plan(c, machine, extra) for c in found), tuple(refused))


def at(profile: Profile, machine: Machine, placement: Placement, extra: Extra = allowance) -> Plan:
    """A placement that a person chose, as a plan with its verdict."""
    named = [gpu for gpu in machine.gpus if gpu.id in placement.device.split(",")]
    gpus = () if placement.gpu_layers == 0 else tuple(named or machine.gpus)
    seat = Placer(profile, machine, extra).seat(placement, gpus)
    return _plan(_Candidate(profile, seat, rank(profile, seat)), machine, extra)


def prices(profile: Profile, machine: Machine, kv_type: KvType, extra: Extra = allowance) -> tuple[Plan, ...]:
    """For each 8k of context the quickest plan that fits: what context costs in memory, layers and speed."""
    most = kv_cache.cells(1 << 40, profile.shape.trained_context)
    steps = [*range(_PRICE_STEP, most, _PRICE_STEP), most]
    seats = (_quickest(profile, machine, context, kv_type, extra) for context in steps)
    found = [_Candidate(profile, seat, rank(profile, seat)) for seat in seats if seat]
    return tuple(_plan(candidate, machine, extra) for candidate in found)


def _best(profile: Profile, machine: Machine, wish: Wish, extra: Extra) -> _Candidate | None:
    """The best seat of one file.

    Small batches, q4_0, less than 16k of context and tight seats only where there is nothing else.
    """
    usual = [wish.kv_type] if wish.kv_type else [KvType.F16, KvType.Q8_0]
    last = [wish.kv_type] if wish.kv_type else [KvType.Q4_0]
    contexts = list(_contexts(profile, wish))
    small = [] if wish.context_tokens else [c for c in _SMALL_CONTEXTS if c < contexts[0]]
    everything = [*usual, *last]
    steps = (
        (contexts, usual, USUAL_BATCH),
        (contexts[:1], everything, SMALL_BATCH),
        (small, everything, SMALL_BATCH),
    )
    for least in (Verdict.FITS, Verdict.TIGHT):
        for wanted, kinds, batch in steps:
            seats = _seats(profile, machine, wanted, kinds, least, batch, extra)
            candidates = [_Candidate(profile, seat, rank(profile, seat)) for seat in seats]
            if candidates:
                return max(candidates, key=lambda candidate: candidate.rank)
    return None


def _contexts(profile: Profile, wish: Wish) -> Iterator[int]:
    trained = profile.shape.trained_context
    if wish.context_tokens:
        yield kv_cache.cells(wish.context_tokens, trained)
        return
    most = kv_cache.cells(1 << 40, trained) if trained else _CONTEXTS[-1]
    yield from (context for context in _CONTEXTS if context < most)
    yield min(most, 1 << 20)


def _seats(
    profile: Profile,
    machine: Machine,
    contexts: Sequence[int],
    kinds: Sequence[KvType],
    least: Verdict,
    batch: int,
    extra: Extra,
) -> Iterator[Seat]:
    placer = Placer(profile, machine, extra)
    whole: set[tuple[KvType, int]] = set()  # what GPUs hold without RAM, others do not make quicker
    seated: set[tuple[KvType, int]] = set()  # what a card helps with, the processor alone does not either
    for gpus in choices_of_gpus(machine):
        for kv_type in kinds:
            if not kv_cache.is_possible(profile.shape, kv_type):
                continue
            for context in contexts:
                if (kv_type, context) in (whole if gpus else seated):
                    continue
                seat = placer.quickest(context, kv_type, gpus, least, batch)
                if seat is None:
                    break  # more context takes more of everything
                if gpus and seat.placement.gpu_layers == ALL_LAYERS and not seat.placement.cpu_expert_layers:
                    whole.add((kv_type, context))
                if any(not gpu.unified for gpu in gpus):
                    seated.add((kv_type, context))
                yield seat


def _quickest(profile: Profile, machine: Machine, context: int, kv_type: KvType, extra: Extra) -> Seat | None:
    """The quickest seat on any choice of GPUs."""
    seats = _seats(profile, machine, (context,), (kv_type,), Verdict.FITS, USUAL_BATCH, extra)
    return max(seats, key=lambda seat: seat.speed.decode, default=None)


def _plan(candidate: _Candidate, machine: Machine, extra: Extra) -> Plan:
    profile, seat = candidate.profile, candidate.seat
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


__all__ = ["LEAST_BITS", "LEAST_CONTEXT", "Fit", "Refusal", "Wish", "at", "fit", "prices"]
