"""A server on this computer that speaks the hub's HTTP interface, and misbehaves when told to.

`/OWNER/REPO/resolve/REVISION/FILE` redirects to a signed address of its content network, as the hub does;
`/api/models/OWNER/REPO` tells of the files. What was asked and how much was sent is kept for the tests.
"""

import hashlib
import json
import socket
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

REPO = "maker/GLM-GGUF"
REVISION = "46cbdf738df140a74f50a25b9e23cb8b038ad77b"
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: path, lower-case headers, and the range it was for."""

    method: str
    path: str
    headers: dict[str, str]

    @property
    def range(self) -> str:
        return self.headers.get("range", "")


Behaviour = Callable[["Handler", bytes, int, int], None]
"""Answers a request for the bytes `start` to before `end` of a file."""


@dataclass
class Hub:
    """`files` by name; `behaviours` are used up, one for each request for bytes, before it behaves again."""

    files: dict[str, bytes] = field(default_factory=dict)
    repo: str = REPO
    behaviours: deque[Behaviour] = field(default_factory=deque)
    ranges: bool = True
    linked: bool = True  # tells the hash, as for large files
    redirect: Callable[[str], str] | None = None  # the address that a file's address leads to
    token: str = ""  # what must be shown
    links: int = 1_000_000  # requests that a signed address is good for
    last_modified: str = "2026-02-12T00:00:00.000Z"
    sent: int = 0
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._lock = threading.Lock()
        self._link, self._used = 0, 0
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.hub = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def address(self, name: str) -> str:
        """Where `name` is asked for."""
        return f"{self.url}/{self.repo}/resolve/{REVISION}/{name}"

    def asked_for_bytes(self) -> list[Asked]:
        """The requests that came to the content network."""
        return [asked for asked in self.asked if asked.path.startswith("/cdn/")]

    def count(self, sent: int) -> None:
        with self._lock:
            self.sent += sent

    def fresh_link(self) -> str:
        """The signature of the address that is good now."""
        with self._lock:
            self._link, self._used = self._link + 1, 0
            return str(self._link)

    def good_link(self, signature: str) -> bool:
        with self._lock:
            self._used += 1
            return signature == str(self._link) and self._used <= self.links


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class _Server(ThreadingHTTPServer):
    hub: Hub
    daemon_threads = False

    def __init__(self, address: tuple[str, int], handler: type["Handler"]) -> None:
        super().__init__(address, handler)
        self._open: list[socket.socket] = []

    def get_request(self) -> tuple[socket.socket, object]:
        request, client = super().get_request()
        self._open.append(request)
        return request, client

    def hang_up(self) -> None:
        """End connections that clients keep open for another request."""
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 20

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        hub, path = self.server.hub, urlsplit(self.path).path
        hub.asked.append(Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
        shown = self.headers.get("Authorization")
        if hub.token and not path.startswith("/cdn/") and shown != f"Bearer {hub.token}":
            self.answer(401, headers={"X-Error-Code": "GatedRepo"})
        elif path.startswith(f"/api/models/{hub.repo}"):
            self.answer(200, json.dumps(self._told()).encode(), {"Content-Type": "application/json"})
        elif path.startswith("/api/models/"):
            self.answer(404, headers={"X-Error-Code": "RepoNotFound"})
        elif path.startswith(f"/{hub.repo}/resolve/"):
            self._redirect(path.rpartition("/")[2])
        elif path.startswith("/cdn/"):
            self._bytes(*path.split("/")[2:4])
        else:
            self.answer(404)

    def _told(self) -> dict[str, object]:
        hub = self.server.hub
        siblings = [
            {
                "rfilename": name,
                "size": len(content),
                "blobId": "0" * 40,
                "lfs": {"sha256": sha256(content), "size": len(content), "pointerSize": 135},
            }
            for name, content in hub.files.items()
        ]
        return {
            "id": hub.repo,
            "modelId": hub.repo,
            "sha": REVISION,
            "lastModified": hub.last_modified,
            "private": False,
            "gated": False,
            "disabled": False,
            "tags": [],
            "downloads": 0,
            "likes": 0,
            "siblings": siblings,
        }

    def _redirect(self, name: str) -> None:
        hub = self.server.hub
        content = hub.files.get(name)
        if content is None:
            self.answer(404, headers={"X-Error-Code": "EntryNotFound"})
            return
        linked = {"X-Linked-Etag": f'"{sha256(content)}"', "X-Linked-Size": str(len(content))}
        to = hub.redirect(name) if hub.redirect else f"/cdn/{hub.fresh_link()}/{name}"
        known = linked if hub.linked else {}
        self.answer(302, headers={"Location": to, "X-Repo-Commit": REVISION, **known})

    def _bytes(self, signature: str, name: str) -> None:
        hub = self.server.hub
        content = hub.files.get(name)
        if not hub.good_link(signature) or content is None:
            self.answer(403, b"<Error>expired</Error>", {"Content-Type": "application/xml"})
            return
        start, end = self.wanted(content)
        probe = end - start == 1 and start == 0
        behaviour = hub.behaviours.popleft() if hub.behaviours and not probe else behave
        behaviour(self, content, start, end)

    def wanted(self, content: bytes) -> tuple[int, int]:
        """The range that is asked for; all of the file without one, or where its condition does not hold."""
        asked, condition = self.headers.get("Range"), self.headers.get("If-Range")
        if not asked or not self.server.hub.ranges or condition not in (None, self.tag(content)):
            return 0, len(content)
        first, _, last = asked.removeprefix("bytes=").partition("-")
        return int(first), min(len(content), int(last) + 1 if last else len(content))

    def tag(self, content: bytes) -> str:
        return f'"{hashlib.md5(content).hexdigest()}"'  # as a content network's own

    def head(
        self, content: bytes, start: int, end: int, *, length: int | None = None, said: str = ""
    ) -> None:
        """Status and headers for a range."""
        whole = (start, end) == (0, len(content)) and not said
        self.send_response(200 if whole else 206)
        self.send_header("Content-Type", "binary/octet-stream")
        self.send_header("ETag", self.tag(content))
        self.send_header("Content-Length", str(end - start if length is None else length))
        if not whole:
            self.send_header("Content-Range", said or f"bytes {start}-{end - 1}/{len(content)}")
        self.end_headers()

    def body(self, content: bytes, start: int, end: int) -> None:
        """The bytes, counted as they go."""
        if self.command == "HEAD":
            return
        for at in range(start, end, _PIECE):
            piece = content[at : min(end, at + _PIECE)]
            self.wfile.write(piece)
            self.server.hub.count(len(piece))

    def answer(self, status: int, content: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nothing."""


