"""The best seat of one model on one computer, found without trying every placement that there is.

More context on the same GPUs never makes a model write quicker. So a seat bounds all with more context, and
where even that bound is not better than the best seat so far, nothing is placed. The search begins at the
least context of each choice of GPUs and each KV cache, takes the most promising of these first, and halves
the contexts above it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glmdesk.core.plan import KvType
from glmdesk.machine.devices import Device, Machine
from glmdesk.models import kv_cache, room
from glmdesk.models.memory import Extra
from glmdesk.models.placements import SMALL_BATCH, USUAL_BATCH, Placer, Seat, choices_of_gpus
from glmdesk.models.preference import Rank, ceiling, rank
from glmdesk.models.profile import Profile
from glmdesk.models.room import Verdict

_CONTEXTS = (16_384, 24_576, 32_768, 49_152, 65_536, 98_304, 131_072, 163_840)
_SMALL_CONTEXTS = (4_096, 8_192, 12_288)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person has decided already; None leaves it to the search."""

    context_tokens: int | None = None
    kv_type: KvType | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model in a seat, and where that stands in the order of preference."""

    profile: Profile
    seat: Seat
    rank: Rank


@dataclass(frozen=True, slots=True)
class _Step:
    """Contexts, the least one first, with the KV caches, the batch and the verdict to try them with."""

    least: Verdict
    contexts: Sequence[int]
    kinds: Sequence[KvType]
    batch: int


class Search:
    """Searches for one model; `extra` tells what a driver holds beside llama.cpp's buffers."""

    def __init__(self, profile: Profile, machine: Machine, extra: Extra) -> None:
        self._profile, self._machine = profile, machine
        self._placer = Placer(profile, machine, extra)
        self._choices = tuple(choices_of_gpus(machine))

    def best(self, wish: Wish) -> Candidate | None:
        """The best seat by `preference`, or None where nothing fits.

        Small batches, q4_0, less than 16k of context and tight seats only where there is nothing else.
        """
        if self._profile.weights.total > room.all_memory(self._machine):
            return None
        return next(filter(None, map(self._best_of, self._steps(wish))), None)

    def quickest(self, contexts: Sequence[int], kv_type: KvType) -> Iterator[Seat]:
        """For each of `contexts`, which grow, the quickest seat where there is one."""
        if not kv_cache.is_possible(self._profile.shape, kv_type):
            return
        bounds = dict.fromkeys(self._choices, float("inf"))
        for context in contexts:
            best: Seat | None = None
            for gpus in sorted(bounds, key=lambda choice: bounds[choice], reverse=True):
                if best and bounds[gpus] <= best.speed.decode:
                    break
                seat = self._placer.quickest(context, kv_type, gpus)
                if seat is None:
                    del bounds[gpus]
                    continue
                bounds[gpus] = seat.speed.decode
                best = seat if best is None or seat.speed.decode > best.speed.decode else best
            if best:
                yield best

    def _best_of(self, step: _Step) -> Candidate | None:
        heads = [
            head
            for gpus in self._choices
            for kv_type in step.kinds
            for context in step.contexts[:1]
            if (head := self._placed(context, kv_type, gpus, step))
        ]
        heads.sort(key=_rank, reverse=True)
        best = heads[0] if heads else None
        for head in heads:
            best = self._best_with_more(head, step.contexts[1:], step, best or head)
        return best

    def _best_with_more(
        self, found: Candidate, contexts: Sequence[int], step: _Step, best: Candidate
    ) -> Candidate:
        """The best of `best` and of all with one of `contexts`, which are more than `found` has."""
        seat = found.seat
        if not contexts or ceiling(self._profile, seat, contexts[-1]) <= best.rank:
            return best
        middle = len(contexts) // 2
        further = self._placed(contexts[middle], seat.placement.kv_type, seat.gpus, step)
        if further:  # else more context has no room either
            best = max(best, further, key=_rank)
            best = self._best_with_more(further, contexts[middle + 1 :], step, best)
        return self._best_with_more(found, contexts[:middle], step, best)

    def _placed(self, context: int, kv_type: KvType, gpus: Sequence[Device], step: _Step) -> Candidate | None:
        seat = self._placer.quickest(context, kv_type, gpus, step.least, step.batch)
        return Candidate(self._profile, seat, rank(self._profile, seat)) if seat else None

    def _steps(self, wish: Wish) -> Iterator[_Step]:
        """What to try, one after the other until something is found."""
        contexts = tuple(self._contexts(wish))
        small = () if wish.context_tokens else tuple(c for c in _SMALL_CONTEXTS if c < contexts[0])
        kinds = (wish.kv_type,) if wish.kv_type else tuple(KvType)
        possible = [kind for kind in kinds if kv_cache.is_possible(self._profile.shape, kind)]
        usual = [kind for kind in possible if wish.kv_type or kind is not KvType.Q4_0]
        for least in (Verdict.FITS, Verdict.TIGHT):
            yield _Step(least, contexts, usual, USUAL_BATCH)
            yield _Step(least, contexts[:1], possible, SMALL_BATCH)
            yield _Step(least, small, possible, SMALL_BATCH)

    def _contexts(self, wish: Wish) -> Iterator[int]:
        trained = self._profile.shape.trained_context
        if wish.context_tokens:
            yield kv_cache.cells(wish.context_tokens, trained)
            return
        most = kv_cache.cells(1 << 40, trained) if trained else _CONTEXTS[-1]
        yield from (context for context in _CONTEXTS if context < most)
        yield min(most, 1 << 20)


def _rank(candidate: Candidate) -> Rank:
    return candidate.rank
