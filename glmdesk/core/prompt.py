"""A chat made into the messages a model is given, and the ledger of what of it went into the prompt.

The prompt's text is made by the model's own template, in the worker; the ledger is taken from that text, so
that it tells what the model really sees and not what it was meant to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from glmdesk.core.chat import Message, Role, ToolCall, ToolResult, Turn
from glmdesk.core.quoting import quoted


@dataclass(frozen=True, slots=True)
class PromptToolCall:
    """A tool call as templates expect it: arguments are an object, never a string."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PromptMessage:
    """One message as templates and message files have it (`--messages FILE` is a JSON list of these)."""

    role: Role
    content: str = ""
    reasoning: str = ""
    tool_calls: tuple[PromptToolCall, ...] = ()


@dataclass(frozen=True, slots=True)
class PartialAnswer:
    """An answer that was cut and is to go on; an `answer` that is not empty means the thought is over."""

    reasoning: str = ""
    answer: str = ""
    thought_closed: bool = False


class LedgerKind(StrEnum):
    """What a stretch of the prompt is."""

    FORMAT = "format"  # role marks and whatever else the template adds
    CONTENT = "content"
    REASONING = "reasoning"
    TOOL_CALL = "tool_call"
    PARTIAL = "partial"  # the cut answer that goes on


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Tokens of one part of one message; `message` is its index, -1 for the template's own text.

    `dropped` is True for a part that was given but that the template left out (older thoughts, say).
    """

    message: int
    kind: LedgerKind
    tokens: int
    dropped: bool = False


def messages_of(turns: Sequence[Turn], system: str = "") -> tuple[PromptMessage, ...]:
    """The messages of a branch, first to last, with a system message before them when there is one."""
    head = (PromptMessage(Role.SYSTEM, system),) if system.strip() else ()
    return head + tuple(prompt_message(turn.message) for turn in turns)


def prompt_message(message: Message) -> PromptMessage:
    """One message as the template expects it; tool results become the content of a tool message.

    Sources stand before the text, quoted: the question is what the model has read last.
    """
    results = "".join(part.text for part in message.parts if isinstance(part, ToolResult))
    sources = quoted(message.sources)
    text = f"{sources}\n{message.text}" if sources else message.text
    reasoning = message.reasoning
    calls = tuple(
        PromptToolCall(part.name, dict(part.arguments))
        for part in message.parts
        if isinstance(part, ToolCall) and part.complete
    )
    return PromptMessage(message.role, text + results, reasoning.text if reasoning else "", calls)


def partial_answer(message: Message) -> PartialAnswer:
    """What of a cut assistant message the model is given to go on from."""
    reasoning = message.reasoning
    return PartialAnswer(
        reasoning.text if reasoning else "", message.text, reasoning is not None and reasoning.closed
    )
