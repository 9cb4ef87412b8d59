"""Copies of the chats from earlier: made when something changed, verified, and thinned out as they age.

A backup is a whole database of its own. It counts as made only when it was read back and found sound; its
name tells its number, which orders the backups whatever the clock did, and when it was made.
"""

import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import apsw

from glmdesk.core.errors import StoreError
from glmdesk.store import faults, search, turns
from glmdesk.store.database import FILE_NAME, reader
from glmdesk.store.faults import explained
from glmdesk.store.integrity import Counts, counts, first_problem, tick_of
from glmdesk.store.upgrade import take_place

NEWEST, DAYS, WEEKS, UPGRADES = 10, 7, 4, 3
_NAME = re.compile(r"chats-(\d{6,})-(\d{8}T\d{6}Z)(-upgrade)?\.sqlite")
_TIME = "%Y%m%dT%H%M%SZ"
_UNFINISHED = "unfinished.sqlite"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy; `made` is Unix time in seconds, `upgrade` that it was made before an upgrade."""

    path: Path
    number: int
    made: float
    upgrade: bool = False


class Backups:
    """The backups in `folder` of the database `source`.

    Connections are its own, so `make` may run on another thread than the store's and beside it; `erase` and
    `make` are not to run at the same time.
    """

    def __init__(self, folder: Path, source: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._source = source
        self._clock = clock

    def all(self) -> tuple[Backup, ...]:
        """Every backup, the newest first."""
        if not self._folder.is_dir():
            return ()
        found = [backup for path in self._folder.iterdir() if (backup := _backup(path)) is not None]
        return tuple(sorted(found, key=lambda backup: backup.number, reverse=True))

    def make(self, *, upgrade: bool = False) -> Backup | None:
        """Copy the database and thin out the copies; None when nothing changed since the newest one.

        Raises `StoreError`s, `StoreDamaged` when the database or the copy is not sound.
        """
        with explained():
            if not upgrade and self._tick(self._source) == self.tick():
                return None
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / _UNFINISHED
            for stray in self._folder.glob(_UNFINISHED + "*"):
                stray.unlink()
            try:
                self._copy_to(unfinished)
                backup = self._next(upgrade)
                take_place(unfinished, backup.path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            everything = self.all()
            for old in set(everything) - kept_of(everything):
                old.path.unlink()
            return backup

    def check(self, backup: Backup) -> Counts:
        """Read a backup through and count what is in it; raises `StoreDamaged` when it is not sound."""
        with explained():
            return _checked(backup.path)

    def newest_good(self) -> tuple[Backup, Counts] | None:
        """The newest backup that is sound, with its counts."""
        for backup in self.all():
            try:
                return backup, self.check(backup)
            except StoreError:
                continue
        return None

    def tick(self) -> int:
        """The tick of the newest backup that can be read, -1 when there is none."""
        for backup in self.all():
            try:
                with explained():
                    return self._tick(backup.path)
            except StoreError:
                continue
        return -1

    def erase(self, chat_id: str) -> tuple[Backup, ...]:
        """Remove a chat from every backup, for good; gives those in which it could not be done."""
        return tuple(backup for backup in self.all() if not _erased(backup.path, chat_id))

    def _copy_to(self, unfinished: Path) -> None:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        connection = reader(self._source)
        try:
            connection.execute("VACUUM INTO ?", (str(unfinished),))
        finally:
            connection.close()
        _checked(unfinished)

    def _next(self, upgrade: bool) -> Backup:
        number = max((backup.number for backup in self.all()), default=0) + 1
        made = self._clock()
        name = f"chats-{number:06d}-{datetime.fromtimestamp(made, UTC).strftime(_TIME)}"
        return Backup(self._folder / f"{name}{'-upgrade' * upgrade}.sqlite", number, made, upgrade)

    @staticmethod
    def _tick(path: Path) -> int:
        connection = reader(path)
        try:
            return tick_of(connection)
        finally:
            connection.close()


def backups_of(folder: Path) -> Backups:
    """The backups of the chats in `folder`."""
    return Backups(folder / "backups", folder / FILE_NAME)


def kept_of(backups: Sequence[Backup]) -> set[Backup]:
    """Which of the backups, given newest first, stay.

    The `NEWEST`; of each of the newest `DAYS` days and `WEEKS` weeks that have any, the last one (days and
    weeks are those of UTC); the last `UPGRADES` made before an upgrade.
    """
    kept = set(backups[:NEWEST]) | set([backup for backup in backups if backup.upgrade][:UPGRADES])
    for form, number in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS)):
        last: dict[str, Backup] = {}
        for backup in backups:
            last.setdefault(datetime.fromtimestamp(backup.made, UTC).strftime(form), backup)
        kept |= set(list(last.values())[:number])
    return kept


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(match[2], _TIME).replace(tzinfo=UTC).timestamp()
    except ValueError:
        return None
    return Backup(path, int(match[1]), made, match[3] is not None)


def _checked(path: Path) -> Counts:
    connection = reader(path)
    try:
        problem = first_problem(connection)
        if problem:
            raise faults.damaged(f"{path.name}: {problem}")
        return counts(connection)
    finally:
        connection.close()


def _erased(path: Path, chat_id: str) -> bool:
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    except apsw.Error:
        return False
    try:
        connection.pragma("secure_delete", True)
        connection.pragma("journal_mode", "DELETE")
        with connection:
            turns.erase_turns(connection, chat_id)
            begin = True
            while search.purge(connection, begin=begin):
                begin = False
            turns.erase_row(connection, chat_id)
    except apsw.Error:
        return False
    finally:
        connection.close()
    return True
