"""One of several things to choose: what it is, what it means, and the figure that it leads to."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import draw_line
from glmdesk.ui.theme import SMALL, Space


class ChoiceButton(Button):
    """Two lines with a figure at the far end; `hint` and `figure` may be empty."""

    def __init__(self, text: str, hint: str = "", figure: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind=Kind.OUTLINE, color="text", parent=parent)
        self._hint, self._figure = hint, figure
        self.setAccessibleDescription(". ".join(filter(None, (hint, figure))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = self.fontMetrics().height() + (self._small().height() if self._hint else 0)
        wide = max(
            self.fontMetrics().horizontalAdvance(self.text()) + self._figure_width(),
            self._small().horizontalAdvance(self._hint) if self._hint else 0,
        )
        return QSize(wide + 3 * Space.M, lines + 2 * Space.S)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        colors = theme.current().colors
        text_height = self.fontMetrics().height()
        figure = self._figure_width()
        top = Space.S if self._hint else (self.height() - text_height) // 2
        inner = self.width() - 2 * Space.M
        painter.setPen(QColor(getattr(colors, ink)))
        self._line(painter, QRect(Space.M, top, inner - figure, text_height), self.text())
        muted = QColor(getattr(colors, "muted" if self.isEnabled() else "faint"))
        painter.setPen(muted)
        if self._figure:
            room = figure - Space.M
            self._line(painter, QRect(self.width() - Space.M - room, top, room, text_height), self._figure)
        if self._hint:
            painter.setFont(self._small_font())
            hint = QRect(Space.M, top + text_height, inner, self._small().height())
            self._line(painter, hint, self._hint)
            painter.setFont(self.font())

    def _line(self, painter: QPainter, area: QRect, text: str) -> None:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            area = QRect(self.width() - area.x() - area.width(), area.y(), area.width(), area.height())
        draw_line(painter, area, text, self.layoutDirection())

    def _figure_width(self) -> int:
        """Pixels of the figure and of the space before it."""
        return self.fontMetrics().horizontalAdvance(self._figure) + 1 + Space.M if self._figure else 0

    def _small_font(self) -> QFont:
        return theme.current().font(SMALL)

    def _small(self) -> QFontMetrics:
        return QFontMetrics(self._small_font())
