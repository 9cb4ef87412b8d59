"""A check box whose box can be seen in every scheme; the style's own is dark on dark."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.label import draw_lines
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import Space

_RADIUS = 4
_NO_END = 10_000  # pixels down, for words that take as many lines as they need


class CheckBox(QCheckBox):
    """A box and its words, in several lines where they must; the whole width of both can be clicked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._indent() + words + Space.XS, self._line())

    def minimumSizeHint(self) -> QSize:
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text().split() or [""]))
        return QSize(self._indent() + longest + Space.XS, self._line())

    def heightForWidth(self, width: int, /) -> int:
        room = QRect(0, 0, max(1, width - self._indent()), _NO_END)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._line(), words.height() + Space.S)

    def hitButton(self, position: QPoint, /) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        side = icons.standard_size()
        flows_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        spare = max(0, self.height() - self.heightForWidth(self.width()))  # where a neighbour is taller
        top = (spare + self._line() - side) // 2
        box = QRect(self.width() - side if flows_left else 0, top, side, side)
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
        shift = self._indent()
        area = self.rect().adjusted(0 if flows_left else shift, 0, -shift if flows_left else 0, 0)
        draw_lines(painter, area, self.text(), self.layoutDirection())

    def _indent(self) -> int:
        """Where the words begin."""
        return icons.standard_size() + Space.S

    def _line(self) -> int:
        """The height of one line, with the box in it."""
        return max(self.fontMetrics().height(), icons.standard_size()) + Space.S

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
