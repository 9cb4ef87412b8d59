"""The offer to undo what was just done to a chat of the list, for as long as that is possible."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.app.chat_undo import ChatUndo
from glmdesk.app.states import Undoable
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space


class UndoBar(Surface):
    """Names the chat that was deleted or moved last; time stands still while the pointer is over it."""

    def __init__(self, undo: ChatUndo, parent: QWidget | None = None) -> None:
        super().__init__("raised", border="line", radius=RADIUS_CONTROL, parent=parent)
        self._changes = undo
        self._shown: Undoable | None = None
        self.setObjectName("What was done")
        self._words = Label(color="muted", scale=SMALL, elided=True)
        self._undo = Button(self.tr("Undo"), name="Undo", kind=Kind.OUTLINE, color="text")
        self._undo.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        undo.changed.connect(self._show)
        self.hide()

    def undo(self) -> None:
        """Undo what was done last."""
        done = self._changes.undo()
        if done is not None:
            announce(self, self.tr("“{title}” is back.").format(title=self._title(done)))

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._changes.hold(held=True)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._changes.hold(held=False)

    def _show(self, changes: tuple[Undoable, ...]) -> None:
        newest = changes[0] if changes else None
        before, self._shown = self._shown, newest
        self.setVisible(newest is not None)
        if newest is None or newest == before:
            return
        words = self._told(newest)
        self._words.setText(words)
        self.setAccessibleName(words)
        announce(self, words)

    def _told(self, done: Undoable) -> str:
        title = self._title(done)
        if done.deleted:
            return self.tr("Deleted: {title}").format(title=title)
        if not done.folder:
            return self.tr("Moved out of the folder: {title}").format(title=title)
        return self.tr("Moved to “{folder}”: {title}").format(folder=done.folder, title=title)

    def _title(self, done: Undoable) -> str:
        return done.chat.title or self.tr("New chat")
