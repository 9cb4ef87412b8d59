"""An answer that is wanted, with all that it takes to have it made."""

from dataclasses import dataclass

from glmdesk.core.chat import Message
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Prompt, Prompted


@dataclass(frozen=True, slots=True)
class Wish:
    """An answer that is wanted in `turn_id` of `chat_id`, where `message` is what is there of it already.

    `max_tokens` and `thinking_tokens` are limits as those of `Generate`, `thinking_seconds` is another one
    for the thought; 0 means no limit but the context. `places` says for each message of the prompt from which
    turn of the branch it is, -1 for the instructions; the branch has so many `turns`; `place` is the service
    and its model, empty for this computer, and `effort` how hard that is to think. With `tight` any room that
    is left will do, else there must be enough for a useful answer. `once` is what was decided for this answer
    alone.
    """

    chat_id: str
    turn_id: str
    message: Message
    prompt: Prompt
    sampling: Sampling
    max_tokens: int = 0
    thinking_tokens: int = 0
    thinking_seconds: int = 0
    places: tuple[int, ...] = ()
    turns: int = 0
    place: str = ""
    effort: str = ""
    tight: bool = False
    once: ChatOptions | None = None


@dataclass(frozen=True, slots=True)
class WishRefused:
    """The answer could not begin; `note` says why."""

    wish: Wish
    note: str


@dataclass(frozen=True, slots=True)
class WishTooLong:
    """The prompt of a wish leaves too little room for an answer; it was counted, and nothing was read."""

    wish: Wish
    counted: Prompted
