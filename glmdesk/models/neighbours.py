"""The placements next to one that was planned: what tuning tries, one property at a time.

Whatever the estimate says of their speed, only those are tried that have room by the prediction for plans.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from glmdesk.core.plan import FlashAttention, KvType, Placement
from glmdesk.models import fit, kv_cache
from glmdesk.models.computer import Computer
from glmdesk.models.profile import Profile

_BATCHES = (128, 256, 512, 1024, 2048)
_FEWER_EXPERTS, _MORE_EXPERTS = (1, 2, 4), (1, 2)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A model on a computer; `threads` are the counts worth trying, by its cores."""

    known: Profile
    computer: Computer
    threads: Sequence[int]

    def axes(self) -> tuple[Callable[[Placement], Iterator[Placement]], ...]:
        """One function for each property: from the best placement so far to those next to it."""
        return (self._experts, self._threads, self._batches, self._kv_types)

    def _experts(self, here: Placement) -> Iterator[Placement]:
        """Fewer layers of experts in RAM first, which is faster where there is room."""
        if not here.device or not self.known.shape.moe_layers:
            return
        moved = here.cpu_expert_layers
        for count in (*(moved - n for n in _FEWER_EXPERTS), *(moved + n for n in _MORE_EXPERTS)):
            if 0 <= count <= self.known.shape.moe_layers:
                yield from self._with_room(replace(here, cpu_expert_layers=count, split=()))

    def _threads(self, here: Placement) -> Iterator[Placement]:
        """Only where the processor has a part of the work."""
        if here.device and not here.cpu_expert_layers and here.gpu_layers < 0:
            return
        yield from (replace(here, threads=count) for count in self.threads if count != here.threads)

    def _batches(self, here: Placement) -> Iterator[Placement]:
        place = min(range(len(_BATCHES)), key=lambda n: abs(_BATCHES[n] - here.ubatch))
        for other in (place + 1, place - 1):
            if 0 <= other < len(_BATCHES) and _BATCHES[other] <= here.context_tokens:
                yield from self._with_room(replace(here, ubatch=_BATCHES[other]))

    def _kv_types(self, here: Placement) -> Iterator[Placement]:
        for kv_type in (KvType.F16, KvType.Q8_0):
            possible = kv_cache.is_possible(self.known.shape, kv_type)
            if kv_type is not here.kv_type and possible and here.flash_attention is not FlashAttention.OFF:
                yield from self._with_room(replace(here, kv_type=kv_type))

    def _with_room(self, placement: Placement) -> Iterator[Placement]:
        plan = fit.at(self.known, self.computer.machine, placement, self.computer.extra)
        if plan.verdict == "fits":
            yield plan.placement
