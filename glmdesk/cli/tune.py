"""Tuning: the neighbours of the plan, measured one after the other, the best kept for the next loads.

What counts is how long a usual turn takes: `TURN_READ` tokens read and `TURN_WRITTEN` written. A neighbour
must be better by more than runs of the same placement differ, and what it writes must be as good as what the
plan itself writes.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import (
    Answer,
    Done,
    Event,
    Failed,
    Generate,
    Load,
    Loaded,
    Prompt,
    Request,
    Thinking,
)
from glmdesk.models.neighbours import Neighbourhood

TURN_READ, TURN_WRITTEN = 1024, 256
_NOISE = 1.03
_READING_S, _WRITING_S = 3.0, 2.5
_SENTENCE = "The quick brown fox jumps over the lazy dog and runs on along the river. "
_SENTENCE_TOKENS = 16
_LEAST_READ, _MOST_READ = 128, 2048
_LEAST_WRITTEN, _MOST_WRITTEN = 16, 128
_AS_GOOD = 0.5
_SILENCE_S = 60.0
_TOO_LATE = "It took too long to be measured."


@dataclass(frozen=True, slots=True)
class Trial:
    """A placement as measured; without rates it failed, and `note` says why."""

    placement: Placement
    prefill_tokens_per_s: float = 0.0
    decode_tokens_per_s: float = 0.0
    variety: float = 0.0
    seconds: float = 0.0
    note: str = ""

    @property
    def turn_s(self) -> float:
        """Seconds that a usual turn takes."""
        if not (self.prefill_tokens_per_s and self.decode_tokens_per_s):
            return float("inf")
        return TURN_READ / self.prefill_tokens_per_s + TURN_WRITTEN / self.decode_tokens_per_s

    def to_json(self) -> dict[str, Any]:
        """A row of the table for machines; an endless turn is None."""
        worked = self.turn_s != float("inf")
        return {
            **asdict(self.placement),
            "prefill_tokens_per_s": self.prefill_tokens_per_s if worked else None,
            "decode_tokens_per_s": self.decode_tokens_per_s if worked else None,
            "turn_s": self.turn_s if worked else None,
            "note": self.note,
        }


class Tuning:
    """Measures a plan's placement and its neighbours; `trials` are in the order in which they were made."""

    def __init__(
        self,
        path: str,
        neighbourhood: Neighbourhood,
        start: Callable[[], Child] = Child,
        *,
        limit_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path, self._neighbourhood, self._start = path, neighbourhood, start
        self._limit_s, self._clock = limit_s, clock
        self._end_s = float("inf")
        self.trials: list[Trial] = []
        self.best: Trial | None = None
        self._worker: Child | None = None
        self._lengths = (_LEAST_READ, _LEAST_WRITTEN)

    def run(self, planned: Placement, told: Callable[[Trial], None]) -> Trial:
        """The best trial, the plan's own first; each one is `told`. A plan that fails is the result too.

        The plan is measured to its end, a neighbour that is not done in time is given up.
        """
        begun = self._clock()
        try:
            self._measured(planned)  # short, to learn how long a run may be
            self.best = best = self._try(planned, told)
            if best.note:
                return best
            self._end_s = begun + self._limit_s
            for axis in self._neighbourhood.axes():
                for candidate in axis(self.best.placement):
                    if any(same(candidate, trial.placement) for trial in self.trials):
                        continue
                    if self._clock() + 1.3 * self.trials[-1].seconds > self._end_s:
                        return self.best
                    self._judge(self._try(candidate, told))
            return self.best
        finally:
            if self._worker is not None:
                self._worker.close()

    def _judge(self, trial: Trial) -> None:
        assert self.best is not None, "the plan itself was measured first"
        if not trial.note and trial.variety < _AS_GOOD * self.trials[0].variety:
            self.trials[-1] = replace(trial, note="What it writes is not as good as with the plan.")
        elif trial.turn_s * _NOISE < self.best.turn_s:
            self.best = trial

    def _try(self, placement: Placement, told: Callable[[Trial], None]) -> Trial:
        begun = self._clock()
        trial = replace(self._measured(placement), seconds=self._clock() - begun)
        self.trials.append(trial)
        told(trial)
        return trial

    def _measured(self, placement: Placement) -> Trial:
        if self._worker is None or self._worker.loss is not None:
            self._worker = self._start()
        worker = self._worker
        used = placement
        for event in self._events(worker, lambda request_id: Load(request_id, self._path, placement)):
            if isinstance(event, Failed):
                return Trial(placement, note=event.happened)
            if self._is_late():
                return Trial(placement, note=_TOO_LATE)
            if isinstance(event, Loaded):
                used = replace(placement, threads=event.placement.threads)
        return self._written(worker, used)

    def _written(self, worker: Child, placement: Placement) -> Trial:
        """One answer at the likeliest words, to a prompt that no run before had."""
        read, written = self._lengths
        question = f"Run {len(self.trials)}. " + _SENTENCE * (read // _SENTENCE_TOKENS) + "Go on with it."
        prompt = Prompt((PromptMessage(Role.USER, question),))

        def generate(request_id: int) -> Request:
            return Generate(request_id, prompt, Sampling(temperature=0.0, seed=1), max_tokens=written)

        text = ""
        for event in self._events(worker, generate):
            if isinstance(event, Failed):
                return Trial(placement, note=event.happened)
            if self._is_late():
                return Trial(placement, note=_TOO_LATE)
            if isinstance(event, Thinking | Answer):
                text += event.text
            elif isinstance(event, Done) and event.timing is not None:
                timing = event.timing
                self._lengths = (
                    _within(_LEAST_READ, timing.prefill_tps * _READING_S, _MOST_READ),
                    _within(_LEAST_WRITTEN, timing.decode_tps * _WRITING_S, _MOST_WRITTEN),
                )
                return Trial(placement, timing.prefill_tps, timing.decode_tps, variety(text))
        return Trial(placement, note="It was cancelled.")

    def _events(self, worker: Child, make: Callable[[int], Request]) -> Iterator[Event]:
        """What a worker says to a request; one that is silent for too long, or to the end, is ended."""
        left_s = max(1.0, self._end_s - self._clock())
        return worker.request(make, min(_SILENCE_S, left_s))

    def _is_late(self) -> bool:
        return self._clock() > self._end_s


def variety(text: str) -> float:
    """How many different words and signs a text has for its length, 0 to 1: noise and loops have few.

    Characters that are no text count for nothing.
    """
    words = text.split()
    if not words:
        return 0.0
    good = {word for word in words if word.isprintable() and "\ufffd" not in word}
    return len(good) / len(words)


def same(one: Placement, other: Placement) -> bool:
    """Whether two placements are one, however many threads "automatic" stands for."""
    return one == other or (
        not (one.threads and other.threads) and replace(one, threads=other.threads) == other
    )


def _within(least: int, wanted: float, most: int) -> int:
    return int(min(most, max(least, wanted)))
