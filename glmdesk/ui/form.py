"""A page of named fields in sections, and the dialog around it: it scrolls where the screen is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Hairline, Surface, thin_scrollbars
from glmdesk.ui.theme import LARGE, RADIUS_CONTROL, Space

_WIDTH, _HEIGHT = 560, 680  # of a dialog that need not scroll; more where the font is larger


class Form(QWidget):
    """Names stand in the first column, fields in the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._grid.setHorizontalSpacing(Space.XL)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(1, 1)

    def section(self, title: str) -> None:
        """Begin a section."""
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, Space.S)
            row += 1
        self._grid.addWidget(Label(title, scale=LARGE, bold=True), row, 0, 1, 2)

    def row(self, name: str, field: QWidget | QLayout) -> None:
        """A field, or several side by side, with its name before it; an empty name gives none."""
        row = self._grid.rowCount()
        label = Label(name, color="muted")
        tall = isinstance(field, QWidget) and field.findChild(QPlainTextEdit) is not None
        self._grid.addWidget(
            label, row, 0, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        )
        if isinstance(field, QLayout):
            self._grid.addLayout(field, row, 1)
        else:
            label.setBuddy(field)
            self._grid.addWidget(field, row, 1)

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


def add_page(dialog: QDialog, form: Form) -> None:
    """Fill `dialog` with `form` and a button that closes it."""
    form.end()
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the focus of its fields
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(form)
    thin_scrollbars(area)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(area, 1)
    column.addWidget(Hairline())
    foot = QHBoxLayout()
    foot.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
    foot.addStretch()
    foot.addWidget(closing_button(dialog))
    column.addLayout(foot)
    width = max(_WIDTH, form.sizeHint().width())
    height = form.heightForWidth(width) + foot.sizeHint().height() + Space.L
    dialog.resize(width, min(_HEIGHT, height))


def closing_button(dialog: QDialog) -> Button:
    """The button that closes `dialog`, as Escape does."""
    button = Button(dialog.tr("Close"), name="Close", kind=Kind.OUTLINE, color="text", parent=dialog)
    button.clicked.connect(dialog.reject)
    return button
