"""The worker's requests between the thread that reads them and the one that serves them.

Invariant: requests are served in order, one at a time; a cancel or the closing of a thought takes effect at
once, whatever the serving thread is doing, and each request that was cancelled while it waited is answered.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import RawIOBase
from typing import TypeVar

from glmdesk.engine.protocol import (
    Cancel,
    Cancelled,
    CloseThought,
    Done,
    Event,
    Request,
)
from glmdesk.engine.wire import MAX_LINE_BYTES, Lines, WireError, decode_request

_CHUNK_BYTES = 64 * 1024
_Kind = TypeVar("_Kind", bound=Request)


@dataclass(eq=False)
class Job:
    """A request on its way; the flags are set by the reading thread and looked at by the serving one."""

    request: Request
    cancelled: bool = False
    close_thought: bool = False

    def is_cancelled(self) -> bool:
        """For whoever needs a function."""
        return self.cancelled


class Inbox:
    """Takes requests from one thread and gives them to another; `emit` may be called from both."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._changed = threading.Condition()
        self._waiting: deque[Job] = deque()
        self._current: Job | None = None
        self._ended = False

    def put(self, request: Request) -> None:
        """Queue a request, or carry out one that takes effect at once."""
        if isinstance(request, Cancel):
            if self._cancel(request.target):
                self._emit(Cancelled(request.target))
            self._emit(Done(request.id))
        elif isinstance(request, CloseThought):
            self._close_thought(request.target)
            self._emit(Done(request.id))
        else:
            with self._changed:
                self._waiting.append(Job(request))
                self._changed.notify()

    def end(self) -> None:
        """No more requests will come: what waits is dropped, what runs is cancelled."""
        with self._changed:
            self._ended = True
            if self._current:
                self._current.cancelled = True
            self._changed.notify()

    def next(self) -> Job | None:
        """Wait for the next job, which then is the current one until the next call; None at the end."""
        with self._changed:
            self._current = None
            self._changed.wait_for(lambda: self._waiting or self._ended)
            self._current = None if self._ended else self._waiting.popleft()
            return self._current

    def take(self, kind: type[_Kind]) -> _Kind | None:
        """The first waiting request, if it is of this kind; it does not become the current one."""
        if not self._waiting:  # asked between any two tokens: no lock for the usual answer
            return None
        with self._changed:
            if self._waiting and isinstance(self._waiting[0].request, kind):
                return self._waiting.popleft().request  # type: ignore[return-value]
        return None

    def _cancel(self, target: int) -> bool:
        """Mark the current job, or take a waiting one out; True for the latter."""
        with self._changed:
            if self._current and self._current.request.id == target:
                self._current.cancelled = True
                return False
            found = self._waiting_job(target)
            if found:
                self._waiting.remove(found)
            return found is not None

    def _close_thought(self, target: int) -> None:
        with self._changed:
            job = self._current
            if not job or job.request.id != target:
                job = self._waiting_job(target)
            if job:
                job.close_thought = True

    def _waiting_job(self, target: int) -> Job | None:
        return next((job for job in self._waiting if job.request.id == target), None)


def requests_in(
    stream: RawIOBase, refuse: Callable[[WireError], None], limit: int = MAX_LINE_BYTES
) -> Iterator[Request]:
    """The requests that come in through an unbuffered stream, to its end; `refuse` gets what is none."""
    lines = Lines(limit)
    skipping = False
    while data := stream.read(_CHUNK_BYTES):
        if skipping:
            _, newline, data = data.partition(b"\n")
            skipping = not newline
        try:
            for line in lines.feed(data):
                yield from _request_in(line, refuse)
        except WireError as error:  # the rest of a line that is too long
            refuse(error)
            lines, skipping = Lines(limit), True


def _request_in(line: bytes, refuse: Callable[[WireError], None]) -> Iterator[Request]:
    try:
        request = decode_request(line)
    except WireError as error:
        refuse(error)
    else:
        yield request
