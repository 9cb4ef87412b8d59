"""The grounds that other widgets stand on: rounded surfaces, hairlines, outlines and quiet scroll bars."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QTableView, QWidget

from glmdesk.ui import theme
from glmdesk.ui.theme import RADIUS_CARD, Space


class Surface(QFrame):
    """A ground for other widgets in a colour of the theme, with a hairline where `border` names a colour."""

    def __init__(
        self,
        fill: str = "raised",
        *,
        border: str = "",
        radius: int = RADIUS_CARD,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill, self._border, self._radius = fill, border, radius
        theme.current().changed.connect(self._restyle)

    def set_border(self, border: str) -> None:
        """Change the colour of the hairline; an empty name takes it away."""
        if border != self._border:
            self._border = border
            self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colors, self._fill)))
        painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        if self._border:
            outline(painter, self.rect(), getattr(colors, self._border), self._radius, 1)

    def _restyle(self) -> None:
        self.update()


class Hairline(QWidget):
    """A line of one pixel between two parts of a screen."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().colors.line))


def outline(painter: QPainter, area: QRect, color: str, radius: float, width: float) -> None:
    """Draw a rounded line of `width` just inside `area`."""
    painter.setPen(QPen(QColor(color), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), radius, radius)


def thin_scrollbars(area: QAbstractScrollArea) -> None:
    """Give `area` quiet scroll bars in the colours of the moment; call again when the theme changes."""
    colors = theme.current().colors
    sheet = (
        "QScrollBar { background: transparent; border: none; margin: 0; }"
        "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
        f"QScrollBar::handle {{ background: {colors.line}; border-radius: 3px; margin: 2px; }}"
        "QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }"
        f"QScrollBar::handle:hover {{ background: {colors.faint}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
    )
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setStyleSheet(sheet)


def quiet_table(table: QTableView) -> None:
    """Give `table` rows without cells, under a line of small words; call again when the theme changes."""
    colors = theme.current().colors
    table.horizontalHeader().setFont(table.font())
    table.setStyleSheet(
        f"QTableView {{ background: {colors.raised}; outline: none; }}"
        f"QTableView::item {{ padding: 0 1px; border: none; }}"
        f"QTableView::item:selected {{ background: {colors.selected}; color: {colors.text}; }}"
        f"QHeaderView {{ background: {colors.raised}; border: none; }}"
        f"QHeaderView::section {{ background: {colors.raised}; color: {colors.muted}; border: none; "
        f"border-bottom: 1px solid {colors.line}; padding: {Space.XS}px; }}"
    )
