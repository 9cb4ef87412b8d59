"""A chat session that a test drives by hand: the same signals and intents, and nothing behind them."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from glmdesk.app.states import Activity, ChatShown, SessionState, TurnChanged
from glmdesk.core.chat import Chat, Ending, Message, Part, Role, Text, Turn
from glmdesk.core.chat_options import ChatOptions

AFTERNOON = 1_700_000_000.0


def question(text: str, created: float = AFTERNOON) -> Message:
    return Message(Role.USER, (Text(text),), created)


def answer(*parts: Part | str, ending: Ending = Ending.COMPLETE, **fields: Any) -> Message:
    made = tuple(Text(part) if isinstance(part, str) else part for part in parts)
    return Message(Role.ASSISTANT, made, AFTERNOON, ending, **fields)


def chat_of(*messages: Message, id: str = "chat") -> Chat:  # noqa: A002 - the field's name
    chat = Chat(id)
    parent = None
    for number, message in enumerate(messages):
        turn = Turn(f"t{number}", parent, message)
        chat = chat.with_turn(turn)
        parent = turn.id
    return chat


class FakeSession(QObject):
    """Keeps what was asked of it in `asked`; `show` and `put` emit what the real one would."""

    chat_shown = Signal(object)
    turn_changed = Signal(object)
    state_changed = Signal(object)
    meter_changed = Signal(object)

    def __init__(self, chat: Chat | None = None) -> None:
        super().__init__()
        self.chat = chat or Chat("chat")
        self.state = SessionState()
        self.asked: list[tuple[object, ...]] = []

    def show(self, chat: Chat) -> None:
        self.chat = chat
        self.chat_shown.emit(ChatShown(chat))

    def put(self, message: Message, turn_id: str = "", parent: str | None = None) -> Turn:
        """Add a turn at the end, or with `turn_id` change that one."""
        added = turn_id not in self.chat.turns
        turn = (
            Turn(turn_id or f"t{len(self.chat.turns)}", parent or self.chat.leaf, message)
            if added
            else replace(self.chat.turns[turn_id], message=message)
        )
        self.chat = self.chat.with_turn(turn)
        self.turn_changed.emit(TurnChanged(self.chat, turn, added))
        return turn

    def be(self, activity: Activity, **fields: Any) -> None:
        self.state = replace(self.state, activity=activity, **fields)
        self.state_changed.emit(self.state)

    def continue_answer(self, turn_id: str) -> None:
        self.asked.append(("continue", turn_id))

    def regenerate(self, turn_id: str, once: ChatOptions | None = None) -> None:
        self.asked.append(("regenerate", turn_id, once) if once is not None else ("regenerate", turn_id))

    def answer_from(self, turn_id: str) -> None:
        self.asked.append(("answer from", turn_id))

    def edit(self, turn_id: str, text: str) -> None:
        self.asked.append(("edit", turn_id, text))

    def choose(self, turn_id: str) -> None:
        self.asked.append(("choose", turn_id))

    def choose_options(self, **options: Any) -> None:
        self.asked.append(("options", options))

    def answer_now(self) -> None:
        self.asked.append(("answer now",))
