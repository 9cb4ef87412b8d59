"""Dry runs in a process of their own (`engine.measure`): what a model would take, by llama.cpp's allocator.

Invariant: whatever llama.cpp does there, a call ends within its limit with the figures or with an error for
people, and the next call gets a new process if it needs one.
"""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from glmdesk.core.errors import EngineError, EngineLost, EngineSilent
from glmdesk.core.plan import Memory, Placement
from glmdesk.engine.child import Process
from glmdesk.engine.command import command, worker_environment
from glmdesk.engine.measuring import GREETING, DryRunAnswer, DryRunRequest

LIMIT_S = 60.0
"""A dry run takes less than a second; a machine that swaps may take much longer."""

_MAX_ANSWER_BYTES = 1024 * 1024


def dry_run(path: Path, placement: Placement) -> Memory:
    """One dry run in a process of its own; raises `EngineError`."""
    with DryRunner() as runner:
        return runner.measure(path, placement)


class DryRunner:
    """Asks llama.cpp what placements would take; the process starts with the first question."""

    def __init__(
        self,
        arguments: Sequence[str] | None = None,
        env: Mapping[str, str] | None = None,
        *,
        limit_s: float = LIMIT_S,
    ) -> None:
        """Without `arguments` and `env` the real process."""
        self._arguments = arguments or command("--dry-run")
        self._env = env or worker_environment()
        self._limit_s = limit_s
        self._process: Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def measure(self, path: Path, placement: Placement) -> Memory:
        """What loading the model at `path` would take; raises `EngineError`."""
        process = self._started()
        process.write(msgspec.json.encode(DryRunRequest(str(path), placement)) + b"\n")
        line = self._line()
        try:
            answer = msgspec.json.decode(line, type=DryRunAnswer)
        except msgspec.DecodeError as error:
            self.close()
            raise _lost(str(error)) from error
        if answer.memory is None:
            raise EngineError(answer.happened, action=answer.action, detail=answer.detail)
        return answer.memory

    def close(self) -> None:
        """End the process; no-op without one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _started(self) -> Process:
        if self._process is None:
            try:
                self._process = Process(self._arguments, self._env)
            except OSError as error:
                raise EngineLost(
                    "The engine could not be started.", action="Install glmdesk again.", detail=str(error)
                ) from error
            if self._line() != GREETING:
                self.close()
                raise _lost("no greeting")
        return self._process

    def _line(self) -> bytes:
        """The next line; a process that is late, or gone, is ended."""
        assert self._process is not None, "it was started"
        deadline = time.monotonic() + self._limit_s
        line = bytearray()
        try:
            while not line.endswith(b"\n"):
                piece = self._process.read(max(0.0, deadline - time.monotonic()))
                line += piece
                if not piece or len(line) > _MAX_ANSWER_BYTES:
                    log = self._process.log
                    self.close()
                    raise _lost(log)
        except TimeoutError:
            self.close()
            raise EngineSilent(
                "llama.cpp took too long to work out what this would take.",
                action="Try again when the computer is less busy.",
            ) from None
        return bytes(line[:-1])


def _lost(detail: str) -> EngineLost:
    return EngineLost(
        "llama.cpp cannot do that on this device.",
        action="Choose a smaller context, or fewer layers on the GPU.",
        detail=detail,
    )
