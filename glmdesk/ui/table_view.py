"""A table in the column: its cells wrap, and where it has too many columns for that it scrolls sideways."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from glmdesk.core.inline import Span, Spans, plain
from glmdesk.core.prose import Table
from glmdesk.ui import theme
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.text_view import TextView
from glmdesk.ui.theme import Space
from glmdesk.ui.typesetting import Typesetting

_NARROWEST_COLUMN_EM = 6

_ALIGNMENTS = {
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class TableView(TextView):
    """Shows a table; rows that are added while it streams are appended."""

    def __init__(self, typesetting: Typesetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Table")
        self._typesetting = typesetting
        self._table = Table((), (), ())
        self._grid: QTextTable | None = None
        typesetting.prepare(self.document())
        thin_scrollbars(self)

    def show_table(self, table: Table) -> None:
        """Show `table`."""
        shown = self._table
        if table == shown:
            return
        same_head = (table.header, table.alignments) == (shown.header, shown.alignments)
        if self._grid is not None and same_head and table.rows[: len(shown.rows)] == shown.rows:
            self._append(table, table.rows[len(shown.rows) :])
        else:
            self._begin(table)
        self._table = table

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
        rows = (self._table.header, *self._table.rows)
        return (span for row in rows for cell in row for span in cell if span.href)

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
        cursor = QTextCursor(self.document())
        self._grid = cursor.insertTable(1, max(1, len(table.header)), layout)
        self._fill(0, table.header, table.alignments, bold=True)
        self._append(table, table.rows)

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
        assert self._grid is not None
        for column, (spans, alignment) in enumerate(zip(cells, alignments, strict=True)):
            cell = self._grid.cellAt(row, column)
            cursor = cell.firstCursorPosition()
            block = QTextBlockFormat()
            block.setAlignment(_ALIGNMENTS.get(alignment, Qt.AlignmentFlag.AlignLeading))
            block.setLineHeight(
                self._typesetting.line_height(), QTextBlockFormat.LineHeightTypes.FixedHeight.value
            )
            cursor.setBlockFormat(block)
            self._typesetting.insert(cursor, spans, bold=bold)
            cell.setFormat(self._cell_format(first=column == 0))  # last: it is the block's own format

    def _cell_format(self, *, first: bool) -> QTextCharFormat:
        made = QTextTableCellFormat()
        made.setTopPadding(Space.XS)
        made.setBottomPadding(Space.XS)
        made.setLeftPadding(0 if first else Space.M)
        made.setRightPadding(Space.M)
        made.setBottomBorder(1)
        made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBottomBorderBrush(QColor(theme.current().colors.line))
        return made
