"""Fields for numbers, whose steps are drawn like the arrows of the other controls."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QStyle, QStyleOptionSpinBox

from glmdesk.ui import icons

_ARROW = 12  # pixels at the usual size of text


class WholeNumberBox(QSpinBox):
    """Keys, typing and the places of the arrows are the style's."""

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        _paint_arrows(self, option)


class DecimalBox(QDoubleSpinBox):
    """The same with digits behind the point."""

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        _paint_arrows(self, option)


def _paint_arrows(box: QAbstractSpinBox, option: QStyleOptionSpinBox) -> None:
    """Everything of a number box but its words, which are a field of their own."""
    painter, side = QPainter(box), icons.standard_size() * _ARROW // icons.SIZE
    step, part = QAbstractSpinBox.StepEnabledFlag, QStyle.SubControl
    arrows = (
        ("chevron-up", part.SC_SpinBoxUp, step.StepUpEnabled),
        ("chevron-down", part.SC_SpinBoxDown, step.StepDownEnabled),
    )
    for icon, control, needed in arrows:
        area = box.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, control, box)
        place = QRect(0, 0, side, side)
        place.moveCenter(area.center())
        possible = box.isEnabled() and bool(option.stepEnabled & needed)
        painter.drawPixmap(place.topLeft(), icons.pixmap(icon, "muted" if possible else "line", side))
