"""Tells a screen reader when an answer begins and how it ended, once each."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import SessionState, TurnChanged
from glmdesk.core.chat import Ending, Message
from glmdesk.ui.announcements import announce
from glmdesk.ui.message_words import told
from glmdesk.ui.words import number


class AnswerNews(QObject):
    """Listens to the session and speaks in the name of the window."""

    def __init__(
        self, session: ChatSession, window: QWidget, say: Callable[[QWidget, str], None] = announce
    ) -> None:
        super().__init__(window)
        self._window, self._say = window, say
        self._busy = session.state.busy
        self._message: Message | None = None
        session.state_changed.connect(self._state_changed)
        session.turn_changed.connect(self._turn_changed)

    def _turn_changed(self, changed: TurnChanged) -> None:
        self._message = changed.turn.message

    def _state_changed(self, state: SessionState) -> None:
        if state.busy is self._busy:
            return
        self._busy = state.busy
        if state.busy:
            self._say(self._window, self.tr("Generating an answer"))
        elif self._message is not None:
            self._say(self._window, self.words_for(self._message))

    def words_for(self, message: Message) -> str:
        """How the answer ended, and its length in words."""
        count = len(message.text.split())
        words = self.tr("1 word") if count == 1 else self.tr("{count} words").format(count=number(count))
        sentences = {
            Ending.COMPLETE: self.tr("Answer finished, {words}"),
            Ending.LENGTH: self.tr("Answer cut at its limit, {words}"),
            Ending.STOPPED: self.tr("Answer stopped, {words}"),
            Ending.INTERRUPTED: self.tr("Answer interrupted, {words} kept"),
            Ending.FAILED: self.tr("No answer: {note}"),
        }
        sentence = sentences.get(message.ending, sentences[Ending.COMPLETE])
        return sentence.format(words=words, note=told(message.note))
