"""What a cloud answer consists of, in the order in which it comes: pieces, and one ending.

An answer ends with exactly one `Ended` or `Refused`; after `Refused` what came before it is still good.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from glmdesk.cloud.failures import Failure
from glmdesk.core.chat import Usage


@dataclass(frozen=True, slots=True)
class Thought:
    """More of the thought."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """More of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Called:
    """A tool call; `complete` is False when the stream ended inside it or its arguments are no object."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = True


class Finish(StrEnum):
    """Why a good answer ended."""

    STOP = "stop"
    LENGTH = "length"
    TOOL_CALLS = "tool_calls"


@dataclass(frozen=True, slots=True)
class Ended:
    """The answer is whole; `usage` is None where the service did not tell it."""

    finish: Finish = Finish.STOP
    usage: Usage | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer failed, before it began or in the middle; `usage` where the service told it."""

    failure: Failure
    usage: Usage | None = None


Event = Thought | Said | Called | Ended | Refused
