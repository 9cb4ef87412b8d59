"""Where a person's things lie, and the backups of the chats."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.about import About, KeptBackup, OwnData
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.links import open_folder
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import day, time_of_day


class OwnDataView(QWidget):
    """Shows `OwnData`, looked up when the view is made and after each backup."""

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Label(color="muted", scale=SMALL)
        self._open = Button(
            self.tr("Open the folder"),
            icon="folder",
            name="Open data folder",
            kind=Kind.OUTLINE,
            color="text",
        )
        self._size = Label()
        back_up = Button(self.tr("Back up now"), name="Back up now", kind=Kind.OUTLINE, color="text")
        back_up.clicked.connect(about.back_up)
        self._table = QWidget()
        where = QHBoxLayout()
        where.addWidget(self._size, 1)
        where.addWidget(self._open)
        backups = QHBoxLayout()
        backups.addWidget(Label(self.tr("Backups of the chats"), bold=True), 1)
        backups.addWidget(back_up)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addLayout(where)
        self._column.addWidget(self._folder)
        self._column.addLayout(backups)
        self._column.addWidget(self._table)
        self._open.clicked.connect(lambda: open_folder(self._folder.text()))
        about.data_changed.connect(self._show)
        about.look()

    def _show(self, data: OwnData) -> None:
        self._folder.setText(str(data.folder))
        self._size.setText(self.tr("Your chats take {size}.").format(size=_size(data.chats_bytes)))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.XL)
        grid.setColumnStretch(2, 1)
        for row, backup in enumerate(data.backups):
            grid.addWidget(Label(f"{day(backup.made)}, {time_of_day(backup.made)}"), row, 0)
            grid.addWidget(Label(_size(backup.size), color="muted"), row, 1)
            grid.addWidget(Label(self._why(backup), color="muted"), row, 2)
        if not data.backups:
            grid.addWidget(Label(self.tr("None yet"), color="muted"), 0, 0)
        self._column.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table

    def _why(self, backup: KeptBackup) -> str:
        return self.tr("before an upgrade") if backup.upgrade else ""


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
