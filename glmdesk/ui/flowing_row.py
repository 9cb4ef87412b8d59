"""Buttons one after the other, in as many lines as they take."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from glmdesk.ui.theme import Space


class FlowingRow(QWidget):
    """Fills lines from the leading edge; a button wider than a line is made as wide as one."""

    def __init__(self, gap: int = Space.XS, parent: QWidget | None = None) -> None:
        """`gap` pixels are between two buttons of a line."""
        super().__init__(parent)
        self._gap = gap
        self._buttons: Sequence[QAbstractButton] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_buttons(self, buttons: Iterable[QAbstractButton]) -> None:
        """Show `buttons`, which are children of this row, instead of those before."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.show()
        self.updateGeometry()
        self.height_for(self.width())

    def height_for(self, width: int) -> int:
        """The height, with everything placed in `width` pixels."""
        places = self._places(width)
        for button, place in zip(self._buttons, places, strict=True):
            button.setGeometry(place)
        return _end(places)

    def sizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self._buttons]
        wide = sum(hint.width() + self._gap for hint in hints)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self._buttons]
        return QSize(max((hint.width() for hint in hints), default=0), self.sizeHint().height())

    def heightForWidth(self, width: int, /) -> int:
        return _end(self._places(width))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.height_for(self.width())

    def _places(self, width: int) -> list[QRect]:
        places = []
        x = y = tall = 0
        for button in self._buttons:
            size = button.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y = 0, y + tall + Space.XS
            left = width - x - wide if self.isRightToLeft() else x
            places.append(QRect(left, y, wide, size.height()))
            x, tall = x + wide + self._gap, size.height()
        return places


def _end(places: Sequence[QRect]) -> int:
    return places[-1].y() + places[-1].height() if places else 0
