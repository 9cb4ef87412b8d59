"""What the window shows of an attached folder, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from glmdesk.core.chat import Source, ToolResult
from glmdesk.core.errors import Explanation


class ProjectPhase(StrEnum):
    """What is going on with the folder of the open chat."""

    NONE = "none"  # no folder is attached
    READING = "reading"  # questions are answered from what was read up to now
    READY = "ready"
    FAILED = "failed"  # it cannot be read


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """What of a project goes along with a question: `sources` are new to the chat, `tokens` theirs in all.

    `whole` when all of the project is in the chat, this or an earlier question's.
    """

    text: str
    sources: tuple[Source, ...] = ()
    tokens: int = 0
    whole: bool = False


@dataclass(frozen=True, slots=True)
class FolderRead:
    """How far a folder is read: `files`, `waiting` and `skipped` are every file; `tokens` by estimate."""

    files: int
    waiting: int
    skipped: Mapping[str, int]
    tokens: int
    complete: bool


@dataclass(frozen=True, slots=True)
class FolderTouched:
    """What changed in a folder; not `watched` where the system cannot tell."""

    paths: tuple[str, ...] = ()
    watched: bool = True


@dataclass(frozen=True, slots=True)
class CallsAnswered:
    """What the tools answered to the calls of one message; `over` when the model was to look no further."""

    results: tuple[ToolResult, ...]
    over: bool = False


@dataclass(frozen=True, slots=True)
class ProjectState:
    """The folder of the open chat, and its arithmetic: `files`, `waiting` and `skipped` are every file.

    `skipped` counts by the reasons of `projects.sorting.Reason`. `tokens` are all files' by estimate. `found`
    is what goes along with the question that is being written, or went with the last one. `pinned` files
    always go along, `left_out` ones never; `included` ones were left out by a rule and are read all the same.
    `problem` says why it cannot be read, or is read anew. Where the folder is not `watched`, changes are
    looked for when a question is begun, and not before. `editor` is the name of the program that files can
    be opened in, empty where none is known.
    """

    folder: str = ""
    phase: ProjectPhase = ProjectPhase.NONE
    files: int = 0
    waiting: int = 0
    skipped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    tokens: int = 0
    problem: Explanation | None = None
    found: SourcesFound | None = None
    pinned: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    included: tuple[str, ...] = ()
    tools: bool = False
    watched: bool = True
    editor: str = ""

    @property
    def attached(self) -> bool:
        """Whether there is a folder."""
        return self.phase is not ProjectPhase.NONE


@dataclass(frozen=True, slots=True)
class FileViewed:
    """A file as it is now, to be shown at its lines `start` to `end`; `why_not` where it cannot be shown."""

    path: str
    text: str = ""
    start: int = 1
    end: int = 0
    hidden: int = 0
    why_not: str = ""
