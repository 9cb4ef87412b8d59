"""A service on this computer that replays what it is given, byte for byte, and keeps what it was sent."""

import json
import socket
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from glmdesk.core.connections import Connection, LocalOnly
from glmdesk.core.services import Dialect, Service

STREAMS = Path(__file__).parent.parent / "data" / "streams"


def recorded(name: str) -> bytes:
    """The body of a recorded stream."""
    return (STREAMS / f"{name}.sse").read_bytes()


@dataclass(frozen=True)
class Reply:
    """One answer: `body` is sent in `pieces` bytes at a time; after `cut` bytes the connection is dropped.

    `silent` keeps the connection open without the end of the body, until the client goes.
    """

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/event-stream"),)
    pieces: int = 0
    cut: int | None = None
    silent: bool = False

    def head(self) -> bytes:
        """The lines before the body; its length is told unless it is to be cut."""
        lines = [f"HTTP/1.1 {self.status} Told", *(f"{name}: {value}" for name, value in self.headers)]
        lines += [f"Content-Length: {len(self.body) + int(self.silent)}", "Connection: close", "", ""]
        return "\r\n".join(lines).encode()


def error_reply(status: int, code: str = "", message: str = "no", retry_after: str = "") -> Reply:
    """An error as services give it."""
    body = json.dumps({"error": {"code": code, "message": message}} if code else {"error": message}).encode()
    headers = [("Content-Type", "application/json")]
    if retry_after:
        headers.append(("Retry-After", retry_after))
    return Reply(body, status, tuple(headers))


@dataclass(frozen=True)
class Asked:
    """A request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body's content."""
        return json.loads(self.body)


class LoopbackService:
    """Answers request after request with `replies`; the last one again when there are no more."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._replies = list(replies)
        self.asked: list[Asked] = []
        self.gone = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="loopback-service")

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self._listening.getsockname()[1]}/v4"

    def service(self, dialect: Dialect = Dialect.ZAI) -> Service:
        """This service as a value."""
        return Service("loopback", "Loopback", self.url, dialect, "this computer")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with socket.create_connection(self._listening.getsockname()):
            self.gone.set()
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                connection.settimeout(20)
                try:
                    asked = _read(connection)
                    if asked is None:
                        if self.gone.is_set():
                            return
                        continue
                    self.asked.append(asked)
                    reply = self._replies[min(len(self.asked), len(self._replies)) - 1]
                    _send(connection, reply)
                except OSError:
                    continue


def _read(connection: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
        if data.startswith(b"\x16"):  # a greeting of TLS, which is not spoken here
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
    head, _, body = data.partition(b"\r\n\r\n")
    line, *rest = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (entry.partition(":") for entry in rest)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65536)
    return Asked(line, headers, body)


def _send(connection: socket.socket, reply: Reply) -> None:
    body = reply.body if reply.cut is None else reply.body[: reply.cut]
    connection.sendall(reply.head())
    size = reply.pieces or max(1, len(body))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for start in range(0, len(body), size):
        connection.sendall(body[start : start + size])
    if reply.silent:
        while connection.recv(65536):
            pass


@dataclass
class OpenWay:
    """A way out that permits what is not in `closed` and keeps what was recorded."""

    closed: Sequence[str] = ()
    connections: list[Connection] = field(default_factory=list)

    def permit(self, host: str) -> None:
        """Refuse the hosts that are closed."""
        if host in self.closed:
            raise LocalOnly(host)

    def record(self, connection: Connection) -> None:
        """Keep it."""
        self.connections.append(connection)
