"""What can be done when the file of chats is damaged or gone: an offer first, then what a person chose.

Nothing is thrown away: what was there is kept under another name beside the new file. The functions take the
right to write for themselves, so the store must be closed.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import apsw

from glmdesk.store.backups import Backup, Backups, backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME, free_name, open_database
from glmdesk.store.faults import explained
from glmdesk.store.integrity import Counts, tick_of
from glmdesk.store.records import KeptChat
from glmdesk.store.salvage import readable_chats
from glmdesk.store.upgrade import create, remove_unfinished, sync_folder, take_place, unfinished
from glmdesk.store.writer_lock import WriterLock


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person may choose from: the newest good backup, and what can be read of the damaged file."""

    damaged: Path
    backup: Backup | None
    in_backup: Counts
    readable: Counts


def offer(folder: Path) -> Offer:
    """Look at the damaged database in `folder` and at its backups; changes nothing."""
    path = folder / FILE_NAME
    backup, in_backup = backups_of(folder).newest_good() or (None, Counts(0, 0))
    with explained():
        found = readable_chats(path)
    return Offer(path, backup, in_backup, _counts(found))


def restore(folder: Path, backup: Backup) -> Path | None:
    """Go on with `backup`; gives where the former file is kept. Raises `StoreDamaged` for a broken backup."""
    backups_of(folder).check(backup)
    with _alone(folder) as path:
        copy = unfinished(path)
        shutil.copyfile(backup.path, copy)
        return _put_in_place(copy, path)


def salvage(folder: Path) -> tuple[Counts, Path | None]:
    """Go on with all that can be read of the damaged file; gives how much that is, and where that is kept."""
    with _alone(folder) as path:
        found = readable_chats(path)
        copy = unfinished(path)
        create(copy)
        store = ChatStore(open_database(copy))
        try:
            store.add(found)
        finally:
            store.close()
        return _counts(found), _put_in_place(copy, path)


def start_empty(folder: Path) -> Path | None:
    """Go on without chats; gives where the former file is kept."""
    with _alone(folder) as path:
        copy = unfinished(path)
        create(copy)
        return _put_in_place(copy, path)


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    path = folder / FILE_NAME
    with explained():
        lock = WriterLock.take(path.with_name(path.name + ".lock"))
        try:
            remove_unfinished(path)
            yield path
            remove_unfinished(path)
        finally:
            lock.release()


def _put_in_place(copy: Path, path: Path) -> Path | None:
    """Make a whole copy the database, which from now on counts as newer than every backup."""
    backups: Backups = backups_of(path.parent)
    connection = apsw.Connection(str(copy), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.execute("UPDATE tick SET value = ?", (max(tick_of(connection), backups.tick()) + 1,))
    finally:
        connection.close()
    os.chmod(copy, 0o600)  # noqa: PTH101 - of a copied backup
    kept = _set_aside(path)
    take_place(copy, path)
    return kept


def _set_aside(path: Path) -> Path | None:
    """Rename the database and its log, first the log: a log must never meet a database it is not of."""
    kept = free_name(path.with_name(f"{path.stem}.kept{path.suffix}"))
    log = path.with_name(path.name + "-wal")
    if log.exists():
        log.replace(kept.with_name(kept.name + "-wal"))
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    if not path.exists():
        return None
    path.replace(kept)
    sync_folder(path.parent)
    return kept


def _counts(chats: list[KeptChat]) -> Counts:
    return Counts(len(chats), sum(len(kept.chat.turns) for kept in chats))
