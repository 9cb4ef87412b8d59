"""A check box whose box can be seen in every scheme; the style's own is dark on dark."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.label import draw_line
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import Space

_RADIUS = 4


class CheckBox(QCheckBox):
    """A box and its words; the whole width of both can be clicked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        height = max(self.fontMetrics().height(), icons.standard_size()) + Space.S
        return QSize(icons.standard_size() + Space.S + words + Space.XS, height)

    def hitButton(self, position: QPoint, /) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        side = icons.standard_size()
        flows_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        box = QRect(self.width() - side if flows_left else 0, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent if self.isChecked() else colors.raised))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.isChecked():
            painter.drawPixmap(box.topLeft(), icons.pixmap("check", "on_accent", side))
        else:
            outline(painter, box, colors.muted, _RADIUS, 1)
        if self.hasFocus():
            outline(painter, box.adjusted(-1, -1, 1, 1), colors.accent, _RADIUS + 1, 2)
        painter.setPen(QColor(colors.text if self.isEnabled() else colors.faint))
        shift = side + Space.S
        area = self.rect().adjusted(0 if flows_left else shift, 0, -shift if flows_left else 0, 0)
        draw_line(painter, area, self.text(), self.layoutDirection())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
