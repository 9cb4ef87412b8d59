"""What one transfer receives, host by host; told to the way out once, when the transfer ends.

A large file takes thousands of requests, which a person wants to see as one connection to each host.
"""

import threading
import time

from glmdesk.core.connections import Connection, WayOut


class Account:
    """Of one thing that is fetched, `why`; usable from any thread."""

    def __init__(self, way_out: WayOut, why: str) -> None:
        self._way_out, self._why = way_out, why
        self._began: dict[str, float] = {}
        self._received: dict[str, int] = {}
        self._last = ""
        self._lock = threading.Lock()

    def permit(self, host: str) -> None:
        """Return where `host` may be asked; raises `LocalOnly` where it may not."""
        self._way_out.permit(host)
        with self._lock:
            self._began.setdefault(host, time.time())
            self._last = host

    def receive(self, host: str, count: int) -> None:
        """That many bytes of content came from `host`."""
        with self._lock:
            self._received[host] = self._received.get(host, 0) + count

    def close(self, failed: str = "") -> None:
        """Tell what came; what `failed` is told of the host that was asked last."""
        with self._lock:
            for host, began in self._began.items():
                why_not = failed if host == self._last else ""
                received = self._received.get(host, 0)
                self._way_out.record(Connection(host, self._why, began, 0, received, why_not))
            self._began, self._received = {}, {}
