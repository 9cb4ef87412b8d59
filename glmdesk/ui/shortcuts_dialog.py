"""The page of keyboard shortcuts, made from the window's own list of actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from glmdesk.ui.actions import Entry
from glmdesk.ui.form import closing_button
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Hairline
from glmdesk.ui.theme import LARGE, Space


class ShortcutsDialog(QDialog):
    """Lists what the keyboard can do; keys that belong to one field come after the window's own."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Keyboard shortcuts")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(self.tr("Keyboard shortcuts"), scale=LARGE, bold=True))
        column.addLayout(self._table([*entries, *self._of_fields()]))
        column.addStretch()
        column.addWidget(Hairline())
        column.addWidget(closing_button(self), 0, Qt.AlignmentFlag.AlignTrailing)

    def _of_fields(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Send the message"), self.tr("Enter")),
            Entry(self.tr("Begin another line"), self.tr("Shift+Enter")),
            Entry(self.tr("Rename the chosen chat"), self.tr("F2")),
            Entry(self.tr("Delete the chosen chat"), self.tr("Del")),
        )

    def _table(self, entries: Sequence[Entry]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(Space.XL)
        table.setVerticalSpacing(Space.S)
        table.setColumnStretch(0, 1)
        table.setColumnMinimumWidth(0, 34 * self.fontMetrics().averageCharWidth())
        for row, entry in enumerate(entries):
            table.addWidget(Label(entry.text), row, 0)
            table.addWidget(Label(entry.keys, color="muted"), row, 1)
        return table
