"""How fast and how patiently: the pauses between tries, the limit of speed, and the speed as it is.

Pauses double from try to try and vary by chance, so that many programs do not come back at once; a server's
Retry-After is waited for, up to an hour.
"""

import math
import random
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST_RETRY_AFTER_S = 3600.0
_WINDOW_S = 5.0


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many tries in a row without a byte to give up (None is never), and how long to pause."""

    tries: int | None = 8
    first_s: float = 1.0
    longest_s: float = 60.0

    def pause_s(self, tried: int, after_s: float, chance: Callable[[], float] = random.random) -> float:
        """Seconds to wait after the `tried`th failure; `after_s` is what the server asked for."""
        usual = min(self.longest_s, self.first_s * 2.0 ** min(tried - 1, 16))
        return max(after_s, usual * (0.5 + chance() / 2))


def retry_after_s(value: str, now: Callable[[], float] = time.time) -> float:
    """The seconds that a Retry-After header asks for, in either form; 0 where it says nothing sensible."""
    try:
        seconds = float(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return 0.0
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (aware - datetime.fromtimestamp(now(), UTC)).total_seconds()
    return min(max(0.0, seconds), _LONGEST_RETRY_AFTER_S) if math.isfinite(seconds) else 0.0


class SpeedLimit:
    """Bytes a second for all connections together; 0 is no limit."""

    def __init__(self, bytes_per_s: int = 0, clock: Callable[[], float] = time.monotonic) -> None:
        self.bytes_per_s = bytes_per_s
        self._clock, self._free_at = clock, 0.0
        self._lock = threading.Lock()

    def owed_s(self, count: int) -> float:
        """Seconds to wait before taking more, after `count` bytes were taken."""
        with self._lock:
            if not self.bytes_per_s:
                return 0.0
            now = self._clock()
            self._free_at = max(self._free_at, now) + count / self.bytes_per_s
            return self._free_at - now


class Speed:
    """Bytes a second over the last seconds, from what `at` is told."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()

    def at(self, received_bytes: int) -> float:
        """The speed, now that `received_bytes` are here."""
        now = self._clock()
        if self._seen and received_bytes < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, received_bytes))
        while len(self._seen) > 2 and now - self._seen[1][0] > _WINDOW_S:
            self._seen.popleft()
        (then, before) = self._seen[0]
        return (received_bytes - before) / (now - then) if now > then else 0.0
