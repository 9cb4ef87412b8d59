"""The offer to bring back the chat that was just deleted, for as long as that is possible."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.app.deleted_chats import DeletedChats
from glmdesk.app.states import DeletedState
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space


class UndoBar(Surface):
    """Names the chat that was deleted last; time stands still while the pointer is over it."""

    def __init__(self, deleted: DeletedChats, parent: QWidget | None = None) -> None:
        super().__init__("raised", border="line", radius=RADIUS_CONTROL, parent=parent)
        self._deleted = deleted
        self._shown: DeletedState = DeletedState()
        self.setObjectName("Deleted chat")
        self._words = Label(color="muted", scale=SMALL, elided=True)
        self._undo = Button(self.tr("Undo"), name="Undo", kind=Kind.OUTLINE, color="text")
        self._undo.clicked.connect(self.undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        deleted.changed.connect(self._show)
        self.hide()

    def undo(self) -> None:
        """Bring back the chat that was deleted last."""
        summary = self._deleted.undo()
        if summary is not None:
            announce(self, self.tr("“{title}” is back.").format(title=self._title(summary.title)))

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._deleted.hold(held=True)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._deleted.hold(held=False)

    def _show(self, state: DeletedState) -> None:
        more = len(state.chats) > len(self._shown.chats)
        self._shown = state
        self.setVisible(bool(state.chats))
        if not state.chats:
            return
        title = self._title(state.chats[0].title)
        words = self.tr("Deleted: {title}").format(title=title)
        self._words.setText(words)
        self.setAccessibleName(words)
        if more:
            announce(self, words)

    def _title(self, title: str) -> str:
        return title or self.tr("New chat")
