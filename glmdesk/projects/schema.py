"""The file of an index: SQLite, with full-text search over the words of each file.

An index holds nothing that cannot be made again, so one of another version, of another folder or a damaged
one is thrown away and begun anew.
"""

from contextlib import suppress
from pathlib import Path

import apsw
import msgspec

from glmdesk.core import secrets
from glmdesk.projects import chunks, words

_VERSION = f"4.{words.VERSION}.{chunks.VERSION}.{secrets.VERSION}"
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, base TEXT NOT NULL, size INTEGER NOT NULL,
    mtime INTEGER NOT NULL, seen INTEGER NOT NULL, hash BLOB NOT NULL, reason TEXT,
    characters INTEGER NOT NULL, secrets BLOB,
    pieces BLOB, postings BLOB
);
CREATE INDEX files_read ON files (path, characters) WHERE reason IS NULL;
CREATE INDEX files_by_base ON files (base);
CREATE TABLE names (name TEXT NOT NULL, file INTEGER NOT NULL, piece INTEGER NOT NULL);
CREATE INDEX names_by_name ON names (name);
CREATE INDEX names_by_file ON names (file);
CREATE VIRTUAL TABLE found USING fts5(
    path, names, body, comments, content='', contentless_delete=1, tokenize='ascii'
);
INSERT INTO found (found, rank) VALUES ('pgsz', 1000);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(found, row);
"""
# Full-text search merges 64 of its pages (of 4,050 bytes, unless told) at a time for each of its levels: with
# 100,000 files a commit took 200 ms for that, and 25 ms with small pages, which are found as quickly.
_BUSY_MS = 5_000

DAMAGE = (apsw.NotADBError, apsw.CorruptError, msgspec.DecodeError)
"""What is raised where an index turns out to be damaged."""


def connect(file: Path, root: Path) -> apsw.Connection:
    """A connection to the index of the folder `root`, made anew where it is of no use. Raises `OSError`."""
    try:
        connection = _opened(file)
        if _about(connection) == (_VERSION, str(root)):
            return connection
        connection.close()
    except DAMAGE:
        pass
    throw_away(file)
    connection = _opened(file)
    with connection:
        connection.execute(_SCHEMA)
        connection.execute("INSERT INTO about VALUES ('version', ?), ('root', ?)", (_VERSION, str(root)))
    return connection


def throw_away(file: Path) -> None:
    """Remove an index. Raises `OSError`."""
    for name in (file, file.with_name(f"{file.name}-wal"), file.with_name(f"{file.name}-shm")):
        with suppress(FileNotFoundError):
            name.unlink()


def _opened(file: Path) -> apsw.Connection:
    try:
        connection = apsw.Connection(str(file))
        connection.set_busy_timeout(_BUSY_MS)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16384")
    except apsw.CantOpenError as error:
        raise OSError(f"{file}: {error}") from error
    return connection


def _about(connection: apsw.Connection) -> tuple[str, str] | None:
    try:
        told = dict(connection.execute("SELECT name, value FROM about WHERE name IN ('version', 'root')"))
    except apsw.SQLError:
        return None
    return str(told.get("version")), str(told.get("root"))
