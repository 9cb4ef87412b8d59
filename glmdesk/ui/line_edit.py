"""One line of text to type, without a frame of its own."""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from glmdesk.ui.menu import show_standard


class LineEdit(QLineEdit):
    """Stands in a surface that has the frame; its menu looks like the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        show_standard(self.createStandardContextMenu(), self, event.globalPos())
