"""One line of plain text with some of its words marked, by weight and colour, so that no colour is needed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from glmdesk.ui import theme


def draw_marked(
    painter: QPainter,
    area: QRect,
    text: str,
    marks: Sequence[tuple[int, int]],
    direction: Qt.LayoutDirection,
) -> None:
    """Draw `text`, cut with an ellipsis, from the leading edge of `direction`.

    The characters of `marks`, (start, end), are bold. The line itself runs as its letters do.
    """
    layout = _laid_out(painter, text, marks)
    wanted = layout.lineAt(0).naturalTextWidth()
    if wanted > area.width():
        plain = painter.fontMetrics().horizontalAdvance(text)
        room = area.width() - max(0, round(wanted - plain))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        layout = _laid_out(painter, shown, [mark for mark in marks if mark[1] < len(shown)])
        wanted = layout.lineAt(0).naturalTextWidth()
    left = area.right() - wanted if direction is Qt.LayoutDirection.RightToLeft else area.left()
    painter.setClipRect(area)
    layout.draw(painter, QPointF(left, area.top()))
    painter.setClipping(False)


def _laid_out(painter: QPainter, text: str, marks: Iterable[tuple[int, int]]) -> QTextLayout:
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_bold(text, start, end) for start, end in marks])
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _bold(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = _units(text[:start]), _units(text[start:end])
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(QColor(theme.current().colors.text))
    found.format = style
    return found


def _units(text: str) -> int:
    """The length of `text` as Qt counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
