"""What is seen while the rest is still being imported: the window's grounds, where they will stay."""

from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPaintEvent
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _fill(painter, colors.window, 0, 0, width, height)
        left = 0
        if self._settings.sidebar_shown and width >= NARROW:
            left = min(round(SIDEBAR_WIDTH * scale), SIDEBAR_WIDEST)
            _fill(painter, colors.panel, 0, 0, left, height)
            _fill(painter, colors.line, left, 0, 1, height)
            left += 1
        _fill(painter, colors.line, left, button + 2 * Space.S, width - left, 1)
        card = min(COLUMN_WIDTH, width - left - 2 * Space.XL)
        card_height = button + 2 * Space.S
        x, y = left + (width - left - card + 1) // 2, height - card_height - Space.L
        _fill(painter, colors.line, x, y, card, card_height, RADIUS_CARD)
        _fill(painter, colors.raised, x + 1, y + 1, card - 2, card_height - 2, RADIUS_CARD - 1)


def _fill(painter: QPainter, color: str, x: int, y: int, width: int, height: int, radius: int = 0) -> None:
    """A rectangle with round corners, by the one call of a painter that does not look for `Qt.GlobalColor`.

    The first look at a member of the `Qt` namespace makes PySide build all of its enumerations, which takes
    a tenth of the time until the window is painted.
    """
    pixel = QImage(1, 1, QImage.Format.Format_RGB32)
    pixel.setPixelColor(0, 0, QColor(color))
    shape = QPainterPath()
    shape.addRoundedRect(x, y, width, height, radius, radius)
    painter.fillPath(shape, QBrush(pixel))


def _colors_of(choice: Theme) -> Colors:
    """What `ui.theme` will choose, without its palettes and fonts.

    The system's scheme is read off its palette, since its name is a member of the `Qt` namespace.
    """
    if choice is Theme.SYSTEM:
        return DARK if QApplication.palette().window().color().lightness() < 128 else LIGHT
    return DARK if choice is Theme.DARK else LIGHT
