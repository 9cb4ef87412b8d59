"""The place above the message box: the chat, or what leads a new person to a first model."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from glmdesk.app.application import Application
from glmdesk.app.first_run import FirstRunState, Step

if TYPE_CHECKING:
    from glmdesk.ui.first_run import FirstRunView


class ReadingPlace(QWidget):
    """Shows `chat` unless the first run has something to say; `file_wanted` asks for a model file."""

    file_wanted = Signal()

    def __init__(self, application: Application, chat: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application, self._chat = application, chat
        self._first_run: FirstRunView | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(chat)
        application.first_run.changed.connect(self._show)
        self._show(application.first_run.state)

    def _show(self, state: FirstRunState) -> None:
        if state.step is Step.NONE:
            self._pages.setCurrentWidget(self._chat)
            return
        if self._first_run is None:
            from glmdesk.ui.first_run import FirstRunView

            self._first_run = FirstRunView(self._application.first_run, self._application.downloads)
            self._first_run.file_wanted.connect(self.file_wanted)
            self._pages.addWidget(self._first_run)
        self._pages.setCurrentWidget(self._first_run)
