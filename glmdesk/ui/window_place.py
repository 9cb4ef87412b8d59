"""Where the window stood, kept in an ini file; what of a place is on no screen any more is not used."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import QWidget

FILE = "window.ini"
_GEOMETRY, _MAXIMISED = "window/geometry", "window/maximised"
_PAUSE_MS = 500
_GRIP = 40  # pixels of the title bar that must be on a screen for a person to get hold of it


class WindowPlace(QObject):
    """Watches a window: its place is written a moment after it was moved and when it is closed."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._file = QSettings(str(folder / FILE), QSettings.Format.IniFormat, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        window.installEventFilter(self)

    def restore(self, usual: QSize) -> None:
        """Put the window where it was; at `usual` size, wherever the system likes, if that is no good."""
        geometry = self._file.value(_GEOMETRY)
        if isinstance(geometry, QRect) and is_reachable(geometry):
            self._window.setGeometry(on_screen(geometry))
        else:
            self._window.resize(_fitting(usual))
        if self._file.value(_MAXIMISED, False, type=bool):
            self._window.showMaximized()

    def save(self) -> None:
        """Write where the window is; of a maximised window, where it goes when it is not."""
        self._pause.stop()
        if self._window.isMinimized() or not self._window.isVisible():
            return
        maximised = self._window.isMaximized() or self._window.isFullScreen()
        self._file.setValue(_MAXIMISED, maximised)
        self._file.setValue(
            _GEOMETRY, self._window.normalGeometry() if maximised else self._window.geometry()
        )

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._pause.start()
        elif event.type() is QEvent.Type.Close:
            self.save()
        return super().eventFilter(watched, event)


def is_reachable(geometry: QRect) -> bool:
    """True when enough of the top of `geometry` is on a screen to take hold of the window."""
    top = QRect(geometry.left(), geometry.top(), geometry.width(), _GRIP)
    overlaps = (top.intersected(screen.availableGeometry()) for screen in QGuiApplication.screens())
    return any(part.width() >= 2 * _GRIP and part.height() >= _GRIP // 2 for part in overlaps)


def on_screen(geometry: QRect) -> QRect:
    """`geometry` where the screens show all of it, else moved and made small enough for one of them."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    shown = QRegion()
    for each in screens:
        shown |= QRegion(each)
    if not screens or QRegion(geometry).subtracted(shown).isEmpty():
        return geometry
    room = max(screens, key=lambda each: _area(each.intersected(geometry)))
    size = geometry.size().boundedTo(room.size())
    left = max(room.left(), min(geometry.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(geometry.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def _area(part: QRect) -> int:
    return max(0, part.width()) * max(0, part.height())


def _fitting(size: QSize) -> QSize:
    screen = QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableSize()) if screen else size
