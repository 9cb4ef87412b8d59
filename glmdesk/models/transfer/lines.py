"""The sockets of a transfer, so that whoever reads from one can be woken at once."""

import threading
from collections.abc import Mapping
from typing import Any
from weakref import WeakSet


class Lines:
    """`cut` ends what is being read, `close` also what will be; usable from any thread."""

    def __init__(self) -> None:
        self._sockets: WeakSet[Any] = WeakSet()
        self._lock = threading.Lock()
        self._closed = False

    def watch(self, _event: str, info: Mapping[str, Any]) -> None:
        """What httpx2 calls as the extension `trace` of a request: remembers each socket that it connects."""
        told = getattr(info.get("return_value"), "get_extra_info", None)
        socket = told("socket") if told is not None else None
        if socket is None:
            return
        with self._lock:
            self._sockets.add(socket)
        if self._closed:
            self.cut()

    def cut(self) -> None:
        """Let whoever reads from one of them find its end."""
        with self._lock:
            for socket in tuple(self._sockets):
                try:
                    socket.shutdown(2)
                except OSError:  # it was closed by then
                    continue
            self._sockets.clear()

    def close(self) -> None:
        """Cut, now and whenever there is another one."""
        self._closed = True
        self.cut()
