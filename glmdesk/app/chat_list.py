"""The chats of a person, the one used last first, and which one is open; the list never is empty.

What is on disk is listed at once and read when it is opened; what has changed is told by `kept`, and nobody
but the list decides what is shown.
"""

import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.states import ChatListState, ChatSummary, Undoable
from glmdesk.core.chat import Chat


class ChatList(QObject):
    """Holds the chats by id; `opened` carries the `Chat` to show, `changed` the `ChatListState`.

    `kept` carries a `Chat` to save, `placed` the `ChatSummary` of one that was pinned or put into a folder,
    `moved` the `Undoable` of the latter, `wanted` the id of one to read from disk, which `arrived` answers. A
    chat that was `deleted` is out of sight until it is either `restored` or `erased`; these three carry its
    id.
    """

    changed = Signal(object)
    opened = Signal(object)
    kept = Signal(object)
    placed = Signal(object)
    moved = Signal(object)
    deleted = Signal(str)
    restored = Signal(str)
    erased = Signal(str)
    wanted = Signal(str)
    folded = Signal(object)  # a tuple of the folders whose chats are hidden

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        folded: Iterable[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._folded = frozenset(folded)
        self._chats: dict[str, Chat] = {}
        self._summaries: dict[str, ChatSummary] = {}  # the one used last comes last
        self._deleted: dict[str, tuple[ChatSummary, int]] = {}  # with their places among the summaries
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
        """The chat with this id, or None where it was erased or never opened."""
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
        if chat.id in self._deleted:
            return
        if chat.turns:
            self.kept.emit(chat)
        if len(chat.turns) != len(before.turns) or chat.title != before.title:
            summary = replace(self._summaries.pop(chat.id), title=chat.title, updated=self._clock())
            self._summaries[chat.id] = summary
            if not before.turns and (summary.pinned or summary.folder):
                self.placed.emit(summary)  # there was nothing on the disk to place before
            self._refresh()

    def new(self, *, folder: str = "") -> None:
        """Open an empty chat in `folder`: the one that is still empty, else another."""
        listed = (chat for chat in self._chats.values() if chat.id in self._summaries)
        empty = next((chat for chat in listed if not chat.turns), None) or self._added()
        self.move(empty.id, folder)
        self.open(empty.id)

    def open(self, chat_id: str) -> None:
        """Open a chat of the list, at once where it was open before, else when it has been read."""
        if chat_id in self._deleted:
            return
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

    def toggle_pin(self) -> None:
        """Put the open chat among the pinned ones, or take it from them."""
        summary = self.summary(self.state.current)
        if summary is not None:
            self.pin(summary.id, not summary.pinned)

    def pin(self, chat_id: str, pinned: bool) -> None:
        """Keep a chat at the top of the list, or no longer."""
        self._place(chat_id, pinned=pinned)

    def move(self, chat_id: str, folder: str) -> None:
        """Put a chat into a folder, which is there as long as it has chats; the empty name is none.

        One that was pinned stands in the folder then.
        """
        before, name = self._summaries.get(chat_id), " ".join(folder.split())
        if before is None:
            return
        placed = self._place(chat_id, folder=name, pinned=before.pinned and not name)
        if placed:
            self.moved.emit(Undoable(before, name))

    def put_back(self, before: ChatSummary) -> None:
        """Place a chat as it was."""
        self._place(before.id, folder=before.folder, pinned=before.pinned)

    def rename_folder(self, folder: str, name: str) -> None:
        """Give a folder another name; with an empty one its chats are in no folder any more."""
        for summary in tuple(self._summaries.values()):
            if folder and summary.folder == folder:
                self._place(summary.id, folder=" ".join(name.split()))

    def fold(self, folder: str, *, folded: bool) -> None:
        """Hide the chats of a folder, or show them."""
        self._folded = self._folded | {folder} if folded else self._folded - {folder}
        self._refresh()
        self.folded.emit(tuple(name for name in self._state.folders if name in self._folded))

    def delete(self, chat_id: str) -> None:
        """Take a chat out of the list; when it was the open one, an empty one takes its place.

        It can be restored until it is erased; one without a message is erased at once.
        """
        if chat_id not in self._summaries:
            return
        place = list(self._summaries).index(chat_id)
        self._deleted[chat_id] = (self._summaries.pop(chat_id), place)
        chat = self._chats.get(chat_id)
        if chat is not None and not chat.turns:
            self.erase(chat_id)
        else:
            self.deleted.emit(chat_id)
        if chat_id == self._current:
            self.new()
        else:
            self._refresh()

    def restore(self, chat_id: str) -> None:
        """Bring a deleted chat back to where it was."""
        if chat_id not in self._deleted:
            return
        summary, place = self._deleted.pop(chat_id)
        summaries = list(self._summaries.items())
        summaries.insert(place, (chat_id, summary))
        self._summaries = dict(summaries)
        self.restored.emit(chat_id)
        if chat_id in self._chats:
            self.kept.emit(self._chats[chat_id])  # what came to it in the meantime
        self._refresh()

    def erase(self, chat_id: str) -> None:
        """Let go of a deleted chat for good."""
        if self._deleted.pop(chat_id, None) is not None:
            self._chats.pop(chat_id, None)
            self.erased.emit(chat_id)

    def summary(self, chat_id: str) -> ChatSummary | None:
        """The line of a chat, also of a deleted one."""
        if chat_id in self._deleted:
            return self._deleted[chat_id][0]
        return self._summaries.get(chat_id)

    def _place(self, chat_id: str, **place: object) -> bool:
        """Whether there is something on the disk that was placed otherwise before."""
        before = self._summaries.get(chat_id)
        if before is None:
            return False
        after = replace(before, **place)  # type: ignore[arg-type]
        if after == before:
            return False
        self._summaries[chat_id] = after
        chat = self._chats.get(chat_id)
        lasting = chat is None or bool(chat.turns)
        if lasting:
            self.placed.emit(after)
        self._refresh()
        return lasting

    def _added(self) -> Chat:
        chat = Chat(uuid.uuid4().hex, created=self._clock())
        self._chats[chat.id] = chat
        self._summaries[chat.id] = ChatSummary(chat.id, "", chat.created)
        return chat

    def _refresh(self) -> None:
        newest_first = tuple(reversed(self._summaries.values()))
        self._state = ChatListState(newest_first, self._current, self._folded)
        self.changed.emit(self._state)
