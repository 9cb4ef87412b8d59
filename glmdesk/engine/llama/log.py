"""What llama.cpp says: the last lines for diagnostics, and every line while somebody listens."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_TOLD_LINES = 20
_DEBUG, _INFO, _CONTINUED = 1, 2, 5  # enum ggml_log_level


class Log:
    """Makes lines of what the library writes piece by piece; debug output only for who asks for it."""

    def __init__(self) -> None:
        self.lines: deque[str] = deque(maxlen=_TOLD_LINES)
        self._listeners: list[tuple[list[str], bool]] = []
        self._level = _INFO
        self._open = ""

    def receive(self, level: int, text: bytes, _data: Any) -> None:
        """Called by llama.cpp, from any of its threads, and never raises into it."""
        if level != _CONTINUED:
            self._level = level
        debug = self._level == _DEBUG
        if debug and not any(with_debug for _, with_debug in self._listeners):
            return
        *lines, self._open = (self._open + text.decode("utf-8", "replace")).split("\n")
        for line in lines:
            self._add(line, debug=debug)

    @contextmanager
    def listening(self, *, debug: bool = False) -> Iterator[list[str]]:
        """A list that grows by every line until the block ends, with the lines for debugging on request."""
        listener: tuple[list[str], bool] = ([], debug)
        self._listeners.append(listener)
        try:
            yield listener[0]
        finally:
            self._listeners = [other for other in self._listeners if other is not listener]

    def tail(self) -> str:
        """The last lines, for the detail of an error."""
        return "\n".join(self.lines)

    def _add(self, line: str, *, debug: bool) -> None:
        for lines, with_debug in self._listeners:
            if with_debug or not debug:
                lines.append(line)
        if not debug:
            self.lines.append(line)
