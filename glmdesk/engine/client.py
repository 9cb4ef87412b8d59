"""The near end of the worker's wire, as a state machine without a process: bytes in, events out.

Invariant: every request that was made gets exactly one ending, `Done`, `Failed` or `Cancelled`; a worker
that breaks the protocol is not believed any further, and whoever owns the process ends it.
"""

from collections.abc import Callable, KeysView

from glmdesk.core.errors import Explanation
from glmdesk.engine.loss import Loss, broken_wire, loss_of, refused
from glmdesk.engine.protocol import (
    START_ID,
    VERSION,
    Answer,
    Cancel,
    Cancelled,
    CloseThought,
    Count,
    Done,
    Event,
    Failed,
    FailureKind,
    Generate,
    Hello,
    Load,
    Loaded,
    Progress,
    Prompted,
    Render,
    Rendered,
    Request,
    RestoreState,
    SaveState,
    StateHeld,
    Thinking,
    ToolCalled,
    Unload,
    Warned,
)
from glmdesk.engine.wire import MAX_LINE_BYTES, Lines, WireError, decode_event, encode

_ENDINGS = (Done, Failed, Cancelled)
_ANSWERS: dict[type[Request], tuple[type[Event], ...]] = {
    Load: (Progress, Loaded, Warned),
    Unload: (),
    Generate: (Prompted, Thinking, Answer, ToolCalled, Warned),
    Count: (Prompted, Warned),
    Render: (Rendered, Warned),
    SaveState: (StateHeld,),
    RestoreState: (StateHeld,),
    CloseThought: (),
    Cancel: (),
}


class Client:
    """One worker's requests and events, from its `Hello` to its loss."""

    def __init__(self, max_line_bytes: int = MAX_LINE_BYTES) -> None:
        self._lines = Lines(max_line_bytes)
        self._open: dict[int, Request] = {}
        self._last_id = 0
        self._loss: Loss | None = None
        self._silent = False
        self._refusal: Failed | None = None
        self.hello: Hello | None = None
        self.broken = ""
        """Why the worker must be ended, empty while it keeps to the protocol."""

    @property
    def open_requests(self) -> KeysView[int]:
        """The ids of the requests that have no ending yet, oldest first."""
        return self._open.keys()

    @property
    def explanation(self) -> Explanation:
        """What to tell a person about the loss; only after `lost`."""
        assert self._loss is not None, "nothing is lost yet"
        return self._loss.explanation

    @property
    def loss(self) -> Loss | None:
        """How the worker was lost, None while it is not."""
        return self._loss

    def request(self, make: Callable[[int], Request]) -> tuple[int, bytes]:
        """The id of a new request, and the line to write for it; `make` builds it from the id."""
        self._last_id += 1
        request = make(self._last_id)
        self._open[self._last_id] = request
        return self._last_id, encode(request)

    def feed(self, data: bytes) -> list[Event]:
        """The events that `data` completes; none any more once the worker is `broken`."""
        events: list[Event] = []
        if self.broken or self._loss:
            return events
        try:
            for line in self._lines.feed(data):
                event = decode_event(line)
                self._check(event)
                events.append(event)
        except WireError as error:
            self.broken = str(error)
        return events

    def give_up(self) -> None:
        """The owner ends the worker because it no longer answers: then `lost` tells this, not the signal."""
        self._silent = True

    def lost(self, status: int | None, log: str = "") -> list[Failed]:
        """The process is gone: the endings of all open requests.

        `status` is the exit code, or minus the signal's number; None where it was ended for its silence.
        `log` is the end of what it wrote for diagnostics.
        """
        if self._refusal is not None:
            self._loss = refused(self._refusal.happened, self._refusal.action, self._refusal.detail)
        elif self.broken:
            self._loss = broken_wire(self.broken)
        else:
            self._loss = loss_of(None if self._silent else status, log)
        told = self._loss.explanation
        failures = [
            Failed(request_id, FailureKind.LOST, told.happened, told.action, self._loss.detail)
            for request_id in self._open
        ]
        self._open.clear()
        return failures

    def _check(self, event: Event) -> None:
        if isinstance(event, Hello):
            self._greet(event)
            return
        if self.hello is None and isinstance(event, Failed) and event.id == START_ID:
            self._refusal = event
            return
        if self.hello is None:
            raise WireError(f"{_name(event)} before the greeting")
        request = self._open.get(event.id)
        if request is None:
            state = "has ended" if 0 < event.id <= self._last_id else "was never made"
            raise WireError(f"{_name(event)} for request {event.id}, which {state}")
        if isinstance(event, _ENDINGS):
            del self._open[event.id]
        elif not isinstance(event, _ANSWERS[type(request)]):
            raise WireError(f"{_name(event)} for request {event.id}, a {_name(request)}")

    def _greet(self, hello: Hello) -> None:
        if self.hello is not None:
            raise WireError("a second greeting")
        if hello.protocol != VERSION:
            raise WireError(f"protocol version {hello.protocol}, not {VERSION}")
        self.hello = hello


def _name(message: Request | Event) -> str:
    return type(message).__name__
