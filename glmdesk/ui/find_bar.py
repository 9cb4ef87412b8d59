"""The small bar over a chat in which one types what to find in it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.label import Label
from glmdesk.ui.line_edit import LineEdit
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import number

_FIELD_EM = 14


class FindBar(Surface):
    """`wanted` after each key, `stepped` with 1 or -1 for the next or the last match, `closed` by Escape."""

    wanted = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("raised", border="line", parent=parent)
        self.setObjectName("Find bar")
        self._field = LineEdit(self)
        self._field.setObjectName("Find in chat")
        self._field.setAccessibleName(self.tr("Find in chat"))
        self._field.setPlaceholderText(self.tr("Find in chat"))
        self._field.setMaxLength(500)
        self._field.textChanged.connect(self.wanted)
        self._field.installEventFilter(self)
        self._count = Label(color="muted", scale=SMALL, parent=self)
        self._count.setWordWrap(False)
        self._last = Button(icon="chevron-up", name="Previous match", tip=self.tr("Previous match"))
        self._last.clicked.connect(self._step_back)
        self._next = Button(icon="chevron-down", name="Next match", tip=self.tr("Next match"))
        self._next.clicked.connect(self._step_on)
        close = Button(icon="close", name="Close find", tip=self.tr("Close"))
        close.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        row.setSpacing(Space.XS)
        row.addWidget(self._field, 1)
        for widget in (self._count, self._last, self._next, close):
            row.addWidget(widget)
        theme.current().changed.connect(self._recolor)
        self._recolor()
        self.show_count(0, 0)
        self.hide()

    def text(self) -> str:
        """What is to be found."""
        return self._field.text()

    def begin(self, text: str = "") -> None:
        """Show the bar with the cursor in it, and `text` to be found where there is any."""
        self.show()
        self.raise_()
        if text:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_count(self, current: int, count: int) -> None:
        """Show that match `current`, from 1, of `count` is looked at."""
        words = self.tr("{number} of {count}").format(number=number(current), count=number(count))
        none = self.tr("Not found") if self.text().strip() else ""
        self._count.setText(words if count else none)
        self._last.setEnabled(count > 0)
        self._next.setEnabled(count > 0)

    def place(self, width: int) -> None:
        """Stand at the end of the first line of `width` pixels."""
        self.resize(min(self.sizeHint().width(), width - 2 * Space.S), self.sizeHint().height())
        x = Space.S if self.isRightToLeft() else width - self.width() - Space.L
        self.move(max(Space.S, x), Space.S)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.stepped.emit(-1 if backwards else 1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                return False
        return True

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _recolor(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self._field.setPalette(palette)
        self._field.setMinimumWidth(_FIELD_EM * self.fontMetrics().height())
