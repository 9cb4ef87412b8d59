"""Drawn formulas in a line of text: they stand on its baseline, in its colour and size.

Qt knows objects that stand on the baseline and such as are centred, for which it makes room around the middle
of the letters but which it then draws in the middle of the line. A formula is given as centred, in a box that
has room for both its sides, and finds the baseline from there.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from glmdesk.core.formula import Drawing

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_SOURCE = QTextFormat.Property.UserProperty.value + 1
_DRAWING = QTextFormat.Property.UserProperty.value + 2
_SCALE = 1.12  # the letters of the formulas' font are lower than those of most interface fonts
_AIR = 0.1  # em between a formula and the lines around it
PLACE = "\ufffc"
"""The character that stands for an object in a document."""


class FormulaObject(QPyTextObject):
    """Draws the formulas of documents; a document must not outlive it."""

    def intrinsicSize(self, document: QTextDocument, _position: int, style: QTextFormat, /) -> QSizeF:
        drawing, em, middle = self._measures(document, style)
        above, below = (drawing.ascent + _AIR) * em, (drawing.descent + _AIR) * em
        return QSizeF(drawing.width * em, max(2 * above - middle, 2 * below + middle))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        style: QTextFormat,
        /,
    ) -> None:
        box = QRectF(rect)
        drawing, em, _ = self._measures(document, style)
        if style.background().style() != Qt.BrushStyle.NoBrush:  # it is selected
            painter.fillRect(box, style.background())
        block = document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        baseline = box.center().y() + (line.ascent() - line.descent()) / 2
        height = (drawing.ascent + drawing.descent) * em
        place = QRectF(box.left(), baseline - drawing.ascent * em, drawing.width * em, height)
        _renderer(drawing.svg, style.foreground().color().name()).render(painter, place)

    def _measures(self, document: QTextDocument, style: QTextFormat) -> tuple[Drawing, float, float]:
        """The drawing, its em in pixels (less where it would not fit), and Qt's middle of the letters."""
        font = style.toCharFormat().font()
        drawing: Drawing = style.property(_DRAWING)
        em, room = QFontInfo(font).pixelSize() * _SCALE, document.textWidth()
        if 0 < room < drawing.width * em:
            em = room / drawing.width
        return drawing, em, QFontMetrics(font).xHeight() / 2


def insert_formula(cursor: QTextCursor, source: str, drawing: Drawing, style: QTextCharFormat) -> None:
    """Put a drawing at the cursor, in the font and colour of `style`; `source` is what is copied of it."""
    made = QTextCharFormat(style)
    made.setObjectType(_KIND)
    made.setProperty(_SOURCE, source)
    made.setProperty(_DRAWING, drawing)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    cursor.insertText(PLACE, made)


def registered(document: QTextDocument, handler: FormulaObject) -> None:
    """Let `handler` draw the formulas of `document`."""
    document.documentLayout().registerHandler(_KIND, handler)


def selected_text(cursor: QTextCursor) -> str:
    """The selected text with its formulas as they were written."""
    text = cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n").replace("\xa0", " ")
    if PLACE not in text:
        return text
    document, sources = cursor.document(), []
    probe = QTextCursor(document)
    for position in range(cursor.selectionStart(), cursor.selectionEnd()):
        if document.characterAt(position) == PLACE:
            probe.setPosition(position + 1)
            sources.append(str(probe.charFormat().property(_SOURCE) or PLACE))
    first, *rest = text.split(PLACE)
    return first + "".join(source + after for source, after in zip(sources, rest, strict=True))


@lru_cache(maxsize=256)
def _renderer(svg: bytes, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", color.encode())))
