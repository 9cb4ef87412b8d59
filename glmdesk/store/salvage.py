"""What can still be read of a damaged database, row by row: a page that is broken costs what was on it.

Rows are asked for by number, which needs only the pages on the way to them; a chat whose row is lost gets
another title, a turn whose parent is lost follows the turn made before it.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import apsw

from glmdesk.core.chat import Chat, Turn
from glmdesk.core.chat_options import ChatOptions
from glmdesk.store.database import reader
from glmdesk.store.query import rows
from glmdesk.store.records import KeptChat
from glmdesk.store.turns import interrupted, message_with_growth, options
from glmdesk.store.upgrade import unfinished

RECOVERED_TITLE = "Recovered chat"
PAGE = 4096  # bytes; SQLite's default, with which every database of ours is made


def readable_chats(path: Path) -> list[KeptChat]:
    """Every chat of the database at `path` that can be read, the one used last at the end."""
    with _opened(path) as connection:
        if connection is None:
            return []
        chats: dict[int, dict[str, Turn]] = {}
        for chat, turn in _turns(connection):
            known = chats.setdefault(chat, {})
            parent = (
                turn.parent if turn.parent in known or turn.parent is None else next(reversed(known), None)
            )
            known[turn.id] = replace(turn, parent=parent)
        found = _chats(connection)
        for number in chats.keys() - found.keys():
            if not _is_deleted(connection, number):
                found[number] = KeptChat(Chat(f"recovered-{number}", RECOVERED_TITLE))
        return [_with_turns(kept, chats.get(number, {})) for number, kept in found.items()]


@contextmanager
def _opened(path: Path) -> Iterator[apsw.Connection | None]:
    """A connection to the damaged file, or to a copy with a whole header where that is what is damaged."""
    copy = unfinished(path).with_suffix(".salvage")
    connection: apsw.Connection | None = None
    try:
        connection = _readable(path)
        if connection is None and path.exists():
            shutil.copyfile(path, copy)
            log = path.with_name(path.name + "-wal")
            if log.exists():
                shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
            _write_header(copy)
            connection = _readable(copy)
        yield connection
    finally:
        if connection is not None:
            connection.close()
        for stray in path.parent.glob(copy.name + "*"):
            stray.unlink()


def _readable(path: Path) -> apsw.Connection | None:
    try:
        return reader(path)
    except apsw.Error:
        return None


def _write_header(copy: Path) -> None:
    """The first 72 bytes as they are in every database of ours (https://www.sqlite.org/fileformat2.html)."""
    size = copy.stat().st_size
    if size < 2 * PAGE:
        return
    header = bytearray(72)
    header[:16] = b"SQLite format 3\0"
    header[16:18] = PAGE.to_bytes(2, "big")
    header[18:24] = bytes((2, 2, 0, 64, 32, 32))  # a write-ahead log, no reserved space, fixed fractions
    header[28:32] = (size // PAGE).to_bytes(4, "big")
    header[44:48] = (4).to_bytes(4, "big")  # the format of the schema
    header[56:60] = (1).to_bytes(4, "big")  # UTF-8
    with copy.open("rb+") as file:
        file.write(header)


def _turns(connection: apsw.Connection) -> Iterator[tuple[int, Turn]]:
    sql = "SELECT chat, id, parent, ending, message FROM turn WHERE number = ?"
    for number in range(1, _last(connection, "turn") + 1):
        for chat, turn, parent, ending, record in _rows(connection, sql, number):
            grew = _rows(connection, "SELECT added FROM growth WHERE turn = ? ORDER BY number", number)
            try:
                message = message_with_growth(record, ending, [added for (added,) in grew])
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            yield chat, Turn(turn, parent, interrupted(message))


def _chats(connection: apsw.Connection) -> dict[int, KeptChat]:
    sql = "SELECT used, id, title, leaf, created, updated, pinned, folder FROM chat WHERE number = ?"
    found = []
    for number in range(1, _last(connection, "chat") + 1):
        for used, chat_id, title, leaf, created, updated, pinned, folder in _rows(connection, sql, number):
            chat = Chat(chat_id, title, leaf=leaf, created=created, options=_options(connection, number))
            found.append((used, number, KeptChat(chat, updated, bool(pinned), folder)))
    in_order = sorted(found, key=lambda entry: entry[:2])
    return {number: kept for _, number, kept in in_order if not _is_deleted(connection, number)}


def _options(connection: apsw.Connection, number: int) -> ChatOptions:
    """A row of the first form has none."""
    row = _rows(connection, "SELECT options FROM chat WHERE number = ?", number)
    return options(row[0][0]) if row else ChatOptions()


def _is_deleted(connection: apsw.Connection, number: int) -> bool:
    return bool(_rows(connection, "SELECT 1 FROM chat WHERE number = ? AND deleted", number))


def _with_turns(kept: KeptChat, known: dict[str, Turn]) -> KeptChat:
    leaf = kept.chat.leaf if kept.chat.leaf in known else next(reversed(known), None)
    return replace(kept, chat=replace(kept.chat, turns=MappingProxyType(known), leaf=leaf))


def _last(connection: apsw.Connection, table: str) -> int:
    """The highest number a row of `table` may have."""
    by_rows = _rows(connection, f"SELECT max(number) FROM {table}")  # noqa: S608 - named above
    by_count = _rows(connection, "SELECT seq FROM sqlite_sequence WHERE name = ?", table)
    return max([0, *(value for (value,) in by_rows + by_count if isinstance(value, int))])


def _rows(connection: apsw.Connection, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    try:
        return rows(connection, sql, *values)
    except apsw.Error:
        return []
