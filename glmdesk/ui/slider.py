"""A slider in the colours of the theme: what is chosen in the accent, and a handle that is seen."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from glmdesk.ui import theme
from glmdesk.ui.page_wheel import PageWheel
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL

_GROOVE = 4  # height in pixels
_HANDLE = 14  # its width, no more than the style leaves room for


class Slider(QSlider):
    """A horizontal slider; the keys and the places of its parts are the style's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        PageWheel(self)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        place = QRectF(self.style().subControlRect(control, option, part, self))
        middle, size = place.center(), min(_HANDLE, place.width(), place.height())
        groove = QRectF(0, middle.y() - _GROOVE / 2, self.width(), _GROOVE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor(theme.mix(colors.faint, colors.raised, 0.5) if self.isEnabled() else colors.line)
        )
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        chosen = QRectF(groove)
        if option.upsideDown:
            chosen.setLeft(middle.x())
        else:
            chosen.setRight(middle.x())
        painter.setBrush(QColor(colors.accent if self.isEnabled() else colors.faint))
        painter.drawRoundedRect(chosen, _GROOVE / 2, _GROOVE / 2)
        painter.drawEllipse(middle, size / 2, size / 2)
        if self.hasFocus():
            outline(painter, self.rect(), colors.accent, RADIUS_CONTROL, 1)
