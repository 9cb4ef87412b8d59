"""The window's start: one instance, the window painted first, and only then the engine.

What is not needed for the first picture is imported after it.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from glmdesk import __version__, paths
from glmdesk.app.application import Application
from glmdesk.core.settings import Settings
from glmdesk.ui import theme
from glmdesk.ui.instance_address import address_for, may_be_taken
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.window_place import WindowPlace


def run(target: str | None) -> int:
    """Open the window, with the model file `target` when one is given; returns the exit status."""
    application = prepared()
    target = str(Path(target).absolute()) if target and Path(target).exists() else target
    address = address_for(paths.data())
    if may_be_taken(address):
        from glmdesk.ui.single_instance import hand_over

        if hand_over(address, [target] if target else []):
            return 0
    start = _Start(application, address, target)
    try:
        return application.exec()
    finally:
        start.close()


def prepared() -> QApplication:
    """The QApplication, with the names that task bars and Wayland go by."""
    QApplication.setApplicationName("glmdesk")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("glmdesk")
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])


class FirstPaint(QObject):
    """Calls `then` once, right after `window` was painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return super().eventFilter(watched, event)


class _Start:
    """Holds what lives as long as the window; `close` ends it in the reverse order."""

    def __init__(self, application: QApplication, address: str, target: str | None) -> None:
        self._qt = application
        self._address = address
        self._target = target
        self._application = Application()
        self._show_settings(self._application.preferences.settings)
        self._application.preferences.changed.connect(self._show_settings)
        self.window = MainWindow(self._application)
        self._place = WindowPlace(self.window, paths.config())
        self._place.restore(USUAL_SIZE)
        FirstPaint(self.window, self._after_paint)
        self.window.show()

    def close(self) -> None:
        """End the engine and everything else."""
        self._application.close()

    def _show_settings(self, settings: Settings) -> None:
        theme.current().apply(settings.theme, settings.font_percent)

    def _after_paint(self) -> None:
        from glmdesk.ui import icons
        from glmdesk.ui.interrupt import Interrupt
        from glmdesk.ui.single_instance import SingleInstance
        from glmdesk.ui.unexpected import LOG, Unexpected

        Unexpected(paths.logs() / LOG, self.window.notify).install()
        Interrupt(self._application)
        self._qt.setWindowIcon(icons.application_icon())
        instance = SingleInstance(self._address, self._application)
        instance.started_again.connect(self._started_again)
        instance.listen()
        self._application.start(self._target)

    def _started_again(self, arguments: tuple[str, ...]) -> None:
        self.window.come_forward()
        for argument in arguments[:1]:
            self._application.models.add(argument)
