"""The line in small type above something that can be folded away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import RowButton
from glmdesk.ui.theme import SMALL, Space


class FoldButton(RowButton):
    """Points down while what is below it is shown, and forth while it is folded."""

    _START = Space.XS  # the arrow fills less of its square than other icons

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self.setFont(theme.current().font(SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_open(False)

    def say(self, words: str) -> None:
        """Show `words`, also as what is read out."""
        self.setText(words)
        self.setAccessibleName(words)

    def show_open(self, is_open: bool) -> None:
        """Tell whether what is below can be seen."""
        folded = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self.set_icon("chevron-down" if is_open else folded)
