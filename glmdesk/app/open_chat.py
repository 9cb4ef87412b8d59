"""The chat that is open: its newest value, kept in the list of chats, and told to the views as it changes.

Every change makes a new `Chat` value, which goes to the list first and to the views after.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatListState, ChatShown, TurnChanged
from glmdesk.core.chat import Chat, Message, Turn


class OpenChat(QObject):
    """`shown` carries a `ChatShown` where another branch or chat is seen, `turn_changed` a `TurnChanged`."""

    shown = Signal(object)
    turn_changed = Signal(object)

    def __init__(self, chats: ChatList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chats = chats
        self._value = chats.current
        chats.opened.connect(self.show)
        chats.changed.connect(self._renamed)

    @property
    def value(self) -> Chat:
        """The chat as it is now."""
        return self._value

    def keep(self, chat: Chat) -> None:
        """Set what does not show in the messages: a title, choices, a branch that is shown afterwards."""
        self._value = chat
        self._chats.keep(chat)

    def show(self, chat: Chat) -> None:
        """Have all of a chat shown, which is the open one from now on."""
        self._value = chat
        self.shown.emit(ChatShown(chat))

    def put(self, turn: Turn) -> None:
        """Add a turn or set it; one that is added elsewhere than at the end brings its own branch up."""
        added = turn.id not in self._value.turns
        branches = added and turn.parent != self._value.leaf
        self.keep(self._value.with_turn(turn))
        if branches:
            self.show(self._value)
        else:
            self.turn_changed.emit(TurnChanged(self._value, turn, added))

    def put_in(self, chat_id: str, turn_id: str, message: Message) -> None:
        """Set the message of a turn, in whichever chat, while that is there."""
        chat = self._chats.chat(chat_id)
        if chat is None:
            return
        turn = replace(chat.turns[turn_id], message=message)
        if chat_id == self._value.id:
            self.put(turn)
        else:
            self._chats.keep(chat.with_turn(turn))

    def _renamed(self, _list: ChatListState) -> None:
        """A title that was given elsewhere is not to be undone by the next turn."""
        newest = self._chats.chat(self._value.id)
        if newest is not None and newest.title != self._value.title:
            self._value = replace(self._value, title=newest.title)
