"""The page of keyboard shortcuts, made from the window's own list of actions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from glmdesk.ui.actions import Entry
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _of_fields(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Send the message"), self.tr("Enter")),
            Entry(self.tr("Begin another line"), self.tr("Shift+Enter")),
            Entry(self.tr("Rename the chat chosen in the list"), self.tr("F2")),
            Entry(self.tr("Delete the chat chosen in the list"), self.tr("Del")),
        )

    def _table(self, entries: Sequence[Entry]) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(Space.XL)
        table.setVerticalSpacing(Space.S)
        table.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            table.addWidget(Label(entry.text), row, 0)
            table.addWidget(Label(entry.keys, color="muted"), row, 1)
        return table
