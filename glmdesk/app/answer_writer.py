"""Writes answers of one answerer, one at a time; the others wait in the order in which they came.

An answer belongs to its chat and turn, not to what is on the screen: it goes on when another chat is opened,
and is dropped when its own chat was deleted.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from glmdesk.app.answer import AnswerInProgress
from glmdesk.app.states import Activity, EnginePhase, EngineState
from glmdesk.app.wish import Wish, WishRefused
from glmdesk.core.chat import Message
from glmdesk.core.context import Meter
from glmdesk.core.phrases import joined
from glmdesk.engine.protocol import Event


@dataclass(frozen=True, slots=True)
class AnswerGrown:
    """What an answer has become; `meter` is None until the prompt was counted."""

    chat_id: str
    turn_id: str
    message: Message
    meter: Meter | None
    ended: bool


class Answerer(Protocol):
    """What makes answers: the engine, or a service; events carry the id that its beginning gave."""

    @property
    def state_changed(self) -> SignalInstance:
        """Carries the `EngineState`."""

    @property
    def event_received(self) -> SignalInstance:
        """Carries the events of all its answers."""

    @property
    def state(self) -> EngineState:
        """Whether it can answer; one that is broken says why."""

    def cancel(self, target: int) -> None:
        """End an answer."""

    def close_thought(self, target: int) -> None:
        """End the running thought of an answer, where that can be done."""


class AnswerWriter(QObject):
    """`begin` has the answerer begin with a wish and returns its id.

    `grown` carries `AnswerGrown`, at most once in `flush_s` and at the end. Of a wish that is not written
    `refused` carries a `WishRefused`, or `too_long` a `WishTooLong`.
    """

    grown = Signal(object)
    refused = Signal(object)
    too_long = Signal(object)
    activity_changed = Signal()

    def __init__(
        self,
        answerer: Answerer,
        begin: Callable[[Wish], int],
        flush_s: float,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._answerer = answerer
        self._begin = begin
        self._wishes: deque[Wish] = deque()
        self._answer: AnswerInProgress | None = None
        self._stopping = False
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(int(flush_s * 1000))
        self._flush.timeout.connect(self._tell)
        self._thought = QTimer(self)
        self._thought.setSingleShot(True)
        self._thought.timeout.connect(self._thought_long_enough)
        answerer.state_changed.connect(self._engine_changed)
        answerer.event_received.connect(self._receive)

    @property
    def writing(self) -> bool:
        """Whether an answer is being written, in any chat."""
        return self._answer is not None

    def activity_in(self, chat_id: str) -> Activity:
        """What is going on in a chat."""
        if self._answer is not None and self._answer.wish.chat_id == chat_id:
            return Activity.STOPPING if self._stopping else self._answer.activity
        waits = any(wish.chat_id == chat_id for wish in self._wishes)
        return Activity.WAITING if waits else Activity.IDLE

    def write(self, wish: Wish) -> None:
        """Write an answer as soon as the answerer is ready and no other is being written."""
        self._wishes.append(wish)
        self.activity_changed.emit()
        self._begin_next()

    def stop(self, chat_id: str) -> Wish | None:
        """End the answer of a chat; one that had not begun is given back, and nothing more comes of it."""
        if self._answer is not None and self._answer.wish.chat_id == chat_id:
            self._stopping = True
            self._answerer.cancel(self._answer.request_id)
            self.activity_changed.emit()
            return None
        wish = next((wish for wish in self._wishes if wish.chat_id == chat_id), None)
        if wish is not None:
            self._wishes.remove(wish)
            self.activity_changed.emit()
        return wish

    def close_thought(self, chat_id: str) -> None:
        """Close the running thought of a chat's answer, so that the answer itself begins."""
        if self._answer is not None and self._answer.wish.chat_id == chat_id:
            self._answerer.close_thought(self._answer.request_id)

    def _begin_next(self) -> None:
        if self._answer is not None or not self._wishes:
            return
        if self._answerer.state.phase is not EnginePhase.READY:
            return
        self._start(self._wishes.popleft())

    def _start(self, wish: Wish) -> None:
        self._answer = AnswerInProgress(self._begin(wish), wish)
        self.activity_changed.emit()

    def _receive(self, event: Event) -> None:
        answer = self._answer
        if answer is None or getattr(event, "id", None) != answer.request_id:
            return
        before, repeated = answer.activity, answer.repeats
        answer.receive(event)
        if answer.ended:
            self._finish(answer)
            return
        if answer.repeats is not repeated:
            self._answerer.cancel(answer.request_id)
        if answer.activity is not before:
            self._thinks(answer)
            self.activity_changed.emit()
        if not self._flush.isActive():
            self._flush.start()

    def _thinks(self, answer: AnswerInProgress) -> None:
        """A thought that has begun may last so many seconds."""
        if answer.activity is Activity.THINKING and answer.wish.thinking_seconds:
            self._thought.start(answer.wish.thinking_seconds * 1000)
        else:
            self._thought.stop()

    def _thought_long_enough(self) -> None:
        if self._answer is not None:
            self._answerer.close_thought(self._answer.request_id)

    def _tell(self) -> None:
        if self._answer is not None:
            self.grown.emit(_grown(self._answer))

    def _finish(self, answer: AnswerInProgress) -> None:
        self._flush.stop()
        self._thought.stop()
        rest = answer.rest if not self._stopping else None
        self._answer, self._stopping = None, False
        if rest is not None:
            self._start(rest)
            return
        if answer.too_long is not None:
            self.too_long.emit(answer.too_long)
        else:
            self.grown.emit(_grown(answer))
        self.activity_changed.emit()
        self._begin_next()

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is EnginePhase.BROKEN:
            wishes, self._wishes = self._wishes, deque()
            note = joined(state.explanation.sentences, "\n") if state.explanation is not None else ""
            for wish in wishes:
                self.refused.emit(WishRefused(wish, note))
            self.activity_changed.emit()
        self._begin_next()


def _grown(answer: AnswerInProgress) -> AnswerGrown:
    return AnswerGrown(answer.wish.chat_id, answer.wish.turn_id, answer.message, answer.meter, answer.ended)
