"""The window's start: one instance, a first picture at once, then all that is in it, and last the engine."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from glmdesk import APP_ID, __version__, paths
from glmdesk.app.saved_settings import saved_settings
from glmdesk.core.settings import Settings
from glmdesk.ui.instance_address import address_for, may_be_taken
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from glmdesk.app.application import Application
    from glmdesk.app.states import Notice


def run(target: str | None, watch: "Watch | None" = None) -> int:
    """Open the window, with the model file `target` when one is given; returns the exit status."""
    application = prepared()
    target = str(Path(target).absolute()) if target and Path(target).exists() else target
    address = address_for(paths.data())
    if may_be_taken(address):
        from glmdesk.ui.single_instance import hand_over

        if hand_over(address, [target] if target else []):
            return 0
    start = _Start(application, address, target, watch)
    try:
        return application.exec()
    finally:
        start.close()


class Watch(Protocol):
    """Somebody who looks on while the program starts."""

    def painted(self) -> None:
        """The window was painted for the first time."""

    def started(self, application: "Application") -> None:
        """All is built, and the engine is about to start."""


def prepared() -> QApplication:
    """The QApplication, with the names that task bars and Wayland go by."""
    QApplication.setApplicationName("glmdesk")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
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

    def __init__(self, qt: QApplication, address: str, target: str | None, watch: Watch | None) -> None:
        self._qt, self._address, self._target, self._watch = qt, address, target, watch
        self._application: Application | None = None
        self._started = False
        if sys.platform == "darwin":
            from glmdesk.ui.opened_files import OpenedFiles

            OpenedFiles(qt).opened.connect(self._handed)
        self._settings, self._unreadable = (
            saved_settings()
        )  # a bad file is set aside by this, and told of later
        self._window = MainWindow(self._settings)
        self._place = WindowPlace(self._window, paths.config())
        self._place.restore(USUAL_SIZE)
        FirstPaint(self._window, self._fill)
        self._window.show()

    def close(self) -> None:
        """End the engine and everything else."""
        if self._application is not None:
            self._application.close()

    def _fill(self) -> None:
        if self._watch is not None:
            self._watch.painted()
        from glmdesk.app.application import Application
        from glmdesk.ui import theme
        from glmdesk.ui.languages import Language

        self._language = Language(self._qt, self._settings.language)
        application = self._application = Application()
        self._theme = theme.current()
        self._show_settings(application.preferences.settings)
        application.preferences.changed.connect(self._show_settings)
        self._view = self._window.fill(application)
        FirstPaint(self._view, self._start_engine)

    def _start_engine(self) -> None:
        from glmdesk.app.states import Notice
        from glmdesk.ui import icons
        from glmdesk.ui.interrupt import Interrupt
        from glmdesk.ui.single_instance import SingleInstance
        from glmdesk.ui.unexpected import LOG, Unexpected

        application = self._application
        assert application is not None
        Unexpected(paths.logs() / LOG, self._notify).install()
        Interrupt(application)
        self._qt.setWindowIcon(icons.application_icon())
        instance = SingleInstance(self._address, application)
        instance.started_again.connect(self._started_again)
        instance.listen()
        if self._watch is not None:
            self._watch.started(application)
        application.start(self._target)
        self._started = True
        if self._unreadable is not None:
            self._notify(Notice(self._unreadable, "warning"))
        gc.freeze()  # what is there now stays; looking through it for garbage would stop the window for 50 ms

    def _show_settings(self, settings: Settings) -> None:
        self._theme.apply(settings.theme, settings.font_percent)
        if settings.language != self._settings.language:
            QTimer.singleShot(0, self._window, self._speak_again)  # not while the row that says so is in use
        self._settings = settings

    def _speak_again(self) -> None:
        """Build everything that can be seen again, in another language; nothing else has words of its own."""
        from glmdesk.core.setting_kinds import Page
        from glmdesk.ui.languages import Language

        assert self._application is not None
        self._language.remove()
        self._language = Language(self._qt, self._settings.language)
        self._view = self._window.fill(self._application)
        self._view.dialogs.settings(Page.APPEARANCE)

    def _notify(self, notice: "Notice") -> None:
        self._view.notify(notice)

    def _handed(self, path: str) -> None:
        """By the system, also while all this is still being built."""
        if self._started:
            self._started_again((path,))
        else:
            self._target = path

    def _started_again(self, arguments: tuple[str, ...]) -> None:
        self._window.come_forward()
        if self._application is not None:
            for argument in arguments[:1]:
                self._application.open(argument)
