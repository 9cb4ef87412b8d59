"""The worker: the process that holds the model and does what requests say, one after the other.

Invariant: each request ends with exactly one of `Done`, `Failed` and `Cancelled`, and no request can end the
worker; the end of its stdin does, at once, because it means that whoever started it is gone.
"""

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from glmdesk.core.errors import (
    ContextExceeded,
    GlmdeskError,
    ModelMissing,
    ModelUnusable,
    TemplateRefused,
)
from glmdesk.core.phrases import phrase
from glmdesk.engine.answering import Answering, tell_prompt, tell_warnings
from glmdesk.engine.backend import Backend, BackendError, Stopped
from glmdesk.engine.inbox import Inbox, Job, requests_in
from glmdesk.engine.protocol import (
    START_ID,
    Cancelled,
    Count,
    Done,
    Ending,
    Event,
    Failed,
    FailureKind,
    Generate,
    Load,
    Progress,
    Render,
    Rendered,
    RestoreState,
    SaveState,
    StateHeld,
    Unload,
)
from glmdesk.engine.stdio import private_wire
from glmdesk.engine.wire import WireError, encode

if TYPE_CHECKING:
    from glmdesk.engine.llama.loading import Check

UNREADABLE_ID = -1
PROGRESS_S = 0.05

_KINDS: dict[type[GlmdeskError], FailureKind] = {
    ModelMissing: FailureKind.MODEL_MISSING,
    ModelUnusable: FailureKind.MODEL_UNUSABLE,
    ContextExceeded: FailureKind.CONTEXT_EXCEEDED,
    TemplateRefused: FailureKind.TEMPLATE_REFUSED,
}


def run(script: str | None = None, check: "Check | None" = None) -> int:
    """Be the worker process until stdin ends; returns the exit status.

    `script` is a file to replay; without it llama.cpp runs, and `check` looks at each model file before
    llama.cpp does: it gives the file's header, or raises `ModelError`.
    """
    requests, events = private_wire()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever started this
    try:
        backend = _scripted(script) if script else _llama(check)
    except GlmdeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except BackendError as error:
        sys.stderr.write(f"{error} {error.detail}\n")
        events.write(
            encode(Failed(START_ID, FailureKind(error.kind), error.happened, error.action, error.detail))
        )
        events.flush()
        return 1
    Worker(backend, requests, events, gone=lambda: os._exit(0)).serve()
    return 0


def _scripted(script: str) -> Backend:
    from glmdesk.engine.scripted import ScriptedBackend

    return ScriptedBackend.from_file(Path(script))


def _llama(check: "Check | None") -> Backend:
    from glmdesk.engine.llama import LlamaBackend
    from glmdesk.engine.renderer import Renderer

    assert check is not None, "llama.cpp never sees a file that was not checked"
    return LlamaBackend(check, Renderer())


