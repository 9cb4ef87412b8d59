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
from glmdesk.core.chat import Message
from glmdesk.core.context import Meter
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Event, Prompt


@dataclass(frozen=True, slots=True)
class Wish:
    """An answer that is wanted in `turn_id` of `chat_id`, where `message` is what is there of it already.

    `max_tokens` and `thinking_budget` are those of `Generate`: 0 means no limit but the context. `place` is
    the service and its model, empty for this computer.
    """

    chat_id: str
    turn_id: str
    message: Message
    prompt: Prompt
    sampling: Sampling
    max_tokens: int = 0
    thinking_budget: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class AnswerGrown:
    """What an answer has become; `meter` is None until the prompt was counted."""

    chat_id: str
    turn_id: str
    message: Message
    meter: Meter | None
    ended: bool


@dataclass(frozen=True, slots=True)
class WishRefused:
    """The answerer was given up before the answer could begin; `note` says why."""

    wish: Wish
    note: str


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

    `grown` carries `AnswerGrown`, at most once in `flush_s` and at the end; `refused` a `WishRefused`.
    """

    grown = Signal(object)
    refused = Signal(object)
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
        answerer.state_changed.connect(self._engine_changed)
        answerer.event_received.connect(self._receive)

    @property
    def writing(self) -> bool:
        """Whether an answer is being written, in any chat."""
        return self._answer is not None

    def activity_in(self, chat_id: str) -> Activity:
        """What is going on in a chat."""
        if self._answer is not None and self._answer.chat_id == chat_id:
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
        if self._answer is not None and self._answer.chat_id == chat_id:
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
        if self._answer is not None and self._answer.chat_id == chat_id:
            self._answerer.close_thought(self._answer.request_id)

    def _begin_next(self) -> None:
        if self._answer is not None or not self._wishes:
            return
        if self._answerer.state.phase is not EnginePhase.READY:
            return
        wish = self._wishes.popleft()
        self._answer = AnswerInProgress(
            self._begin(wish), wish.chat_id, wish.turn_id, wish.prompt.messages, wish.message
        )
        self.activity_changed.emit()

    def _receive(self, event: Event) -> None:
        answer = self._answer
        if answer is None or getattr(event, "id", None) != answer.request_id:
            return
        before = answer.activity
        answer.receive(event)
        if answer.ended:
            self._finish(answer)
            return
        if answer.activity is not before:
            self.activity_changed.emit()
        if not self._flush.isActive():
            self._flush.start()

    def _tell(self) -> None:
        if self._answer is not None:
            self.grown.emit(_grown(self._answer))

    def _finish(self, answer: AnswerInProgress) -> None:
        self._flush.stop()
        self._answer, self._stopping = None, False
        self.grown.emit(_grown(answer))
        self.activity_changed.emit()
        self._begin_next()

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is EnginePhase.BROKEN:
            wishes, self._wishes = self._wishes, deque()
            for wish in wishes:
                self.refused.emit(WishRefused(wish, str(state.explanation or "")))
            self.activity_changed.emit()
        self._begin_next()


def _grown(answer: AnswerInProgress) -> AnswerGrown:
    return AnswerGrown(answer.chat_id, answer.turn_id, answer.message, answer.meter, answer.ended)
