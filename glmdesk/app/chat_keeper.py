"""Keeps the chats on disk: lists and reads them for the chat list, and saves what changes there.

All of it happens on the one thread of `Tasks` that keeps its order. A message is saved at once, the text of a
growing answer each `STREAM_S`; what a full or busy disk refuses stays in memory and is tried again. A damaged
file is never replaced before a person has chosen by what; until then the chats of this run stay in memory.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.chat_file import ChatFile, Opened, Recovered
from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatsDamaged, ChatSummary, Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Chat, Ending
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.core.phrases import chats_counted, messages_counted, phrase

T = TypeVar("T")

STREAM_S = 0.5
RETRY_S = 5.0
BACKUP_S = 30 * 60


class ChatKeeper(QObject):
    """Between a `ChatList` and the `ChatFile`; `noticed` carries a `Notice`.

    `damage_changed` carries the `ChatsDamaged` to choose from, or None when the file could be opened.
    """

    noticed = Signal(object)
    damage_changed = Signal(object)

    def __init__(
        self,
        chats: ChatList,
        file: ChatFile,
        tasks: Tasks,
        *,
        stream_s: float = STREAM_S,
        retry_s: float = RETRY_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chats, self._tasks = chats, tasks
        self._file = file
        self._damage: ChatsDamaged | None = None
        self._recovering = False
        self._stream_ms, self._retry_ms = int(stream_s * 1000), int(retry_s * 1000)
        self._unsaved: dict[str, Chat] = {}
        self._asked: dict[str, Chat] = {}  # what saving was last asked for
        self._refused = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_all)
        self._backup_timer = QTimer(self)
        self._backup_timer.setInterval(BACKUP_S * 1000)
        self._backup_timer.timeout.connect(self.back_up)
        chats.kept.connect(self._keep)
        chats.placed.connect(self._place)
        chats.deleted.connect(self._delete)
        chats.restored.connect(self._restore)
        chats.erased.connect(self._erase)
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

    def back_up(self) -> None:
        """Make a backup where something changed since the last one."""
        self._in_order(self._file.back_up)

    @property
    def damage(self) -> ChatsDamaged | None:
        """What to choose from while the file is damaged."""
        return self._damage

    def restore(self) -> None:
        """Go on with the newest good backup."""
        self._recover(self._file.restore)

    def salvage(self) -> None:
        """Go on with what can be read of the damaged file."""
        self._recover(self._file.salvage)

    def start_empty(self) -> None:
        """Go on without the chats of before."""
        self._recover(self._file.start_empty)

    def _recover(self, work: Callable[[], Recovered | ChatsDamaged]) -> None:
        damage = self._damage
        if damage is None or self._recovering:
            return
        self._recovering = True

        def failed(error: Exception) -> None:
            self._recovering = False
            if not isinstance(error, GlmdeskError):
                raise error
            self._show_damage(replace(damage, failed=error.explanation))

        self._tasks.run(work, self._recovered, failed, in_order=True)

    def _recovered(self, outcome: Recovered | ChatsDamaged) -> None:
        self._recovering = False
        if isinstance(outcome, ChatsDamaged):
            self._show_damage(outcome)
        else:
            self.noticed.emit(Notice(_told(outcome)))
            self._opened(outcome.opened)

    def _opened(self, outcome: Opened | ChatsDamaged) -> None:
        if isinstance(outcome, ChatsDamaged):
            self._show_damage(outcome)
            return
        self._show_damage(None)
        if outcome.notice is not None:
            self.noticed.emit(Notice(outcome.notice, "warning"))
        self._chats.list(outcome.chats)
        self._save_all()
        self.back_up()
        self._backup_timer.start()

    def _show_damage(self, damage: ChatsDamaged | None) -> None:
        if damage is not None or self._damage is not None:
            self._damage = damage
            self.damage_changed.emit(damage)

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

    def _place(self, summary: ChatSummary) -> None:
        self._in_order(lambda: self._file.place(summary))

    def _delete(self, chat_id: str) -> None:
        self._save_all()  # what it is when it comes back
        self._in_order(lambda: self._file.delete(chat_id))

    def _restore(self, chat_id: str) -> None:
        self._in_order(lambda: self._file.undelete(chat_id))

    def _erase(self, chat_id: str) -> None:
        self._unsaved.pop(chat_id, None)
        self._asked.pop(chat_id, None)
        self._in_order(lambda: self._file.erase(chat_id))

    def _save_all(self) -> None:
        unsaved, self._unsaved = self._unsaved, {}
        for chat in unsaved.values():
            self._asked[chat.id] = chat
            self._save(chat)

    def _save(self, chat: Chat) -> None:
        def saved(is_kept: bool) -> None:
            self._refused = False
            if not is_kept:
                self._wait(chat)

        def failed(error: Exception) -> None:
            self._wait(chat)
            self._timer.start(self._retry_ms)
            if not self._refused:
                self._refused = True
                self._tell(error)

        self._tasks.run(lambda: self._file.save(chat), saved, failed, in_order=True)

    def _wait(self, chat: Chat) -> None:
        """Save `chat` another time, unless it was deleted or there is a newer value of it by now."""
        if self._chats.chat(chat.id) is not None:
            self._unsaved.setdefault(chat.id, chat)

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


def _told(recovered: Recovered) -> Explanation:
    counts, kept = recovered.opened.counts, recovered.kept
    if not counts.chats:
        happened = phrase("A new, empty file of chats was made.")
    else:
        happened = phrase(
            "Your chats are back: {chats}, {messages}.",
            chats=chats_counted(counts.chats),
            messages=messages_counted(counts.messages),
        )
    where = phrase("The damaged file is kept: {path}.", path=str(kept)) if kept is not None else ""
    return Explanation(happened, where)
