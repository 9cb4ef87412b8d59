"""How often a lost worker comes back by itself: with a growing pause, and not for ever."""

import time
from collections.abc import Callable, Sequence

PAUSES_S = (0.5, 1.0, 2.0, 4.0)
"""How long to wait before each restart in a row; after the last one the engine is given up."""

LOAD_TRIES = 2
"""A model that takes the worker down this often while it loads is not tried again by itself."""

STEADY_S = 30.0
"""A worker that lived this long after its model was ready ends the row of losses."""


class Restarts:
    """Counts the losses in a row; `clock` gives seconds and never goes back."""

    def __init__(
        self, pauses_s: Sequence[float] = PAUSES_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pauses_s = tuple(pauses_s)
        self._clock = clock
        self._losses = 0
        self._while_loading = 0
        self._ready_since: float | None = None

    @property
    def first_in_row(self) -> bool:
        """Whether the last loss was the first for a while."""
        return self._losses == 1

    @property
    def least_pause_s(self) -> float:
        """Seconds to wait before a start with another plan, which is no repetition."""
        return min(self._pauses_s, default=0.0)

    def begin_again(self) -> None:
        """A person asked: what was lost before no longer counts."""
        self._losses = self._while_loading = 0

    def ready(self) -> None:
        """The model is loaded."""
        self._while_loading = 0
        self._ready_since = self._clock()

    def pause_after_loss(self, *, loading: bool) -> float | None:
        """Seconds to wait before the next start, None when the engine is to be given up."""
        steady = self._ready_since is not None and self._clock() - self._ready_since >= STEADY_S
        self._ready_since = None
        if steady:
            self._losses = 0
        if loading:
            self._while_loading += 1
        if self._losses >= len(self._pauses_s) or self._while_loading >= LOAD_TRIES:
            return None
        self._losses += 1
        return self._pauses_s[self._losses - 1]
