"""Files and folders that the system hands to the program: on a Mac "Open with" is an event, no argument."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """`opened` carries the path; costs a little for each event, so only for systems that need it."""

    opened = Signal(str)

    def __init__(self, qt: QCoreApplication) -> None:
        super().__init__(qt)
        qt.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(event.file())
            return True
        return super().eventFilter(watched, event)
