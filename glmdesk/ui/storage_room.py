"""What is kept on the disk, in the settings: how much it takes, and the buttons that remove it for good."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.app.storage import Kept, Storage, StorageState
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import Form
from glmdesk.ui.label import Label

_SECOND_THOUGHTS_MS = 6000


class RemoveButton(Button):
    """Asks again in its own place: the first click makes it say that it is for good, the second removes."""

    def __init__(self, what: str, remove: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(kind=Kind.OUTLINE, color="text", parent=parent)
        self._what, self._remove, self._sure = what, remove, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECOND_THOUGHTS_MS)
        self._timer.timeout.connect(lambda: self._ask(sure=False))
        self.clicked.connect(self._clicked)
        self._ask(sure=False)

    def _clicked(self) -> None:
        if self._sure:
            self._remove()
        self._ask(sure=not self._sure)

    def _ask(self, *, sure: bool) -> None:
        self._sure = sure
        self.setText(self.tr("Remove for good") if sure else self.tr("Remove all …"))
        name = f"{self.text()}: {self._what}"
        self.setObjectName(name)
        self.setAccessibleName(name)
        self.updateGeometry()
        if sure:
            self._timer.start()
        else:
            self._timer.stop()


class StorageRoom(QObject):
    """A row for chats and one for models; repainted when they were counted."""

    def __init__(self, form: Form, storage: Storage) -> None:
        super().__init__(form)
        self._storage = storage
        self._sizes: dict[Kept, Label] = {}
        self._buttons: dict[Kept, RemoveButton] = {}
        for kept, name in ((Kept.CHATS, self.tr("Chats with backups")), (Kept.MODELS, self.tr("Models"))):
            form.row(name, self._row(kept, name))
        form.note(self.tr("Removing the program leaves both where they are; this removes them."))
        storage.changed.connect(self._show)
        self._show(storage.state)
        storage.count()

    def _row(self, kept: Kept, name: str) -> QHBoxLayout:
        row = QHBoxLayout()
        self._sizes[kept] = Label()
        self._buttons[kept] = RemoveButton(name, lambda: self._storage.remove(kept))
        row.addWidget(self._sizes[kept], 1)
        row.addWidget(self._buttons[kept])
        return row

    def _show(self, state: StorageState) -> None:
        for kept, label in self._sizes.items():
            size = state.of(kept)
            label.setText(self.tr("Counting …") if size is None else _said(size))
            self._buttons[kept].setEnabled(bool(size))


def _said(size: int) -> str:
    if size >= 100_000_000:
        return f"{size / 1e9:.1f} GB"
    return f"{size / 1e6:.1f} MB"
