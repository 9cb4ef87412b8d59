"""The program's one way to others: what may go out, what went out, and the lock "local only".

While locked no connection is permitted, and an audit hook of Python's refuses any socket that would reach
beyond this computer's own files, whoever opens it. Sockets that are files stay open, since key stores and
display servers are reached by them. An audit hook cannot be taken back; unlocked, it only tells of hosts that
are looked up, so that downloads and whatever else a library does are in the list of connections too.
"""

import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from glmdesk.core.connections import Connection, LocalOnly

MOST_KEPT = 1_000
OTHERS = "A download or an update"
_SAME_S = 60.0
_EVENTS = frozenset(
    {
        "socket.connect",
        "socket.bind",
        "socket.sendto",
        "socket.sendmsg",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
    }
)


class _Audit:
    """What the audit hook knows: whether it refuses, and every use of the network that it saw."""

    def __init__(self) -> None:
        self.refuses = False
        self.seen: deque[str] = deque(maxlen=MOST_KEPT)
        self.looked_up: Callable[[str], None] = lambda _: None
        self._installed = False

    def install(self) -> None:
        """Watch from now on."""
        if not self._installed:
            self._installed = True
            sys.addaudithook(self._watch)

    def _watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in _EVENTS:
            return
        subject = arguments[0] if arguments else None
        if getattr(subject, "family", None) == getattr(socket, "AF_UNIX", object()):
            return
        target = arguments[1] if isinstance(subject, socket.socket) and len(arguments) > 1 else subject
        self.seen.append(f"{event} {target}")
        if self.refuses:
            raise LocalOnly(str(target))
        if event == "socket.getaddrinfo" and isinstance(target, str | bytes):
            self.looked_up(target if isinstance(target, str) else target.decode("ascii", "replace"))


_audit = _Audit()


def watch() -> Callable[[], tuple[str, ...]]:
    """Watch this process from now on; the result tells every use of the network since."""
    _audit.install()
    _audit.seen.clear()
    return lambda: tuple(_audit.seen)


class Network:
    """A `core.connections.WayOut`; `told` gets each connection, on the thread of whoever connected."""

    def __init__(self, told: Callable[[Connection], None] = lambda _: None) -> None:
        self._told = told
        self._lock = threading.Lock()
        self._connections: deque[Connection] = deque(maxlen=MOST_KEPT)
        self._local_only = False
        self._known: dict[str, float] = {}  # hosts whose connections are told, and until when

    @property
    def local_only(self) -> bool:
        """Whether nothing may go out."""
        return self._local_only

    @property
    def connections(self) -> tuple[Connection, ...]:
        """The connections of this run of the program, oldest first."""
        with self._lock:
            return tuple(self._connections)

    def listen(self) -> None:
        """List the hosts that others in this process connect to, from now on; the bytes are not known."""
        _audit.looked_up = self._looked_up
        _audit.install()

    def lock(self, locked: bool) -> None:
        """Let nothing out any more, or let it again; what is under way is ended by whoever began it."""
        if locked:
            _audit.install()
        self._local_only = _audit.refuses = locked

    def holds(self) -> bool:
        """Whether the lock is on and refuses a connection, a look-up and a datagram."""
        tries: tuple[Callable[[socket.socket], object], ...] = (
            lambda plug: plug.connect(("127.0.0.1", 9)),
            lambda _: socket.getaddrinfo("localhost", 9),
            lambda plug: plug.sendto(b"", ("127.0.0.1", 9)),
        )
        return self._local_only and all(map(_refused, tries))

    def permit(self, host: str) -> None:
        """Return where a connection to `host` may be opened; raises `LocalOnly` where it may not."""
        if self._local_only:
            raise LocalOnly(host)
        self._known[host.rpartition(":")[0] or host] = time.monotonic() + _SAME_S
        self._known[host] = time.monotonic() + _SAME_S

    def _looked_up(self, host: str) -> None:
        """A look-up that nobody announced; the connections of the next minute are taken for the same."""
        now = time.monotonic()
        if self._known.get(host, 0.0) < now:
            self._known[host] = now + _SAME_S
            self.record(Connection(host, OTHERS, time.time()))

    def record(self, connection: Connection) -> None:
        """Keep what was sent and received."""
        with self._lock:
            self._connections.append(connection)
        self._told(connection)


def _refused(attempt: Callable[[socket.socket], object]) -> bool:
    """Whether the lock refuses an attempt; any other error shows that it was let through."""
    with socket.socket(type=socket.SOCK_DGRAM) as plug:
        try:
            attempt(plug)
        except LocalOnly:
            return True
        except OSError:
            return False
    return False