class Worker:
    """Serves requests from `requests`, an unbuffered stream, and writes events to `events`.

    `gone` is called by the reading thread when `requests` ends; by default what runs is cancelled, and
    `serve` returns.
    """

    def __init__(
        self,
        backend: Backend,
        requests: RawIOBase,
        events: BinaryIO,
        gone: Callable[[], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend = backend
        self._requests, self._events = requests, events
        self._writing = threading.Lock()
        self._inbox = Inbox(self._emit)
        self._gone = gone or self._inbox.end
        self._clock = clock
        self._has_model = False
        self._told: set[str] = set()  # the warnings about this model

    def serve(self) -> None:
        """Greet, then serve until the end of the requests."""
        self._emit(self._backend.hello())
        reader = threading.Thread(target=self._read, name="requests", daemon=True)
        reader.start()
        while job := self._inbox.next():
            self._emit(self._ending(job))
        reader.join()
        self._backend.unload()

    # --- the reading thread -------------------------------------------------------------------------------

    def _read(self) -> None:
        for request in requests_in(self._requests, self._refuse):
            self._inbox.put(request)
        self._gone()

    def _refuse(self, error: WireError) -> None:
        sys.stderr.write(f"unreadable request: {error}\n")
        happened = "The engine did not understand a request."
        self._emit(Failed(UNREADABLE_ID, FailureKind.BAD_REQUEST, happened, "Try again.", str(error)))

    def _emit(self, event: Event) -> None:
        """Write one line; whoever no longer reads is gone."""
        line = encode(event)
        try:
            with self._writing:
                self._events.write(line)
                self._events.flush()
        except BrokenPipeError:
            self._gone()

    # --- the serving thread -------------------------------------------------------------------------------

    def _ending(self, job: Job) -> Ending:
        """Do what the request says; whatever happens meanwhile, it is an ending."""
        request_id = job.request.id
        try:
            return self._served(job)
        except Stopped:
            return Cancelled(request_id)
        except BackendError as error:
            kind = FailureKind(error.kind)
            return Failed(request_id, kind, error.happened, error.action, error.detail)
        except GlmdeskError as error:
            kind = next((_KINDS[base] for base in type(error).__mro__ if base in _KINDS), FailureKind.BUG)
            told = error.explanation
            return Failed(request_id, kind, told.happened, told.action, error.detail)
        except MemoryError:
            happened = phrase("There is not enough memory for this.")
            action = phrase("Choose a smaller context or model.")
            return Failed(request_id, FailureKind.OUT_OF_MEMORY, happened, action)
        except Exception as error:  # noqa: BLE001 - a bug costs one request, never the worker
            traceback.print_exc()
            happened, action = "The engine met a fault of its own.", "Try again; if it stays, report it."
            detail = f"{type(error).__name__}: {error}"
            return Failed(request_id, FailureKind.BUG, happened, action, detail)

    def _served(self, job: Job) -> Ending:
        request = job.request
        if isinstance(request, Load):
            return self._load(request, job)
        if isinstance(request, Unload):
            self._has_model = False
            self._backend.unload()
            return Done(request.id)
        if not self._has_model:
            raise BackendError(FailureKind.NO_MODEL, "No model is loaded.", "Choose a model first.")
        if isinstance(request, Generate):
            return self._answering(request, job).ending()
        if isinstance(request, Count):
            return self._count(request)
        if isinstance(request, SaveState | RestoreState):
            return self._state(request)
        assert isinstance(request, Render)
        prepared = self._backend.prepare(request.prompt)
        tell_warnings(request.id, prepared, self._told, self._emit)
        self._emit(Rendered(request.id, prepared.text, prepared.tokens))
        return Done(request.id)

    def _load(self, request: Load, job: Job) -> Ending:
        self._has_model = False
        self._told.clear()
        told_at = -1.0

        def progress(fraction: float) -> None:
            nonlocal told_at
            if self._clock() - told_at >= PROGRESS_S:
                told_at = self._clock()
                self._emit(Progress(request.id, fraction))

        loaded = self._backend.load(request, progress, job.is_cancelled)
        self._has_model = True
        self._emit(loaded)
        return Done(request.id)

    def _state(self, request: SaveState | RestoreState) -> Ending:
        path = Path(request.path)
        if isinstance(request, SaveState):
            tokens = self._backend.save_state(path, request.least_tokens, request.most_bytes)
        else:
            tokens = self._backend.restore_state(path)
        self._emit(StateHeld(request.id, tokens, path.stat().st_size if tokens else 0))
        return Done(request.id)

    def _count(self, request: Count) -> Ending:
        tell_prompt(request.id, self._backend.prepare(request.prompt), self._backend, self._emit)
        return Done(request.id)

    def _answering(self, request: Generate, job: Job) -> Answering:
        def next_count() -> Count | None:
            return self._inbox.take(Count)

        def serve_count(count: Count) -> None:
            self._emit(self._ending(Job(count)))

        return Answering(
            self._backend, request, job, self._emit, self._told, next_count, serve_count, self._clock
        )
