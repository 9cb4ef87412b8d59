"""The line about a message: small words, and quiet buttons that show while the message is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label, tooltip
from glmdesk.ui.theme import SMALL, Space

_DOT = 7  # pixels across, at the usual size of text


class QuietButton(Button):
    """A button that is always there for the keyboard and for screen readers, but not always drawn."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(icon=icon, name=name, tip=name, parent=parent)
        self.setFont(theme.current().font(SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._drawn = False

    def set_drawn(self, drawn: bool) -> None:
        """Draw the button, or leave its place empty."""
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._drawn:
            super().paintEvent(event)


class BranchSwitch(QWidget):
    """‹ 2 of 3 ›: which version of a message is shown; `chosen` carries the id of another turn."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._versions: Sequence[str] = ()
        self._index = 0
        self.setObjectName("Versions")
        back, forth = "chevron-left", "chevron-right"
        if self.isRightToLeft():
            back, forth = forth, back
        self._back = Button(icon=back, name="Previous version", parent=self)
        self._forth = Button(icon=forth, name="Next version", parent=self)
        self._words = Label(color="muted", scale=SMALL, elided=False, parent=self)
        self._words.setWordWrap(False)
        for button in (self._back, self._forth):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._back.clicked.connect(self._go_back)
        self._forth.clicked.connect(self._go_forth)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._back, self._words, self._forth):
            row.addWidget(widget)

    def show_versions(self, versions: Sequence[str], current: str, *, enabled: bool) -> None:
        """Show which of `versions` the turn `current` is; nothing where it is the only one."""
        self.setVisible(len(versions) > 1)
        self._versions, self._index = versions, versions.index(current) if current in versions else 0
        words = self.tr("{number} of {count}").format(number=self._index + 1, count=len(versions))
        self._words.setText(words)
        self._words.setAccessibleName(self.tr("Version {words}").format(words=words))
        self._back.setEnabled(enabled and self._index > 0)
        self._forth.setEnabled(enabled and self._index < len(versions) - 1)

    def _go_back(self) -> None:
        self.chosen.emit(self._versions[self._index - 1])

    def _go_forth(self) -> None:
        self.chosen.emit(self._versions[self._index + 1])


class Dot(QWidget):
    """Whether an answer was made here or elsewhere, before the words that say it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._color = "local"
        self._side = theme.current().scaled(_DOT)
        self.setFixedWidth(self._side + Space.S)

    def show_color(self, color: str) -> None:
        """Take on a colour of the theme."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme.current().colors, self._color)))
        left = self.width() - self._side if self.isRightToLeft() else 0
        painter.drawEllipse(QRectF(left, (self.height() - self._side) / 2, self._side, self._side))


class MessageLine(QWidget):
    """Small words about a message, its actions, and at the end of the line its versions.

    `chosen` carries the id of another of them.
    """

    chosen = Signal(str)

    def __init__(self, actions: Sequence[tuple[QAction, str]], parent: QWidget) -> None:
        """`actions` come with the names of their icons."""
        super().__init__(parent)
        self._dot = Dot(self)
        self._words = Label(color="muted", scale=SMALL, elided=True, parent=self)
        self._versions: BranchSwitch | None = None  # of the few messages that have several
        self._buttons = [self._button(action, icon) for action, icon in actions]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._dot)
        row.addWidget(self._words, 1)
        for button in self._buttons:
            row.addWidget(button)

    def show_words(self, words: str, *, dot: str = "", tip: str = "") -> None:
        """Show `words`; `dot` is a colour that says where it was made, `tip` what more there is to say."""
        self._words.setText(words)
        self._dot.setVisible(bool(dot))
        if dot:
            self._dot.show_color(dot)
        self._dot.setToolTip(tooltip(tip))

    def show_versions(self, versions: Sequence[str], current: str, *, enabled: bool) -> None:
        """Show which of `versions` the turn `current` is."""
        if self._versions is None:
            if len(versions) < 2:
                return
            self._versions = BranchSwitch(self)
            self._versions.chosen.connect(self.chosen)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self._versions)
        self._versions.show_versions(versions, current, enabled=enabled)

    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def reveal(self, revealed: bool) -> None:
        """Draw the buttons, or leave their places empty."""
        for button in self._buttons:
            button.set_drawn(revealed)

    def _button(self, action: QAction, icon: str) -> QuietButton:
        button = QuietButton(icon, action.text(), self)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        button.setVisible(action.isVisible())
        action.enabledChanged.connect(button.setEnabled)
        action.visibleChanged.connect(lambda: button.setVisible(action.isVisible()))
        return button
