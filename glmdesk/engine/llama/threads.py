"""How many threads compute: all that were asked for, and fewer while other programs need the processor.

llama.cpp's threads wait for each other after each of some thousand operations a token, by spinning. A thread
that has to share its core keeps all others waiting: with two threads on two busy cores, SmolLM2 went from 28
tokens a second with one thread to 3. So threads that do not get their core are given up for a while.
"""

import time
from collections.abc import Callable
from typing import Any

_WINDOW_S = 0.2
_ENOUGH = 0.8
"""The share of their cores' time that threads get on an idle machine is above 0.95."""

_FIRST_RETRY_S, _LAST_RETRY_S = 2.0, 32.0


class ThreadCount:
    """Sets the threads of a context by how much processor time they got."""

    def __init__(
        self,
        api: Any,
        context: Any,
        most: int,
        clock: Callable[[], float] = time.monotonic,
        cpu_clock: Callable[[], float] = time.process_time,
    ) -> None:
        """`most` threads are asked for; with 1, as on a GPU, there is nothing to give up."""
        self._api, self._context = api, context
        self._clock, self._cpu_clock = clock, cpu_clock
        self._most = self.count = most
        self._wall_s = self._cpu_from = 0.0
        self._retry_s = _FIRST_RETRY_S
        self._retry_at = 0.0

    def begin(self) -> None:
        """Steps are about to follow one another."""
        self._wall_s = 0.0
        self._cpu_from = self._cpu_clock()

    def computed(self, wall_s: float) -> None:
        """A step took `wall_s`; what happens between two steps counts for the processor, and is little."""
        self._wall_s += wall_s
        if self._wall_s >= _WINDOW_S:
            self._judge((self._cpu_clock() - self._cpu_from) / (self._wall_s * self.count))
            self.begin()

    def _judge(self, share: float) -> None:
        now = self._clock()
        if share < _ENOUGH and self.count > 1:
            if self.count == self._most:
                self._retry_s = min(2 * self._retry_s, _LAST_RETRY_S)
            self._retry_at = now + self._retry_s
            self._set(max(1, int(self.count * share)))
        elif self.count == self._most:
            self._retry_s = _FIRST_RETRY_S
        elif now >= self._retry_at:
            self._set(self._most)

    def _set(self, count: int) -> None:
        self.count = count
        self._api.llama_set_n_threads(self._context, count, count)
