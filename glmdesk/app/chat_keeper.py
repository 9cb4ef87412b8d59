"""Keeps the chats on disk: lists and reads them for the chat list, and saves what changes there.

All of it happens on the one thread of `Tasks` that keeps its order. A message is saved at once, the text of a
growing answer each `STREAM_S`; what a full or busy disk refuses stays in memory and is tried again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatSummary, Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Chat, Ending
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore

T = TypeVar("T")

STREAM_S = 0.5
RETRY_S = 5.0
BACKUP_S = 30 * 60


@dataclass(frozen=True, slots=True)
class _Found:
    chats: tuple[ChatSummary, ...]
    notice: Explanation | None


class _ChatFile:
    """The store, on its own thread only; without one, before `open` or after its failure, nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: ChatStore | None = None

    def open(self) -> _Found:
        """Open the file and tell what is in it; what an earlier run deleted is finished off."""
        store = self._store = ChatStore.open(self._folder)
        for chat_id in () if store.read_only else store.deleted():
            store.erase(chat_id)
        listed = tuple(ChatSummary(found.id, found.title, found.updated) for found in store.summaries())
        return _Found(listed, store.notice)

    def load(self, chat_id: str) -> Chat | None:
        return self._store.load(chat_id) if self._store is not None else None

    def save(self, chat: Chat) -> None:
        if self._store is not None and not self._store.read_only:
            self._store.save(chat)

    def erase(self, chat_id: str) -> None:
        """Remove a chat from the file and from its backups."""
        if self._store is not None and not self._store.read_only:
            self._store.delete(chat_id)
            self._store.erase(chat_id)
            backups_of(self._folder).erase(chat_id)

    def back_up(self) -> None:
        if self._store is not None and not self._store.read_only:
            backups_of(self._folder).make()

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


class ChatKeeper(QObject):
    """Between a `ChatList` and the `ChatStore` in `folder`; `noticed` carries a `Notice`."""

    noticed = Signal(object)

    def __init__(
        self,
        chats: ChatList,
        folder: Path,
        tasks: Tasks,
        *,
        stream_s: float = STREAM_S,
        retry_s: float = RETRY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chats, self._tasks = chats, tasks
        self._file = _ChatFile(folder)
        self._stream_ms, self._retry_ms = int(stream_s * 1000), int(retry_s * 1000)
        self._unsaved: dict[str, Chat] = {}
        self._asked: dict[str, Chat] = {}  # what saving was last asked for
        self._refused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_all)
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_S * 1000)
        self._backup_timer.timeout.connect(self._back_up)
        chats.kept.connect(self._keep)
        chats.deleted.connect(self._delete)
        chats.wanted.connect(self._read)

    def start(self) -> None:
        """Open the file and list what is in it; without it the chats of this run stay in memory."""
        self._in_order(self._file.open, self._opened)

    def close(self) -> None:
        """Save what is not saved yet and close the file, before `Tasks` is closed."""
        self._timer.stop()
        self._backup_timer.stop()
        self._save_all()
        self._tasks.run(self._file.close, in_order=True)

    def _opened(self, found: _Found) -> None:
        if found.notice is not None:
            self.noticed.emit(Notice(found.notice, "warning"))
        self._chats.list(found.chats)
        self._back_up()
        self._backup_timer.start()

    def _read(self, chat_id: str) -> None:
        self._in_order(lambda: self._file.load(chat_id), self._arrived)

    def _arrived(self, chat: Chat | None) -> None:
        if chat is not None:
            self._asked[chat.id] = chat
            self._chats.arrived(chat)

    def _keep(self, chat: Chat) -> None:
        before = self._asked.get(chat.id)
        self._unsaved[chat.id] = chat
        if _only_grows(before, chat):
            if not self._timer.isActive():
                self._timer.start(self._stream_ms)
        elif not self._refused:
            self._save_all()

    def _delete(self, chat_id: str) -> None:
        self._unsaved.pop(chat_id, None)
        self._asked.pop(chat_id, None)
        self._in_order(lambda: self._file.erase(chat_id))

    def _save_all(self) -> None:
        unsaved, self._unsaved = self._unsaved, {}
        for chat in unsaved.values():
            self._asked[chat.id] = chat
            self._save(chat)

    def _save(self, chat: Chat) -> None:
        def saved(_: None) -> None:
            self._refused = False

        def failed(error: Exception) -> None:
            self._unsaved.setdefault(chat.id, chat)
            self._timer.start(self._retry_ms)
            if not self._refused:
                self._refused = True
                self._tell(error)

        self._tasks.run(lambda: self._file.save(chat), saved, failed, in_order=True)

    def _back_up(self) -> None:
        self._in_order(self._file.back_up)

    def _in_order(self, work: Callable[[], T], then: Callable[[T], None] | None = None) -> None:
        self._tasks.run(work, then, self._tell, in_order=True)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, GlmdeskError):
            raise error
        self.noticed.emit(Notice(error.explanation, "error"))


def _only_grows(before: Chat | None, chat: Chat) -> bool:
    """Whether all that happened since `before` is that the answer being written has grown."""
    if before is None or before.leaf != chat.leaf or before.title != chat.title:
        return False
    if chat.leaf is None or before.turns.keys() != chat.turns.keys():
        return False
    return chat.turns[chat.leaf].message.ending is Ending.OPEN
