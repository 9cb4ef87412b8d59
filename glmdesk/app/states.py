"""The frozen values that the controllers' signals carry; views repaint from these and keep nothing else."""

from dataclasses import dataclass, field
from enum import StrEnum

from glmdesk.core.chat import Chat, Turn
from glmdesk.core.choices import Choices
from glmdesk.core.errors import Explanation
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.core.services import CloudModel, Service
from glmdesk.engine.protocol import DeviceInfo, ModelInfo


class EnginePhase(StrEnum):
    """What the worker process is doing."""

    OFF = "off"  # no process, none wanted
    STARTING = "starting"  # the process is coming up
    IDLE = "idle"  # up, no model
    LOADING = "loading"  # a model is being loaded
    READY = "ready"  # a model can answer
    RESTARTING = "restarting"  # lost, coming back after `retry_s`
    BROKEN = "broken"  # lost too often, or the model cannot be loaded; `explanation` says what to do

    @property
    def coming(self) -> bool:
        """Whether a model may be ready soon."""
        return self in (EnginePhase.STARTING, EnginePhase.LOADING, EnginePhase.RESTARTING)


@dataclass(frozen=True, slots=True)
class EngineState:
    """All a view needs to know of the engine.

    `progress` is 0 to 1; `explanation` is set after a failure, and while another plan is tried. `plan` is
    what was foreseen for the model, `placement` and `memory` what the engine reported after loading it.
    """

    phase: EnginePhase = EnginePhase.OFF
    model_path: str = ""
    model_name: str = ""
    progress: float = 0.0
    retry_s: float = 0.0
    explanation: Explanation | None = None
    model: ModelInfo | None = None
    placement: Placement | None = None
    memory: Memory | None = None
    plan: Plan | None = None
    engine: str = ""
    commit: str = ""
    devices: tuple[DeviceInfo, ...] = ()


class Activity(StrEnum):
    """What a chat is doing."""

    IDLE = "idle"
    WAITING = "waiting"  # for the engine to be ready
    READING = "reading"  # the prompt is being read (prefill)
    THINKING = "thinking"
    ANSWERING = "answering"
    CHOOSING = "choosing"  # the person, how to make room
    SUMMARISING = "summarising"  # what is to be forgotten
    STOPPING = "stopping"


@dataclass(frozen=True, slots=True)
class SessionState:
    """What the composer shows: activity, what is in force for the next turn, whether the model can think.

    `place` is where the chat is answered: empty for this computer, else a service and its model.
    """

    activity: Activity = Activity.IDLE
    choices: Choices = field(default_factory=Choices)
    thinks: bool = False
    place: str = ""

    @property
    def thinking(self) -> bool:
        """Whether the next turn thinks."""
        return self.choices.thinking

    @property
    def busy(self) -> bool:
        """True while Send is Stop."""
        return self.activity is not Activity.IDLE


@dataclass(frozen=True, slots=True)
class ChatShown:
    """Another chat, or another branch, is to be shown from its first message."""

    chat: Chat


@dataclass(frozen=True, slots=True)
class TurnChanged:
    """One turn of the shown chat was added or has grown; `added` tells which."""

    chat: Chat
    turn: Turn
    added: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A line for the person that is not part of a chat (a warning, a recovered failure)."""

    explanation: Explanation
    severity: str = "info"  # info, warning, error


@dataclass(frozen=True, slots=True)
class ChatSummary:
    """One line of the sidebar; `updated` is Unix time in seconds, an empty `folder` is none."""

    id: str
    title: str
    updated: float
    pinned: bool = False
    folder: str = ""


@dataclass(frozen=True, slots=True)
class ChatListState:
    """The sidebar's chats, newest first, which one is open, and the folders whose chats are hidden."""

    chats: tuple[ChatSummary, ...]
    current: str
    folded: frozenset[str] = frozenset()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that have chats, by their names."""
        return tuple(sorted({chat.folder for chat in self.chats if chat.folder}, key=str.casefold))


@dataclass(frozen=True, slots=True)
class Undoable:
    """A chat, as it was, that has since been `deleted`, or else moved into `folder`, empty for none."""

    chat: ChatSummary
    folder: str = ""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class ChatCounts:
    """How much there is."""

    chats: int
    messages: int


@dataclass(frozen=True, slots=True)
class ChatsDamaged:
    """The file of chats at `path` cannot be opened as it is; what a person may choose from.

    `there` is False when the file is gone. `backup_made` is Unix time in seconds, None without a good backup.
    `failed` says why the choice before could not be carried out.
    """

    explanation: Explanation
    path: str
    there: bool
    backup_made: float | None
    in_backup: ChatCounts
    readable: ChatCounts
    failed: Explanation | None = None


@dataclass(frozen=True, slots=True)
class FoundChat:
    """A chat with messages that hold what is searched for, and the newest of these as one line.

    `marks` are the (start, end) of the found words in `line`. `in_title` tells that the title holds all of
    them, with `line` empty where no message does.
    """

    id: str
    title: str
    line: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    in_title: bool = False


@dataclass(frozen=True, slots=True)
class SearchState:
    """What was found for `text`; while `pending`, it is what was found for less of the same text.

    `failed` says why nothing could be looked for.
    """

    text: str = ""
    chats: tuple[FoundChat, ...] = ()
    pending: bool = False
    failed: Explanation | None = None


@dataclass(frozen=True, slots=True)
class ServiceState:
    """A service, and whether it can be used: `lasting` False says that its key goes with the program.

    `added` tells a service that a person named by its address. `checking` is True while a key is being tried;
    `problem` says why it was not taken.
    """

    service: Service
    models: tuple[CloudModel, ...] = ()
    has_key: bool = False
    lasting: bool = True
    added: bool = False
    checking: bool = False
    problem: Explanation | None = None


@dataclass(frozen=True, slots=True)
class CloudState:
    """All services, the lock, and the day of the prices (ISO, empty where unknown)."""

    services: tuple[ServiceState, ...] = ()
    local_only: bool = False
    prices_of: str = ""

    def service(self, service_id: str) -> ServiceState | None:
        """The service with that id."""
        return next((each for each in self.services if each.service.id == service_id), None)


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """One entry of the model button: `enabled` False with the reason in `note`."""

    path: str
    name: str
    note: str = ""
    enabled: bool = True
    current: bool = False
