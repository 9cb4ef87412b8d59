"""A table in the column: its cells wrap, and where it has too many columns for that it scrolls sideways."""

from collections.abc import Iterable, Sequence
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from glmdesk.core.formula import Formula
from glmdesk.core.inline import plain
from glmdesk.core.prose import Table
from glmdesk.core.spans import Span, Spans
from glmdesk.ui import theme
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.text_view import TextView
from glmdesk.ui.theme import Space
from glmdesk.ui.typesetting import Typesetting

_NARROWEST_COLUMN_EM = 8

_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class TableView(TextView):
    """Shows a table; rows that are added while it streams are appended."""

    def __init__(self, typesetting: Typesetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Table")
        self.setAccessibleName(self.tr("Table"))
        self._typesetting = typesetting
        self._table = Table((), (), ())
        self._grid: QTextTable | None = None
        self._mirrored = False
        self._waiting: frozenset[Formula] = frozenset()
        if typesetting.formulas is not None:
            typesetting.formulas.drawn.connect(self._take_drawn)
        typesetting.prepare(self.document())
        thin_scrollbars(self)

    def show_table(self, table: Table) -> None:
        """Show `table`."""
        shown = self._table
        if table == shown:
            return
        every_cell_at_once = QTextCursor(self.document())
        every_cell_at_once.beginEditBlock()  # or each of them lays the table out again
        same_head = (table.header, table.alignments) == (shown.header, shown.alignments)
        if self._grid is not None and same_head and table.rows[: len(shown.rows)] == shown.rows:
            self._append(table, table.rows[len(shown.rows) :])
        else:
            self._begin(table)
        every_cell_at_once.endEditBlock()
        self._table = table
        self._waiting = self._typesetting.waiting(self._spans())

    def height_for(self, width: int) -> int:
        """The height in `width` pixels; with a scroll bar where the columns need more than that."""
        narrowest = round(len(self._table.header) * self._typesetting.em * _NARROWEST_COLUMN_EM)
        if narrowest <= width:
            self.setLineWrapMode(QTextBrowser.LineWrapMode.WidgetWidth)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            return super().height_for(width)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(narrowest)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        return super().height_for(narrowest) + self.horizontalScrollBar().sizeHint().height()

    def plain_text(self) -> str:
        rows = (self._table.header, *self._table.rows)
        return "\n".join(" | ".join(plain(cell) for cell in row) for row in rows)

    def links(self) -> Iterable[Span]:
        return (span for span in self._spans() if span.href)

    def _spans(self) -> Iterable[Span]:
        rows = (self._table.header, *self._table.rows)
        return (span for row in rows for cell in row for span in cell)

    def _take_drawn(self, drawn: frozenset[Formula]) -> None:
        """Formulas that stood here as text have been drawn."""
        if self._waiting & drawn:
            self._begin(self._table)
            self._waiting = self._typesetting.waiting(self._spans())
            self.grew.emit()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Sideways is the table's, up and down the chat's."""
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if sideways and self.horizontalScrollBar().maximum():
            QTextBrowser.wheelEvent(self, event)
        else:
            super().wheelEvent(event)

    def _begin(self, table: Table) -> None:
        self.document().clear()
        self._typesetting.prepare(self.document())
        layout = QTextTableFormat()
        layout.setBorder(0)
        layout.setBorderCollapse(True)
        layout.setCellSpacing(0)
        layout.setCellPadding(0)
        layout.setHeaderRowCount(1)
        self._mirrored = _runs_right_to_left(table)
        layout.setAlignment(Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft)
        cursor = QTextCursor(self.document())
        self._grid = cursor.insertTable(1, max(1, len(table.header)), layout)
        self._fill(0, table.header, table.alignments, bold=True)
        self._append(table, table.rows)
        self.setTextCursor(self._cell(0, 0).firstCursorPosition())  # what a new width is scrolled to

    def _append(self, table: Table, rows: Sequence[Sequence[Spans]]) -> None:
        assert self._grid is not None
        first = self._grid.rows()
        if rows:
            self._grid.appendRows(len(rows))
        for number, row in enumerate(rows, start=first):
            self._fill(number, row, table.alignments)

    def _fill(
        self, row: int, cells: Sequence[Spans], alignments: Sequence[str], *, bold: bool = False
    ) -> None:
        for column, (spans, alignment) in enumerate(zip(cells, alignments, strict=True)):
            cell = self._cell(row, column)
            cursor = cell.firstCursorPosition()
            cursor.setBlockFormat(self._block_format(alignment))
            self._typesetting.insert(cursor, spans, bold=bold)
            cell.setFormat(self._cell_format(first=column == 0))  # last: it is the block's own format

    def _cell(self, row: int, column: int) -> QTextTableCell:
        """Qt has no tables from right to left: their columns are put in from the other side."""
        assert self._grid is not None
        return self._grid.cellAt(row, self._grid.columns() - 1 - column if self._mirrored else column)

    def _block_format(self, alignment: str) -> QTextBlockFormat:
        right_to_left = Qt.LayoutDirection.RightToLeft
        made = QTextBlockFormat()
        made.setLayoutDirection(right_to_left if self._mirrored else Qt.LayoutDirection.LeftToRight)
        made.setAlignment(_ALIGNMENTS.get(alignment, Qt.AlignmentFlag.AlignLeading))
        height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        made.setLineHeight(self._typesetting.line_height(), height)
        return made

    def _cell_format(self, *, first: bool) -> QTextCharFormat:
        before, after = (0 if first else Space.M), Space.M
        made = QTextTableCellFormat()
        made.setTopPadding(Space.XS)
        made.setBottomPadding(Space.XS)
        made.setLeftPadding(after if self._mirrored else before)
        made.setRightPadding(before if self._mirrored else after)
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QColor(theme.current().colors.line))
        return made


def _runs_right_to_left(table: Table) -> bool:
    """By the first letter, as the direction of a paragraph is found (Unicode Annex 9, rule P2)."""
    text = "".join(plain(cell) for row in (table.header, *table.rows) for cell in row)
    kinds = (bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("R", "AL", "L")), "L") != "L"
