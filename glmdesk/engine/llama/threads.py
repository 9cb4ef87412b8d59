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
    """Sets the threads of a context by how much processor time they got; asks for nothing on a GPU."""

    def __init__(
        self, api: Any, context: Any, most: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`most` threads are asked for; 1 means that there is nothing to give up."""
        self._api, self._context, self._clock = api, context, clock
        self._most = self.count = most
        self._wall_s = self._cpu_s = 0.0
        self._retry_s = _FIRST_RETRY_S
        self._retry_at = 0.0

    def computed(self, wall_s: float, cpu_s: float) -> None:
        """A step took `wall_s` and `cpu_s` of processor time, all threads together."""
        self._wall_s += wall_s
        self._cpu_s += cpu_s
        if self._wall_s >= _WINDOW_S:
            self._judge(self._cpu_s / (self._wall_s * self.count))
            self._wall_s = self._cpu_s = 0.0

    def _judge(self, share: float) -> None:
        now = self._clock()
        if share < _ENOUGH and self.count > 1:
            self._retry_s = (
                min(2 * self._retry_s, _LAST_RETRY_S) if self.count == self._most else self._retry_s
            )
            self._retry_at = now + self._retry_s
            self._set(max(1, int(self.count * share)))
        elif self.count == self._most:
            self._retry_s = _FIRST_RETRY_S
        elif now >= self._retry_at:
            self._set(self._most)

    def _set(self, count: int) -> None:
        self.count = count
        self._api.llama_set_n_threads(self._context, count, count)
