"""The one place where cloud speaks HTTP: an answer as a stream, and the list of a service's models.

A request is sent again only while nothing of its answer has come and only where that can help; a connection
that fails later keeps what was received. Redirects are not followed, since the key would go with them, and a
key that a service repeats is taken out of what it says. Every exchange is permitted and recorded by the
`WayOut`.
"""

import asyncio
import json
import random
import re
import socket
import ssl
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache

import httpx2

from glmdesk.cloud.events import Ended, Event, Refused
from glmdesk.cloud.failures import Failure, Kind, failure, failure_of_status
from glmdesk.cloud.stream import StreamReader
from glmdesk.core.connections import Connection, LocalOnly, WayOut
from glmdesk.core.services import Service

CONNECT_S, READ_S = 8.0, 180.0
HANG_UP_S = 1.0
TRIES = 4
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 20.0
LARGEST_EVENT = 16 * 1024 * 1024
_LARGEST_BODY = 16 * 1024 * 1024
_LARGEST_ERROR = 64 * 1024
_MOST_MODELS = 500
_SHORTEST_KEY = 8  # characters; what is shorter may be a word like any other
_jitter = random.SystemRandom()


class Client:
    """Speaks to one service with one key, inside an event loop of whoever asks."""

    def __init__(
        self,
        service: Service,
        key: str,
        way_out: WayOut,
        *,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._service = service
        self._key = key.strip()
        self._way_out = way_out
        self._timeout = httpx2.Timeout(read_s, connect=connect_s, pool=connect_s)
        self._pause = pause
        self._clock = clock

    async def answer(self, body: bytes, why: str, receive: Callable[[Event], None]) -> None:
        """Hand `receive` the events of the answer to `body`; the last one is `Ended` or `Refused`.

        Cancelling the task ends the exchange at once.
        """
        for attempt in range(1, TRIES + 1):
            began = False

            def forward(event: Event) -> None:
                nonlocal began
                began = True
                receive(event)

            ending = await self._attempt(body, why, forward)
            pause_s = None
            if isinstance(ending, Refused) and not began and attempt < TRIES:
                pause_s = _pause_s(ending.failure, attempt)
            if pause_s is None:
                receive(ending)
                return
            await self._pause(pause_s)

    async def models(self) -> tuple[str, ...]:
        """The ids of the models that the key may use; raises `ServiceRefused`."""
        body, failed = b"", None
        try:
            async with self._exchange("GET", "/models", b"", "The list of models") as response:
                body = await _read(response, _LARGEST_BODY)
                if response.status_code != 200:
                    failed = self._failed(response, body)
            entries = [] if failed else json.loads(body)["data"]
            ids = [entry["id"] for entry in entries if isinstance(entry, dict) and "id" in entry]
        except (LocalOnly, httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            raise ServiceRefused(_failure_of(error, self._service.name)) from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise ServiceRefused(failure_of_status(200, body, self._service.name)) from error
        if failed is not None:
            raise ServiceRefused(failed)
        return tuple(str(found) for found in ids[:_MOST_MODELS])

    async def _attempt(self, body: bytes, why: str, receive: Callable[[Event], None]) -> Ended | Refused:
        """One try: its pieces go to `receive`, its ending is returned."""
        reader = StreamReader(self._service.name)
        cause: Failure | None = None
        try:
            async with self._exchange("POST", "/chat/completions", body, why) as response:
                kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                if response.status_code != 200 or kind in ("application/json", "text/html"):
                    content = await _read(
                        response, _LARGEST_BODY if kind == "application/json" else _LARGEST_ERROR
                    )
                    cause = self._failed(response, content)
                    if response.status_code == 200 and kind == "application/json" and b'"choices"' in content:
                        for event in reader.feed(self._without_key(content.decode("utf-8", "replace"))):
                            receive(event)
                else:
                    await _read_stream(response, reader, receive, self._without_key)
        except ServiceRefused as error:
            cause = error.failure
        except (LocalOnly, httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
            cause = _failure_of(error, self._service.name)
        *pieces, ending = reader.end(cause)
        for piece in pieces:
            receive(piece)
        if not isinstance(ending, Ended | Refused):
            raise TypeError("a stream ends with its ending")
        return ending

    @asynccontextmanager
    async def _exchange(
        self, method: str, path: str, body: bytes, why: str
    ) -> AsyncIterator[httpx2.Response]:
        """One request and its answer, permitted before and recorded after, however it ends."""
        host = self._service.host
        self._way_out.permit(host)
        headers = self._headers()
        began, received, failed = self._clock(), 0, ""
        try:
            async with (
                httpx2.AsyncClient(verify=_trust(), timeout=self._timeout, follow_redirects=False) as client,
                client.stream(
                    method, self._service.url + path, content=body or None, headers=headers
                ) as response,
            ):
                try:
                    yield response
                finally:
                    received = response.num_bytes_downloaded
        except Exception as error:
            failed = type(error).__name__
            raise
        finally:
            self._way_out.record(Connection(host, why, began, len(body), received, failed))

    def _headers(self) -> dict[str, str]:
        """The headers of every request; raises `ServiceRefused` for a key that can be none."""
        if not re.fullmatch(r"[!-~]*", self._key):
            raise ServiceRefused(failure(Kind.KEY, self._service.name, "the key holds other characters"))
        headers = {
            "Accept": "text/event-stream, application/json",
            "Accept-Language": "en-US,en",
            "Content-Type": "application/json",
            "User-Agent": "glmdesk",
        }
        return headers | ({"Authorization": f"Bearer {self._key}"} if self._key else {})

    def _failed(self, response: httpx2.Response, body: bytes) -> Failure:
        asked = _retry_after_s(response.headers.get("retry-after", ""))
        told = self._without_key(body.decode("utf-8", "replace")).encode()
        return failure_of_status(response.status_code, told, self._service.name, asked)

    def _without_key(self, told: str) -> str:
        return told.replace(self._key, "[key]") if len(self._key) >= _SHORTEST_KEY else told


class ServiceRefused(Exception):
    """A service did not do what was asked; `failure` says why."""

    def __init__(self, failed: Failure) -> None:
        super().__init__(failed.detail or failed.kind.value)
        self.failure = failed


async def _read_stream(
    response: httpx2.Response,
    reader: StreamReader,
    receive: Callable[[Event], None],
    clean: Callable[[str], str],
) -> None:
    """Feed the reader; a service that does not hang up after the end of its answer is left soon."""
    response.headers["content-type"] = "text/event-stream; charset=utf-8"
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as patience:
            async for sse in httpx2.EventSource(response, LARGEST_EVENT):
                for event in reader.feed(clean(sse.data)):
                    receive(event)
                if reader.over and patience.when() is None:
                    _end_in(patience, HANG_UP_S)


async def _read(response: httpx2.Response, limit: int) -> bytes:
    """The body, as far as `limit` bytes."""
    found = bytearray()
    with suppress(TimeoutError):
        async with asyncio.timeout(None) as patience:
            async for piece in response.aiter_bytes():
                found += piece[: limit - len(found)]
                if len(found) == limit:
                    _end_in(patience, 0)
    return bytes(found)


def _end_in(patience: asyncio.Timeout, seconds: float) -> None:
    """Leave a stream from inside its own wait: leaving its iteration would not close what is beneath it."""
    patience.reschedule(asyncio.get_running_loop().time() + seconds)


@cache
def _trust() -> ssl.SSLContext:
    """The certificates that the system trusts; reading them takes longer than a request to this computer."""
    return httpx2.create_ssl_context()


def _pause_s(failed: Failure, attempt: int) -> float | None:
    """How long to wait before another try, None where there is to be none."""
    if not failed.may_pass:
        return None
    if failed.retry_after_s is not None:
        return failed.retry_after_s if failed.retry_after_s <= LONGEST_PAUSE_S else None
    pause_s: float = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** (attempt - 1))
    return pause_s * _jitter.uniform(0.5, 1.5)


def _retry_after_s(header: str) -> float | None:
    return float(header) if re.fullmatch(r"[0-9]{1,6}", header) else None


def _failure_of(error: Exception, name: str) -> Failure:
    """What an exception of the connection means."""
    detail = f"{type(error).__name__}: {error}"
    match error:
        case LocalOnly():
            return failure(Kind.LOCKED, name, detail)
        case httpx2.ProxyError():
            return failure(Kind.PROXY, name, detail)
        case httpx2.TimeoutException():
            return failure(Kind.SLOW, name, detail)
        case httpx2.ConnectError():
            return failure(_connect_kind(error), name, detail)
        case _:
            return failure(Kind.CUT, name, detail)


def _connect_kind(error: BaseException) -> Kind:
    """Whether the name, the certificate or the way failed; told by the errors beneath, if at all."""
    beneath: BaseException | None = error
    while beneath is not None:
        if isinstance(beneath, socket.gaierror):
            return Kind.NAME
        if isinstance(beneath, ssl.SSLError):
            return Kind.TLS
        beneath = beneath.__cause__ or beneath.__context__
    return Kind.CONNECT
