"""The wheel scrolls the page, whatever field the pointer is on: no value changes by being scrolled past."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class PageWheel(QObject):
    """Hands the turns of the wheel over `field` to what it stands on."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
