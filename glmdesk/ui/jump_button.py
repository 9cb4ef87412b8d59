"""The button that leads back to the end of a chat."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.surface import Surface


class JumpButton(Surface):
    """Floats over the end of a chat whose reader is further up."""

    def __init__(self, parent: QWidget, run: Callable[[], None]) -> None:
        super().__init__("raised", border="line", parent=parent)
        self.button = Button(self.tr("Jump to bottom"), icon="arrow-down", name="Jump to bottom", parent=self)
        self.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.button.clicked.connect(run)
        self.hide()

    def fit(self) -> None:
        """Be as large as the words are in the font of the moment."""
        self.button.setFont(theme.current().font())
        self.button.resize(self.button.sizeHint())
        self.resize(self.button.size())
