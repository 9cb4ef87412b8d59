"""Reading and writing a database whose index of search may be damaged without the chats being so.

The index can be made anew from the chats at any time, so damage to it alone is mended and not told.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import apsw

from glmdesk.core.errors import StoreDamaged, StoreError
from glmdesk.store import search
from glmdesk.store.database import Database
from glmdesk.store.faults import explained
from glmdesk.store.integrity import first_problem

T = TypeVar("T")


class IndexedDatabase:
    """Runs work on the connection; what it raises are `StoreError`s."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mended = False
        if not database.read_only and not self._read(search.is_there):
            self._write(search.rebuild, durable=True)

    def read(self, work: Callable[[apsw.Connection], T]) -> T:
        """The result of `work`, which only reads."""
        try:
            return self._read(work)
        except StoreDamaged:
            if not self._mend():
                raise
            return self._read(work)

    def write(self, work: Callable[[apsw.Connection], object], *, durable: bool = True) -> None:
        """Do `work`, which may be called twice, in one transaction, as `Database.transaction` tells."""
        try:
            self._write(work, durable)
        except StoreDamaged:
            if not self._mend():
                raise
            self._write(work, durable)

    def purge(self) -> None:
        """Remove from the file what was forgotten by the index."""
        begin, more = True, True
        while more:
            with self._database.transaction(durable=False) as connection:
                more = search.purge(connection, begin=begin)
            begin = False

    def _read(self, work: Callable[[apsw.Connection], T]) -> T:
        with explained():
            return work(self._database.connection)

    def _write(self, work: Callable[[apsw.Connection], object], durable: bool) -> None:
        with self._database.transaction(durable=durable) as connection:
            if durable:  # only what is surely on the disk is counted: a backup must not seem newer
                connection.execute("UPDATE tick SET value = value + 1")
            work(connection)

    def _mend(self) -> bool:
        """Build the index anew, once, when nothing else is wrong; False when that is no help."""
        if self._mended or self._database.read_only or self._read(first_problem):
            return False
        self._mended = True
        try:
            self._write(search.rebuild, durable=True)
        except StoreDamaged:
            self._write(search.abandon, durable=True)
            self._write(search.rebuild, durable=True)
            with suppress(StoreError):  # the lost pages cost space, and on a full disk they stay
                self._read(lambda connection: connection.execute("VACUUM"))
        return True
