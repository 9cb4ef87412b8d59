"""Pasted text that is too long for the field it was pasted in, as a small card beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from glmdesk.ui.button import Button
from glmdesk.ui.label import Label
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL, SMALL, Space
from glmdesk.ui.words import number


class Pasted(Surface):
    """Says how much there is and how it begins; `removed` carries the card itself."""

    removed = Signal(object)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("panel", border="line", radius=RADIUS_CONTROL, parent=parent)
        self.text = text
        words = self.tr("Pasted text, {characters} characters: {beginning}")
        beginning = " ".join(text[:200].split())
        label = Label(
            words.format(characters=number(len(text)), beginning=beginning),
            color="muted",
            scale=SMALL,
            elided=True,
        )
        remove = Button(icon="close", name="Remove pasted text", tip=self.tr("Remove"))
        remove.clicked.connect(self._remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, 0, 0)
        row.addWidget(label, 1)
        row.addWidget(remove)

    def _remove(self) -> None:
        self.removed.emit(self)
