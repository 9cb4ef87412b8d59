"""Flat buttons that draw themselves from the theme, with words, an icon or both."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.label import tooltip
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL, Space


class Kind(StrEnum):
    """How much a button asks for attention."""

    GHOST = "ghost"  # nothing but its words until the pointer is over it
    OUTLINE = "outline"
    PRIMARY = "primary"  # the one thing a person is about to do


class Button(QPushButton):
    """A flat button with an icon, words or both; `name` is its accessible name and its object name."""

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        name: str = "",
        kind: Kind = Kind.GHOST,
        tip: str = "",
        color: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._kind, self._color = icon, kind, color
        self.setObjectName(name or text)
        self.setAccessibleName(name or text)
        self.setToolTip(tooltip(tip or ("" if text else name)))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.current().changed.connect(self._restyle)

    def set_icon(self, icon: str) -> None:
        """Show another icon of the set; an empty name shows none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Ask for more or less attention."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = metrics.height() + 2 * Space.S - 2
        words = metrics.horizontalAdvance(self.text())
        if not words:
            return QSize(max(height, icons.SIZE + Space.M), max(height, icons.SIZE + Space.M))
        picture = icons.SIZE + Space.S if self._icon else 0
        return QSize(words + picture + 2 * Space.M, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter, self._ink())
        if self.hasFocus():
            outline(painter, self.rect(), theme.current().colors.accent, RADIUS_CONTROL, 2)

    def _ink(self) -> str:
        """The colour of the words, by its name in the theme."""
        if not self.isEnabled():
            return "faint"
        if self._kind is Kind.PRIMARY:
            return "on_accent"
        return "accent" if self.isChecked() else self._color

    def _paint_ground(self, painter: QPainter) -> None:
        colors = theme.current().colors
        fill = None
        if self._kind is Kind.PRIMARY:
            fill = colors.accent if self.isEnabled() else colors.hover
        elif self.isChecked():
            fill = colors.selected
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = colors.hover
        if fill is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        if self._kind is Kind.PRIMARY and self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setOpacity(0.12 if self.underMouse() and not self.isDown() else 0.24)
            painter.setBrush(QColor(colors.on_accent))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setOpacity(1)
        if self._kind is Kind.OUTLINE:
            outline(painter, self.rect(), colors.line, RADIUS_CONTROL, 1)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        text = self.text()
        width = self.fontMetrics().horizontalAdvance(text)
        picture = icons.SIZE if self._icon else 0
        gap = Space.S if picture and text else 0
        left = (self.width() - picture - gap - width) // 2
        left = left if self.text() == "" or not self._starts_left() else Space.S
        if picture:
            place = QPoint(self._mirrored(left, picture), (self.height() - picture) // 2)
            painter.drawPixmap(place, icons.pixmap(self._icon, ink, picture))
        if text:
            painter.setPen(QColor(getattr(theme.current().colors, ink)))
            start = left + picture + gap
            room = max(0, self.width() - start - Space.XS)
            area = QRect(self._mirrored(start, room), 0, room, self.height())
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(area, side | Qt.TextFlag.TextSingleLine, shown)

    def _starts_left(self) -> bool:
        """True for a row of a list of actions, whose words stand below one another."""
        return False

    def _mirrored(self, left: int, width: int) -> int:
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if right_to_left else left

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class RowButton(Button):
    """A button of a column of buttons: icon and words start at the leading edge."""

    def _starts_left(self) -> bool:
        return True
