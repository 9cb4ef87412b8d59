"""Writes answers, one at a time, in whichever chat asked; the others wait in the order in which they came.

An answer belongs to its chat and turn, not to what is on the screen: it goes on when another chat is opened,
and is dropped when its own chat was deleted.
"""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.answer import AnswerInProgress
from glmdesk.app.engine import Engine
from glmdesk.app.states import Activity, EnginePhase, EngineState
from glmdesk.core.chat import Message
from glmdesk.core.context import Meter
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Event, Generate, Prompt


@dataclass(frozen=True, slots=True)
class Wish:
    """An answer that is wanted in `turn_id` of `chat_id`, where `message` is what is there of it already.

    `max_tokens` and `thinking_budget` are those of `Generate`: 0 means no limit but the context.
    """

    chat_id: str
    turn_id: str
    message: Message
    prompt: Prompt
    sampling: Sampling
    max_tokens: int = 0
    thinking_budget: int = 0


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
    """The engine was given up before the answer could begin; `note` says why."""

    wish: Wish
    note: str


class AnswerWriter(QObject):
    """`grown` carries `AnswerGrown`, at most once in `flush_s` and at the end; `refused` a `WishRefused`."""

    grown = Signal(object)
    refused = Signal(object)
    activity_changed = Signal()

    def __init__(self, engine: Engine, flush_s: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._wishes: deque[Wish] = deque()
        self._answer: AnswerInProgress | None = None
        self._stopping = False
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(int(flush_s * 1000))
        self._flush.timeout.connect(self._tell)
        engine.state_changed.connect(self._engine_changed)
        engine.event_received.connect(self._receive)

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
        """Write an answer as soon as the engine is ready and no other is being written."""
        self._wishes.append(wish)
        self.activity_changed.emit()
        self._begin_next()

    def stop(self, chat_id: str) -> Wish | None:
        """End the answer of a chat; one that had not begun is given back, and nothing more comes of it."""
        if self._answer is not None and self._answer.chat_id == chat_id:
            self._stopping = True
            self._engine.cancel(self._answer.request_id)
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
            self._engine.close_thought(self._answer.request_id)

    def _begin_next(self) -> None:
        if self._answer is not None or not self._wishes:
            return
        if self._engine.state.phase is not EnginePhase.READY:
            return
        wish = self._wishes.popleft()
        request_id = self._engine.request(
            lambda request_id: Generate(
                request_id, wish.prompt, wish.sampling, wish.max_tokens, wish.thinking_budget
            )
        )
        self._answer = AnswerInProgress(
            request_id, wish.chat_id, wish.turn_id, wish.prompt.messages, wish.message
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
