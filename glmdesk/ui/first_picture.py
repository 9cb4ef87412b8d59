"""What is seen while the rest is still being imported: the window's grounds, where they will stay."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from glmdesk.core.settings import Settings, Theme
from glmdesk.ui.tokens import (
    COLUMN_WIDTH,
    DARK,
    LIGHT,
    NARROW,
    RADIUS_CARD,
    SIDEBAR_WIDEST,
    SIDEBAR_WIDTH,
    Colors,
    Space,
)


class FirstPicture(QWidget):
    """The sidebar, the line below the header and the composer's card, empty, in the colours of `settings`."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._colors = _colors_of(settings.theme)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors, width, height = self._colors, self.width(), self.height()
        scale = self._settings.font_percent / 100
        line = round(self.fontMetrics().height() * scale)
        button = line + 2 * Space.S - 2
        painter = QPainter(self)
        painter.fillRect(0, 0, width, height, QColor(colors.window))
        left = 0
        if self._settings.sidebar_shown and width >= NARROW:
            left = min(round(SIDEBAR_WIDTH * scale), SIDEBAR_WIDEST)
            painter.fillRect(0, 0, left, height, QColor(colors.panel))
            painter.fillRect(left, 0, 1, height, QColor(colors.line))
            left += 1
        painter.fillRect(left, button + 2 * Space.S, width - left, 1, QColor(colors.line))
        card = min(COLUMN_WIDTH, width - left - 2 * Space.XL)
        card_height = button + 2 * Space.S
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.raised))
        start = left + (width - left - card) / 2
        painter.drawRoundedRect(
            round(start), height - card_height - Space.L, card, card_height, RADIUS_CARD, RADIUS_CARD
        )


def _colors_of(choice: Theme) -> Colors:
    """What `ui.theme` will choose, without its palettes and fonts."""
    if choice is Theme.SYSTEM:
        return DARK if QApplication.styleHints().colorScheme().name == "Dark" else LIGHT
    return DARK if choice is Theme.DARK else LIGHT
