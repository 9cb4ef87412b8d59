"""Child processes of this program, without Qt and without threads: how they start, talk and end.

`Process` is any child, bytes in and bytes out; `Child` is the worker, requests in and events out. Invariant:
after `close` or `kill` a process is gone and waited for, whatever it was doing.
"""

import asyncio
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Self

from glmdesk.core.errors import EngineLost, EngineSilent
from glmdesk.engine.client import Client
from glmdesk.engine.command import worker_command, worker_environment
from glmdesk.engine.loss import Cause, Loss
from glmdesk.engine.pipes import Pipes
from glmdesk.engine.protocol import Cancel, Event, Hello, Request

CLOSE_PATIENCE_S = 2.0
START_PATIENCE_S = 30.0
CANCEL_PATIENCE_S = 3.0


class Process:
    """A running child: bytes to its stdin, bytes from its stdout, the end of its stderr kept."""

    def __init__(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        *,
        keep_log: bool = True,
        close_patience_s: float = CLOSE_PATIENCE_S,
    ) -> None:
        """Start it and return at once; without `keep_log` its stderr is ours. Raises `OSError`."""
        self._close_patience_s = close_patience_s
        self._runner = asyncio.Runner()
        try:
            self._transport, self._pipes = self._runner.run(_start(arguments, env, keep_log=keep_log))
        except BaseException:
            self._runner.close()
            raise
        self._status: int | None = None

    @property
    def pid(self) -> int:
        """The process id."""
        return self._transport.get_pid()

    @property
    def log(self) -> str:
        """The end of what it wrote to stderr."""
        return self._pipes.log.decode("utf-8", "replace")

    def write(self, data: bytes) -> None:
        """Send `data`; what the pipe does not take at once follows during `read`."""
        if self._status is None:
            self._runner.run(self._write(data))

    def read(self, timeout_s: float | None) -> bytes:
        """What has come in, at least one byte; empty at the end. Raises `TimeoutError`."""
        if self._status is not None:
            return b""
        # Not through the runner: its handling of Ctrl-C costs 0.3 ms a call (CPython 3.11).
        # An interrupted wait goes on by itself in the next one, and takes nothing away.
        if not self._runner.get_loop().run_until_complete(self._pipes.has_arrived(timeout_s)):
            raise TimeoutError
        return self._pipes.take()

    def close(self) -> int:
        """End it: close its stdin, then terminate, each with `close_patience_s` to work, then kill.

        Returns the exit code, or minus the signal's number.
        """
        return self._end(self._close_patience_s)

    def kill(self) -> int:
        """End it now; returns as `close` does."""
        return self._end(0.0)

    def _end(self, patience_s: float) -> int:
        if self._status is None:
            self._status = self._runner.run(self._ended(patience_s))
            self._runner.close()
        return self._status

    async def _write(self, data: bytes) -> None:
        stdin = self._stdin()
        if not stdin.is_closing():
            stdin.write(data)
            await asyncio.sleep(0)

    async def _ended(self, patience_s: float) -> int:
        with suppress(ProcessLookupError):
            if patience_s:
                self._stdin().close()
                if not await self._pipes.has_exited(patience_s):
                    self._transport.terminate()
                    await self._pipes.has_exited(patience_s)
            if not self._pipes.exited.is_set():
                self._transport.kill()
        await self._pipes.exited.wait()
        self._transport.close()  # also where a process of the child's still holds the pipes open
        await self._pipes.disconnected.wait()
        status = self._transport.get_returncode()
        assert status is not None, "it has exited"
        return status

    def _stdin(self) -> asyncio.WriteTransport:
        stdin = self._transport.get_pipe_transport(0)
        assert isinstance(stdin, asyncio.WriteTransport)
        return stdin


