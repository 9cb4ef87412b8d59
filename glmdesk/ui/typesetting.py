"""Lines of prose as blocks of a QTextDocument, in the fonts, colours and distances of the theme.

Line i of the prose is block i of the document. Text goes in as text, so there is nothing to escape.
"""

import math
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from glmdesk.app.formulas import Formulas
from glmdesk.core.formula import Drawing, Formula, formula_of, formulas_in
from glmdesk.core.spans import LINE_BREAK, Span, Spans, Style
from glmdesk.ui import theme
from glmdesk.ui.formula_object import FormulaObject, insert_formula, registered
from glmdesk.ui.theme import BASE, HUGE, LARGE, LINE_HEIGHT_PERCENT, READING, SMALL, Space

if TYPE_CHECKING:
    from glmdesk.core.prose import Line

_HEADING_SCALES = (HUGE, LARGE, BASE, BASE, BASE, SMALL)  # levels 1 to 6; weight tells the rest
_HEADING_LINE_HEIGHT_PERCENT = 130
_INDENT_EM = 1.8
_MARKER_GAP_EM = 0.5
_QUOTE_BAR = 3  # width in pixels
_CHARACTER_EM = 0.55  # the usual width of a letter
_LINE_END_SHARE = 0.7  # of a line that a line end leaves empty or adds as distance


