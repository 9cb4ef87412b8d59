"""Figures from llama.cpp by a process of its own (`engine.measure`): what a model takes, how fast GPUs are.

Invariant: whatever llama.cpp does there, a call ends within its limit with the figures or with an error for
people, and the next call gets a new process if it needs one.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from glmdesk.core.errors import EngineError, EngineLost, EngineSilent
from glmdesk.core.plan import Memory, Placement
from glmdesk.engine.command import command, worker_environment
from glmdesk.engine.line_process import LineProcess
from glmdesk.engine.measuring import GREETING, DryRunAnswer, DryRunRequest, RatesAnswer, RatesRequest

_Answer = TypeVar("_Answer", DryRunAnswer, RatesAnswer)

LIMIT_S = 60.0
"""A dry run takes less than a second; a machine that swaps may take much longer."""


def dry_run(path: Path, placement: Placement) -> Memory:
    """One dry run in a process of its own; raises `EngineError`."""
    with DryRunner() as runner:
        return runner.measure(path, placement)


def gpu_rates(devices: Sequence[str]) -> dict[str, float]:
    """Bytes a second by device, for those that can be measured; raises `EngineError`."""
    with DryRunner() as runner:
        return runner.rates(devices)


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
        self._limit_s = limit_s
        self._process = LineProcess(
            arguments or command("--dry-run"),
            env or worker_environment(),
            greeting=GREETING,
            start_patience_s=limit_s,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def measure(self, path: Path, placement: Placement) -> Memory:
        """What loading the model at `path` would take; raises `EngineError`."""
        answer = self._asked(DryRunRequest(str(path), placement), DryRunAnswer)
        if answer.memory is None:
            raise EngineError(answer.happened, action=answer.action, detail=answer.detail)
        return answer.memory

    def rates(self, devices: Sequence[str]) -> dict[str, float]:
        """How fast devices read their memory, in bytes a second; raises `EngineError`."""
        return self._asked(RatesRequest(tuple(devices)), RatesAnswer).rates

    def close(self) -> None:
        """End the process; no-op without one."""
        self._process.close()

    def _asked(self, request: msgspec.Struct, answer: type[_Answer]) -> _Answer:
        try:
            line = self._process.ask(msgspec.json.encode(request), self._limit_s)
            return msgspec.json.decode(line, type=answer)
        except TimeoutError:
            raise EngineSilent(
                "llama.cpp took too long to work out what this would take.",
                action="Try again when the computer is less busy.",
            ) from None
        except OSError as error:
            raise EngineLost(
                "The engine could not be started.", action="Install glmdesk again.", detail=str(error)
            ) from error
        except (EOFError, msgspec.DecodeError) as error:
            self.close()
            raise _lost(str(error)) from error


def _lost(detail: str) -> EngineLost:
    return EngineLost(
        "llama.cpp cannot do that on this device.",
        action="Choose a smaller context, or fewer layers on the GPU.",
        detail=detail,
    )
