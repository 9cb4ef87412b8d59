"""Deleted chats while they can still be brought back: for some seconds, and not beyond the program's end.

What a crash leaves deleted and not erased is erased when the file of chats is opened again.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatSummary, DeletedState

UNDO_S = 10.0


class DeletedChats(QObject):
    """`changed` carries the `DeletedState`."""

    changed = Signal(object)

    def __init__(self, chats: ChatList, *, undo_s: float = UNDO_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chats = chats
        self._undo_ms = int(undo_s * 1000)
        self._timers: dict[str, QTimer] = {}
        chats.deleted.connect(self._deleted)
        chats.restored.connect(self._forget)
        chats.erased.connect(self._forget)

    @property
    def state(self) -> DeletedState:
        """What can be brought back."""
        return DeletedState(tuple(filter(None, map(self._chats.summary, reversed(self._timers)))))

    def undo(self) -> ChatSummary | None:
        """Bring back the chat that was deleted last, and tell which."""
        chat_id = next(reversed(self._timers), None)
        if chat_id is None:
            return None
        self._chats.restore(chat_id)
        return self._chats.summary(chat_id)

    def hold(self, *, held: bool) -> None:
        """While somebody is about to choose, time stands still."""
        for timer in self._timers.values():
            if held:
                timer.stop()
            else:
                timer.start(self._undo_ms)

    def close(self) -> None:
        """Erase all that was deleted, before the file of chats is closed."""
        for chat_id in tuple(self._timers):
            self._chats.erase(chat_id)

    def _deleted(self, chat_id: str) -> None:
        timer = self._timers[chat_id] = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._chats.erase(chat_id))
        timer.start(self._undo_ms)
        self.changed.emit(self.state)

    def _forget(self, chat_id: str) -> None:
        timer = self._timers.pop(chat_id, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
            self.changed.emit(self.state)
