"""What was done to chats of the list and can still be undone: for some seconds, and while the program runs.

A deletion becomes final after that. What a crash leaves deleted and not erased is erased when the file of
chats is opened again.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import Undoable

UNDO_S = 10.0


class ChatUndo(QObject):
    """`changed` carries a tuple of `Undoable`, what was done last first; a chat is in it once."""

    changed = Signal(object)

    def __init__(self, chats: ChatList, *, undo_s: float = UNDO_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chats = chats
        self._undo_ms = int(undo_s * 1000)
        self._done: dict[str, Undoable] = {}  # by the chat's id, what was done last comes last
        self._timers: dict[str, QTimer] = {}
        chats.deleted.connect(self._deleted)
        chats.moved.connect(self._add)
        chats.restored.connect(self._forget)
        chats.erased.connect(self._forget)

    @property
    def state(self) -> tuple[Undoable, ...]:
        """What can be undone."""
        return tuple(reversed(self._done.values()))

    def undo(self) -> Undoable | None:
        """Undo what was done last, and tell what that was."""
        done = next(reversed(self._done.values()), None)
        if done is None:
            return None
        if done.deleted:
            self._chats.restore(done.chat.id)
        else:
            self._forget(done.chat.id)
            self._chats.put_back(done.chat)
        return done

    def hold(self, *, held: bool) -> None:
        """While somebody is about to choose, time stands still."""
        for timer in self._timers.values():
            if held:
                timer.stop()
            else:
                timer.start(self._undo_ms)

    def close(self) -> None:
        """Erase all that was deleted, before the file of chats is closed."""
        for chat_id in tuple(self._done):
            self._finish(chat_id)

    def _deleted(self, chat_id: str) -> None:
        summary = self._chats.summary(chat_id)
        if summary is not None:
            self._add(Undoable(summary, deleted=True))

    def _add(self, done: Undoable) -> None:
        chat_id = done.chat.id
        self._drop(chat_id)
        self._done[chat_id] = done
        timer = self._timers[chat_id] = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._finish(chat_id))
        timer.start(self._undo_ms)
        self.changed.emit(self.state)

    def _finish(self, chat_id: str) -> None:
        if self._done[chat_id].deleted:
            self._chats.erase(chat_id)
        else:
            self._forget(chat_id)

    def _forget(self, chat_id: str) -> None:
        if self._drop(chat_id):
            self.changed.emit(self.state)

    def _drop(self, chat_id: str) -> bool:
        timer = self._timers.pop(chat_id, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
        return self._done.pop(chat_id, None) is not None
