"""The window's line icons, one SVG set tinted by the theme when they are drawn.

Every file of resources/icons but the application's own is drawn in `currentColor` on a 24 pixel grid with a
1.5 pixel stroke, so that one file serves every colour, scheme and size.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from glmdesk import paths
from glmdesk.ui import theme

SIZE = 18  # of an icon in a control, in device-independent pixels, at the system's own font size


def standard_size() -> int:
    """The size of an icon beside words, which grows with them."""
    return theme.current().scaled(SIZE)


def icon(name: str, color: str = "muted", size: int = 0) -> QIcon:
    """The icon `name` in the theme's `color` (a field of `Colors`), faint while disabled; size 0 is standard.

    It has the colours of the moment: ask again when the theme changes. Raises FileNotFoundError for a name
    that is not in resources/icons.
    """
    colors = theme.current().colors
    made = QIcon()
    size, ratio = size or standard_size(), _ratio()
    made.addPixmap(_pixmap(name, getattr(colors, color), size, ratio), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(name, colors.faint, size, ratio), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: str = "muted", size: int = 0) -> QPixmap:
    """The icon `name` in the theme's `color`, for a label or a painter; size 0 is the standard one."""
    return _pixmap(name, getattr(theme.current().colors, color), size or standard_size(), _ratio())


def application_icon() -> QIcon:
    """The program's own icon, for windows and task bars."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(_drawn(_source("glmdesk"), size, 1.0))
    return made


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    return _drawn(_source(name).replace(b"currentColor", color.encode()), size, ratio)


@lru_cache(maxsize=64)
def _source(name: str) -> bytes:
    return (paths.resources() / "icons" / f"{name}.svg").read_bytes()


def _drawn(svg: bytes, size: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
