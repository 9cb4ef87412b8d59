"""What can be done where a prompt does not fit, as frozen values for the views."""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.app.cloud_offers import CloudOffer
from glmdesk.core.chat import LeftOut
from glmdesk.core.chat_options import ChatOptions


class RoomKind(StrEnum):
    """The ways to make room, in the order in which they are offered."""

    FORGET_THOUGHTS = "forget_thoughts"
    DROP_SOURCES = "drop_sources"
    SUMMARISE = "summarise"
    LEAVE_OUT = "leave_out"
    MORE_CONTEXT = "more_context"
    CLOUD = "cloud"  # this answer alone
    AS_IT_IS = "as_it_is"  # with the little room that there is


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """One way to make room: the prompt takes `tokens` after it, None while that is being counted.

    `count` are the questions, thoughts or files it concerns. After a summary it takes `tokens` at most. A
    larger context holds `context_tokens` and takes `more_bytes` of memory, None while that is not known; a
    service has its `offer`. One that is not `possible` is shown as such.
    """

    kind: RoomKind
    count: int = 0
    tokens: int | None = None
    context_tokens: int = 0
    more_bytes: int | None = None
    possible: bool = True
    offer: CloudOffer | None = None


@dataclass(frozen=True, slots=True)
class RoomAsked:
    """A prompt of `tokens` does not fit into `context_tokens` with room for an answer of `answer_tokens`."""

    chat_id: str
    turn_id: str
    tokens: int
    context_tokens: int
    answer_tokens: int
    choices: tuple[RoomChoice, ...] = ()


@dataclass(frozen=True, slots=True)
class RoomMade:
    """An answer can be asked for again, with this left out from its question on; `tight` as in `Wish`."""

    chat_id: str
    turn_id: str
    left_out: LeftOut | None = None
    tight: bool = False
    once: ChatOptions | None = None


@dataclass(frozen=True, slots=True)
class RoomRefused:
    """No room could be made for an answer; `note` says why."""

    chat_id: str
    turn_id: str
    note: str
