"""One attached folder with its index, as the project session uses it from threads, one call at a time.

Parsers and the index are imported by the first call, which is on a thread: the window is not kept waiting.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING

from glmdesk.app.project_states import CallsAnswered, FileViewed, FolderRead, FolderTouched, SourcesFound
from glmdesk.core.chat import Source, ToolCall, ToolResult
from glmdesk.core.citations import Citation
from glmdesk.core.errors import ProjectError
from glmdesk.core.phrases import phrase

if TYPE_CHECKING:
    from glmdesk.projects.conversation import ProjectConversation
    from glmdesk.projects.index import Extent, ProjectIndex
    from glmdesk.projects.watch import Watch

_LEAST_REST_S, _MOST_REST_S = 1.0, 60.0
_REST_SHARE = 5  # of the time that it takes to look through a folder that always changes
_PATIENCE_S = 0.3  # for changes in the folder, before a question is answered from what is known


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to find sources for: `room` tokens are free, `earlier` sources are in the chat already."""

    text: str
    room: int
    earlier: tuple[Source, ...] = ()
    pinned: tuple[str, ...] = ()


class ProjectFolder:
    """Every method takes its time and raises `ProjectError`, after `close` too."""

    def __init__(
        self,
        folder: Path,
        cache: Path,
        count: Callable[[Sequence[str]], Sequence[int]],
        included: Iterable[str],
        left_out: Iterable[str],
    ) -> None:
        self._folder, self._cache, self._count = folder, cache, count
        self._included, self._left_out = frozenset(included), frozenset(left_out)
        self._held = ExitStack()
        self._index: ProjectIndex | None = None
        self._looking: ProjectConversation | None = None  # of the question that is being answered
        self._steps: Iterator[Extent] = iter(())
        self._lock = Lock()
        self._left = Event()
        self._watched: frozenset[str] = frozenset()  # folders in which changes matter
        self._watch: Watch | None = None  # of `follow` alone
        self._rest_s = 0.0

    def refresh(self, touched: Sequence[str] = ()) -> None:
        """Begin to bring the index up to date, from the start, `touched` files first; `step` does it."""
        with self._in_use() as index:
            self._steps = index.refresh(touched)

    def step(self) -> FolderRead:
        """Do a part of that, a small part of a second; `complete` when nothing is left."""
        from glmdesk.projects.packing import CHARACTERS_A_TOKEN

        with self._in_use() as index:
            extent = next(self._steps, None) or index.extent
            if extent.complete:
                self._watched = index.files.folders
                self._rest_s = min(_MOST_REST_S, max(_LEAST_REST_S, _REST_SHARE * extent.seconds))
            tokens = round(extent.characters / CHARACTERS_A_TOKEN)
            return FolderRead(extent.files, extent.waiting, extent.skipped, tokens, extent.complete)

    def follow(self) -> FolderTouched:
        """Wait until something changes that is read, or the folder is left."""
        from glmdesk.projects.watch import Watch

        self._left.wait(self._rest_s)
        while not self._left.is_set():
            folders = self._watched
            try:
                if self._watch is None or self._watch.folders != folders:
                    self._watch = Watch(self._folder.resolve(), folders)
                changed = self._watch.changes(self._left)
            except OSError:
                self._watch = None
                return FolderTouched(watched=False)
            if changed:
                with self._in_use() as index:
                    touched = tuple(path for path in sorted(changed) if index.concerns(path))
                if touched:
                    return FolderTouched(touched)
        return FolderTouched()

    def find(self, asked: Asked) -> SourcesFound:
        """What goes along with a question, by the folder as it is now where that can soon be known."""
        with self._in_use() as index:
            begun = time.monotonic()
            while time.monotonic() - begun < _PATIENCE_S and next(self._steps, None) is not None:
                pass
            packed = self._conversation(index, asked.room).sources_for(
                asked.text, asked.earlier, room=asked.room, pinned=asked.pinned
            )
            return SourcesFound(asked.text, packed.all_sources, packed.tokens, packed.whole)

    def answer(self, calls: Sequence[ToolCall], context_tokens: int, *, first: bool) -> CallsAnswered:
        """Look for what a model asked of its tools; `first` after a question, which has bounds of its own."""
        with self._in_use() as index:
            if first or self._looking is None:
                self._looking = self._conversation(index, context_tokens)
            looking = self._looking
            results = tuple(
                ToolResult(call.name, looking.answered(call.name, call.arguments).text) for call in calls
            )
            looking.round_ended()
            return CallsAnswered(results, looking.is_over)

    def citations(self, answer: str) -> tuple[Citation, ...]:
        """The places that an answer cites, each checked against the files as they are."""
        with self._in_use() as index:
            return self._conversation(index, 0).citations(answer)

    def complete(self, begun: str, most: int) -> tuple[str, ...]:
        """Paths and names of definitions that go on from `begun`, the likeliest first."""
        with self._in_use() as index:
            return index.completions(begun, most)

    def view(self, path: str, start: int, end: int) -> FileViewed:
        """A file of the project as it is now."""
        with self._in_use() as index:
            read = index.files.read(path)
            why_not = "" if read.reason is None else read.reason.value
            return FileViewed(path, read.text, start, end, read.hidden, why_not)

    def stop(self) -> None:
        """Have nobody wait for changes any more."""
        self._left.set()

    def close(self) -> None:
        """Give the folder and its index back; a call that is under way ends first."""
        self.stop()
        with self._lock:
            self._steps = iter(())
            self._held.close()

    @contextmanager
    def _in_use(self) -> "Iterator[ProjectIndex]":
        """The index, with nobody else at it; after a `ProjectError` the next call opens it anew."""
        from glmdesk.projects.choices import Choices
        from glmdesk.projects.project import opened

        with self._lock:
            if self._left.is_set():
                raise ProjectError(phrase("The folder is not attached any more."))
            if self._index is None:
                choices = Choices(self._included, self._left_out)
                self._index = self._held.enter_context(opened(self._folder, self._cache, choices))
                self._steps = self._index.refresh()
            try:
                with self._index.checked():
                    yield self._index
            except ProjectError:
                self._index = self._looking = None
                self._held.close()
                raise

    def _conversation(self, index: "ProjectIndex", context_tokens: int) -> "ProjectConversation":
        from glmdesk.projects.conversation import ProjectConversation

        return ProjectConversation(index, context_tokens, self._count)
