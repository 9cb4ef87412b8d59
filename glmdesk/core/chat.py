"""A conversation as immutable values: parts make a message, messages a tree of turns with a chosen branch.

Two messages with the same content are equal; identity (the id of a turn) lives in `Chat` only, and every
change gives a new value.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.citations import Citation
from glmdesk.core.seen import Seen


class Role(StrEnum):
    """Who speaks; the four roles of chat templates."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown text: a question, or an answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    """A thought: text, how long it took, how many tokens; `closed` once the answer began."""

    text: str
    seconds: float = 0.0
    tokens: int = 0
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A wish of the model to call a tool; `complete` is False when the stream ended inside it."""

    name: str
    arguments: Mapping[str, Any]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool answered."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Text that comes with a question: a file, or lines `start` to `end` of one (1-based, both included).

    `path` is what people see of it, relative to the project where there is one; `end` 0 means all of it;
    `name` is the definition that these lines are, where they are one.
    """

    path: str
    text: str
    start: int = 1
    end: int = 0
    name: str = ""

    @property
    def has_lines(self) -> bool:
        """Whether it is numbered lines of a file, which can be cited, and not a file that was attached."""
        return self.end > 0


class Omission(StrEnum):
    """What of earlier turns is left out."""

    TURNS = "turns"
    THOUGHTS = "thoughts"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a model is no longer given, from the question on that holds this.

    It concerns the `turns` with these ids, which took `tokens`; `summary` is what stands for them, written in
    so many `readings`.
    """

    what: Omission
    turns: tuple[str, ...]
    tokens: int = 0
    summary: str = ""
    readings: int = 1


Part = Text | Reasoning | ToolCall | ToolResult | Source | LeftOut


class Ending(StrEnum):
    """How a message ended; OPEN while it is still being written."""

    OPEN = "open"
    COMPLETE = "complete"
    PAUSED = "paused"  # it began to repeat itself; `note` is what it repeated
    LENGTH = "length"  # the token budget or the context was used up
    STOPPED = "stopped"  # the person pressed Stop
    INTERRUPTED = "interrupted"  # the engine was lost
    FAILED = "failed"  # the engine refused, and `note` says why


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one generation, counted by the worker; `prompt` includes `cached`."""

    prompt: int = 0
    cached: int = 0
    thinking: int = 0
    answer: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        """Those of both together."""
        return Usage(
            self.prompt + other.prompt,
            self.cached + other.cached,
            self.thinking + other.thinking,
            self.answer + other.answer,
        )


@dataclass(frozen=True, slots=True)
class Timing:
    """Times of one generation by the worker's clock: seconds, and tokens per second."""

    ttft_s: float = 0.0
    prefill_tps: float = 0.0
    decode_tps: float = 0.0


@dataclass(frozen=True, slots=True)
class Message:
    """One contribution to a conversation; `created` is Unix time in seconds, for display only.

    `note` is why it ended as it did, a sentence a line. `place` says where it was made: empty for this
    computer, else the name of the service. `seen` is what the model was given for it; `citations` are the
    places that its text cites, checked when it was made.
    """

    role: Role
    parts: tuple[Part, ...]
    created: float = 0.0
    ending: Ending = Ending.COMPLETE
    model: str = ""
    usage: Usage | None = None
    timing: Timing | None = None
    note: str = ""
    place: str = ""
    seen: Seen | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def text(self) -> str:
        """All text parts, one after the other."""
        return "".join(part.text for part in self.parts if isinstance(part, Text))

    @property
    def is_step(self) -> bool:
        """Whether this only leads to the answer: calls of tools without text, or what a tool answered."""
        calls = any(isinstance(part, ToolCall) for part in self.parts)
        return self.role is Role.TOOL or (calls and not self.text.strip())

    @property
    def sources(self) -> tuple[Source, ...]:
        """All that came with a question."""
        return tuple(part for part in self.parts if isinstance(part, Source))

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """All that is left out from a question on."""
        return tuple(part for part in self.parts if isinstance(part, LeftOut))

    @property
    def reasoning(self) -> Reasoning | None:
        """The last thought, if there is one."""
        return next((part for part in reversed(self.parts) if isinstance(part, Reasoning)), None)

    def thought(self, text: str, seconds: float, tokens: int) -> "Message":
        """The message with `text` added to its open thought, and the thought's totals set."""
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Reasoning) and not last.closed:
            grown = replace(last, text=last.text + text, seconds=seconds, tokens=tokens)
            return replace(self, parts=(*self.parts[:-1], grown))
        return replace(self, parts=(*self.parts, Reasoning(text, seconds, tokens)))

    def answered(self, text: str) -> "Message":
        """The message with `text` added to its answer; an open thought is closed."""
        message = self.with_thought_closed()
        last = message.parts[-1] if message.parts else None
        if isinstance(last, Text):
            return replace(message, parts=(*message.parts[:-1], Text(last.text + text)))
        return replace(message, parts=(*message.parts, Text(text)))

    def with_part(self, part: Part) -> "Message":
        """The message with one more part; an open thought is closed."""
        message = self.with_thought_closed()
        return replace(message, parts=(*message.parts, part))

    def with_thought_closed(self) -> "Message":
        """The message with its open thought, if any, marked closed."""
        last = self.parts[-1] if self.parts else None
        if isinstance(last, Reasoning) and not last.closed:
            return replace(self, parts=(*self.parts[:-1], replace(last, closed=True)))
        return self


@dataclass(frozen=True, slots=True)
class Turn:
    """A message in its place: `parent` is the turn it answers, None for the first."""

    id: str
    parent: str | None
    message: Message


@dataclass(frozen=True, slots=True)
class Chat:
    """A tree of turns; `leaf` is the last turn of the chosen branch, None while the chat is empty."""

    id: str
    title: str = ""
    turns: Mapping[str, Turn] = field(default_factory=lambda: MappingProxyType({}))
    leaf: str | None = None
    created: float = 0.0
    options: ChatOptions = field(default_factory=ChatOptions)

    def path(self) -> tuple[Turn, ...]:
        """The turns of the chosen branch, first to last."""
        return self.path_to(self.leaf)

    def path_to(self, turn_id: str | None) -> tuple[Turn, ...]:
        """The turns from the first one to `turn_id`, which is included."""
        turns: list[Turn] = []
        while turn_id is not None:
            turn = self.turns[turn_id]
            turns.append(turn)
            turn_id = turn.parent
        return tuple(reversed(turns))

    def with_turn(self, turn: Turn) -> "Chat":
        """The chat with `turn` added, or replaced where the id is known; an added turn becomes the leaf."""
        leaf = self.leaf if turn.id in self.turns else turn.id
        return replace(self, turns=MappingProxyType({**self.turns, turn.id: turn}), leaf=leaf)

    def siblings(self, turn_id: str) -> tuple[Turn, ...]:
        """The turns with the same parent as `turn_id`, oldest first, itself included."""
        parent = self.turns[turn_id].parent
        return tuple(turn for turn in self.turns.values() if turn.parent == parent)

    def choosing(self, turn_id: str) -> "Chat":
        """The chat with the branch that goes through `turn_id` chosen, down to its newest leaf."""
        children = {turn.parent: turn.id for turn in self.turns.values()}  # the newest child wins
        leaf = turn_id
        while leaf in children:
            leaf = children[leaf]
        return replace(self, leaf=leaf)
