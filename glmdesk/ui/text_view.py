"""Text that can be read, selected and copied, as tall as its content; the chat does the scrolling.

Nothing is ever loaded: no picture, no style sheet, no file. Links are only ever asked about (`ui.links`).
"""

import math
from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QTextBrowser, QTextEdit, QWidget

from glmdesk.core.citations import place_in
from glmdesk.core.links import disguised
from glmdesk.core.spans import Span
from glmdesk.ui.formula_object import PLACE, selected_text
from glmdesk.ui.links import open_external
from glmdesk.ui.menu import Menu

MOVING_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)


class TextView(QTextBrowser):
    """A frameless, read-only document whose height follows from its width; `grew` when that may be another.

    Keys that move between messages and the wheel go on to the chat.
    """

    grew = Signal()
    place_wanted = Signal(str, int, int)  # a file of the project, and its lines

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._ask_about)

    def height_for(self, width: int) -> int:
        """The height of the content in `width` pixels."""
        document = self.document()
        if document.textWidth() != width:
            # QTextEdit wraps at its own width, whatever the document says, whenever the document's size
            # changes; and a widget that is not shown yet does not hand its width on to its viewport.
            self.resize(width, self.height())
            self.viewport().resize(width, self.height())
            document.setTextWidth(width)
        return math.ceil(document.size().height())

    def plain_text(self) -> str:
        """What can be read."""
        return self.toPlainText()

    def loadResource(self, _kind: int, _name: QUrl | str, /) -> object:
        """Nothing: a document must not be able to read a file or reach a host.

        No bytes are not the same as no answer: after None QTextDocument reads a local file by itself.
        """
        return QByteArray(b"")

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in MOVING_KEYS and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """The usual menu of a text, and below it what can be done with the message."""
        show_menu(self.createStandardContextMenu(event.pos()), self, event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged away; formulas as they were written."""
        text = selected_text(self.textCursor())
        if PLACE not in self.textCursor().selectedText():
            return super().createMimeDataFromSelection()
        data = QMimeData()
        data.setText(text)
        return data

    def links(self) -> Iterable[Span]:
        """The spans that can be clicked."""
        return ()

    def _ask_about(self, url: QUrl) -> None:
        """A place in the project is shown; of several links elsewhere that lead to the same address the one
        whose text says otherwise is the one to warn of."""
        spans = [span for span in self.links() if QUrl(span.href) == url]
        worst = next((span for span in spans if disguised(span.text, span.href)), spans[0] if spans else None)
        if worst is None:
            return
        place = place_in(worst.href)
        if place is not None:
            self.place_wanted.emit(*place)
        else:
            open_external(self, worst.href, worst.text)


def selection_in(root: QWidget) -> str:
    """What is selected in a text or in code below `root`; formulas as they were written."""
    editors: list[QTextEdit | QPlainTextEdit] = [
        *root.findChildren(QTextEdit),
        *root.findChildren(QPlainTextEdit),
    ]
    for editor in editors:
        if editor.textCursor().hasSelection():
            return selected_text(editor.textCursor())
    return ""


def show_menu(menu: QMenu, widget: QWidget, position: QPoint) -> None:
    """Show what is in `menu`, and below it the actions of the message that `widget` is part of."""
    shown = Menu(widget, passing=True)
    shown.take_over(menu)
    owner = widget.parentWidget()
    while owner is not None and not owner.actions():
        owner = owner.parentWidget()
    if owner is not None:
        shown.addSeparator()
        shown.addActions(owner.actions())
    shown.popup(position)
