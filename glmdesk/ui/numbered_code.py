"""A whole file to read: with the numbers of its lines, some of them marked."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from glmdesk.ui import theme
from glmdesk.ui.code_colors import CodeColors
from glmdesk.ui.menu import show_standard
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.theme import Space


class NumberedCode(QPlainTextEdit):
    """Shows a text at its lines `first` to `last`, coloured as `language`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("File")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self._marked = (0, 0)
        self._numbers = _Numbers(self)
        self._colors = CodeColors(self)
        self.updateRequest.connect(self._scroll_numbers)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def show_file(self, text: str, language: str, first: int, last: int) -> None:
        """Show `text`; `last` 0 marks nothing."""
        self.setPlainText(text)
        self._colors.text_changed(language, appended=False, closed=True)
        self._marked = (first, last)
        self._make_room()
        self._mark()
        block = self.document().findBlockByNumber(max(0, first - 1))
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()

    def marked_lines(self) -> tuple[int, int]:
        """The first and last line that are marked, 0 where none is."""
        return self._marked

    def numbers_width(self) -> int:
        """Pixels that the numbers take."""
        digits = len(str(self.blockCount()))
        return self.fontMetrics().horizontalAdvance("0") * digits + 2 * Space.S

    def paint_numbers(self, area: QRect, painter: QPainter) -> None:
        """Draw the numbers of the lines that can be seen."""
        colors = theme.current().colors
        first, last = self._marked
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > area.bottom():
                return
            number = block.blockNumber() + 1
            painter.setPen(QColor(colors.text if first <= number <= last else colors.muted))
            place = QRect(0, round(box.top()), area.width() - Space.S, round(box.height()))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(number))
            block = block.next()

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        show_standard(self.createStandardContextMenu(), self, event.globalPos())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        self._colors.look()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._numbers.resize(self.numbers_width(), self._numbers.height())
        self._numbers.update()

    def _mark(self) -> None:
        first, last = self._marked
        marks = []
        for number in range(first, min(last, self.blockCount()) + 1) if last else ():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document().findBlockByNumber(number - 1))
            form = mark.format
            form.setBackground(QColor(theme.current().colors.found))
            form.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)

    def _scroll_numbers(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _restyle(self) -> None:
        self.setFont(theme.current().code_font())
        thin_scrollbars(self)
        self._make_room()
        self._mark()


class _Numbers(QWidget):
    def __init__(self, code: NumberedCode) -> None:
        super().__init__(code)
        self._code = code

    def sizeHint(self) -> QSize:
        return QSize(self._code.numbers_width(), 0)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        self._code.paint_numbers(self.rect(), QPainter(self))
