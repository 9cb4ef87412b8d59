"""The open chat: what a person asks of it, and how an answer grows in it.

Every change makes a new `Chat` value, which goes to the chat list first and to the views after.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.answer_writer import AnswerGrown, Wish, WishRefused
from glmdesk.app.answer_writers import AnswerWriters
from glmdesk.app.chat_list import ChatList
from glmdesk.app.cloud_answers import CloudAnswers
from glmdesk.app.draft_count import DraftCount
from glmdesk.app.engine import Engine
from glmdesk.app.preferences import Preferences
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.app.states import ChatListState, ChatShown, EnginePhase, EngineState, SessionState, TurnChanged
from glmdesk.core.chat import Chat, Ending, Message, Part, Role, Source, Text, Turn
from glmdesk.core.context import Meter
from glmdesk.core.services import place_of
from glmdesk.core.titles import first_title
from glmdesk.engine.protocol import Prompt

FLUSH_S = 1 / 30


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
        cloud: CloudAnswers | None = None,
        flush_s: float = FLUSH_S,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._chats = chats
        self.prompts = PromptMaker(lambda: preferences.settings)
        self._clock = clock
        self._chat = chats.current
        self._state = self._chosen(SessionState())
        self._meter = Meter()
        self._draft = DraftCount(engine, self._draft_prompt, self)
        self._draft.counted.connect(self._show_meter)
        self._writer = AnswerWriters(engine, cloud, flush_s, self)
        self._writer.grown.connect(self._answer_grown)
        self._writer.refused.connect(self._wish_refused)
        self._writer.activity_changed.connect(self._show_activity)
        if cloud is not None:
            cloud.let_gone.connect(lambda leaving: self._let_gone(leaving.wish))
        engine.state_changed.connect(self._engine_changed)
        chats.opened.connect(self._show_chat)
        chats.changed.connect(self._renamed)
        chats.deleted.connect(self._stop_in)
        preferences.changed.connect(self._show_choices)

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

    def send(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Ask `text` after the last turn; without a ready engine the question waits for it."""
        if self._state.busy or not (text.strip() or sources):
            return
        self._ask((*sources, Text(text)), self._chat.leaf)

    def edit(self, turn_id: str, text: str) -> None:
        """Ask another text in the place of question `turn_id`, with its sources, as a branch beside it."""
        if self._state.busy or not text.strip() or turn_id not in self._chat.turns:
            return
        turn = self._chat.turns[turn_id]
        self._ask((*turn.message.sources, Text(text)), turn.parent)

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
        self._stop_in(self._chat.id)

    def _stop_in(self, chat_id: str) -> None:
        wish = self._writer.stop(chat_id)
        if wish is not None:
            self._put_in(wish.chat_id, wish.turn_id, replace(wish.message, ending=Ending.STOPPED))

    def answer_now(self) -> None:
        """Close the running thought and begin the answer."""
        self._writer.close_thought(self._chat.id)

    def set_draft(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Count `text` and what comes with it as the next question, once the engine has time."""
        self._draft.set_parts((*sources, Text(text)))
        self._count_draft()

    def set_thinking(self, thinking: bool) -> None:
        """Whether the turns of this chat think, from the next one on."""
        self.choose_options(thinking=thinking)

    def set_keep_thinking(self, keep: bool) -> None:
        """Whether earlier thoughts stay in the prompts of this chat."""
        self.choose_options(keep_thinking=keep)

    def choose_options(self, **options: object) -> None:
        """Decide something for this chat, whatever the settings say; None leaves it to them again."""
        chosen = replace(self._chat.options, **options)  # type: ignore[arg-type]
        if chosen != self._chat.options:
            self._keep(replace(self._chat, options=chosen))
            self._show_choices()

    # --- asking -------------------------------------------------------------------------------------------

    def _ask(self, parts: tuple[Part, ...], parent: str | None) -> None:
        question = self._new_turn(Role.USER, parts, parent)
        self._draft.set_parts(())
        if not self._chat.title:
            self._keep(
                replace(
                    self._chat, title=first_title(question.message.text or question.message.sources[0].path)
                )
            )
        self._put(question)
        self._begin(self._new_turn(Role.ASSISTANT, (), question.id))

    def _begin(self, turn: Turn) -> None:
        """Have `turn` answered, or its answer go on."""
        self._put(turn)
        self._writer.write(self.prompts.wish(self._chat, turn, self._engine.state.model_name))

    def _count_draft(self) -> None:
        """While an answer is written the meter shows that; the draft is counted after it."""
        if not self._writer.writing:
            self._draft.recount()

    def _draft_prompt(self, parts: tuple[Part, ...]) -> Prompt:
        return self.prompts.draft(self._chat, Message(Role.USER, parts))

    def _new_turn(self, role: Role, parts: tuple[Part, ...], parent: str | None) -> Turn:
        ending = Ending.OPEN if role is Role.ASSISTANT else Ending.COMPLETE
        return Turn(uuid.uuid4().hex, parent, Message(role, parts, self._clock(), ending))

    # --- what comes of it ---------------------------------------------------------------------------------

    def _answer_grown(self, grown: AnswerGrown) -> None:
        self._put_in(grown.chat_id, grown.turn_id, grown.message)
        if grown.chat_id == self._chat.id and grown.meter is not None:
            self._show_meter(grown.meter)
        if grown.ended:
            self._count_draft()

    def _wish_refused(self, refused: WishRefused) -> None:
        wish = refused.wish
        message = replace(wish.message, ending=Ending.FAILED, note=refused.note)
        self._put_in(wish.chat_id, wish.turn_id, message)

    def _let_gone(self, wish: Wish) -> None:
        """A chat that was once sent to a service may go there again."""
        chat, place = self._chats.chat(wish.chat_id), place_of(wish.place)
        if chat is None or place is None:
            return
        if chat.id == self._chat.id:
            self.choose_options(sent_to=place.service)
        else:
            self._chats.keep(replace(chat, options=replace(chat.options, sent_to=place.service)))

    def _put_in(self, chat_id: str, turn_id: str, message: Message) -> None:
        """Set the message of a turn in any chat that is still there."""
        chat = self._chats.chat(chat_id)
        if chat is None:
            return
        turn = replace(chat.turns[turn_id], message=message)
        if chat_id == self._chat.id:
            self._put(turn)
        else:
            self._chats.keep(chat.with_turn(turn))

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is EnginePhase.READY:
            self._change_state(thinks=bool(state.model and state.model.thinks))
            self._count_draft()

    # --- showing ------------------------------------------------------------------------------------------

    def _show_chat(self, chat: Chat) -> None:
        self._chat = chat
        self.chat_shown.emit(ChatShown(chat))
        self._show_activity()
        self._show_choices()

    def _show_activity(self) -> None:
        self._change_state(activity=self._writer.activity_in(self._chat.id))

    def _show_choices(self) -> None:
        """A changed choice is in force at once; the draft's prompt is another one by it."""
        chosen = self._chosen(self._state)
        self._change_state(thinking=chosen.thinking, keep_thinking=chosen.keep_thinking)
        self._count_draft()

    def _chosen(self, state: SessionState) -> SessionState:
        choices = self.prompts.choices(self._chat)
        return replace(state, thinking=choices.thinking, keep_thinking=choices.keep_thinking)

    def _put(self, turn: Turn) -> None:
        """Add a turn or set it; one that is added elsewhere than at the end brings its own branch up."""
        added = turn.id not in self._chat.turns
        branches = added and turn.parent != self._chat.leaf
        self._keep(self._chat.with_turn(turn))
        if branches:
            self.chat_shown.emit(ChatShown(self._chat))
        else:
            self.turn_changed.emit(TurnChanged(self._chat, turn, added))

    def _renamed(self, _list: ChatListState) -> None:
        """A title that was given elsewhere is not to be undone by the next turn."""
        newest = self._chats.chat(self._chat.id)
        if newest is not None and newest.title != self._chat.title:
            self._chat = replace(self._chat, title=newest.title)

    def _keep(self, chat: Chat) -> None:
        self._chat = chat
        self._chats.keep(chat)

    def _change_state(self, **fields: object) -> None:
        state = replace(self._state, **fields)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _show_meter(self, meter: Meter) -> None:
        if meter != self._meter:
            self._meter = meter
            self.meter_changed.emit(meter)
