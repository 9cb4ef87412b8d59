"""Plain text on the screen; titles, model names and paths come from outside and are never read as markup."""

import html

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from glmdesk.ui import theme

_LONGEST_TOOLTIP = 2000  # characters
_LONGEST_TOOLTIP_LINE = 80
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Label(QLabel):
    """Plain text in a colour and size of the theme; `elided` keeps it on one line, whatever its length."""

    def __init__(
        self,
        text: str = "",
        *,
        color: str = "text",
        scale: float = theme.BASE,
        bold: bool = False,
        elided: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._color, self._scale, self._elided = color, scale, elided
        self._weight = QFont.Weight.DemiBold if bold else QFont.Weight.Normal
        self.setWordWrap(not elided)
        self.setText(text)
        self._restyle()
        theme.current().changed.connect(self._restyle)

    def setText(self, text: str, /) -> None:
        """Show `text`; line breaks become spaces where there is one line only."""
        super().setText(" ".join(text.split()) if self._elided else text)
        self._offer_whole_text()

    def set_color(self, color: str) -> None:
        """Change to another colour of the theme."""
        self._color = color
        self._restyle()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 4, hint.height()) if self._elided else hint

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._offer_whole_text()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._elided:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_line(painter, self.contentsRect(), self.text(), self.layoutDirection())

    def _offer_whole_text(self) -> None:
        if self._elided:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(tooltip(self.text()) if cut else "")

    def _restyle(self) -> None:
        look = theme.current()
        palette = self.palette()
        palette.setColor(self.foregroundRole(), QColor(getattr(look.colors, self._color)))
        self.setPalette(palette)
        self.setFont(look.font(self._scale, self._weight))


def draw_line(painter: QPainter, area: QRect, text: str, direction: Qt.LayoutDirection) -> None:
    """Draw one line of plain text, cut with an ellipsis, from the leading edge of `direction`.

    The text itself runs as its own letters do, so that an English name is whole in an Arabic window.
    """
    side = _RIGHT if direction is Qt.LayoutDirection.RightToLeft else _LEFT
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def draw_lines(painter: QPainter, area: QRect, text: str, direction: Qt.LayoutDirection) -> None:
    """The same for text that takes as many lines as it needs."""
    side = _RIGHT if direction is Qt.LayoutDirection.RightToLeft else _LEFT
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)


def tooltip(text: str) -> str:
    """`text` for setToolTip, which would otherwise guess whether it is markup; only long lines wrap."""
    shown = text[:_LONGEST_TOOLTIP]
    space = "pre-wrap" if max(map(len, shown.split("\n"))) > _LONGEST_TOOLTIP_LINE else "pre"
    return f'<p style="white-space:{space}">{html.escape(shown)}</p>' if text else ""
