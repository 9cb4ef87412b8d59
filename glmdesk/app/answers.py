"""Has answers made, in whichever chat asked: as its policies say, and with room where there is too little.

An answer is asked for only once what is left out for it is written into its question; nobody but the writer
puts text into it.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.answer_writer import AnswerGrown
from glmdesk.app.answer_writers import AnswerWriters
from glmdesk.app.chat_list import ChatList
from glmdesk.app.engine import Engine
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.app.room_choices import question_of
from glmdesk.app.room_maker import RoomMaker
from glmdesk.app.room_states import RoomAsked, RoomKind, RoomMade, RoomRefused
from glmdesk.app.states import Activity, EnginePhase
from glmdesk.app.wish import WishRefused, WishTooLong
from glmdesk.core.chat import Chat, Ending, LeftOut, Message, Turn
from glmdesk.core.chat_options import ChatOptions, Thoughts
from glmdesk.core.context import Meter, meter_of
from glmdesk.core.omissions import with_left_out
from glmdesk.core.room import due_summary, thoughts_to_forget


@dataclass(frozen=True, slots=True)
class MessageChanged:
    """What a turn of any chat has become; with `meter` where the context is known, `ended` at its end."""

    chat_id: str
    turn_id: str
    message: Message
    meter: Meter | None = None
    ended: bool = False


class Answers(QObject):
    """`message_changed` carries a `MessageChanged`, `busy_changed` the id of a chat, empty for any."""

    message_changed = Signal(object)
    busy_changed = Signal(str)

    def __init__(
        self,
        writer: AnswerWriters,
        room: RoomMaker,
        engine: Engine,
        chats: ChatList,
        prompts: PromptMaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._chats, self._prompts = engine, chats, prompts
        self._writer, self._room = writer, room
        for part in (writer, room):
            part.setParent(self)
        self._writer.grown.connect(self._grown)
        self._writer.refused.connect(self._wish_refused)
        self._writer.too_long.connect(self._too_long)
        self._writer.activity_changed.connect(self._tell_busy)
        self._room.made.connect(self._room_made)
        self._room.refused.connect(self._room_refused)
        self._room.changed.connect(self.busy_changed)

    @property
    def writing(self) -> bool:
        """Whether an answer is being written, in any chat."""
        return self._writer.writing

    def activity_in(self, chat_id: str) -> Activity:
        """What is going on in a chat."""
        making = self._room.activity_in(chat_id)
        return making if making is not Activity.IDLE else self._writer.activity_in(chat_id)

    def room_asked(self, chat_id: str) -> RoomAsked | None:
        """What is to be chosen in a chat before its answer can begin; None where nothing is."""
        return self._room.asked(chat_id)

    def answer(self, chat: Chat, turn: Turn, once: ChatOptions | None = None) -> None:
        """Have `turn` of `chat` answered, or its answer go on; `once` is decided for this answer alone."""
        choices, before = self._prompts.choices(chat, once), chat.path_to(turn.parent)
        if choices.thoughts is Thoughts.AUTOMATIC and (forgotten := thoughts_to_forget(before)):
            chat = self._leave_out(chat, turn.id, forgotten)
        goes_on, elsewhere = bool(turn.message.parts), bool(self._prompts.place(chat, once))
        due = () if goes_on or elsewhere else due_summary(before, choices.summarise_every)
        if due and self._engine.state.phase is EnginePhase.READY:
            self._room.summarise(chat, turn.id, due, once)
        else:
            self._write(chat, turn.id, once)

    def stop(self, chat_id: str) -> None:
        """End the answer of a chat; what had not begun yet is stopped as it is."""
        waiting = self._room.stop(chat_id) or self._writer.stop(chat_id)
        if waiting is not None:
            self._end(chat_id, waiting.turn_id, Ending.STOPPED)

    def make_room(self, chat_id: str, kind: RoomKind) -> None:
        """Do one of what `room_asked` offers."""
        self._room.choose(chat_id, kind)

    def close_thought(self, chat_id: str) -> None:
        """Close the running thought of a chat's answer, so that the answer itself begins."""
        self._writer.close_thought(chat_id)

    def _write(self, chat: Chat, turn_id: str, once: ChatOptions | None, *, tight: bool = False) -> None:
        wish = self._prompts.wish(chat, turn_id, self._engine.state.model_name, once)
        self._writer.write(replace(wish, tight=tight))

    def _leave_out(self, chat: Chat, turn_id: str, left_out: LeftOut) -> Chat:
        """Write into the question of an answer what the model is not given from there on."""
        question = question_of(chat, turn_id)
        if question is None:
            return chat
        message = with_left_out(question.message, left_out)
        self.message_changed.emit(MessageChanged(chat.id, question.id, message))
        return chat.with_turn(replace(question, message=message))

    # --- what comes of it ---------------------------------------------------------------------------------

    def _grown(self, grown: AnswerGrown) -> None:
        self.message_changed.emit(
            MessageChanged(grown.chat_id, grown.turn_id, grown.message, grown.meter, grown.ended)
        )

    def _too_long(self, too_long: WishTooLong) -> None:
        """The meter shows what does not fit while it is asked what to do about it."""
        wish, counted = too_long.wish, too_long.counted
        meter = meter_of(counted.ledger, wish.prompt.messages, counted.context, draft=False)
        self.message_changed.emit(MessageChanged(wish.chat_id, wish.turn_id, wish.message, meter))
        self._room.make_room(too_long)

    def _wish_refused(self, refused: WishRefused) -> None:
        self._end(refused.wish.chat_id, refused.wish.turn_id, Ending.FAILED, refused.note)

    def _room_made(self, made: RoomMade) -> None:
        chat = self._chats.chat(made.chat_id)
        if chat is not None and made.left_out is not None:
            chat = self._leave_out(chat, made.turn_id, made.left_out)
        if chat is not None:
            self._write(chat, made.turn_id, made.once, tight=made.tight)

    def _room_refused(self, refused: RoomRefused) -> None:
        self._end(refused.chat_id, refused.turn_id, Ending.FAILED, refused.note)

    def _end(self, chat_id: str, turn_id: str, ending: Ending, note: str = "") -> None:
        chat = self._chats.chat(chat_id)
        if chat is not None:
            message = replace(chat.turns[turn_id].message, ending=ending, note=note)
            self.message_changed.emit(MessageChanged(chat_id, turn_id, message))

    def _tell_busy(self) -> None:
        self.busy_changed.emit("")
