"""Questions on their way into the open chat: with what of the attached folder they are about.

While a question is written, its sources are found again after each pause, so that the meter counts them and
the panel shows them before anything is sent. Without a folder everything goes straight to the session.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import SourcesFound
from glmdesk.core.chat import Source


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A question that could not be sent, with what came along; it belongs back into the field."""

    text: str
    sources: tuple[Source, ...]


class Asking(QObject):
    """`busy_changed` tells whether sources of a question are looked for; `kept_back` carries a `KeptBack`."""

    busy_changed = Signal(bool)
    kept_back = Signal(object)

    def __init__(
        self,
        session: ChatSession,
        chats: ChatList,
        project: ProjectSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._chats, self._project = session, chats, project
        self._busy = False
        self._draft = 0  # number of the draft that was found for last
        self._counted = 0  # tokens of the sources that are in the session's draft
        self._writing = False  # a question, for which the folder was looked through for changes

    @property
    def busy(self) -> bool:
        """Whether a question is about to be sent."""
        return self._busy

    def send(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Ask `text` in the open chat, with what came along and what is found for it."""
        if self._busy or self._session.state.busy:
            self.kept_back.emit(KeptBack(text, sources))
            return
        self._draft += 1
        if not self._project.state.attached:
            self._session.send(text, sources)
            return
        chat_id = self._session.chat.id
        self._set_busy(True)
        self._project.find(text, lambda found: self._send_found(chat_id, sources, found), self._counted)

    def set_draft(self, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Count `text` as the next question, with what came along and what is found for it."""
        self._draft += 1
        if not text.strip() or not self._project.state.attached:
            self._counted, self._writing = 0, False
            self._session.set_draft(text, sources)
            return
        if not self._writing:
            self._writing = True
            self._project.refresh()
        number = self._draft
        self._project.find(text, lambda found: self._draft_found(number, sources, found), self._counted)

    def complete(self, begun: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Find paths and names of the attached folder that go on from `begun`, and tell; else nothing."""
        self._project.complete(begun, then)

    def _draft_found(self, number: int, sources: tuple[Source, ...], found: SourcesFound) -> None:
        if number == self._draft:
            self._counted = found.tokens
            self._session.set_draft(found.text, (*found.sources, *sources))

    def _send_found(self, chat_id: str, sources: tuple[Source, ...], found: SourcesFound) -> None:
        self._set_busy(False)
        self._counted, self._writing = 0, False
        if self._session.chat.id != chat_id:
            self._chats.open(chat_id)
        if self._session.chat.id != chat_id or self._session.state.busy:
            self.kept_back.emit(KeptBack(found.text, sources))
        else:
            self._session.send(found.text, (*found.sources, *sources))

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
