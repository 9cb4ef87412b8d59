"""The open chat: what a person asks of it, and how an answer grows in it.

Every change makes a new `Chat` value, which goes to the chat list first and to the views after. One answer
is written at a time, in whichever chat asked; a question asked meanwhile waits for it. Views hear of a
growing answer at most `1 / flush_s` times a second.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.answer import AnswerInProgress
from glmdesk.app.chat_list import ChatList
from glmdesk.app.draft_count import DraftCount
from glmdesk.app.engine import Engine
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import Activity, ChatShown, EnginePhase, EngineState, SessionState, TurnChanged
from glmdesk.core.chat import Chat, Ending, Message, Role, Text, Turn
from glmdesk.core.context import Meter
from glmdesk.core.prompt import messages_of, partial_answer
from glmdesk.core.sampling import sampling_for
from glmdesk.engine.protocol import Event, Generate, Prompt

FLUSH_S = 1 / 30
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class _Wish:
    """An answer that is to be written: into `turn_id` of `chat_id`, going on from what is there."""

    chat_id: str
    turn_id: str


class ChatSession(QObject):
    """Intents in, values out: `chat_shown`, `turn_changed`, `state_changed`, `meter_changed`."""

    chat_shown = Signal(object)
    turn_changed = Signal(object)
    state_changed = Signal(object)
    meter_changed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        chats: ChatList,
        preferences: Preferences,
        *,
        flush_s: float = FLUSH_S,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._chats = chats
        self._preferences = preferences
        self._clock = clock
        self._chat = chats.current
        settings = preferences.settings
        self._state = SessionState(thinking=settings.thinking, keep_thinking=settings.keep_thinking)
        self._wish: _Wish | None = None
        self._answer: AnswerInProgress | None = None
        self._draft = DraftCount(engine, self._draft_prompt, self)
        self._draft.counted.connect(self._show_meter)
        self._meter = Meter()
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(int(flush_s * 1000))
        self._flush.timeout.connect(self._show_answer)
        engine.state_changed.connect(self._engine_changed)
        engine.event_received.connect(self._receive)
        chats.opened.connect(self._show_chat)

    @property
    def chat(self) -> Chat:
        """The open chat."""
        return self._chat

    @property
    def state(self) -> SessionState:
        """What the open chat is doing."""
        return self._state

    @property
    def meter(self) -> Meter:
        """What fills the context."""
        return self._meter

    # --- intents ------------------------------------------------------------------------------------------

    def send(self, text: str) -> None:
        """Ask `text` after the last turn; without a ready engine the question waits for it."""
        if self._state.busy or not text.strip():
            return
        self._ask(text, self._chat.leaf)

    def edit(self, turn_id: str, text: str) -> None:
        """Ask another text in the place of question `turn_id`, as a branch beside it."""
        if self._state.busy or not text.strip() or turn_id not in self._chat.turns:
            return
        self._ask(text, self._chat.turns[turn_id].parent)

    def regenerate(self, turn_id: str) -> None:
        """Answer again, as a branch beside answer `turn_id`."""
        if not self._state.busy and turn_id in self._chat.turns:
            self._begin(self._new_turn(Role.ASSISTANT, (), self._chat.turns[turn_id].parent))

    def continue_answer(self, turn_id: str) -> None:
        """Go on with a cut answer where it stopped; only the last turn of the branch can go on."""
        if self._state.busy or turn_id != self._chat.leaf:
            return
        turn = self._chat.turns[turn_id]
        self._begin(replace(turn, message=replace(turn.message, ending=Ending.OPEN, note="")))

    def choose(self, turn_id: str) -> None:
        """Show the branch that goes through `turn_id`."""
        if not self._state.busy and turn_id in self._chat.turns:
            self._keep(self._chat.choosing(turn_id))
            self._show_chat(self._chat)

    def stop(self) -> None:
        """End the answer that is being written, or that waits; what is there is kept."""
        if self._answer is not None and self._answer.chat_id == self._chat.id:
            self._engine.cancel(self._answer.request_id)
            self._set_activity(Activity.STOPPING)
        elif self._wish is not None and self._wish.chat_id == self._chat.id:
            wish, self._wish = self._wish, None
            turn = self._chat.turns[wish.turn_id]
            self._put(replace(turn, message=replace(turn.message, ending=Ending.STOPPED)))
            self._set_activity(Activity.IDLE)

    def answer_now(self) -> None:
        """Close the running thought and begin the answer."""
        if self._answer is not None:
            self._engine.close_thought(self._answer.request_id)

    def set_draft(self, text: str) -> None:
        """Count `text` as the next question, once the engine has time."""
        self._draft.set_text(text)
        self._count_draft()

    def set_thinking(self, thinking: bool) -> None:
        """Whether the next turn thinks."""
        self._change_state(thinking=thinking)
        self._count_draft()

    def set_keep_thinking(self, keep: bool) -> None:
        """Whether earlier thoughts stay in the prompt."""
        self._change_state(keep_thinking=keep)
        self._count_draft()

    # --- asking -------------------------------------------------------------------------------------------

    def _ask(self, text: str, parent: str | None) -> None:
        question = self._new_turn(Role.USER, (Text(text),), parent)
        self._draft.set_text("")
        if not self._chat.title:
            self._keep(replace(self._chat, title=_title(text)))
        branch = parent != self._chat.leaf
        self._put(question)
        self._begin(self._new_turn(Role.ASSISTANT, (), question.id), branch=branch)

    def _begin(self, turn: Turn, *, branch: bool = False) -> None:
        branch = branch or turn.parent != self._chat.leaf
        self._put(turn)
        if branch and turn.id == self._chat.leaf:
            self.chat_shown.emit(ChatShown(self._chat))
        self._wish = _Wish(self._chat.id, turn.id)
        self._set_activity(Activity.WAITING)
        self._start_if_ready()

    def _start_if_ready(self) -> None:
        wish = self._wish
        if wish is None or self._answer is not None or self._engine.state.phase is not EnginePhase.READY:
            return
        self._wish = None
        chat = self._chats.chat(wish.chat_id)
        if chat is None:
            return
        turn = chat.turns[wish.turn_id]
        settings = self._preferences.settings
        partial = partial_answer(turn.message) if turn.message.parts else None
        prompt = Prompt(
            messages_of(chat.path_to(turn.parent), settings.system_prompt),
            self._state.thinking,
            self._state.keep_thinking,
            partial=partial,
        )
        model_name = self._engine.state.model_name
        sampling = sampling_for(settings.preset, model_name)
        request_id = self._engine.request(lambda request_id: Generate(request_id, prompt, sampling))
        message = replace(turn.message, model=model_name)
        self._answer = AnswerInProgress(request_id, chat.id, turn.id, prompt.messages, message)
        self._set_activity(Activity.READING)

    def _count_draft(self) -> None:
        """While an answer is written the meter shows that; the draft is counted after it."""
        if self._answer is None:
            self._draft.recount()

    def _draft_prompt(self, text: str) -> Prompt:
        turns = [turn for turn in self._chat.path() if turn.message.ending is not Ending.OPEN]
        question = Turn("", None, Message(Role.USER, (Text(text),)))
        messages = messages_of([*turns, question], self._preferences.settings.system_prompt)
        return Prompt(messages, self._state.thinking, self._state.keep_thinking)

    def _new_turn(self, role: Role, parts: tuple[Text, ...], parent: str | None) -> Turn:
        ending = Ending.OPEN if role is Role.ASSISTANT else Ending.COMPLETE
        return Turn(uuid.uuid4().hex, parent, Message(role, parts, self._clock(), ending))

    # --- the answer arrives -------------------------------------------------------------------------------

    def _receive(self, event: Event) -> None:
        answer = self._answer
        if answer is None or getattr(event, "id", None) != answer.request_id:
            return
        answer.receive(event)
        if answer.ended:
            self._finish(answer)
            return
        if self._state.activity is not Activity.STOPPING:
            self._set_activity(answer.activity)
        if not self._flush.isActive():
            self._flush.start()

    def _show_answer(self) -> None:
        if self._answer is not None:
            self._store_answer(self._answer)

    def _finish(self, answer: AnswerInProgress) -> None:
        self._flush.stop()
        self._store_answer(answer)
        self._answer = None
        self._set_activity(Activity.IDLE if self._wish is None else Activity.WAITING)
        self._count_draft()
        self._start_if_ready()

    def _store_answer(self, answer: AnswerInProgress) -> None:
        chat = self._chats.chat(answer.chat_id)
        if chat is None:
            return
        turn = replace(chat.turns[answer.turn_id], message=answer.message)
        if chat.id == self._chat.id:
            self._put(turn)
            if answer.meter is not None:
                self._show_meter(answer.meter)
        else:
            self._chats.keep(chat.with_turn(turn))

    def _engine_changed(self, state: EngineState) -> None:
        thinks = bool(state.model and state.model.thinks)
        if state.phase is EnginePhase.READY and thinks != self._state.thinks:
            self._change_state(thinks=thinks)
        if state.phase is EnginePhase.READY:
            self._start_if_ready()
            self._count_draft()
        if state.phase is EnginePhase.BROKEN and self._wish is not None:
            self._give_up_waiting(str(state.explanation or ""))

    def _give_up_waiting(self, note: str) -> None:
        wish, self._wish = self._wish, None
        chat = self._chats.chat(wish.chat_id) if wish else None
        if wish is None or chat is None:
            return
        turn = chat.turns[wish.turn_id]
        failed = replace(turn, message=replace(turn.message, ending=Ending.FAILED, note=note))
        if chat.id == self._chat.id:
            self._put(failed)
            self._set_activity(Activity.IDLE)
        else:
            self._chats.keep(chat.with_turn(failed))

    # --- showing ------------------------------------------------------------------------------------------

    def _show_chat(self, chat: Chat) -> None:
        self._chat = chat
        self.chat_shown.emit(ChatShown(chat))
        self._set_activity(self._activity_of(chat.id))
        self._count_draft()

    def _activity_of(self, chat_id: str) -> Activity:
        if self._answer is not None and self._answer.chat_id == chat_id:
            return self._answer.activity
        return Activity.WAITING if self._wish and self._wish.chat_id == chat_id else Activity.IDLE

    def _put(self, turn: Turn) -> None:
        added = turn.id not in self._chat.turns
        self._keep(self._chat.with_turn(turn))
        self.turn_changed.emit(TurnChanged(self._chat, turn, added))

    def _keep(self, chat: Chat) -> None:
        self._chat = chat
        self._chats.keep(chat)

    def _set_activity(self, activity: Activity) -> None:
        self._change_state(activity=activity)

    def _change_state(self, **fields: object) -> None:
        state = replace(self._state, **fields)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _show_meter(self, meter: Meter) -> None:
        if meter != self._meter:
            self._meter = meter
            self.meter_changed.emit(meter)


def _title(text: str) -> str:
    """The first line of a question, shortened at a word, as the chat's first title."""
    line = " ".join(text.strip().splitlines()[0].split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