# --- behaviours --------------------------------------------------------------------------------------------


def behave(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Send what was asked for."""
    handler.head(content, start, end)
    handler.body(content, start, end)


def cut_after(count: int) -> Behaviour:
    """End the connection after `count` bytes of what was promised; negative counts from the end."""

    def cut(handler: Handler, content: bytes, start: int, end: int) -> None:
        handler.head(content, start, end)
        handler.body(content, start, min(end, start + count) if count >= 0 else max(start, end + count))
        handler.close_connection = True

    return cut


def refuse(status: int, **headers: str) -> Behaviour:
    """Answer with a status; `Retry_After` becomes a header."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, *_: handler.answer(status, headers=named)


def login_page(handler: Handler, *_: object) -> None:
    """What a network at an airport answers."""
    handler.answer(200, b"<html>Please log in</html>", {"Content-Type": "text/html; charset=utf-8"})


def stall(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Promise everything, send one piece and then nothing until the client gives up."""
    handler.head(content, start, end)
    handler.body(content, start, min(end, start + 1000))
    handler.wfile.flush()
    handler.rfile.read(1)
    handler.close_connection = True


def shifted(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Send another range than was asked for, and say so."""
    handler.head(content, start, end, said=f"bytes {start + 10}-{end + 9}/{len(content)}")
    handler.body(content, start, end)


def short(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Say a whole range, promise half its length."""
    half = (end - start) // 2
    handler.head(content, start, end, length=half)
    handler.body(content, start, start + half)


def flipped(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Send the right number of bytes, one of them wrong."""
    middle = (start + end) // 2
    wrong = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    handler.head(content, start, end)
    handler.body(wrong, start, end)


def unsatisfiable(handler: Handler, content: bytes, start: int, end: int) -> None:
    """Say that the range is beyond the end."""
    handler.answer(416, headers={"Content-Range": f"bytes */{len(content)}"})
