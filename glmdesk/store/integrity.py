"""Whether a file of chats is sound, and how much is in it.

Only the tables that hold chats are looked at: the index of search can be made again from them (`search`).
"""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import apsw

APPLICATION_ID = 0x676C6D64  # "glmd", in the header of every file of chats
TABLES = ("chat", "turn", "growth", "tick")
_STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 2_000


@dataclass(frozen=True, slots=True)
class Counts:
    """How many chats and messages there are; deleted ones are not counted."""

    chats: int
    messages: int


def counts(connection: apsw.Connection) -> Counts:
    """Count what an open database holds."""
    chats = connection.execute("SELECT count(*) FROM chat WHERE NOT deleted").get
    messages = connection.execute(
        "SELECT count(*) FROM turn WHERE chat IN (SELECT number FROM chat WHERE NOT deleted)"
    ).get
    return Counts(int(chats), int(messages))


def tick_of(connection: apsw.Connection) -> int:
    """A count of durable changes since the database was made; a copy has the tick of its moment."""
    return int(connection.execute("SELECT value FROM tick").get)


def first_problem(connection: apsw.Connection, seconds: float | None = None) -> str:
    """What is wrong with the pages of the chats, empty when nothing is; raises what SQLite raises.

    With `seconds` the search ends after them, and what was not looked at by then counts as sound: a large
    file must not keep its owner waiting.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    if deadline is not None:
        connection.set_progress_handler(
            lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS_AT_THE_CLOCK
        )
    try:
        for table in TABLES:
            found = str(connection.execute(f"PRAGMA quick_check('{table}')").get)
            if found != "ok":
                return found
    except apsw.InterruptError:
        return ""
    finally:
        connection.set_progress_handler(None)
    return ""


def wal_is_unreadable(path: Path) -> bool:
    """True when there is a write-ahead log beside the database that SQLite would silently take for empty.

    The format is described in https://www.sqlite.org/walformat.html: 32 bytes of header, the last eight a
    checksum over the first 24 in the byte order that the first four name.
    """
    try:
        with path.with_name(path.name + "-wal").open("rb") as file:
            header = file.read(32)
    except FileNotFoundError:
        return False
    if not header:
        return False
    if len(header) < 32 or header[:3] != b"\x37\x7f\x06" or header[3] not in (0x82, 0x83):
        return True
    order: Literal["little", "big"] = "little" if header[3] == 0x82 else "big"
    first = second = 0
    for at in range(0, 24, 8):
        first = (first + int.from_bytes(header[at : at + 4], order) + second) & 0xFFFFFFFF
        second = (second + int.from_bytes(header[at + 4 : at + 8], order) + first) & 0xFFFFFFFF
    return header[24:] != first.to_bytes(4, "big") + second.to_bytes(4, "big")
