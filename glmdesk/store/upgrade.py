"""A new database, or an older one in the newest form: made beside its place, put there when it is whole.

Killed at any moment, there is either the old database or the new one under the name; never none, never half.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import apsw

from glmdesk.store import faults
from glmdesk.store.integrity import APPLICATION_ID, Counts, counts, first_problem
from glmdesk.store.migrations import MIGRATIONS, Migration, form_of, migrate

_UNFINISHED = ".unfinished"


def create(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Make an empty database at `path`, readable by its owner alone."""
    copy = unfinished(path)
    remove_unfinished(path)
    os.close(os.open(copy, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
    _finish(copy, migrations)
    take_place(copy, path)


def upgrade(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the database at `path` to the newest form; raises `StoreBusy` while anyone else has it open.

    The copy must hold at least as many chats and messages as the original, and be sound.
    """
    copy = unfinished(path)
    remove_unfinished(path)
    original = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        # With the file to ourselves the log is folded into it and removed when we close: no log of the old
        # database may ever meet the new one.
        original.pragma("locking_mode", "EXCLUSIVE")
        original.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        before = counts(original) if form_of(original) else None
        os.close(os.open(copy, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600))
        original.execute("VACUUM INTO ?", (str(copy),))
    finally:
        original.close()
    after = _finish(copy, migrations)
    if before is not None and (after.chats < before.chats or after.messages < before.messages):
        remove_unfinished(path)
        raise faults.damaged(f"the upgrade would have turned {before} into {after}")
    take_place(copy, path)


def take_place(copy: Path, path: Path) -> None:
    """Put a whole, closed copy under the name `path`, and both on the disk before this returns."""
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    copy.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a change of names in `folder` last through a loss of power, where the system offers it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_unfinished(path: Path) -> None:
    """Remove what an earlier run that was killed left of its copy."""
    for stray in path.parent.glob(unfinished(path).name + "*"):
        stray.unlink()


def unfinished(path: Path) -> Path:
    """The name of the copy that is to become `path`."""
    return path.with_name(path.name + _UNFINISHED)


def _finish(copy: Path, migrations: Sequence[Migration]) -> Counts:
    connection = apsw.Connection(str(copy))
    try:
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("secure_delete", True)
        migrate(connection, migrations)
        problem = first_problem(connection)
        broken_link = connection.execute("PRAGMA foreign_key_check").get
        if problem or broken_link is not None:
            raise faults.damaged(problem or f"a turn without its parent: {broken_link}")
        connection.pragma("journal_mode", "WAL")  # kept in the file
        return counts(connection)
    finally:
        connection.close()
