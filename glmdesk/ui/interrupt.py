"""Ctrl+C in the terminal ends the program as closing its window does."""

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer

_GLANCE_MS = 200


class Interrupt(QObject):
    """Lets Python see the signal in Qt's event loop: by a pipe; on Windows by looking now and then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        signal.signal(signal.SIGINT, self._quit)
        if sys.platform == "win32":
            timer = QTimer(self)
            timer.timeout.connect(self._wake)
            timer.start(_GLANCE_MS)
            return
        self._read_end, write_end = os.pipe()
        os.set_blocking(self._read_end, False)
        os.set_blocking(write_end, False)
        signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        notifier = QSocketNotifier(self._read_end, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._wake)

    def _wake(self) -> None:
        """Python runs its signal handlers between two of its own instructions, such as these."""
        if sys.platform != "win32":
            os.read(self._read_end, 64)

    def _quit(self, _number: int, _frame: FrameType | None) -> None:
        QCoreApplication.quit()
