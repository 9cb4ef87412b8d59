"""The top-level window: there at once with its first picture, and filled when everything else is ready.

What this module imports is all that stands between the start of the process and the first picture.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from glmdesk.core.settings import Settings
from glmdesk.ui.first_picture import FirstPicture

if TYPE_CHECKING:
    from glmdesk.app.application import Application
    from glmdesk.ui.main_view import MainView

USUAL_SIZE = QSize(1180, 780)
SMALLEST_SIZE = QSize(720, 480)


class MainWindow(QWidget):
    """Shows `FirstPicture` until `fill` puts the real thing in its place."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("Window")
        self.setWindowTitle("glmdesk")
        self.setMinimumSize(SMALLEST_SIZE)
        self._content: QWidget = FirstPicture(settings)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._content)

    def fill(self, application: "Application") -> "MainView":
        """Put the chat and everything around it into the window, anew if it is there already."""
        from glmdesk.ui.main_view import MainView

        before, view = self._content, MainView(application)
        if isinstance(before, MainView):
            view.go_on(before.underway)
        self._layout.replaceWidget(before, view)
        self._content = view
        before.hide()
        before.deleteLater()
        view.show()
        return view

    def come_forward(self) -> None:
        """Be the window in front, also after having been minimised."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