class Typesetting:
    """The formats for one colour and weight of the running text, as the theme is when this is made."""

    def __init__(
        self,
        color: str = "text",
        weight: QFont.Weight = QFont.Weight.Normal,
        scale: float = READING,
        formulas: Formulas | None = None,
    ) -> None:
        self.formulas = formulas
        self._formula_object = FormulaObject()
        self._look = theme.current()
        self._colors = self._look.colors
        self._color = QColor(getattr(self._colors, color))
        self._weight, self._scale = weight, scale
        self.font = self._look.font(scale, weight)
        self.em = QFontInfo(self.font).pixelSize()
        self.indent = round(self.em * _INDENT_EM)
        self._char_format = cache(self._made_char_format)

    def prepare(self, document: QTextDocument) -> None:
        """Give an empty document the font and the measures."""
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font)
        document.setIndentWidth(self.indent)
        registered(document, self._formula_object)

    def replace(
        self, document: QTextDocument, first: int, before: "Line | None", lines: "Sequence[Line]"
    ) -> None:
        """Put `lines` in the place of all blocks from `first` on; `before` is the line above them."""
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setPosition(document.findBlockByNumber(first).position() if first else 0)
        if first == document.blockCount():
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        for number, line in enumerate(lines, start=first):
            block_format = self._block_format(line, gap(before, line))
            if number < document.blockCount():
                cursor.setBlockFormat(block_format)
            else:
                cursor.insertBlock(block_format)
            self.insert(cursor, line.spans, line.heading)
            before = line
        if first and not lines:
            cursor.deletePreviousChar()  # the block that the removed lines have left
        cursor.endEditBlock()

    def insert(self, cursor: QTextCursor, spans: Spans, heading: int = 0, *, bold: bool = False) -> None:
        """Insert `spans` at the cursor."""
        cursor.setBlockCharFormat(self._char_format(Style.PLAIN, heading, "", bold))
        for span in spans:
            style = self._char_format(span.style & ~Style.FORMULA, heading, span.href, bold)
            drawing = self._drawing(span)
            if drawing is not None:
                insert_formula(cursor, span.text, drawing, style)
            elif span.style & Style.FORMULA:
                written = self._char_format(span.style | Style.CODE, heading, span.href, bold)
                cursor.insertText(span.text.replace("\n", LINE_BREAK), written)
            else:
                cursor.insertText(span.text, style)

    def waiting(self, spans: Iterable[Span]) -> frozenset[Formula]:
        """The formulas among `spans` that are not drawn yet, if they ever are."""
        if self.formulas is None:
            return frozenset()
        drawing = self.formulas.drawing
        return frozenset(formula for formula in formulas_in(spans) if drawing(formula) is None)

    def _drawing(self, span: Span) -> Drawing | None:
        if self.formulas is None or not span.style & Style.FORMULA:
            return None
        return self.formulas.drawing(formula_of(span.text))

    def line_height(self, heading: int = 0) -> float:
        """The distance of two lines of a paragraph, in pixels."""
        if not heading:
            return self.em * LINE_HEIGHT_PERCENT / 100
        size = QFontInfo(self._look.font(self._scale_of(heading))).pixelSize()
        return size * _HEADING_LINE_HEIGHT_PERCENT / 100

    def estimate(self, characters: int, lines: int, width: int) -> int:
        """About how many pixels so much text takes in `width` pixels, in one multiplication."""
        per_line = max(1.0, width / (self.em * _CHARACTER_EM))
        return math.ceil((characters / per_line + lines * _LINE_END_SHARE + 1) * self.line_height())

    def decorate(
        self, painter: QPainter, document: QTextDocument, lines: "Sequence[Line]", area: QRectF
    ) -> None:
        """Draw markers, quote bars and rules of the lines inside `area`, in document coordinates."""
        layout = document.documentLayout()
        width = document.textWidth()
        block = document.firstBlock()
        end_of_quote = 0.0  # where the bars of the line before end
        for line in lines:
            top = layout.blockBoundingRect(block).top()
            if top > area.bottom():
                return
            if self._has_drawing(line):
                bottom = layout.blockBoundingRect(block).bottom()
            else:
                bottom = top + block.layout().lineCount() * self.line_height(line.heading)
            if bottom >= area.top() and (line.marker or line.quote or line.rule):
                right_to_left = block.textDirection() is Qt.LayoutDirection.RightToLeft
                if line.marker:
                    first = block.layout().lineAt(0)
                    self._draw_marker(painter, line, top + first.y() + first.ascent(), width, right_to_left)
                if line.quote:
                    box = QRectF(0, end_of_quote or top, width, bottom - (end_of_quote or top))
                    self._draw_bars(painter, line.quote, box, right_to_left)
                if line.rule:
                    painter.fillRect(QRectF(0, (top + bottom) / 2, width, 1), QColor(self._colors.line))
            end_of_quote = bottom if line.quote else 0.0
            block = block.next()

    def _draw_marker(
        self, painter: QPainter, line: "Line", baseline: float, width: float, right_to_left: bool
    ) -> None:
        depth = (line.indent + line.quote) * self.indent - self.em * _MARKER_GAP_EM
        left = (
            width - depth
            if right_to_left
            else depth - QFontMetricsF(self.font).horizontalAdvance(line.marker)
        )
        painter.setFont(self.font)
        painter.setPen(QColor(self._colors.muted))
        painter.drawText(QPointF(left, baseline), line.marker)

    def _draw_bars(self, painter: QPainter, depth: int, box: QRectF, right_to_left: bool) -> None:
        for level in range(depth):
            x = level * self.indent
            left = box.width() - x - _QUOTE_BAR if right_to_left else x
            painter.fillRect(QRectF(left, box.top(), _QUOTE_BAR, box.height()), QColor(self._colors.line))

    def _block_format(self, line: "Line", above: int) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setIndent(line.indent + line.quote)
        # Lines are of one height, save those that a drawing makes taller.
        drawn = self._has_drawing(line)
        kinds = QTextBlockFormat.LineHeightTypes
        kind = kinds.MinimumHeight if drawn else kinds.FixedHeight
        made.setLineHeight(self.line_height(line.heading), kind.value)
        if drawn and line.display:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def _has_drawing(self, line: "Line") -> bool:
        return any(self._drawing(span) is not None for span in line.spans)

    def _scale_of(self, heading: int) -> float:
        return self._scale * (_HEADING_SCALES[heading - 1] if heading else 1)

    def _made_char_format(self, style: Style, heading: int, href: str, bold: bool) -> QTextCharFormat:
        made = QTextCharFormat()
        scale = self._scale_of(heading)
        strong = bool(heading or bold or style & Style.BOLD)
        font = self._look.font(scale, QFont.Weight.DemiBold if strong else self._weight)
        if style & Style.CODE:
            font = self._look.code_font(self._scale)
            made.setBackground(QColor(self._colors.code))
        font.setItalic(bool(style & Style.ITALIC))
        font.setStrikeOut(bool(style & Style.STRIKE))
        if style & Style.RAISED:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        made.setFont(font)
        made.setForeground(self._color)
        if href:
            made.setAnchor(True)
            made.setAnchorHref(href)
            made.setForeground(QColor(self._colors.accent))
            made.setFontUnderline(True)
        return made


def gap(before: "Line | None", line: "Line") -> int:
    """Pixels between a line and the one above it."""
    if before is None or line.tight:
        return 0
    if line.heading:
        return Space.XL if line.heading <= 2 else Space.L
    if before.heading:
        return Space.S
    if line.marker and before.indent:
        return Space.XS
    return Space.S if line.indent else Space.M
