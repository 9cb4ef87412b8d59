"""A chat made into the messages a model is given.

The prompt's text is made by the model's own template, in the worker; the ledger (`core.ledger`) is taken from
that text, so that it tells what the model really sees and not what it was meant to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from glmdesk.core.chat import Message, Role, ToolCall, ToolResult, Turn
from glmdesk.core.omissions import given_of
from glmdesk.core.quoting import quoted

_SUMMARY = "[Summary of the conversation before this]\n{summary}\n[End of the summary]\n\n"


@dataclass(frozen=True, slots=True)
class PromptToolCall:
    """A tool call as templates expect it: arguments are an object, never a string."""

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PromptMessage:
    """One message as templates and message files have it (`--messages FILE` is a JSON list of these).

    `content` begins with a summary of what was left out before it, `summary` characters long, then come the
    quoted sources, `sources` characters long, then the message's own text.
    """

    role: Role
    content: str = ""
    reasoning: str = ""
    tool_calls: tuple[PromptToolCall, ...] = ()
    summary: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class PartialAnswer:
    """An answer that was cut and is to go on; an `answer` that is not empty means the thought is over."""

    reasoning: str = ""
    answer: str = ""
    thought_closed: bool = False


def messages_of(turns: Sequence[Turn], system: str = "") -> tuple[PromptMessage, ...]:
    """The messages of a branch, first to last, without what was left out of it.

    A system message stands before them when there is one; it is never left out.
    """
    head = (PromptMessage(Role.SYSTEM, system),) if system.strip() else ()
    return head + tuple(prompt_message(given.message, given.summary) for given in given_of(turns))


def places_of(turns: Sequence[Turn], system: str = "") -> tuple[int, ...]:
    """For each of `messages_of` the position in the branch of the turn it is made of, -1 for the system's."""
    head = (-1,) if system.strip() else ()
    return head + tuple(given.place for given in given_of(turns))


def prompt_message(message: Message, summary: str = "") -> PromptMessage:
    """One message as the template expects it; tool results become the content of a tool message.

    Sources stand before the text, quoted: the question is what the model has read last.
    """
    results = "".join(part.text for part in message.parts if isinstance(part, ToolResult))
    before = _SUMMARY.format(summary=summary.strip()) if summary.strip() else ""
    sources = quoted(message.sources)
    sources = f"{sources}\n" if sources else ""
    reasoning = message.reasoning
    calls = tuple(
        PromptToolCall(part.name, dict(part.arguments))
        for part in message.parts
        if isinstance(part, ToolCall) and part.complete
    )
    return PromptMessage(
        message.role,
        before + sources + message.text + results,
        reasoning.text if reasoning else "",
        calls,
        len(before),
        len(sources),
    )


def partial_answer(message: Message) -> PartialAnswer:
    """What of a cut assistant message the model is given to go on from."""
    reasoning = message.reasoning
    return PartialAnswer(
        reasoning.text if reasoning else "", message.text, reasoning is not None and reasoning.closed
    )
