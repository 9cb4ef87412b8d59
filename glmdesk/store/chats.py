"""Chats on disk: saved as they grow, listed and opened quickly, found by their words, deleted for good.

A message is on the disk when `save` returns, the text of one that is still being written too. What was open
when the program ended is INTERRUPTED the next time it is read. Chats and turns keep the order in which they
were made and used; no clock decides anything.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import apsw

from glmdesk.core.chat import Chat, Turn
from glmdesk.core.errors import Explanation, StoreFull
from glmdesk.store import faults, query, search, turns
from glmdesk.store.additions import new_chats
from glmdesk.store.backups import backups_of
from glmdesk.store.database import FILE_NAME, Database, open_database
from glmdesk.store.indexed import IndexedDatabase
from glmdesk.store.integrity import Counts, counts, first_problem, tick_of
from glmdesk.store.records import KeptChat

_REMEMBERED = 16  # chats whose last saved value is held, to save only what differs from it


@dataclass(frozen=True, slots=True)
class Summary:
    """One chat in the list; `updated` is Unix time in seconds, for display only."""

    id: str
    title: str
    updated: float
    pinned: bool = False
    folder: str = ""


class ChatStore:
    """All chats of a person, in one file.

    Every method, `open` and `close` included, may take its time and raises `StoreError`s, and all of them
    belong on one thread: the connection is used by one thread at a time, and saving in order is what makes
    the newest value win. The attributes `path`, `read_only` and `notice` never change and may be read
    anywhere.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._file = IndexedDatabase(database)
        self._clock = clock
        self._saved: dict[str, Chat] = {}
        self._erased: set[str] = set()
        self._open = turns.OpenMessages()
        self.path: Path = database.path
        self.read_only: bool = database.read_only
        self.notice: Explanation | None = database.notice
        if not self.read_only and self._file.read(turns.any_open):
            with suppress(StoreFull):  # it is told as interrupted all the same, and ended another time
                self._file.write(turns.interrupt_open)

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], float] = time.time) -> "ChatStore":
        """The chats in `folder`, with a backup before an upgrade; errors as `database.open_database` tells.

        A file that is gone although there are backups of it, or that is older than its newest backup, is
        damaged too: nobody is to find an empty list where their chats were.
        """
        backups = backups_of(folder)
        path = folder / FILE_NAME
        newest = backups.tick()
        if newest >= 0 and not (path.exists() and path.stat().st_size):
            raise faults.gone()
        with ExitStack() as undo:
            database = open_database(path, lambda: backups.make(upgrade=True))
            undo.callback(database.close)
            store = cls(database, clock)
            if newest > store.tick():
                raise faults.damaged("a backup is newer than the database")
            undo.pop_all()
        return store

    # --- reading ------------------------------------------------------------------------------------------

    def summaries(self) -> tuple[Summary, ...]:
        """All chats: the pinned ones first, then the one used last first."""
        rows = self._rows(
            "SELECT id, title, updated, pinned, folder FROM chat WHERE NOT deleted "
            "ORDER BY pinned DESC, used DESC, number DESC"
        )
        return tuple(
            Summary(chat_id, title, updated, bool(pinned), folder)
            for chat_id, title, updated, pinned, folder in rows
        )

    def load(self, chat_id: str) -> Chat | None:
        """A chat with all its turns, or None when there is none of this id.

        A message that cannot be read any more is there as a FAILED one that says so.
        """
        chat = self._load(chat_id)
        if chat is not None:
            self._remember(chat)
        return chat

    def kept(self, chat_id: str) -> KeptChat | None:
        """A chat and what the list knows of it, for an export."""
        chat = self._load(chat_id)
        if chat is None:
            return None
        sql = "SELECT updated, pinned, folder FROM chat WHERE id = ?"
        [(updated, pinned, folder)] = self._rows(sql, chat_id)
        return KeptChat(chat, updated, bool(pinned), folder)

    def everything(self) -> Iterator[KeptChat]:
        """Every chat, the oldest first, one after the other, for an export."""
        for (chat_id,) in self._rows("SELECT id FROM chat WHERE NOT deleted ORDER BY number"):
            kept = self.kept(chat_id)
            if kept is not None:
                yield kept

    def search(self, text: str, limit: int = 50) -> tuple[search.Found, ...]:
        """Titles and messages that have all words of `text`, as `search.find` tells."""
        return tuple(self._file.read(lambda connection: search.find(connection, text, limit)))

    def counts(self) -> Counts:
        """How many chats and messages there are."""
        return self._file.read(counts)

    def tick(self) -> int:
        """A count that grows with every change."""
        return self._file.read(tick_of)

    def problem(self) -> str:
        """What is wrong with the file, empty when nothing is; looks at all of it, however long that takes."""
        return self._file.read(first_problem)

    # --- saving -------------------------------------------------------------------------------------------

    def save(self, chat: Chat) -> None:
        """Write what of `chat` differs from what was saved of it last: all of that, or nothing.

        Cheap enough for each second of a growing answer, of which only the new text is written. After an
        error the next `save` writes what this one could not. A chat that was erased is not made again.
        """
        if chat.id in self._erased:
            return
        before = self._saved.get(chat.id) or self.load(chat.id)
        known = before.turns if before is not None else {}
        changed = [
            turn for turn in chat.turns.values() if (old := known.get(turn.id)) is not turn and old != turn
        ]
        used = before is None or before.title != chat.title or len(known) != len(chat.turns)
        details = used or (before is not None and (before.leaf, before.options) != (chat.leaf, chat.options))
        if not changed and not details:
            return

        def work(connection: apsw.Connection) -> None:
            if details:
                turns.put_chat(connection, chat, self._clock() if used else None)
            self._put_turns(connection, chat.id, changed)

        self._file.write(work, durable=details or not self._only_grow(chat.id, changed))
        self._open.remember(chat.id, changed)
        self._remember(chat)

    def add(self, chats: Iterable[KeptChat]) -> tuple[str, ...]:
        """Add chats, all or none, the last one as the one used last; gives their ids.

        One that is here already, with the same id and the same turns, is left out; the same id with other
        turns becomes a chat of its own, so that nothing that is here is changed.
        """
        new = new_chats(chats, self._load, self._is_taken)

        def work(connection: apsw.Connection) -> None:
            for kept in new.values():
                turns.put_chat(connection, kept.chat, kept.updated)
                sql = "UPDATE chat SET pinned = ?, folder = ? WHERE id = ?"
                connection.execute(sql, (kept.pinned, kept.folder, kept.chat.id))
                self._put_turns(connection, kept.chat.id, kept.chat.turns.values())

        self._file.write(work)
        self._erased.difference_update(new)
        return tuple(new)

    # --- the list -----------------------------------------------------------------------------------------

    def rename(self, chat_id: str, title: str) -> None:
        """Give a chat another title."""
        chat = self._saved.get(chat_id) or self.load(chat_id)
        if chat is not None:
            self.save(replace(chat, title=title))

    def pin(self, chat_id: str, pinned: bool) -> None:
        """Keep a chat at the top of the list, or no longer."""
        self._set("pinned", int(pinned), chat_id)

    def move(self, chat_id: str, folder: str) -> None:
        """Put a chat into a folder; the empty name is none."""
        self._set("folder", folder.strip(), chat_id)

    def delete(self, chat_id: str) -> None:
        """Take a chat out of the list and out of search; `undelete` brings it back until it is erased."""
        self._set("deleted", 1, chat_id)

    def undelete(self, chat_id: str) -> None:
        """Bring a deleted chat back as it was."""
        self._set("deleted", 0, chat_id)

    def deleted(self) -> tuple[str, ...]:
        """The ids of chats that are deleted but not erased, such as those of a run that crashed."""
        return tuple(chat_id for (chat_id,) in self._rows("SELECT id FROM chat WHERE deleted"))

    def erase(self, chat_id: str) -> bool:
        """Remove a chat for good: no byte of it is left in the file or in its log.

        Takes seconds where there are 100,000 messages; killed in between, the chat stays among `deleted`.
        False when another process that reads the log keeps it for now; the next `erase`, or the closing of
        the last of them, removes it. Backups have copies of their own: see `Backups.erase`.
        """
        self._erased.add(chat_id)
        self._saved.pop(chat_id, None)
        self._open.forget(chat_id)
        self._file.write(lambda connection: turns.erase_turns(connection, chat_id))
        self._file.purge()
        self._file.write(lambda connection: turns.erase_row(connection, chat_id))
        return self._database.checkpoint()

    def close(self) -> None:
        """Close the file; nothing can be called after this."""
        self._database.close()

    # --- inside -------------------------------------------------------------------------------------------

    def _load(self, chat_id: str) -> Chat | None:
        sql = "SELECT number, title, leaf, created, options FROM chat WHERE id = ? AND NOT deleted"
        rows = self._rows(sql, chat_id)
        if not rows:
            return None
        [(number, title, leaf, created, options)] = rows
        loaded = self._file.read(lambda connection: turns.load(connection, chat_id, number, self._open))
        if leaf not in loaded:
            leaf = next(reversed(loaded), None)
        return Chat(chat_id, title, MappingProxyType(loaded), leaf, created, turns.options(options))

    def _rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._file.read(lambda connection: query.rows(connection, sql, *values))

    def _put_turns(self, connection: apsw.Connection, chat_id: str, changed: Iterable[Turn]) -> None:
        number = connection.execute("SELECT number FROM chat WHERE id = ?", (chat_id,)).get
        for turn in changed:
            turns.put(connection, number, turn, self._open.of(chat_id, turn))

    def _only_grow(self, chat_id: str, changed: Iterable[Turn]) -> bool:
        return all(self._open.of(chat_id, turn) is not None for turn in changed)

    def _set(self, column: str, value: Any, chat_id: str) -> None:
        sql = f"UPDATE chat SET {column} = ? WHERE id = ?"  # noqa: S608 - columns are named above
        self._file.write(lambda connection: connection.execute(sql, (value, chat_id)))

    def _is_taken(self, chat_id: str) -> bool:
        return bool(self._rows("SELECT 1 FROM chat WHERE id = ?", chat_id))

    def _remember(self, chat: Chat) -> None:
        self._saved.pop(chat.id, None)
        self._saved[chat.id] = chat
        if len(self._saved) > _REMEMBERED:
            self._saved.pop(next(iter(self._saved)))
