"""A page of named fields in sections."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import LARGE, RADIUS_CONTROL, Space


class Form(QWidget):
    """Names stand in the first column, fields in the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)

    @property
    def filled(self) -> bool:
        """Whether there is anything on the page."""
        return self._grid.rowCount() > 1

    def section(self, title: str) -> None:
        """Begin a section."""
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, Space.S)
            row += 1
        self._grid.addWidget(Label(title, scale=LARGE, bold=True), row, 0, 1, 2)

    def row(self, name: str, field: QWidget | QLayout, *, tall: bool = False) -> None:
        """A field, or several side by side, with its name before it; an empty name gives none.

        The name of a `tall` field stands beside its first line.
        """
        row = self._grid.rowCount()
        label = Label(name, color="muted")
        if tall:
            label.setContentsMargins(0, Space.S - 1, 0, 0)  # on the line of the words in the field
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(field, QLayout):
            self._grid.addLayout(field, row, 1)
        else:
            label.setBuddy(field)
            self._grid.addWidget(field, row, 1)

    def wide(self, name: str, field: QWidget) -> None:
        """A field as wide as the page, below its name."""
        row = self._grid.rowCount()
        label = Label(name, color="muted")
        label.setBuddy(field)
        self._grid.addWidget(label, row, 0, 1, 2)
        self._grid.addWidget(field, row + 1, 0, 1, 2)

    def hint(self, label: Label) -> None:
        """A sentence about the field above."""
        self._grid.addWidget(label, self._grid.rowCount(), 1)

    def end(self) -> None:
        """Keep the rows together at the top."""
        self._grid.setRowStretch(self._grid.rowCount(), 1)


def framed(field: QWidget) -> Surface:
    """A field with the hairline of the other controls in the place of the style's own frame."""
    frame = Surface("raised", border="line", radius=RADIUS_CONTROL)
    frame.setFocusProxy(field)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(Space.XS, Space.XS, Space.XS, Space.XS)
    inside.addWidget(field)
    return frame


def closing_button(dialog: QDialog) -> Button:
    """The button that closes `dialog`, as Escape does."""
    button = Button(dialog.tr("Close"), name="Close", kind=Kind.OUTLINE, color="text", parent=dialog)
    button.clicked.connect(dialog.reject)
    return button
