"""Flat buttons that draw themselves from the theme, with words, an icon or both."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from glmdesk.ui import icons, theme
from glmdesk.ui.label import draw_line, tooltip
from glmdesk.ui.surface import outline
from glmdesk.ui.theme import RADIUS_CONTROL, Space


class Kind(StrEnum):
    """How much a button asks for attention."""

    GHOST = "ghost"  # nothing but its words until the pointer is over it
    OUTLINE = "outline"
    PRIMARY = "primary"  # the one thing a person is about to do


class Button(QPushButton):
    """A flat button with an icon, words or both; `name` is its accessible name and its object name."""

    _START: int | None = None
    """Pixels before the icon where buttons stand below one another; None puts everything in the middle."""

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
        self._focus_shown = False
        self.setObjectName(name or text)
        self.setAccessibleName(QCoreApplication.translate("Name", name) if name else text)
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

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        height = control_height(metrics)
        words = metrics.horizontalAdvance(self.text())
        if not words:
            side = max(height, icons.standard_size() + Space.M)
            return QSize(side, side)
        picture = icons.standard_size() + Space.S if self._icon else 0
        return QSize(words + picture + 2 * Space.M, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """The ring is for those who move by keyboard."""
        by_keyboard = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self._focus_shown = event.reason() in by_keyboard
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._focus_shown = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter, self._ink())
        self._paint_focus(painter)

    def _ink(self) -> str:
        """The colour of the words, by its name in the theme."""
        if not self.isEnabled():
            return "faint"
        if self._kind is Kind.PRIMARY:
            return "on_accent"
        return "accent" if self.isChecked() else self._color

    def _paint_ground(self, painter: QPainter) -> None:
        colors = theme.current().colors
        touched = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(Qt.PenStyle.NoPen)
        if self._kind is Kind.PRIMARY:
            self._fill(painter, colors.accent if self.isEnabled() else colors.hover)
            if touched:
                painter.setOpacity(0.24 if self.isDown() else 0.12)
                self._fill(painter, colors.on_accent)
                painter.setOpacity(1)
        elif self.isChecked() and self.isEnabled():
            self._fill(painter, colors.selected)
        elif touched:
            self._fill(painter, colors.hover)
        if self._kind is Kind.OUTLINE:
            outline(painter, self.rect(), colors.line, RADIUS_CONTROL, 1)

    def _fill(self, painter: QPainter, color: str) -> None:
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        text = self.text()
        width = self.fontMetrics().horizontalAdvance(text)
        picture = icons.standard_size() if self._icon else 0
        gap = Space.S if picture and text else 0
        left = max(0, (self.width() - picture - gap - width) // 2)
        if text and self._START is not None:
            left = self._START
        if picture:
            top = (self.height() - picture) // 2
            painter.drawPixmap(self._mirrored(left, picture), top, icons.pixmap(self._icon, ink, picture))
        if text:
            painter.setPen(QColor(getattr(theme.current().colors, ink)))
            start = left + picture + gap
            self._paint_text(painter, start, self.width() - start - Space.XS, text)

    def _paint_text(self, painter: QPainter, start: int, room: int, text: str) -> int:
        """Draw `text` in `room` pixels from `start`, counted from the leading edge; returns where it ends."""
        area = QRect(self._mirrored(start, room), 0, max(0, room), self.height())
        draw_line(painter, area, text, self.layoutDirection())
        return start + room

    def _paint_focus(self, painter: QPainter) -> None:
        if not self._focus_shown:
            return
        colors = theme.current().colors
        if self._kind is Kind.PRIMARY:  # its ground is the accent, on which the usual ring would not be seen
            outline(painter, self.rect().adjusted(2, 2, -2, -2), colors.on_accent, RADIUS_CONTROL - 2, 2)
        else:
            outline(painter, self.rect(), colors.accent, RADIUS_CONTROL, 2)

    def _mirrored(self, left: int, width: int) -> int:
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if right_to_left else left

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def control_height(metrics: QFontMetrics) -> int:
    """How tall a control with one line of words is."""
    return metrics.height() + 2 * Space.S - 2


class RowButton(Button):
    """A button of a column of buttons: icon and words start at the leading edge."""

    _START = Space.S
