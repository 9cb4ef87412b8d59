"""Three words of the trade, each with one plain sentence a click away."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.label import Label
from glmdesk.ui.theme import SMALL, Space


class Glossary(QWidget):
    """A row of words; the one that is clicked is explained below it, a second click folds it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = Label(color="muted", scale=SMALL)
        self._meaning.hide()
        self._buttons: list[Button] = []
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(Label(self.tr("What are"), color="muted", scale=SMALL))
        for word, meaning in self._entries():
            button = Button(word, name=word, kind=Kind.OUTLINE)
            button.setFont(theme.current().font(SMALL))
            button.setCheckable(True)
            button.setAccessibleDescription(meaning)
            button.clicked.connect(lambda _on=False, b=button, m=meaning: self._toggle(b, m))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self._meaning)

    def _entries(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("layers"),
                self.tr("A model is a stack of layers that each word passes; layers on the GPU are fast."),
            ),
            (
                self.tr("experts"),
                self.tr(
                    "Most of a layer is experts, of which a word needs only a few; so they can stay in RAM, "
                    "slower but far cheaper than the whole layer."
                ),
            ),
            (
                self.tr("KV cache"),
                self.tr(
                    "What the model has noted of the chat so far; it grows with the size of the context."
                ),
            ),
        )

    def _toggle(self, pressed: Button, meaning: str) -> None:
        for button in self._buttons:
            button.setChecked(button is pressed and pressed.isChecked())
        self._meaning.setText(meaning)
        self._meaning.setVisible(pressed.isChecked())
