"""What happens after an answer about a project: the model's calls are answered, its citations are checked.

Only answers that ended while the program ran are followed. One whose chat is not open waits for it to be
opened again, since the folder is that of the open chat.
"""

from functools import partial

from PySide6.QtCore import QObject

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.project_session import ProjectSession
from glmdesk.app.project_states import CallsAnswered
from glmdesk.app.states import ChatShown, SessionState, TurnChanged
from glmdesk.core.chat import Ending, Role, ToolCall, Turn
from glmdesk.core.citations import Citation


class ToolLoop(QObject):
    """Answers go on by themselves until the model calls no tool any more, or has looked often enough."""

    def __init__(self, session: ChatSession, project: ProjectSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._project = session, project
        self._written: set[str] = set()  # turns that were being written in this run
        session.turn_changed.connect(self._turn_changed)
        session.state_changed.connect(self._state_changed)
        session.chat_shown.connect(self._chat_shown)

    def _turn_changed(self, change: TurnChanged) -> None:
        if change.turn.message.ending is Ending.OPEN:
            self._written.add(change.turn.id)
        self._follow()

    def _state_changed(self, _state: SessionState) -> None:
        self._follow()

    def _chat_shown(self, _shown: ChatShown) -> None:
        self._follow()

    def _follow(self) -> None:
        """See to the last turn, once it is written."""
        chat, busy = self._session.chat, self._session.state.busy
        if chat.leaf not in self._written or busy or not self._project.state.attached:
            return
        turn = chat.turns[chat.leaf]
        if turn.message.role is not Role.ASSISTANT or turn.message.ending is Ending.OPEN:
            return
        self._written.discard(turn.id)
        calls = _calls(turn)
        if calls and turn.message.ending is Ending.COMPLETE:
            first = chat.turns[turn.parent].message.role is Role.USER if turn.parent else True
            self._project.answer(calls, partial(self._go_on, chat.id, turn.id), first=first)
        elif turn.message.text:
            self._project.check(turn.message.text, partial(self._checked, chat.id, turn.id))

    def _go_on(self, chat_id: str, turn_id: str, answered: CallsAnswered) -> None:
        chat = self._session.chat
        if chat.id != chat_id or chat.leaf != turn_id or self._session.state.busy:
            self._written.add(turn_id)  # its turn comes when the chat is open again
        elif answered.over:
            self._session.mark(turn_id, ending=Ending.STOPPED)
        else:
            self._session.go_on(turn_id, answered.results)

    def _checked(self, chat_id: str, turn_id: str, citations: tuple[Citation, ...]) -> None:
        if self._session.chat.id == chat_id and citations:
            self._session.mark(turn_id, citations=citations)


def _calls(turn: Turn) -> tuple[ToolCall, ...]:
    return tuple(part for part in turn.message.parts if isinstance(part, ToolCall) and part.complete)
