"""The one file of chats: opened soundly, written by one process, every change whole or not there at all.

SQLite comes from apsw and not from Python: the SQLite 3.7.0 to 3.51.2 that CPython ships or finds can corrupt
a database in WAL mode when two connections write and checkpoint at the same instant (fixed in 3.51.3), and
may lack the full-text index FTS5. apsw's wheels carry a fixed SQLite with FTS5 on every system.

What `open_database` promises: a file that is damaged raises `StoreDamaged` and is left as it is; a file made
by a newer version, or one that another process writes, is opened for reading and `notice` says so.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import apsw

from glmdesk.core.errors import Explanation, StoreBusy, StoreReadOnly
from glmdesk.core.phrases import phrase
from glmdesk.store import faults
from glmdesk.store.faults import explained
from glmdesk.store.integrity import APPLICATION_ID, first_problem, wal_is_unreadable
from glmdesk.store.migrations import MIGRATIONS, Migration, form_of
from glmdesk.store.upgrade import create, remove_unfinished, upgrade
from glmdesk.store.writer_lock import WriterLock

FILE_NAME = "chats.sqlite"
CHECK_S = 2.0  # a start may wait this long for the check; a file of 500 MB takes about as much
BUSY_MS = 2_000
WAL_LIMIT = 8 << 20  # bytes the log keeps on disk between two checkpoints


class Database:
    """An open database; made by `open_database`. All methods raise `StoreError`s and nothing else.

    A connection belongs to one thread at a time; the store's is the thread that writes.
    """

    def __init__(
        self, connection: apsw.Connection, path: Path, lock: WriterLock | None, notice: Explanation | None
    ) -> None:
        self.connection = connection
        self.path = path
        self.notice = notice
        self._lock = lock

    @property
    def read_only(self) -> bool:
        """True when nothing can be saved; `notice` says why."""
        return self._lock is None

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[apsw.Connection]:
        """Everything done inside is saved, or nothing is.

        With `durable` it is on the disk when this ends and outlives a loss of power (`synchronous=FULL`);
        without, it outlives a crash of the program but not surely one of the machine (`NORMAL`).
        """
        if self._lock is None:
            happened = self.notice.happened if self.notice else phrase("Nothing can be saved here.")
            raise StoreReadOnly(
                happened, phrase("This change was not saved."), self.notice.action if self.notice else ""
            )
        with explained():
            self.connection.pragma("synchronous", "FULL" if durable else "NORMAL")
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # some errors have rolled back by themselves
                    self.connection.execute("ROLLBACK")
                raise

    def checkpoint(self) -> bool:
        """Fold the log into the file and empty it; False while another process still reads the log."""
        if self._lock is None:
            return False
        with explained():
            try:
                self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            except (apsw.BusyError, apsw.LockedError):
                return False
        return True

    def close(self) -> None:
        """Close the file; the last one to do so folds the log into it. Does nothing the second time."""
        try:
            with explained():
                self.connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()


def open_database(
    path: Path,
    before_upgrade: Callable[[], object] | None = None,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Database:
    """Open the database at `path`, made if it is not there; an older form is brought to the newest one.

    `before_upgrade` is called before that, to make a backup.

    Raises `StoreDamaged` when the file is not sound, `StoreBusy` when it cannot even be read, other
    `StoreError`s for what the disk reports.
    """
    with explained():
        try:
            lock = WriterLock.take(path.with_name(path.name + ".lock"))
        except (StoreBusy, StoreReadOnly) as error:
            return _opened_for_reading(path, error.explanation, migrations)
        try:
            return _opened_for_writing(path, lock, before_upgrade, migrations)
        except BaseException:
            lock.release()
            raise


def reader(path: Path) -> apsw.Connection:
    """A connection that can only read; from a folder that cannot be written to, too."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.set_busy_timeout(BUSY_MS)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        # A log's index cannot be made there. Without a log none is needed: the file cannot change.
        connection.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        uri = path.resolve().as_uri() + "?immutable=1"
        return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    except BaseException:
        connection.close()
        raise
    return connection


def _opened_for_writing(
    path: Path, lock: WriterLock, before_upgrade: Callable[[], object] | None, migrations: Sequence[Migration]
) -> Database:
    remove_unfinished(path)
    notice: Explanation | None = None
    if not path.exists() or path.stat().st_size == 0:
        if path.with_name(
            path.name + "-wal"
        ).exists():  # of a database that is gone; it must not meet another
            notice = _log_set_aside(path)
        create(path, migrations)
    else:
        notice = _log_set_aside(path) if wal_is_unreadable(path) else None
        form = _sound_form(path, len(migrations))
        if form > len(migrations):
            lock.release()
            return Database(reader(path), path, None, _too_new(form, len(migrations)))
        if form < len(migrations):
            if before_upgrade is not None:
                before_upgrade()
            upgrade(path, migrations)
    connection = _writer(path)
    if connection.readonly("main"):
        connection.close()
        lock.release()
        return Database(reader(path), path, None, faults.read_only().explanation)
    return Database(connection, path, lock, notice)


def _opened_for_reading(path: Path, notice: Explanation, migrations: Sequence[Migration]) -> Database:
    if not path.exists() or path.stat().st_size == 0:
        raise StoreReadOnly(notice.happened, notice.kept, notice.action)
    form = _sound_form(path, len(migrations))
    if form < len(migrations):
        raise StoreBusy(
            phrase("Your chats were made by an older version of this program and cannot be upgraded now."),
            notice.kept,
            notice.action,
        )
    return Database(
        reader(path), path, None, notice if form == len(migrations) else _too_new(form, len(migrations))
    )


def _writer(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        connection.set_busy_timeout(BUSY_MS)
        if not connection.readonly("main"):
            # On a disk without shared memory (some network shares) the answer is another mode, as safe.
            connection.pragma("journal_mode", "WAL")
            connection.pragma("journal_size_limit", WAL_LIMIT)
        connection.pragma("secure_delete", True)
        connection.pragma("foreign_keys", True)
        connection.pragma("trusted_schema", False)
        connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
    except BaseException:
        connection.close()
        raise
    return connection


def _sound_form(path: Path, newest: int) -> int:
    """The form of the database; raises what SQLite raises, or `StoreDamaged`, when the file is not sound.

    Nothing of the file is changed by looking: it is only read. What a form newer than `newest` is made of is
    not known here, and not checked.
    """
    connection = reader(path)
    try:
        form = form_of(connection)
        if connection.pragma("application_id") != APPLICATION_ID or form < 1:
            raise faults.damaged("the header is not one of this program")
        problem = first_problem(connection, CHECK_S) if form <= newest else ""
        if problem:
            raise faults.damaged(problem)
        return form
    finally:
        connection.close()


def _log_set_aside(path: Path) -> Explanation:
    log = path.with_name(path.name + "-wal")
    kept = free_name(path.with_name(path.name + "-wal.kept"))
    log.replace(kept)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return Explanation(
        phrase(
            "The log of the newest changes to your chats is damaged, so the last messages may be missing."
        ),
        phrase("The damaged log was kept as {path}.", path=kept),
        phrase("Look whether your last messages are there; a backup may hold them."),
    )


def free_name(path: Path) -> Path:
    """`path`, or it with a number where something has that name."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _too_new(form: int, newest: int) -> Explanation:
    return Explanation(
        phrase(
            "Your chats were saved by a newer version of this program (form {form}, this one knows "
            "{newest}).",
            form=form,
            newest=newest,
        ),
        phrase("They can be read and exported here, and nothing in them is changed."),
        phrase("Install the newer version to write in them again."),
    )
