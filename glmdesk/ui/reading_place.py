"""The place above the message box: the chat, or what leads a new person to a first model."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from glmdesk.app.application import Application
from glmdesk.app.first_run import FirstRunState, Step
from glmdesk.ui.tab_ring import move_focus, stops

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

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Tab came to the first run, which was built last: go to its first stop, or its last one."""
        super().focusInEvent(event)
        found = stops(self._first_run) if self._first_run else []
        if found:
            back = event.reason() is Qt.FocusReason.BacktabFocusReason
            found[-1 if back else 0].setFocus(event.reason())

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab goes through the first run, top to bottom, and then out of it."""
        if self._first_run is None or not self._first_run.isVisible():
            return super().focusNextPrevChild(forward)
        return move_focus(self, [self._first_run], forward=forward)

    def _show(self, state: FirstRunState) -> None:
        if state.step is Step.NONE:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._pages.setCurrentWidget(self._chat)
            return
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self._first_run is None:
            from glmdesk.ui.first_run import FirstRunView

            self._first_run = FirstRunView(self._application.first_run, self._application.downloads)
            self._first_run.file_wanted.connect(self.file_wanted)
            self._pages.addWidget(self._first_run)
        self._pages.setCurrentWidget(self._first_run)
