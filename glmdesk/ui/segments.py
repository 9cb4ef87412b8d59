"""A choice between a few values that are all in sight, side by side."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from glmdesk.ui.button import Button
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import RADIUS_CONTROL


class Segments(Surface):
    """One of `names`; `chosen` carries the value that the person picked. Arrow keys move the choice."""

    chosen = Signal(object)

    def __init__(self, name: str, names: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__("raised", border="line", radius=RADIUS_CONTROL, parent=parent)
        self.setAccessibleName(name)
        self._buttons = {value: Button(text, name=text) for value, text in names.items()}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for button in self._buttons.values():
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            row.addWidget(button, 1)
        self._group.buttonClicked.connect(self._tell)

    def show_value(self, value: Any) -> None:
        """Show `value` as chosen, without telling."""
        self._buttons[value].setChecked(True)

    def _tell(self, pressed: QAbstractButton) -> None:
        for value, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(value)
