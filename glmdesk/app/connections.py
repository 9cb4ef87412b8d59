"""Every connection that the program makes: listed, remembered over runs, and refused while locked."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk.app.preferences import Preferences
from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import Connection
from glmdesk.core.settings import Settings
from glmdesk.network import Network
from glmdesk.store.journal import Journal

MOST_REMEMBERED = 2_000


class Connections(QObject):
    """`connected` carries a `Connection` that ended; `locked` tells that nothing may go out any more."""

    connected = Signal(object)
    locked = Signal()
    _told = Signal(object)

    def __init__(
        self, preferences: Preferences, tasks: Tasks, data: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._log = Journal(data / "connections.jsonl", Connection, MOST_REMEMBERED)
        self._earlier: tuple[Connection, ...] = ()
        self._closed = False
        self.network = Network(self._tell)
        self._told.connect(self._record)
        self.network.listen()
        self.network.lock(preferences.settings.local_only)
        preferences.changed.connect(self._settings_changed)

    @property
    def remembered(self) -> tuple[Connection, ...]:
        """Those of earlier runs and of this one, oldest first."""
        return (*self._earlier, *self.network.connections)

    @property
    def local_only(self) -> bool:
        """Whether nothing may go out."""
        return self.network.local_only

    def start(self) -> None:
        """Read those of earlier runs."""

        def use(earlier: list[Connection]) -> None:
            self._earlier = tuple(earlier)

        self._tasks.run(self._log.read, use, in_order=True)

    def prove_lock(self, told: Callable[[bool], None]) -> None:
        """Try to get out by every way a Python program has; tells whether all were refused."""
        self._tasks.run(self.network.holds, told)

    def close(self) -> None:
        """Show nothing more; connections that end from now on are written down by who ends them."""
        self._closed = True

    def _settings_changed(self, settings: Settings) -> None:
        if settings.local_only != self.network.local_only:
            self.network.lock(settings.local_only)
            if settings.local_only:
                self.locked.emit()

    def _tell(self, connection: Connection) -> None:
        """Called on any thread, also on one that outlives this object by moments."""
        if self._closed:
            self._log.add(connection)
            return
        with suppress(RuntimeError):
            self._told.emit(connection)

    def _record(self, connection: Connection) -> None:
        if self._closed:
            self._log.add(connection)
            return
        self._tasks.run(lambda: self._log.add(connection), in_order=True)
        self.connected.emit(connection)
