"""A child process that is asked in lines: one line there, one line back, each within a time limit.

Invariant: a call ends within its limit, whatever the child does; a child that is late, or gone, is ended.
"""

import time
from collections.abc import Mapping, Sequence

from glmdesk.engine.child import Process

MAX_ANSWER_BYTES = 64 * 1024 * 1024


class LineProcess:
    """Starts with the first question, and again with the one after its end."""

    def __init__(
        self, arguments: Sequence[str], env: Mapping[str, str], *, greeting: bytes, start_patience_s: float
    ) -> None:
        """`greeting` is the first line that the child says, within `start_patience_s`."""
        self._arguments, self._env = arguments, env
        self._greeting, self._start_patience_s = greeting, start_patience_s
        self._process: Process | None = None

    def ask(self, line: bytes, limit_s: float) -> bytes:
        """The answer to `line`, both without line end.

        Raises `OSError` where the child cannot be started, `TimeoutError` where it is late, `EOFError` where
        it ended or says what it should not.
        """
        process = self._process or self._started()
        process.write(line + b"\n")
        return self._line(process, limit_s)

    def close(self) -> None:
        """End the child; no-op without one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _started(self) -> Process:
        self._process = process = Process(self._arguments, self._env)
        if self._line(process, self._start_patience_s) != self._greeting:
            self.close()
            raise EOFError("no greeting")
        return process

    def _line(self, process: Process, limit_s: float) -> bytes:
        deadline = time.monotonic() + limit_s
        line = bytearray()
        try:
            while not line.endswith(b"\n"):
                piece = process.read(max(0.0, deadline - time.monotonic()))
                line += piece
                if not piece or len(line) > MAX_ANSWER_BYTES:
                    break
        except TimeoutError:
            self.close()
            raise
        if not line.endswith(b"\n"):
            log = process.log
            self.close()
            raise EOFError(log or "it ended, or says too much")
        return bytes(line[:-1])
