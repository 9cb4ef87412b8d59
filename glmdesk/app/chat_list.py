"""The chats of a person, the one used last first, and which one is open; the list never is empty.

What is on disk is listed at once and read when it is opened; what has changed is told by `kept`, and nobody
but the list decides what is shown.
"""

import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.states import ChatListState, ChatSummary
from glmdesk.core.chat import Chat


class ChatList(QObject):
    """Holds the chats by id; `opened` carries the `Chat` to show, `changed` the `ChatListState`.

    `kept` carries a `Chat` to save, `deleted` the id of one to remove, `wanted` the id of one to read from
    disk, which `arrived` answers.
    """

    changed = Signal(object)
    opened = Signal(object)
    kept = Signal(object)
    deleted = Signal(str)
    wanted = Signal(str)

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._chats: dict[str, Chat] = {}
        self._summaries: dict[str, ChatSummary] = {}  # the one used last comes last
        self._titles: dict[str, str] = {}  # of chats that are being read to be renamed
        self._awaited = ""
        self._current = self._added().id
        self._state = ChatListState((), "")
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
        """The chat with this id, or None where it was deleted or never opened."""
        return self._chats.get(chat_id)

    def list(self, summaries: Iterable[ChatSummary]) -> None:
        """Add what is on disk, the chat used last first, behind the chats of this run."""
        known = {summary.id: summary for summary in reversed(tuple(summaries))}
        self._summaries = {**known, **self._summaries}
        self._refresh()

    def add(self, summaries: Iterable[ChatSummary]) -> None:
        """Add what was brought in from elsewhere, the chat used last first, before all others."""
        self._summaries |= {summary.id: summary for summary in reversed(tuple(summaries))}
        self._refresh()

    def keep(self, chat: Chat) -> None:
        """Remember and save the newer value of a chat; a deleted chat stays deleted."""
        before = self._chats.get(chat.id)
        if before is None:
            return
        self._chats[chat.id] = chat
        if chat.turns:
            self.kept.emit(chat)
        if len(chat.turns) != len(before.turns) or chat.title != before.title:
            self._summaries.pop(chat.id)
            self._summaries[chat.id] = ChatSummary(chat.id, chat.title, self._clock())
            self._refresh()

    def new(self) -> None:
        """Open an empty chat: the one that is still empty, else another."""
        empty = next((chat for chat in self._chats.values() if not chat.turns), None)
        self.open((empty or self._added()).id)

    def open(self, chat_id: str) -> None:
        """Open a chat of the list, at once where it was open before, else when it has been read."""
        if chat_id in self._chats:
            self._awaited = ""
            self._current = chat_id
            self._refresh()
            self.opened.emit(self.current)
        elif chat_id in self._summaries:
            self._awaited = chat_id
            self.wanted.emit(chat_id)

    def arrived(self, chat: Chat) -> None:
        """A chat was read from disk; it is opened where it still is the one that is wanted."""
        if chat.id not in self._summaries:
            return
        self._chats.setdefault(chat.id, chat)
        if chat.id in self._titles:
            self.rename(chat.id, self._titles.pop(chat.id))
        if chat.id == self._awaited:
            self.open(chat.id)

    def rename(self, chat_id: str, title: str) -> None:
        """Give a chat another title; an empty one changes nothing."""
        if not title.strip() or chat_id not in self._summaries:
            return
        if chat_id in self._chats:
            self.keep(replace(self._chats[chat_id], title=title.strip()))
        else:
            self._titles[chat_id] = title
            self.wanted.emit(chat_id)

    def delete(self, chat_id: str) -> None:
        """Remove a chat for good; when it was the open one, an empty one takes its place."""
        if self._summaries.pop(chat_id, None) is None:
            return
        self._chats.pop(chat_id, None)
        self.deleted.emit(chat_id)
        if chat_id == self._current:
            self.new()
        else:
            self._refresh()

    def _added(self) -> Chat:
        chat = Chat(uuid.uuid4().hex, created=self._clock())
        self._chats[chat.id] = chat
        self._summaries[chat.id] = ChatSummary(chat.id, "", chat.created)
        return chat

    def _refresh(self) -> None:
        newest_first = tuple(reversed(self._summaries.values()))
        self._state = ChatListState(newest_first, self._current)
        self.changed.emit(self._state)
