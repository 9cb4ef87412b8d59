"""A field that opens to a list of values, drawn like the fields around it."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.button import control_height
from glmdesk.ui.label import draw_line
from glmdesk.ui.page_wheel import PageWheel
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL, Space


class DropDown(QComboBox):
    """The keys and the list are the style's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the style's own takes no colours of ours
        PageWheel(self)

    def showPopup(self) -> None:
        """The list, as the menus are."""
        colors = theme.current().colors
        self.view().window().setStyleSheet(
            f"QFrame {{ background: {colors.raised}; border: 1px solid {colors.line}; }}"
            f"QListView {{ border: none; outline: none; padding: {Space.XS}px; }}"
            f"QListView::item {{ padding: 5px {Space.S}px; border-radius: {RADIUS_CONTROL}px; }}"
            f"QListView::item:selected {{ background: {colors.hover}; color: {colors.text}; }}"
        )
        super().showPopup()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        width = words + 2 * Space.M + Space.S + icons.standard_size()
        return QSize(width, control_height(metrics))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * Space.XL, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors, side = theme.current().colors, icons.standard_size()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.hover if self.underMouse() and self.isEnabled() else colors.raised))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():
            outline(painter, self.rect(), colors.accent, RADIUS_CONTROL, 2)
        else:
            outline(painter, self.rect(), colors.line, RADIUS_CONTROL, 1)
        inside = self.rect().adjusted(Space.M, 0, -Space.M, 0)
        picture = QRect(0, (self.height() - side) // 2, side, side)
        picture.moveRight(inside.right())
        words = inside.adjusted(0, 0, -side - Space.S, 0)
        painter.drawPixmap(self._mirrored(picture).topLeft(), icons.pixmap("chevron-down", "muted", side))
        painter.setPen(QColor(colors.text if self.isEnabled() else colors.faint))
        draw_line(painter, self._mirrored(words), self.currentText(), self.layoutDirection())

    def _mirrored(self, place: QRect) -> QRect:
        """`place` as it stands where writing begins at the right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
