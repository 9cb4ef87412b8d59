"""Search over titles and messages while a person types: asked of the file in order, and the latest text wins.

At most one search is under way; what is typed meanwhile is looked for when it has ended.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.chat_file import ChatFile
from glmdesk.app.states import FoundChat, SearchState
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.store.search import Found

PAUSE_S = 0.15  # between two keys; a shorter one is not worth a search
LIMIT = 200  # messages


class ChatSearch(QObject):
    """`changed` carries the `SearchState`; it is empty while nothing is searched for."""

    changed = Signal(object)

    def __init__(
        self, file: ChatFile, tasks: Tasks, *, pause_s: float = PAUSE_S, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._file, self._tasks = file, tasks
        self._state = SearchState()
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(int(pause_s * 1000))
        self._timer.timeout.connect(self._ask)

    @property
    def state(self) -> SearchState:
        """What was found last."""
        return self._state

    def search(self, text: str) -> None:
        """Look for chats with all words of `text`; an empty one ends the search."""
        text = text.strip()
        if text == self._state.text:
            return
        goes_on = bool(self._state.text) and text.startswith(self._state.text)
        chats = self._state.chats if goes_on else ()
        self._show(SearchState(text, chats, pending=bool(text)))
        if text:
            self._timer.start()
        else:
            self._timer.stop()

    def _ask(self) -> None:
        if self._running:  # its answer asks again
            return
        self._running = True
        text = self._state.text
        self._tasks.run(
            lambda: self._file.search(text, LIMIT),
            lambda found: self._answered(text, chats_of(found)),
            lambda error: self._failed(text, error),
            in_order=True,
        )

    def _answered(self, text: str, chats: tuple[FoundChat, ...], failed: Explanation | None = None) -> None:
        self._running = False
        if text == self._state.text:
            self._show(SearchState(text, chats, failed=failed))
        elif self._state.text and not self._timer.isActive():
            self._ask()

    def _failed(self, text: str, error: Exception) -> None:
        if not isinstance(error, GlmdeskError):
            raise error
        self._answered(text, (), error.explanation)

    def _show(self, state: SearchState) -> None:
        self._state = state
        self.changed.emit(state)


def chats_of(found: tuple[Found, ...]) -> tuple[FoundChat, ...]:
    """What was found as one line for each chat: titles first, then the newest message of each other."""
    chats: dict[str, FoundChat] = {}
    for hit in found:
        before = chats.get(hit.chat_id)
        if hit.turn_id is None:
            chats[hit.chat_id] = FoundChat(hit.chat_id, hit.title, in_title=True)
        elif before is None or not before.line:
            in_title = before is not None and before.in_title
            line, marks = hit.snippet.text, hit.snippet.marks
            chats[hit.chat_id] = FoundChat(hit.chat_id, hit.title, line, marks, in_title)
    return tuple(chats.values())
