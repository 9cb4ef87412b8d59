"""The right to write, held by one process at a time.

It is an exclusive transaction on an empty SQLite file beside the database: SQLite knows the locks of every
system, and the system lets go of them when the process ends, however it ends.
"""

from pathlib import Path

import apsw

from glmdesk.core.errors import StoreBusy, StoreReadOnly
from glmdesk.core.phrases import phrase
from glmdesk.store import faults


class WriterLock:
    """Held from `take` until `release`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    @classmethod
    def take(cls, path: Path) -> "WriterLock":
        """Take the right to write at once; raises `StoreBusy` or `StoreReadOnly`."""
        connection: apsw.Connection | None = None
        try:
            connection = apsw.Connection(str(path))
            _lock(connection)
        except (apsw.BusyError, apsw.LockedError) as error:
            _close(connection)
            raise StoreBusy(
                phrase(
                    "Your chats are open in another window of this program, so they can only be read here."
                ),
                phrase("Nothing is lost."),
                phrase("Use the other window, or close it and open this one again."),
                detail=str(error),
            ) from error
        except (apsw.CantOpenError, apsw.ReadOnlyError, apsw.PermissionsError) as error:
            _close(connection)
            raise faults.read_only(str(error)) from error
        except apsw.Error as error:
            _close(connection)
            raise StoreReadOnly(
                phrase(
                    "The folder of your chats is on a disk that cannot be locked, so they can only be read."
                ),
                phrase("Nothing is lost."),
                phrase("Keep the program's data on a disk of this computer."),
                detail=str(error),
            ) from error
        return cls(connection)

    def release(self) -> None:
        """Let others write; does nothing the second time."""
        self._connection.close()


def _lock(connection: apsw.Connection) -> None:
    if connection.readonly("main"):
        raise apsw.ReadOnlyError("the lock file cannot be written to")
    connection.pragma("journal_mode", "MEMORY")  # a journal would be a second stray file
    connection.execute("BEGIN EXCLUSIVE")


def _close(connection: apsw.Connection | None) -> None:
    if connection is not None:
        connection.close()
