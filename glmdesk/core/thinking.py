"""The model's output stream made into parts: thought, answer and tool calls, in GLM's format.

Invariant: the parts do not depend on how the stream was split, and nothing of it is lost: what may still
become a mark is held back until it is decided, or until `finish`.
"""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.prompt import PartialAnswer

THINK, THINK_END = "<think>", "</think>"
TOOL_CALL, TOOL_CALL_END = "<tool_call>", "</tool_call>"
KEY, KEY_END = "<arg_key>", "</arg_key>"
VALUE, VALUE_END = "<arg_value>", "</arg_value>"


class ThoughtState(StrEnum):
    """Where a stream is: before a thought that may or may not come, inside it, or after it."""

    BEFORE = "before"
    INSIDE = "inside"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class ThoughtText:
    """More of the thought."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerText:
    """More of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCallPiece:
    """A tool call: arguments are the raw texts, `raw` is all of it as the model wrote it.

    `complete` is False when the stream ended inside it; its last argument may then be cut.
    """

    name: str
    arguments: dict[str, str]
    raw: str
    complete: bool = True


Piece = ThoughtText | AnswerText | ToolCallPiece


def state_at_end(prompt: str) -> ThoughtState:
    """Where a rendered prompt leaves the model; white space behind the last mark does not matter."""
    end = prompt.rstrip()
    if end.endswith(THINK):
        return ThoughtState.INSIDE
    return ThoughtState.AFTER if end.endswith(THINK_END) else ThoughtState.BEFORE


def with_partial(prompt: str, partial: PartialAnswer, *, thinking: bool) -> tuple[str, ThoughtState]:
    """The prompt with a cut answer behind it, and where that leaves the model.

    A cut thought is left out where the prompt no longer lets the model think.
    """
    state = state_at_end(prompt)
    over = partial.thought_closed or bool(partial.answer)
    if state is ThoughtState.BEFORE and partial.reasoning and thinking:
        prompt, state = prompt + THINK, ThoughtState.INSIDE
    if state is ThoughtState.INSIDE:
        prompt += partial.reasoning
        if not over:
            return prompt, state
        prompt += THINK_END
    return prompt + partial.answer, ThoughtState.AFTER if over else state
