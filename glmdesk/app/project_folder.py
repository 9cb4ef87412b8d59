"""One attached folder with its index, as the project session uses it from threads, one call at a time."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from glmdesk.app.project_states import FileViewed, FolderRead, SourcesFound
from glmdesk.core.chat import Source
from glmdesk.core.errors import ProjectError
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.files import Choices
from glmdesk.projects.index import Extent, ProjectIndex
from glmdesk.projects.packing import CHARACTERS_A_TOKEN, TokenCounter, changed_since, pack
from glmdesk.projects.project import opened

MOST_TOKENS = 8_192
"""What pieces of a project take at most: more costs a small machine minutes to read, and answers get worse
(SambaNova, arXiv 2602.16069: agents that succeed stay below 20k)."""

_PIECES_SHARE, _WHOLE_SHARE = 0.5, 0.7  # of the room that is left in the context


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
        self, folder: Path, cache: Path, count: TokenCounter, included: Iterable[str], left_out: Iterable[str]
    ) -> None:
        self._folder, self._cache, self._count = folder, cache, count
        self._choices = Choices(frozenset(included), frozenset(left_out))
        self._held = ExitStack()
        self._index: ProjectIndex | None = None
        self._steps: Iterator[Extent] = iter(())
        self._lock = Lock()
        self._left = False

    def refresh(self) -> None:
        """Begin to bring the index up to date, from the start; `step` does it."""
        with self._lock:
            self._steps = self._opened().refresh()

    def step(self) -> FolderRead:
        """Do a part of that, about a tenth of a second; `complete` when nothing is left."""
        with self._lock:
            extent = next(self._steps, None) or self._opened().extent
            tokens = round(extent.characters / CHARACTERS_A_TOKEN)
            return FolderRead(extent.files, extent.waiting, extent.skipped, tokens, extent.complete)

    def find(self, asked: Asked) -> SourcesFound:
        """What goes along with a question."""
        with self._lock:
            index = self._opened()
            pinned = [source for path in asked.pinned for source in self._file(path)]
            room = asked.room - sum(self._count([source.text for source in pinned])) if pinned else asked.room
            extent = index.extent
            whole_room = int(room * _WHOLE_SHARE)
            fits = extent.complete and extent.characters / CHARACTERS_A_TOKEN <= whole_room
            budget = whole_room if fits else min(MOST_TOKENS, int(room * _PIECES_SHARE))
            packed = pack(index, asked.text, max(0, budget), self._count)
            found = (*pinned, *packed.all_sources)
            if packed.whole and not set(asked.earlier).isdisjoint(found):
                found = (*pinned, *changed_since(index, asked.earlier))
            new = tuple(source for source in dict.fromkeys(found) if not _is_known(source, asked.earlier))
            tokens = packed.tokens if new == packed.all_sources else sum(self._count([s.text for s in new]))
            return SourcesFound(asked.text, new, tokens, packed.whole)

    def view(self, path: str, start: int, end: int) -> FileViewed:
        """A file of the project as it is now."""
        with self._lock:
            read = self._opened().files.read(path)
            why_not = "" if read.reason is None else read.reason.value
            return FileViewed(path, read.text, start, end, read.hidden, why_not)

    def close(self) -> None:
        """Give the folder and its index back; a call that is under way ends first."""
        with self._lock:
            self._left = True
            self._steps = iter(())
            self._held.close()

    def _opened(self) -> ProjectIndex:
        if self._left:
            raise ProjectError("The folder is not attached any more.")
        if self._index is None:
            self._index = self._held.enter_context(opened(self._folder, self._cache, self._choices))
        return self._index

    def _file(self, path: str) -> list[Source]:
        """A whole file, with the numbers of its lines."""
        read = self._opened().files.read(path)
        lines = lines_of(read.text)
        return [Source(path, "\n".join(lines), 1, len(lines))] if read.reason is None else []


def _is_known(source: Source, earlier: Sequence[Source]) -> bool:
    """Whether the chat has it already; of the maps of the project the first one is enough."""
    return source in earlier or (source.path == "." and any(known.path == "." for known in earlier))
