"""The keyboard shortcuts as rows: what happens, the keys, and the way back to those it came with."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.preferences import Preferences
from glmdesk.ui.actions import Actions, Entry
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.key_button import KeyButton
from glmdesk.ui.label import Label
from glmdesk.ui.theme import Space


class ShortcutsList(QWidget):
    """Keys that something else has are told of first, and taken from it only when that is wished for."""

    def __init__(self, actions: Actions, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions, self._preferences = actions, preferences
        self._wish: tuple[str, str] = ("", "")
        self._rows = QWidget()
        self._words = Label(color="warning")
        self._take = Button(self.tr("Use them here"), name="Use them here", kind=Kind.OUTLINE, color="text")
        self._take.clicked.connect(self._take_over)
        self._reset = Button(self.tr("Reset all"), name="Reset all", kind=Kind.OUTLINE, color="text")
        self._reset.clicked.connect(partial(self._keep, {}))
        asked = QHBoxLayout()
        asked.addWidget(self._words, 1)
        asked.addWidget(self._take)
        asked.addWidget(self._reset)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.M)
        self._column.addLayout(asked)
        self._column.addWidget(self._rows)
        actions.changed.connect(self._show)
        self._say("")
        self._show()

    def _show(self) -> None:
        entries = self._actions.entries()
        rows = QWidget()
        table = QGridLayout(rows)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(Space.L)
        table.setVerticalSpacing(Space.XS)
        table.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            table.addWidget(Label(entry.text), row, 0)
            table.addWidget(self._keys(entry), row, 1)
            table.addWidget(self._back(entry), row, 2)
        for row, entry in enumerate(self._of_fields(), len(entries)):
            table.addWidget(Label(entry.text), row, 0)
            table.addWidget(Label(entry.keys, color="muted"), row, 1, Qt.AlignmentFlag.AlignHCenter)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self._reset.setEnabled(any(entry.changed for entry in entries))

    def _keys(self, entry: Entry) -> KeyButton:
        spoken = self.tr("{action}: {keys}").format(action=entry.text, keys=entry.keys)
        button = KeyButton(entry.keys or self.tr("None"), spoken)
        button.setObjectName(f"Keys {entry.id}")
        button.chosen.connect(partial(self._wished, entry.id))
        return button

    def _back(self, entry: Entry) -> Button:
        name = self.tr("{action}: the usual keys").format(action=entry.text)
        back = Button(icon="undo", name=name, tip=self.tr("The usual keys"))
        back.setEnabled(entry.changed)
        back.clicked.connect(lambda: self._keep(self._actions.with_keys(entry.id, "")))
        return back

    def _of_fields(self) -> tuple[Entry, ...]:
        return (
            Entry(self.tr("Send the message"), self.tr("Enter")),
            Entry(self.tr("Begin another line"), self.tr("Shift+Enter")),
            Entry(self.tr("Rename the chosen chat or folder"), self.tr("F2")),
            Entry(self.tr("Delete the chosen chat"), self.tr("Del")),
            Entry(self.tr("What can be done with the chosen chat"), self.tr("Menu")),
        )

    def _wished(self, action: str, keys: str) -> None:
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        taken = self._actions.taken_by(keys, action)
        if self._actions.belongs_to_text(keys):
            self._say(self.tr("{keys} is needed where text is written.").format(keys=shown))
        elif taken:
            self._wish = action, keys
            self._say(self.tr("{keys} already does this: {action}.").format(keys=shown, action=taken))
            self._take.show()
        else:
            self._keep(self._actions.with_keys(action, keys))

    def _take_over(self) -> None:
        self._keep(self._actions.with_keys(*self._wish))

    def _keep(self, own: dict[str, tuple[str, ...]]) -> None:
        self._say("")
        self._preferences.change(shortcuts=own)

    def _say(self, words: str) -> None:
        self._take.hide()
        self._words.setText(words)
        if words:
            announce(self, words)
