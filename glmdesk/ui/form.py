"""A page of named fields in sections."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind, control_height
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Hairline, Surface, thin_scrollbars
from glmdesk.ui.theme import LARGE, RADIUS_CONTROL, SMALL, Space

_BEFORE_WORDS = 2  # pixels that the style leaves in a field before its words
_NAMES = 140
"""Width of the column of names, at the usual size of text: fields begin at the same place on every page."""

STACKED_PERCENT = 140
"""Above this size of text a field stands below its name: side by side they would not fit most screens."""


class Form(QWidget):
    """Names stand in the first column, fields in the second; where text is large, a form that `stacks` has
    one below the other.
    """

    def __init__(self, parent: QWidget | None = None, *, margins: bool = True, stacks: bool = True) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        beside, above = (Space.XL, Space.L) if margins else (0, 0)
        self._grid.setContentsMargins(beside, above, beside, above)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._stacked = stacks and theme.current().scaled(100) > STACKED_PERCENT
        if margins and not self._stacked:
            self._grid.setColumnMinimumWidth(0, theme.current().scaled(_NAMES))

    @property
    def filled(self) -> bool:
        """Whether there is anything on the page."""
        return self._grid.rowCount() > 1

    def section(self, title: str) -> None:
        """Begin a section."""
        if self.filled:
            self._next_row(Space.L)
        self._grid.addWidget(Label(title, scale=LARGE, bold=True), self._grid.rowCount(), 0, 1, 2)

    def row(self, name: str, field: QWidget | QLayout, *, tall: bool = False) -> None:
        """A field, or several side by side, with its name before it; an empty name gives none.

        The name of a `tall` field stands beside its first line.
        """
        row = self._next_row(Space.XS)
        label = Label(name, color="muted")
        column, span = (0, 2) if self._stacked else (1, 1)
        if self._stacked:
            self._grid.addWidget(label, row, 0, 1, 2)
            row += 1
        elif tall:
            label.setContentsMargins(0, Space.S, 0, 0)  # on the line of the words in the field
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(field, QLayout):
            self._grid.addLayout(field, row, column, 1, span)
        else:
            label.setBuddy(field)
            self._grid.addWidget(field, row, column, 1, span)

    def wide(self, field: QWidget) -> None:
        """A field as wide as the page."""
        self._grid.addWidget(field, self._next_row(Space.XS), 0, 1, 2)

    def hint(self, label: Label) -> None:
        """A sentence about the field above."""
        column, span = (0, 2) if self._stacked else (1, 1)
        self._grid.addWidget(label, self._grid.rowCount(), column, 1, span)

    def subject(self, title: str, *beside: QWidget) -> None:
        """Begin a part of a section, with what concerns all of it beside its title."""
        row = self._next_row(Space.M)
        line = QHBoxLayout()
        line.addWidget(Label(title, bold=True), 1)
        for widget in beside:
            line.addWidget(widget)
        self._grid.addLayout(line, row, 0, 1, 2)

    def note(self, text: str) -> None:
        """A sentence about the whole section."""
        self._grid.addWidget(Label(text, color="muted", scale=SMALL), self._next_row(0), 0, 1, 2)

    def _next_row(self, above: int) -> int:
        """The next row, so many pixels more below the last one than a hint is below its field."""
        gap = self._grid.rowCount()
        self._grid.setRowMinimumHeight(gap, above)
        return gap + 1

    def end(self) -> None:
        """Keep the rows together at the top."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def framed(field: QWidget) -> Surface:
    """A field with the hairline of the other controls in the place of the style's own frame."""
    frame = _Frame(field)
    inside = QVBoxLayout(frame)
    if isinstance(field, QPlainTextEdit):
        field.document().setDocumentMargin(_BEFORE_WORDS)
    elif isinstance(field, QLineEdit | QAbstractSpinBox):
        field.setMinimumHeight(control_height(field.fontMetrics()) - 2 * Space.XS)
    beside = Space.M - _BEFORE_WORDS
    inside.setContentsMargins(beside, Space.XS, beside, Space.XS)
    inside.addWidget(field)
    return frame


def closing_button(dialog: QDialog) -> Button:
    """The button that closes `dialog`, as Escape does."""
    words = QCoreApplication.translate("Form", "Close")
    button = Button(words, name="Close", kind=Kind.OUTLINE, color="text", parent=dialog)
    button.clicked.connect(dialog.reject)
    return button


class _Frame(Surface):
    """In the accent while its field has the focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__("raised", border="line", radius=RADIUS_CONTROL)
        self.setFocusProxy(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.FocusIn:
            self.set_border("accent")
        elif event.type() is QEvent.Type.FocusOut:
            self.set_border("line")
        return super().eventFilter(watched, event)


class ScrollingPage(QScrollArea):
    """Scrolls a form up and down, and takes no focus of its own: it follows the focus of the fields."""

    def __init__(self, form: QWidget | None = None) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if form is not None:
            self.setWidget(form)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        thin_scrollbars(self)


def with_foot(dialog: QDialog, area: QWidget) -> QVBoxLayout:
    """`area`, and below it the button that closes `dialog`."""
    foot = QHBoxLayout()
    foot.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    foot.addStretch()
    foot.addWidget(closing_button(dialog))
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(area, 1)
    column.addWidget(Hairline())
    column.addLayout(foot)
    return column


def resize_scaled(dialog: QDialog, width: int, height: int) -> None:
    """So many pixels at the usual size of text, and no larger than the screen."""
    scaled = theme.current().scaled
    room = dialog.screen().availableSize() * 0.9
    dialog.resize(QSize(scaled(width), scaled(height)).boundedTo(room))
