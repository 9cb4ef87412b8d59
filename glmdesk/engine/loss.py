"""How a worker process ended by itself, in words for people.

Statuses are Python's: the exit code, or minus the signal's number. On Windows a crash has an NTSTATUS code,
which may come signed or unsigned.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import phrase
from glmdesk.engine import processor

KEPT = phrase("The text so far is kept.")
_AGAIN = phrase("Try again.")

OUT_OF_MEMORY = re.compile(
    r"out of memory|failed to allocate|unable to allocate|failed to reserve|ErrorOutOf\w*Memory|bad_alloc"
    r"|insufficient memory|not enough (?:free )?memory|Thread creation failed|Cannot allocate memory",
    re.IGNORECASE,
)
"""What llama.cpp, its drivers, the C++ library and OpenMP write when memory runs out."""

_LAST_WORDS = 2000  # characters of a log in which the reason for an end would stand


class Cause(StrEnum):
    """Why a worker was lost, as far as its exit status tells; MEMORY calls for a smaller plan."""

    MEMORY = "memory"
    ABORT = "abort"
    CRASH = "crash"
    INSTRUCTION = "instruction"
    SILENT = "silent"
    BROKEN = "broken"
    REFUSED = "refused"
    STOPPED = "stopped"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Loss:
    """A lost worker: why, what to tell a person, and the status itself for diagnostics."""

    cause: Cause
    explanation: Explanation
    detail: str

    @property
    def final(self) -> bool:
        """Whether another start would end in the same way."""
        return self.cause is Cause.REFUSED


_CAUSES = {
    **dict.fromkeys((-9, 137, 0xC0000017, 0xC000012D), Cause.MEMORY),
    **dict.fromkeys((-6, 134, 0xC0000409), Cause.ABORT),
    **dict.fromkeys((-11, 139, -7, 135, 0xC0000005, 0xC00000FD), Cause.CRASH),
    **dict.fromkeys((-4, 132, 0xC000001D), Cause.INSTRUCTION),
    **dict.fromkeys((-15, 143, -2, 130, 0xC000013A, 0), Cause.STOPPED),
}

_EXPLANATIONS = {
    Cause.MEMORY: Explanation(
        phrase("The engine was ended, most likely because memory ran out."),
        KEPT,
        phrase("Choose a smaller context or a smaller model."),
    ),
    Cause.ABORT: Explanation(
        phrase(
            "The engine gave up inside llama.cpp, which happens when memory runs out or a model file is "
            "damaged."
        ),
        KEPT,
        phrase("Try again with a smaller context, or with another model."),
    ),
    Cause.CRASH: Explanation(
        phrase("The engine crashed inside llama.cpp."),
        KEPT,
        phrase("Try again; if it happens again, choose another model."),
    ),
    Cause.INSTRUCTION: Explanation(
        phrase("The engine uses an instruction that this computer's processor does not have."),
        KEPT,
        phrase("Use the engine that comes with an installed glmdesk: it has a version for every processor."),
    ),
    Cause.SILENT: Explanation(phrase("The engine stopped answering and was ended."), KEPT, _AGAIN),
    Cause.BROKEN: Explanation(
        phrase("The engine said something unintelligible and was ended."), KEPT, _AGAIN
    ),
    Cause.STOPPED: Explanation(phrase("The engine was ended before it was done."), KEPT, _AGAIN),
}


def loss_of(status: int | None, log: str = "") -> Loss:
    """What an exit status tells; None is for a worker that was ended because it no longer answered.

    A worker that aborts, or is ended by a library, has often written to its `log` that memory ran out.
    """
    if status is None:
        return _loss(Cause.SILENT, "no answer in time")
    cause = _CAUSES.get(status) or _CAUSES.get(status & 0xFFFFFFFF, Cause.OTHER)
    detail = f"exit status {status}"
    if cause is Cause.INSTRUCTION:
        return _loss_of_instruction(detail)
    if cause in (Cause.OTHER, Cause.ABORT) and OUT_OF_MEMORY.search(log[-_LAST_WORDS:]):
        cause = Cause.MEMORY
    if cause is Cause.OTHER:
        happened = phrase("The engine ended by itself, with exit status {status}.", status=status)
        return Loss(cause, Explanation(happened, KEPT, _AGAIN), detail)
    return _loss(cause, detail)


def broken_wire(reason: str) -> Loss:
    """A worker that was ended because of what it sent."""
    return _loss(Cause.BROKEN, reason)


def refused(happened: str, action: str, detail: str) -> Loss:
    """A worker that said itself why it cannot start."""
    return Loss(Cause.REFUSED, Explanation(happened, "", action), detail)


def _loss_of_instruction(detail: str) -> Loss:
    """Names what most builds of llama.cpp expect and this processor has not."""
    told = _EXPLANATIONS[Cause.INSTRUCTION]
    lacking = processor.spoken(processor.missing(processor.EXPECTED))
    if lacking:
        happened = phrase(
            "The engine uses an instruction that this computer's processor does not have; it has no {names}.",
            names=lacking,
        )
        told = replace(told, happened=happened)
    return Loss(Cause.INSTRUCTION, told, detail)


def _loss(cause: Cause, detail: str) -> Loss:
    return Loss(cause, _EXPLANATIONS[cause], detail)
