"""The chats of this run, and which one is open; the list never is empty."""

import time
import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.states import ChatListState, ChatSummary
from glmdesk.core.chat import Chat


class ChatList(QObject):
    """Holds the chats by id; `opened` carries the `Chat` to show, `changed` the `ChatListState`."""

    changed = Signal(object)
    opened = Signal(object)

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._chats: dict[str, Chat] = {}
        self._updated: dict[str, float] = {}
        self._state = ChatListState((), "")
        self._current = self._added().id
        self._refresh()

    @property
    def state(self) -> ChatListState:
        """The list as the sidebar shows it."""
        return self._state

    @property
    def current(self) -> Chat:
        """The open chat."""
        return self._chats[self._current]

    def chat(self, chat_id: str) -> Chat | None:
        """The chat with this id, or None once it was deleted."""
        return self._chats.get(chat_id)

    def keep(self, chat: Chat) -> None:
        """Remember the newer value of a chat; a deleted chat stays deleted."""
        known = self._chats.get(chat.id)
        if known is None:
            return
        self._chats[chat.id] = chat
        if len(chat.turns) != len(known.turns) or chat.title != known.title:
            self._updated[chat.id] = self._clock()
            self._refresh()

    def new(self) -> None:
        """Open an empty chat: the newest one if it is still empty, else another."""
        empty = next((chat for chat in self._chats.values() if not chat.turns), None)
        self.open((empty or self._added()).id)

    def open(self, chat_id: str) -> None:
        """Open a chat of the list."""
        if chat_id in self._chats:
            self._current = chat_id
            self._refresh()
            self.opened.emit(self.current)

    def rename(self, chat_id: str, title: str) -> None:
        """Give a chat another title; an empty one changes nothing."""
        if chat_id in self._chats and title.strip():
            self.keep(replace(self._chats[chat_id], title=title.strip()))

    def delete(self, chat_id: str) -> None:
        """Remove a chat; when it was the open one, the newest other is opened."""
        if self._chats.pop(chat_id, None) is None:
            return
        del self._updated[chat_id]
        if not self._chats:
            self._added()
        if chat_id == self._current:
            self.open(max(self._chats, key=lambda known: self._updated[known]))
        else:
            self._refresh()

    def _added(self) -> Chat:
        chat = Chat(uuid.uuid4().hex, created=self._clock())
        self._chats[chat.id] = chat
        self._updated[chat.id] = chat.created
        return chat

    def _refresh(self) -> None:
        newest_first = sorted(self._chats.values(), key=lambda chat: self._updated[chat.id], reverse=True)
        summaries = tuple(ChatSummary(chat.id, chat.title, self._updated[chat.id]) for chat in newest_first)
        self._state = ChatListState(summaries, self._current)
        self.changed.emit(self._state)
