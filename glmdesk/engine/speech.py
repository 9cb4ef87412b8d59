"""What a generation says, token by token, as events: told apart by kind, counted, a few tokens a line.

Invariant: the tokens of all events add up to the tokens that were sampled, and the events are in the order of
the text.
"""

import time
from collections.abc import Callable

from glmdesk.core.thinking import Piece, Thinking, ThoughtState, ThoughtText
from glmdesk.core.tool_calls import ToolCallPiece
from glmdesk.engine import protocol

LINE_S = 0.025
"""Texts that arrive within this many seconds share a line; the first of each kind goes out at once.

A window shows 30 pictures of a growing answer a second, and each line costs its reader a wake-up on a core
that llama.cpp may be using: at 90 tokens/s on 2 cores a line for each token costs 3 % of the speed.
"""

_THOUGHT, _ANSWER, _CALL, _UNDECIDED = range(4)


class Speech:
    """Takes the texts of tokens, emits `Thinking`, `Answer` and `ToolCalled` for request `request_id`."""

    def __init__(
        self,
        request_id: int,
        parser: Thinking,
        emit: Callable[[protocol.Event], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._id = request_id
        self._parser = parser
        self._emit = emit
        self._clock = clock
        self._counted = [0, 0, 0, 0]  # tokens that no event has told yet, by kind
        self._told = [0, 0, 0, 0]
        self._texts: list[str] = []
        self._kind = _UNDECIDED  # of the texts that wait
        self._last_line = 0.0

    @property
    def thinking(self) -> int:
        """Tokens of the thought so far, its marks included."""
        return self._told[_THOUGHT] + self._counted[_THOUGHT]

    @property
    def answer(self) -> int:
        """All other tokens so far, those of tool calls included."""
        return sum(self._told) + sum(self._counted) - self.thinking

    @property
    def thought_is_open(self) -> bool:
        """True while the model thinks."""
        return self._parser.state is ThoughtState.INSIDE

    def token(self, text: str) -> None:
        """One more token was sampled; its text is empty inside a character."""
        parser = self._parser
        inside, in_call = parser.state is ThoughtState.INSIDE, parser.in_call
        pieces = parser.feed(text)
        if inside or parser.state is ThoughtState.INSIDE:
            kind = _THOUGHT
        elif in_call or parser.in_call:
            kind = _CALL
        else:
            kind = _UNDECIDED if parser.state is ThoughtState.BEFORE else _ANSWER
        self._counted[kind] += 1
        if kind is not _UNDECIDED and self._counted[_UNDECIDED]:
            self._decide(kind)
        for piece in pieces:
            self._add(piece)
        if self._texts and self._clock() - self._last_line >= LINE_S:
            self.flush()

    def finish(self) -> None:
        """The generation is over: emit all that was held back."""
        if self._counted[_UNDECIDED]:
            self._decide(_ANSWER)
        for piece in self._parser.finish():
            self._add(piece)
        self.flush()
        for kind in (_THOUGHT, _ANSWER, _CALL):
            self._line(kind, "")

    def flush(self) -> None:
        """Emit the texts that wait."""
        text = "".join(self._texts)
        self._texts.clear()
        if text:
            self._line(self._kind, text)
            self._last_line = self._clock()

    def _add(self, piece: Piece) -> None:
        if isinstance(piece, ToolCallPiece):
            self._turn_to(_CALL)
            tokens = self._tell(_CALL)
            self._emit(
                protocol.ToolCalled(self._id, piece.name, piece.arguments, tokens, complete=piece.complete)
            )
            return
        kind = _THOUGHT if isinstance(piece, ThoughtText) else _ANSWER
        first = kind != self._kind
        self._turn_to(kind)
        self._texts.append(piece.text)
        if first:
            self.flush()

    def _turn_to(self, kind: int) -> None:
        """Everything of the kind before is told before the first of this one."""
        if kind != self._kind:
            self.flush()
            for other in {_THOUGHT, _ANSWER} - {kind}:
                self._line(other, "")
            self._kind = kind

    def _line(self, kind: int, text: str) -> None:
        tokens = self._tell(kind)
        if text or tokens:
            event = protocol.Thinking if kind == _THOUGHT else protocol.Answer
            self._emit(event(self._id, text, tokens))

    def _tell(self, kind: int) -> int:
        tokens, self._counted[kind] = self._counted[kind], 0
        self._told[kind] += tokens
        return tokens

    def _decide(self, kind: int) -> None:
        self._counted[kind] += self._counted[_UNDECIDED]
        self._counted[_UNDECIDED] = 0
