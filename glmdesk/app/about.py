"""What the program is made of, and where a person's own things lie: read when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk import paths
from glmdesk.app.tasks import Tasks
from glmdesk.store.backups import backups_of
from glmdesk.store.database import FILE_NAME

ENGINE_NAME = "llama-cpp-python "


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup of the chats: when it was made (Unix time), its bytes, whether before an upgrade."""

    made: float
    size: int
    upgrade: bool


@dataclass(frozen=True, slots=True)
class OwnData:
    """Where a person's things lie, the bytes of the file of chats, and its backups, the newest first."""

    folder: Path
    chats_bytes: int
    backups: tuple[KeptBackup, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """What changed from version to version, and the licences; empty where the file is not there."""

    changes: str
    licences: str


class About(QObject):
    """Looks at files on a thread; `data_changed` carries an `OwnData`, `texts_read` the `Texts`."""

    data_changed = Signal(object)
    texts_read = Signal(object)

    def __init__(self, tasks: Tasks, back_up: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._back_up = tasks, back_up

    def look(self) -> None:
        """Find out what lies where."""
        self._tasks.run(lambda: own_data(paths.data()), self.data_changed.emit, in_order=True)

    def back_up(self) -> None:
        """Make a backup of the chats where something changed since the last one."""
        self._back_up()
        self.look()

    def read_texts(self) -> None:
        """Read the release notes and the licences."""
        self._tasks.run(_texts, self.texts_read.emit)


def own_data(folder: Path) -> OwnData:
    """What lies in the data folder; a file that goes while it is looked at is left out."""
    backups = []
    for backup in backups_of(folder).all():
        try:
            backups.append(KeptBackup(backup.made, backup.path.stat().st_size, backup.upgrade))
        except OSError:
            continue
    try:
        size = (folder / FILE_NAME).stat().st_size
    except OSError:
        size = 0
    return OwnData(folder, size, tuple(backups))


def engine_age_days(engine: str, today: date | None = None) -> int | None:
    """How many days ago the engine, such as "llama-cpp-python 0.3.36", was released; None when unknown."""
    from glmdesk.engine.packs import read_catalogue

    released = read_catalogue(paths.resources() / "engines.json").released
    day = released.get(engine.removeprefix(ENGINE_NAME).partition(" ")[0])
    if day is None:
        return None
    return ((today or datetime.now(UTC).date()) - date.fromisoformat(day)).days


def _texts() -> Texts:
    return Texts(_read(paths.changes()), _read(paths.resources() / "licences.txt"))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
