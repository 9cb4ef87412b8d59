"""News of a newer version: asked for once a day at most, only where a person wants it.

Invariant: nothing is installed from here. A package of the system is updated by the system, a Python package
by pip: there nothing is ever asked.
"""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk import __version__
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.connections import WayOut
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.core.phrases import phrase
from glmdesk.releases.announcement import Announcement, Untrusted, is_newer, read
from glmdesk.releases.origin import read_origin

DAY_S = 24 * 3600
_WHY = "News of newer versions"
_OF_THE_SYSTEM = ("/usr/", "/opt/", "/nix/", "/snap/", "/app/")

Fetch = Callable[[str], bytes]
"""The bytes at an address; raises `GlmdeskError` and `OSError`."""


class Updates(QObject):
    """`noticed` carries a `Notice` of a version that is newer than this one, once for each."""

    noticed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        tasks: Tasks,
        origin: Path,
        fetch: Fetch,
        *,
        version: str = __version__,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._tasks = preferences, tasks
        self._origin, self._fetch = origin, fetch
        self._version, self._clock = version, clock
        preferences.changed.connect(lambda _: self.look())

    def look(self) -> None:
        """Ask, if it is wanted and a day has passed."""
        settings, now = self._preferences.settings, self._clock()
        if not settings.update_news or settings.local_only:
            return
        if 0 <= now - settings.updates_asked < DAY_S:
            return
        self._preferences.change(updates_asked=now)
        self._tasks.run(self._ask, self._told, self._not_told, network=True)

    def _ask(self) -> Announcement:
        origin = read_origin(self._origin)
        return read(self._fetch(origin.announcement), origin.public_key)

    def _told(self, found: Announcement) -> None:
        if not is_newer(found.version, self._version):
            return
        notes = " ".join(found.notes)
        self.noticed.emit(
            Notice(
                Explanation(
                    phrase("glmdesk {version} is there.", version=found.version),
                    notes,
                    phrase("Get it from {page}", page=found.page),
                )
            )
        )

    def _not_told(self, error: Exception) -> None:
        """No network, or nothing that can be believed: it is asked again another day."""
        if not isinstance(error, GlmdeskError | OSError | Untrusted):
            raise error


def may_tell() -> bool:
    """Whether this program was installed in a way that nobody else updates."""
    if not getattr(sys, "frozen", False):
        return False
    return not str(Path(sys.executable).resolve()).startswith(_OF_THE_SYSTEM)


def fetching(tasks: Tasks, folder: Path, way_out: WayOut) -> Fetch:
    """Brings a small file by the transfer of this program; nothing of it stays on disk."""

    def fetch(url: str) -> bytes:
        from glmdesk.models.transfer import Order, Transfer

        try:
            order = Order("announcement.json", (url,))
            transfer = Transfer(order, folder, tasks.network, connections=1, way_out=way_out, why=_WHY)
            return transfer.run().path.read_bytes()
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    return fetch
