"""What goes between the program and its worker: requests and events as frozen values.

Requests go to the worker's stdin, events come from its stdout. Every request has an id, every event but
`Hello` carries it, and each request ends with exactly one of `Done`, `Failed` and `Cancelled`. A worker is
told everything it needs: it has no settings, no store, no network.
"""

from enum import StrEnum
from typing import Any

import msgspec

from glmdesk.core.chat import Timing, Usage
from glmdesk.core.ledger import LedgerEntry
from glmdesk.core.plan import Memory, Placement
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.core.sampling import Sampling

VERSION = 1
START_ID = 0  # of no request: a `Failed` with it, instead of the greeting, tells why there is no engine


class _Wire(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=True):
    id: int


# --- requests ---------------------------------------------------------------------------------------------


class Load(_Wire, frozen=True, tag="load"):
    """Load the model at `path`, unloading another first; answered by `Progress`*, `Loaded`, `Done`."""

    path: str
    placement: Placement = Placement()


class Unload(_Wire, frozen=True, tag="unload"):
    """Give the model's memory back; answered by `Done`."""


class Prompt(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a prompt is made of; `partial` is a cut answer that goes on where it stopped."""

    messages: tuple[PromptMessage, ...]
    thinking: bool = True
    keep_thinking: bool = False
    tools: tuple[dict[str, Any], ...] = ()
    partial: PartialAnswer | None = None


class Generate(_Wire, frozen=True, tag="generate"):
    """Answer `prompt`; answered by `Prompted`, `Thinking`, `Answer`, `ToolCalled` as they come, then `Done`.

    `max_tokens` 0 means "until the context is full"; `thinking_budget` 0 means none, else the thought is
    closed after that many tokens and the answer begins. Where there is not room for `least_room` tokens the
    prompt is counted, not read, and the request fails.
    """

    prompt: Prompt
    sampling: Sampling = Sampling()
    max_tokens: int = 0
    thinking_budget: int = 0
    least_room: int = 1


class Count(_Wire, frozen=True, tag="count"):
    """Count the tokens of `prompt`, also while generating; answered by `Prompted`, `Done`."""

    prompt: Prompt


class Render(_Wire, frozen=True, tag="render"):
    """Show `prompt` exactly as the model would see it; answered by `Rendered`, `Done`."""

    prompt: Prompt


class SaveState(_Wire, frozen=True, tag="save_state"):
    """Write what was read, and how it was understood, to `path`; answered by `StateHeld`, `Done`.

    It is not written, and 0 tokens are told, where it is shorter than `least_tokens` or takes more than
    `most_bytes`. A file that is there is replaced as a whole.
    """

    path: str
    least_tokens: int = 0
    most_bytes: int = 0


class RestoreState(_Wire, frozen=True, tag="restore_state"):
    """Take up what `SaveState` wrote for the same model and placement; answered by `StateHeld`, `Done`.

    Fails where the file is not of this model, with nothing read.
    """

    path: str


class CloseThought(_Wire, frozen=True, tag="close_thought"):
    """End the running thought of request `target` and begin the answer; answered by `Done`."""

    target: int


class Cancel(_Wire, frozen=True, tag="cancel"):
    """End request `target` now; the target answers `Cancelled`, this request `Done`."""

    target: int


Request = Load | Unload | Generate | Count | Render | SaveState | RestoreState | CloseThought | Cancel


# --- events -----------------------------------------------------------------------------------------------


class DeviceInfo(msgspec.Struct, frozen=True):
    """A device as llama.cpp's own registry lists it; bytes; `kind` is cpu, gpu, igpu or accel."""

    id: str
    name: str
    kind: str
    backend: str
    total_bytes: int
    free_bytes: int
    pci: str = ""


class Hello(msgspec.Struct, frozen=True, tag_field="type", tag="hello"):
    """The first line of a worker: who it is and what it can use."""

    protocol: int
    engine: str  # "llama-cpp-python 0.3.36", say
    commit: str
    backends: tuple[str, ...]
    devices: tuple[DeviceInfo, ...]
    libraries: tuple[str, ...] = ()  # llama.cpp's own, as the system has mapped them


class Progress(_Wire, frozen=True, tag="progress"):
    """How far a load has come, 0 to 1."""

    fraction: float


class ModelInfo(msgspec.Struct, frozen=True):
    """What the loaded file says of itself, checked and shortened by the worker; `thinks` by its template."""

    name: str
    architecture: str
    quant: str
    file_bytes: int
    layers: int
    parameters: int
    trained_context: int
    thinks: bool


class Loaded(_Wire, frozen=True, tag="loaded"):
    """A model is ready: `placement` as really used (threads, layers, context), memory as really allocated."""

    model: ModelInfo
    placement: Placement
    memory: Memory
    seconds: float
    template: str  # "model", or the built-in format that stands in for it: "glm", "chatml"


class Prompted(_Wire, frozen=True, tag="prompt"):
    """The prompt was made: `tokens` in all, `cached` of them need no reading; `context` is the limit."""

    tokens: int
    cached: int
    context: int
    ledger: tuple[LedgerEntry, ...]


class Rendered(_Wire, frozen=True, tag="rendered"):
    """The exact text and token ids of a prompt."""

    text: str
    tokens: tuple[int, ...]


class StateHeld(_Wire, frozen=True, tag="state"):
    """So many tokens were written or taken up, and the file's size."""

    tokens: int
    size_bytes: int = 0


class Thinking(_Wire, frozen=True, tag="thinking"):
    """More of the thought: `text`, and how many tokens were sampled for it since the last event."""

    text: str
    tokens: int


class Answer(_Wire, frozen=True, tag="answer"):
    """More of the answer: `text`, and how many tokens were sampled for it since the last event."""

    text: str
    tokens: int


class ToolCalled(_Wire, frozen=True, tag="tool_call"):
    """A whole tool call; `complete` is False when the stream ended inside it."""

    name: str
    arguments: dict[str, str]
    tokens: int
    complete: bool = True


class Warned(_Wire, frozen=True, tag="warning"):
    """Something a person should know that does not end the request, as a whole sentence."""

    text: str


class Finish(StrEnum):
    """Why a generation ended."""

    STOP = "stop"
    LENGTH = "length"


class Done(_Wire, frozen=True, tag="done"):
    """The request is finished; the rest is set for `Generate` only."""

    finish: Finish = Finish.STOP
    usage: Usage | None = None
    timing: Timing | None = None
    engine_decode_tps: float = 0.0  # the same rate by llama.cpp's own timers


class FailureKind(StrEnum):
    """What kind of failure it was, for the program; people read the sentences."""

    MODEL_MISSING = "model_missing"
    MODEL_UNUSABLE = "model_unusable"
    OUT_OF_MEMORY = "out_of_memory"
    NO_MODEL = "no_model"
    CONTEXT_EXCEEDED = "context_exceeded"
    TEMPLATE_REFUSED = "template_refused"
    BAD_REQUEST = "bad_request"
    BUG = "bug"
    LOST = "lost"


class Failed(_Wire, frozen=True, tag="failed"):
    """The request failed: what happened and one thing to do, for people; `detail` for diagnostics."""

    kind: FailureKind
    happened: str
    action: str = ""
    detail: str = ""


class Cancelled(_Wire, frozen=True, tag="cancelled"):
    """The request was cancelled; a generation tells what it had used until then."""

    usage: Usage | None = None
    timing: Timing | None = None


Event = (
    Hello
    | Progress
    | Loaded
    | Prompted
    | Rendered
    | StateHeld
    | Thinking
    | Answer
    | ToolCalled
    | Warned
    | Done
    | Failed
    | Cancelled
)
Ending = Done | Failed | Cancelled
