"""The model's output stream made into parts: thought, answer and tool calls, in GLM's format.

Invariant: the parts do not depend on how the stream was split, and nothing of it is lost: what may still
become a mark is held back until it is decided, or until `finish`.
"""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.tool_calls import TOOL_CALL, OpenCall, ToolCallPiece

THINK, THINK_END = "<think>", "</think>"


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


class Thinking:
    """Parses one generation; `state` says where it is, and `in_call` whether inside a tool call.

    Tool calls are only looked for when `tools` is set; otherwise their marks are text like any other, and so
    is a mark of a thought inside the answer.
    """

    def __init__(self, state: ThoughtState = ThoughtState.BEFORE, *, tools: bool = False) -> None:
        self.state = state
        self._tools = tools
        self._held = ""
        self._call: OpenCall | None = None

    @property
    def in_call(self) -> bool:
        """True between the marks of a tool call."""
        return self._call is not None

    def feed(self, text: str) -> list[Piece]:
        """The pieces that `text` completes, none of them empty."""
        if not self._held and "<" not in text and self._call is None:
            if self.state is ThoughtState.AFTER:
                return [AnswerText(text)] if text else []
            if self.state is ThoughtState.INSIDE:
                return [ThoughtText(text)] if text else []
        self._held += text
        pieces: list[Piece] = []
        while self._step(pieces):
            pass
        return pieces

    def finish(self) -> list[Piece]:
        """What was held back, as far as the stream came; a tool call among it is not complete."""
        held, self._held = self._held, ""
        call, self._call = self._call, None
        if call is not None:
            return [call.cut(held)]
        if not held:
            return []
        return [ThoughtText(held) if self.state is ThoughtState.INSIDE else AnswerText(held)]

    def _step(self, pieces: list[Piece]) -> bool:
        """Take what is decided from the held text; True when a mark was passed and more may be decided."""
        if self._call is not None:
            self._held, piece = self._call.feed(self._held)
            if piece is None:
                return False
            pieces.append(piece)
            self._call = None
            return True
        if self.state is ThoughtState.BEFORE:
            return self._begin(pieces)
        if self.state is ThoughtState.INSIDE:
            if self._passed(THINK_END, ThoughtText, pieces):
                self.state = ThoughtState.AFTER
                return True
            return False
        if self._passed(TOOL_CALL if self._tools else "", AnswerText, pieces):
            self._call = OpenCall()
            return True
        return False

    def _begin(self, pieces: list[Piece]) -> bool:
        """Decide whether the stream opens with a thought; white space before the mark belongs to it."""
        visible = self._held.lstrip()
        if visible.startswith(THINK):
            space = self._held[: -len(visible)]
            if space:
                pieces.append(ThoughtText(space))
            self._held = visible[len(THINK) :]
            self.state = ThoughtState.INSIDE
            return True
        if THINK.startswith(visible):
            return False
        self.state = ThoughtState.AFTER
        return True

    def _passed(self, mark: str, kind: type[ThoughtText | AnswerText], pieces: list[Piece]) -> bool:
        """Take the text up to `mark`; without one, up to what may still become it. True when it was there."""
        end = self._held.find(mark) if mark else -1
        found = end >= 0
        if not found:
            end = len(self._held) - _unfinished(self._held, mark)
        if end:
            pieces.append(kind(self._held[:end]))
        self._held = self._held[end + len(mark) :] if found else self._held[end:]
        return found


def _unfinished(text: str, mark: str) -> int:
    """How many of the last characters of `text` are a beginning of `mark`."""
    start = text.find(mark[:1], max(0, len(text) - len(mark) + 1)) if mark else -1
    while start >= 0:
        if mark.startswith(text[start:]):
            return len(text) - start
        start = text.find(mark[:1], start + 1)
    return 0
