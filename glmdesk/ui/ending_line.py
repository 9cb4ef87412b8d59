"""How an answer ended where it is not whole, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.theme import SMALL, Space

Offer = tuple[QAction, str]
"""What can be done, with the name of its icon."""


class EndingLine(QWidget):
    """Words, and a button for each offer: behind the words, or below them where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("Ending")
        self._words = Label(color="muted", scale=SMALL, parent=self)
        self._buttons: list[Button] = []
        self._offers: tuple[Offer, ...] = ()

    def show_ending(self, words: str, *, failed: bool, offers: Sequence[Offer]) -> None:
        """Show `words`, and `offers` where there is something to do."""
        self._words.setText(words)
        self._words.set_color("error" if failed else "muted")
        if self._offers == tuple(offers):
            return
        self._offers = tuple(offers)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(action, icon) for action, icon in offers]

    def height_for(self, width: int) -> int:
        """The height, with everything placed in `width` pixels."""
        sizes = [button.sizeHint() for button in self._buttons]
        row = sum(size.width() + Space.S for size in sizes)
        tall = max((size.height() for size in sizes), default=0)
        line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 1
        beside = line + Space.M + row <= width
        wide = line if beside else width
        words = max(self._words.heightForWidth(wide), tall if beside else 0)
        self._place(self._words, QRect(0, 0, wide, words), width)
        x, y = (line + Space.M, 0) if beside else (0, words + Space.S)
        for button, size in zip(self._buttons, sizes, strict=True):
            if x and x + size.width() > width:
                x, y = 0, y + tall + Space.XS
            self._place(button, QRect(x, y, min(size.width(), width), tall), width)
            x += size.width() + Space.S
        return y + tall if self._buttons else words

    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def _place(self, widget: QWidget, area: QRect, width: int) -> None:
        if self.isRightToLeft():
            area = QRect(width - area.x() - area.width(), area.y(), area.width(), area.height())
        widget.setGeometry(area)

    def _button(self, action: QAction, icon: str) -> Button:
        button = Button(action.text(), icon=icon, kind=Kind.OUTLINE, color="text", parent=self)
        button.setFont(theme.current().font(SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(action.trigger)
        button.show()
        return button
