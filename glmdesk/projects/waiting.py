"""What waits to be worked on, and is, in steps that are short whatever it is."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")

STEP_S = 0.05
"""How long a step works at most, the last part of it not counted: a cancel waits no longer."""


class Waiting(Generic[T]):
    """Things that wait for `work`, which may pause; what is begun waits until it is done.

    Invariant: one thing at a time is begun, and the next step goes on with it.
    """

    def __init__(
        self, work: Callable[[T], Iterable[None] | None], clock: Callable[[], float], things: Iterable[T] = ()
    ) -> None:
        self._work, self._clock = work, clock
        self._things = deque(things)
        self._begun: Iterator[None] | None = None  # of the first

    def __len__(self) -> int:
        return len(self._things)

    def __iadd__(self, things: Iterable[T]) -> "Waiting[T]":
        self._things += things
        return self

    def best_first(self, likeness: Callable[[T], float]) -> None:
        """Have those of the largest likeness come first."""
        self._things = deque(sorted(self._things, key=likeness, reverse=True))
        self._begun = None

    def step(self) -> None:
        """Work for the length of a step."""
        end = self._clock() + STEP_S
        while self._things:
            if self._begun is None:
                self._begun = iter(self._work(self._things[0]) or ())
            for _ in self._begun:
                if self._clock() >= end:
                    return
            self._begun = None
            self._things.popleft()
            if self._clock() >= end:
                return