async def _start(
    arguments: Sequence[str], env: Mapping[str, str], *, keep_log: bool
) -> tuple[asyncio.SubprocessTransport, Pipes]:
    return await asyncio.get_running_loop().subprocess_exec(
        Pipes,
        *arguments,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if keep_log else None,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class Child:
    """The worker as a context manager: each request gives its own events, up to exactly one ending.

    A worker that is lost ends all requests with `Failed`; nothing can be asked of it afterwards.
    """

    def __init__(self, arguments: Sequence[str] | None = None, env: Mapping[str, str] | None = None) -> None:
        """Without `arguments` and `env` the real worker. Raises `EngineLost` and `EngineSilent`."""
        self._client = Client()
        self._events: dict[int, deque[Event]] = {}
        try:
            self._process = Process(arguments or worker_command(), env or worker_environment())
        except OSError as error:
            raise EngineLost(
                "The engine could not be started.", action="Install glmdesk again.", detail=str(error)
            ) from error
        try:
            self.hello = self._greeting()
        except BaseException:
            self._process.kill()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._process.pid

    @property
    def log(self) -> str:
        """The end of what the worker wrote for diagnostics."""
        return self._process.log

    @property
    def loss(self) -> Loss | None:
        """How the worker was lost, None while it is there."""
        return self._client.loss

    def close(self) -> None:
        """End the worker; no-op when it is gone."""
        self._lost(self._process.close())

    def send(self, make: Callable[[int], Request]) -> int:
        """Send the request that `make` builds from a new id, and return the id. Raises `EngineLost`."""
        if self._client.loss is not None:
            told = self._client.loss.explanation
            raise EngineLost(told.happened, told.kept, told.action, detail=self.log)
        request_id, line = self._client.request(make)
        self._events[request_id] = deque()
        self._process.write(line)
        return request_id

    def request(self, make: Callable[[int], Request], silence_s: float | None = None) -> Iterator[Event]:
        """Send a request and give its events, as `events` does."""
        return self.events(self.send(make), silence_s)

    def events(self, request_id: int, silence_s: float | None = None) -> Iterator[Event]:
        """The events of a request up to its ending; leaving early, or Ctrl-C, cancels the request.

        A worker that says nothing at all for `silence_s` seconds is ended. After Ctrl-C the events go on
        to the ending, `Cancelled` as a rule, and then `KeyboardInterrupt` is raised.
        """
        waiting = self._events[request_id]
        interrupted = False
        try:
            while waiting or request_id in self._client.open_requests:
                try:
                    if not waiting:
                        self._receive(silence_s)
                        continue
                except KeyboardInterrupt:
                    interrupted = True
                    self._cancel(request_id)
                    continue
                yield waiting.popleft()
        finally:
            self._cancel(request_id)
            del self._events[request_id]
        if interrupted:
            raise KeyboardInterrupt

    def _cancel(self, request_id: int) -> None:
        """Cancel an open request and wait for its ending; a worker that gives none in time is ended."""
        if request_id not in self._client.open_requests:
            return
        _, line = self._client.request(lambda cancel_id: Cancel(cancel_id, request_id))
        self._process.write(line)
        deadline = time.monotonic() + CANCEL_PATIENCE_S
        while request_id in self._client.open_requests:
            self._receive(max(0.0, deadline - time.monotonic()))

    def _greeting(self) -> Hello:
        deadline = time.monotonic() + START_PATIENCE_S
        while self._client.hello is None:
            self._receive(max(0.0, deadline - time.monotonic()))
            if self._client.loss is not None:
                told, cause = self._client.loss.explanation, self._client.loss.cause
                if cause is Cause.SILENT:
                    raise EngineSilent(told.happened, action=told.action, detail=self.log)
                raise EngineLost(told.happened, action=told.action, detail=self.log, cause=cause)
        return self._client.hello

    def _receive(self, timeout_s: float | None) -> None:
        """Read once, and sort what came by request; a worker that says nothing, or nonsense, is ended."""
        try:
            data = self._process.read(timeout_s)
        except TimeoutError:
            self._client.give_up()
            self._lost(self._process.kill())
            return
        for event in self._client.feed(data):
            self._sort(event)
        if self._client.broken:
            self._lost(self._process.kill())
        elif not data:
            self._lost(self._process.close())

    def _lost(self, status: int) -> None:
        if self._client.loss is None:
            for failure in self._client.lost(status, self.log):
                self._sort(failure)

    def _sort(self, event: Event) -> None:
        if not isinstance(event, Hello) and event.id in self._events:
            self._events[event.id].append(event)
