"""The field a question is typed in: it grows with its text, and Enter means send."""

import math
import re

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from glmdesk.ui import theme
from glmdesk.ui.menu import show_standard
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import READING, Space

LONGEST_LINE = 5_000
"""Characters of a line that QPlainTextEdit still wraps at once: 50,000 without a space take 0.2 s for each
key, a million 40 s, while a million in lines of ordinary length take 0.1 s once (Qt 6.11)."""

LONGEST_PASTE = 100_000
"""Characters that are pasted into the field; more goes along with the question, as it is."""

_NOT_KEPT = re.compile("[\0\ufdd0\ufdd1\ud800-\udfff]")
"""What QPlainTextEdit cannot hold; of spaces and line ends it keeps that they are there."""


class DraftEdit(QPlainTextEdit):
    """`sent` on Enter; `pasted` hands over a text that cannot stand here, `files_pasted` paths of files."""

    sent = Signal()
    pasted = Signal(object)  # a str of Qt cannot hold half of a surrogate pair
    files_pasted = Signal(list)
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Message")
        self.setAccessibleName(self.tr("Message"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(Space.XS)
        self._composing = False
        self._limit = 10_000
        self.textChanged.connect(self._fit)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_height_limit(self, pixels: int) -> None:
        """Grow to `pixels` at most; a longer text scrolls."""
        if pixels != self._limit:
            self._limit = pixels
            self._fit()

    def line_count(self) -> int:
        """Lines as they are shown, wrapped ones included; 1 for an empty field."""
        return max(1, math.ceil(self.document().size().height()))  # QPlainTextDocumentLayout counts lines

    def sizeHint(self) -> QSize:
        return QSize(200, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._line_height() + 2 * Space.XS)

    def canInsertFromMimeData(self, source: QMimeData, /) -> bool:
        """Dropped files are for the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        """Plain text only; what would stall the field goes to whoever holds it beside the field."""
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_pasted.emit(files)
            return
        text = source.text()
        if len(text) > LONGEST_PASTE or _is_hard_to_hold(text):
            self.pasted.emit(text)
        else:
            self.insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        broken = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if enter and broken:
            self.insertPlainText("\n")  # Qt's own line break would be U+2028
            self.ensureCursorVisible()
        elif enter:
            if not self._composing:
                self.sent.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        show_standard(self.createStandardContextMenu(), self, event.globalPos())

    def inputMethodEvent(self, event: QInputMethodEvent, /) -> None:
        """While characters are being composed, Enter takes the composition and must not send."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._composing = False
        self.focus_changed.emit(False)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _line_height(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _wanted_height(self) -> int:
        wanted = self.line_count() * self._line_height() + 2 * Space.XS + 1
        return min(wanted, max(self._limit, self.minimumSizeHint().height()))

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)
        overflowing = height >= self._limit
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflowing else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(policy)

    def _restyle(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        self.setFont(theme.current().font(READING))
        thin_scrollbars(self)
        self._fit()


def _is_hard_to_hold(text: str) -> bool:
    """Whether the field would stall over `text`, or lose something of it."""
    longest = max(map(len, text.split("\n")), default=0)
    return longest > LONGEST_LINE or _NOT_KEPT.search(text) is not None
