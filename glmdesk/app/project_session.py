"""The folder that is attached to the open chat: what a person chose of it, and what a question is about."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.editor import editor_name, known_editor, opened
from glmdesk.app.engine import Engine
from glmdesk.app.folder_reading import FolderReading
from glmdesk.app.preferences import Preferences
from glmdesk.app.project_states import (
    CallsAnswered,
    FileViewed,
    FolderRead,
    ProjectPhase,
    ProjectState,
    SourcesFound,
)
from glmdesk.app.states import ChatShown
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import ToolCall
from glmdesk.core.citations import Citation
from glmdesk.core.context import MOST_SENT, answer_room
from glmdesk.core.errors import Explanation

if TYPE_CHECKING:
    from glmdesk.app.project_folder import ProjectFolder

USUAL_CONTEXT = 8_192
"""Tokens; what is counted with while no model is loaded."""

T = TypeVar("T")

_Opening = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A folder, what is included and what is left out by hand."""


MOST_COMPLETIONS = 8


class ProjectSession(QObject):
    """`state_changed` carries the `ProjectState`, `viewed` a `FileViewed`."""

    state_changed = Signal(object)
    viewed = Signal(object)

    def __init__(
        self,
        session: ChatSession,
        engine: Engine,
        preferences: Preferences,
        tasks: Tasks,
        cache: Path,
        count: Callable[[Sequence[str]], Sequence[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._preferences, self._tasks = session, engine, preferences, tasks
        self._cache, self._count = cache, count
        self._reading: FolderReading | None = None
        self._opened_as: _Opening | None = None
        self._found_editor: str | None = None  # looked for with the first folder
        self._chat_id = session.chat.id
        self._state = self._told = ProjectState()
        session.chat_shown.connect(self._chat_shown)
        session.state_changed.connect(self._follow)
        preferences.changed.connect(self._follow)
        self._follow()

    @property
    def state(self) -> ProjectState:
        """What is attached, and how far it is read."""
        return self._state

    # --- intents ------------------------------------------------------------------------------------------

    def attach(self, folder: str) -> None:
        """Take questions of the open chat to be about `folder`; remembered with the chat."""
        self._choose(project=str(Path(folder)), project_pinned=(), project_left_out=(), project_included=())

    def detach(self) -> None:
        """Go on without a folder; what of it is in the chat stays there."""
        self._choose(project="")

    def refresh(self) -> None:
        """Look for what has changed in the folder since."""
        if self._reading is not None:
            self._reading.refresh()

    def pin(self, path: str, pinned: bool) -> None:
        """Whether all of a file goes along with every question."""
        self._choose(project_pinned=_with(self._state.pinned, path, pinned))

    def leave_out(self, path: str, left_out: bool) -> None:
        """Whether a file or folder of the project is never read."""
        self._choose(project_left_out=_with(self._state.left_out, path, left_out))

    def include(self, path: str, included: bool) -> None:
        """Whether a file or folder is read although a rule leaves it out."""
        self._choose(project_included=_with(self._state.included, path, included))

    def allow_tools(self, allowed: bool) -> None:
        """Whether the model may look for itself: read, never write. Remembered for other chats too."""
        self._preferences.change(project_tools=allowed)

    def view(self, path: str, start: int = 1, end: int = 0) -> None:
        """Show a file; `viewed` follows."""
        self._work(lambda folder: folder.view(path, start, end), self._show_file)

    def edit(self, path: str, line: int) -> bool:
        """Open a file in the person's editor; whether that began."""
        return opened(self._editor(), Path(self._state.folder, path), line)

    def find(self, text: str, then: Callable[[SourcesFound], None], counted: int = 0) -> None:
        """Find what goes along with the question `text` in the open chat, and tell; nothing without a folder.

        `counted` tokens of the session's meter are those of sources that the new ones take the place of. What
        cannot be found because of an error is told in the state, and is empty.
        """
        reading = self._reading
        if reading is None:
            then(SourcesFound(text))
            return
        chat = self._session.chat
        from glmdesk.app.project_folder import Asked

        def found(found: SourcesFound) -> None:
            if reading is self._reading:
                self._show(found=found)
                if self._state.phase is ProjectPhase.FAILED:  # it is there again
                    reading.refresh()
            then(found)

        earlier = tuple(source for turn in chat.path() for source in turn.message.sources)
        asked = Asked(text, self._room() + counted, earlier, self._state.pinned)
        reading.run(lambda folder: folder.find(asked), found, lambda: then(SourcesFound(text)))

    def answer(
        self, calls: tuple[ToolCall, ...], then: Callable[[CallsAnswered], None], *, first: bool
    ) -> None:
        """Look for what a model asked of its tools and tell; `first` for the first calls after a question."""
        context = self._context()
        self._work(lambda folder: folder.answer(calls, context, first=first), then)

    def check(self, answer: str, then: Callable[[tuple[Citation, ...]], None]) -> None:
        """Hold the places that an answer cites against the folder, and tell."""
        self._work(lambda folder: folder.citations(answer), then)

    def complete(self, begun: str, then: Callable[[tuple[str, ...]], None]) -> None:
        """Find paths and names that go on from `begun`, and tell."""
        self._work(lambda folder: folder.complete(begun, MOST_COMPLETIONS), then)

    def close(self) -> None:
        """Leave the folder, once what is under way has ended; nothing can be asked after this."""
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.close()

    # --- the folder of the open chat ----------------------------------------------------------------------

    def _choose(self, **options: object) -> None:
        self._session.choose_options(**options)
        self._follow()

    def _chat_shown(self, shown: ChatShown) -> None:
        if shown.chat.id != self._chat_id:
            self._chat_id = shown.chat.id
            self._show(found=None)
        self._follow()

    def _follow(self) -> None:
        """Have the folder open that the chat's options name, by its choices."""
        chat = self._session.chat
        options = chat.options
        opening = (options.project, options.project_included, options.project_left_out)
        wanted = opening if options.project else None
        if wanted != self._opened_as:
            self._leave()
            self._opened_as = wanted
            self._state = ProjectState()
            if wanted is not None:
                self._open(*wanted)
        self._become(
            replace(
                self._state,
                pinned=options.project_pinned,
                left_out=options.project_left_out,
                included=options.project_included,
                tools=self._preferences.settings.project_tools,
                editor=editor_name(self._editor()),
            )
        )

    def _open(self, path: str, included: tuple[str, ...], left_out: tuple[str, ...]) -> None:
        from glmdesk.app.project_folder import ProjectFolder

        folder = ProjectFolder(Path(path), self._cache, self._count, included, left_out)
        self._reading = FolderReading(folder, self._tasks, self)
        self._reading.read.connect(self._read)
        self._reading.failed.connect(self._failed)
        self._reading.renewed.connect(self._renewed)
        self._reading.unwatched.connect(partial(self._show, watched=False))
        self._state = ProjectState(path, ProjectPhase.READING)
        self._reading.refresh()
        if self._found_editor is None:
            self._tasks.run(known_editor, self._editor_found)

    def _editor(self) -> str:
        return self._preferences.settings.editor or self._found_editor or ""

    def _editor_found(self, command: str) -> None:
        self._found_editor = command
        self._follow()

    def _work(self, work: "Callable[[ProjectFolder], T]", then: Callable[[T], None]) -> None:
        """Do something with the folder on a thread, where there is one, and tell."""
        if self._reading is not None:
            self._reading.run(work, then)

    def _leave(self) -> None:
        reading, self._reading, self._opened_as = self._reading, None, None
        if reading is not None:
            reading.leave()
            reading.deleteLater()

    def _read(self, read: FolderRead) -> None:
        self._show(
            phase=ProjectPhase.READY if read.complete else ProjectPhase.READING,
            files=read.files,
            waiting=read.waiting,
            skipped=read.skipped,
            tokens=read.tokens,
            problem=None if read.complete else self._state.problem,
        )

    def _failed(self, problem: Explanation) -> None:
        self._show(phase=ProjectPhase.FAILED, problem=problem)

    def _renewed(self, why: Explanation) -> None:
        self._show(phase=ProjectPhase.READING, problem=why)

    def _room(self) -> int:
        """Tokens of the context that are free."""
        limit = self._context()
        free = max(0, limit - self._session.meter.total - answer_room(limit))
        return min(free, MOST_SENT) if self._session.state.place else free

    def _context(self) -> int:
        if self._session.state.place and self._session.meter.limit:
            return self._session.meter.limit
        placement = self._engine.state.placement
        return placement.context_tokens if placement else USUAL_CONTEXT

    # --- showing ------------------------------------------------------------------------------------------

    def _show(self, **fields: object) -> None:
        self._become(replace(self._state, **fields))  # type: ignore[arg-type]

    def _become(self, state: ProjectState) -> None:
        if state != self._told:
            self._state = self._told = state
            self.state_changed.emit(state)

    def _show_file(self, viewed: FileViewed) -> None:
        self.viewed.emit(viewed)


def _with(paths: tuple[str, ...], path: str, wanted: bool) -> tuple[str, ...]:
    rest = tuple(known for known in paths if known != path)
    return (*rest, path) if wanted else rest
