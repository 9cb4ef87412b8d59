"""What a person asks of the open chat, and what is going on in it."""

import time
import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, SignalInstance

from glmdesk.app.answer_writers import AnswerWriters
from glmdesk.app.answers import Answers, MessageChanged
from glmdesk.app.chat_list import ChatList
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.cloud_offers import CloudOffers
from glmdesk.app.draft_count import DraftCount
from glmdesk.app.engine import Engine
from glmdesk.app.open_chat import OpenChat
from glmdesk.app.preferences import Preferences
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.app.room_maker import Price, RoomMaker
from glmdesk.app.room_states import RoomAsked, RoomKind
from glmdesk.app.states import EnginePhase, EngineState, SessionState
from glmdesk.core.chat import Chat, Ending, Message, Part, Role, Source, Text, ToolResult, Turn
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.context import Meter
from glmdesk.core.titles import first_title
from glmdesk.engine.protocol import Prompt

FLUSH_S = 1 / 30


class ChatSession(QObject):
    """Intents in, values out: those of `OpenChat`, `state_changed`, `meter_changed`, `room_asked`.

    The last carries the `RoomAsked` to choose from, None where nothing is to be chosen.
    """

    room_asked = Signal(object)
    state_changed = Signal(object)
    meter_changed = Signal(object)

    def __init__(
        self,
        engine: Engine,
        chats: ChatList,
        preferences: Preferences,
        *,
        price: Price | None = None,
        cloud: CloudAnswers | None = None,
        offers: CloudOffers | None = None,
        take_up: Callable[[str], None] | None = None,
        flush_s: float = FLUSH_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._open = OpenChat(chats, self)
        self.chat_shown: SignalInstance = self._open.shown
        self.turn_changed: SignalInstance = self._open.turn_changed
        self.prompts = PromptMaker(lambda: preferences.settings)
        chat = self.chat
        self._state = SessionState(choices=self.prompts.choices(chat), place=chat.options.place)
        self._meter = Meter()
        self._room: RoomAsked | None = None
        there = cloud.context if cloud is not None else lambda _: None
        self._draft = DraftCount(engine, self._draft_prompt, lambda: there(self.chat.options.place), self)
        self._draft.counted.connect(self._show_meter)
        self._answers = Answers(
            AnswerWriters(engine, cloud, flush_s, take_up),
            RoomMaker(engine, chats, self.prompts, preferences.change_context, price, offers, take_up),
            engine,
            chats,
            self.prompts,
            self,
        )
        self._answers.message_changed.connect(self._message_changed)
        self._answers.busy_changed.connect(self._show_activity)
        engine.state_changed.connect(self._engine_changed)
        chats.opened.connect(self._show_state)
        chats.deleted.connect(self._answers.stop)
        preferences.changed.connect(self._show_choices)

    @property
    def chat(self) -> Chat:
        """The open chat."""
        return self._open.value

    @property
    def state(self) -> SessionState:
        """What the open chat is doing."""
        return self._state

    @property
    def meter(self) -> Meter:
        """What fills the context."""
        return self._meter

    @property
    def room(self) -> RoomAsked | None:
        """What is asked where an answer does not fit, None where nothing is."""
        return self._room

    # --- intents ------------------------------------------------------------------------------------------

    def send(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Ask `text` after the last turn; without a ready engine the question waits for it."""
        if self._state.busy or not (text.strip() or sources):
            return
        self._ask((*sources, Text(text)), self.chat.leaf)

    def edit(self, turn_id: str, text: str) -> None:
        """Ask another text in the place of question `turn_id`, with its sources, as a branch beside it."""
        if self._state.busy or not text.strip() or turn_id not in self.chat.turns:
            return
        turn = self.chat.turns[turn_id]
        self._ask((*turn.message.left_out, *turn.message.sources, Text(text)), turn.parent)

    def regenerate(self, turn_id: str, once: ChatOptions | None = None) -> None:
        """Answer again, as a branch beside answer `turn_id`; `once` is decided for this answer alone."""
        if not self._state.busy and turn_id in self.chat.turns:
            self._begin(self._new_turn(Role.ASSISTANT, (), self.chat.turns[turn_id].parent), once)

    def continue_answer(self, turn_id: str) -> None:
        """Go on with a cut answer where it stopped; only the last turn of the branch can go on."""
        if self._state.busy or turn_id != self.chat.leaf:
            return
        turn = self.chat.turns[turn_id]
        self._begin(replace(turn, message=replace(turn.message, ending=Ending.OPEN, note="")))

    def answer_from(self, turn_id: str) -> None:
        """Go on with an answer that was cut in its thought, without thinking any more."""
        if not self._state.busy and turn_id == self.chat.leaf:
            turn = self.chat.turns[turn_id]
            self._open.keep(self.chat.with_turn(replace(turn, message=turn.message.with_thought_closed())))
            self.continue_answer(turn_id)

    def answer_locally(self, turn_id: str) -> None:
        """Answer here from now on, beginning with an answer that a service did not make or did not end."""
        if self._state.busy or turn_id not in self.chat.turns:
            return
        self.choose_options(place="")
        message = self.chat.turns[turn_id].message
        if message.text and turn_id == self.chat.leaf and message.ending is not Ending.COMPLETE:
            self.continue_answer(turn_id)
        else:
            self.regenerate(turn_id)

    def choose(self, turn_id: str) -> None:
        """Show the branch that goes through `turn_id`."""
        if not self._state.busy and turn_id in self.chat.turns:
            self._open.keep(self.chat.choosing(turn_id))
            self._open.show(self.chat)
            self._show_state()

    def stop(self) -> None:
        """End the answer that is being written, or that waits; what is there is kept."""
        self._answers.stop(self.chat.id)

    def make_room(self, kind: RoomKind) -> None:
        """Do one of what `room_asked` offers."""
        self._answers.make_room(self.chat.id, kind)

    def answer_now(self) -> None:
        """Close the running thought and begin the answer."""
        self._answers.close_thought(self.chat.id)

    def go_on(self, turn_id: str, results: tuple[ToolResult, ...]) -> None:
        """Give the model what its tools answered to the calls of `turn_id`, the last turn, and go on."""
        parent = turn_id
        for result in results:
            turn = self._new_turn(Role.TOOL, (result,), parent)
            self._open.put(turn)
            parent = turn.id
        self._begin(self._new_turn(Role.ASSISTANT, (), parent))

    def mark(self, turn_id: str, **fields: object) -> None:
        """Set what is known of a message of this chat besides its text."""
        if turn_id in self.chat.turns:
            message = replace(self.chat.turns[turn_id].message, **fields)  # type: ignore[arg-type]
            self._open.put_in(self.chat.id, turn_id, message)

    def set_draft(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Count `text` and what comes with it as the next question, once the engine has time."""
        self._draft.set_parts((*sources, Text(text)))
        self._count_draft()

    def set_thinking(self, thinking: bool) -> None:
        """Whether the turns of this chat think, from the next one on."""
        self.choose_options(thinking=thinking)

    def choose_options(self, **options: object) -> None:
        """Decide something for this chat, whatever the settings say; None leaves it to them again."""
        chosen = replace(self.chat.options, **options)  # type: ignore[arg-type]
        if chosen != self.chat.options:
            self._open.keep(replace(self.chat, options=chosen))
            self._show_choices()

    # --- asking -------------------------------------------------------------------------------------------

    def _ask(self, parts: tuple[Part, ...], parent: str | None) -> None:
        question = self._new_turn(Role.USER, parts, parent)
        self._draft.set_parts(())
        if not self.chat.title:
            title = first_title(question.message.text or question.message.sources[0].path)
            self._open.keep(replace(self.chat, title=title))
        self._open.put(question)
        self._begin(self._new_turn(Role.ASSISTANT, (), question.id))

    def _begin(self, turn: Turn, once: ChatOptions | None = None) -> None:
        """Have `turn` answered, or its answer go on."""
        self._open.put(turn)
        self._answers.answer(self.chat, turn, once)

    def _count_draft(self) -> None:
        """While an answer is written the meter shows that; the draft is counted after it."""
        if not self._answers.writing:
            self._draft.recount()

    def _draft_prompt(self, parts: tuple[Part, ...]) -> Prompt:
        return self.prompts.draft(self.chat, Message(Role.USER, parts))

    def _new_turn(self, role: Role, parts: tuple[Part, ...], parent: str | None) -> Turn:
        ending = Ending.OPEN if role is Role.ASSISTANT else Ending.COMPLETE
        return Turn(uuid.uuid4().hex, parent, Message(role, parts, time.time(), ending))

    # --- what comes of it ---------------------------------------------------------------------------------

    def _message_changed(self, change: MessageChanged) -> None:
        self._open.put_in(change.chat_id, change.turn_id, change.message)
        if change.chat_id == self.chat.id and change.meter is not None:
            self._show_meter(change.meter)
        if change.ended:
            self._count_draft()

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is EnginePhase.READY:
            self._change_state(thinks=bool(state.model and state.model.thinks))
            self._count_draft()

    # --- showing ------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        self._show_activity()
        self._show_choices()

    def _show_activity(self) -> None:
        self._change_state(activity=self._answers.activity_in(self.chat.id))
        asked = self._answers.room_asked(self.chat.id)
        if asked != self._room:
            self._room = asked
            self.room_asked.emit(asked)

    def _show_choices(self) -> None:
        """A changed choice is in force at once; the draft's prompt is another one by it."""
        self._change_state(choices=self.prompts.choices(self.chat), place=self.chat.options.place)
        self._count_draft()

    def _change_state(self, **fields: object) -> None:
        state = replace(self._state, **fields)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _show_meter(self, meter: Meter) -> None:
        if meter != self._meter:
            self._meter = meter
            self.meter_changed.emit(meter)
