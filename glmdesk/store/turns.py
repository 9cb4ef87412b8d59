"""The rows of a chat: its turns, what open ones have grown, and their words in the index of search.

The functions work inside the transaction of whoever calls them. A turn is findable when it has ended; while
it is open its row holds what it began with, and `growth` the rest.
"""

import json
from collections.abc import Iterable
from dataclasses import replace

import apsw

from glmdesk.core.chat import Chat, Ending, Message, Role, Turn
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.phrases import phrase
from glmdesk.store import search
from glmdesk.store.query import rows
from glmdesk.store.records import (
    grown,
    growth,
    message_of,
    message_record,
    options_of,
    options_record,
    to_json,
)

INTERRUPTED_NOTE = phrase("The program ended before this was written to its end.")
UNREADABLE_NOTE = phrase("This message could not be read from the disk; a backup may have it.")


class OpenMessages:
    """What is on the disk of the messages that are being written, so that only what is new is added."""

    def __init__(self) -> None:
        self._written: dict[tuple[str, str], Message] = {}

    def of(self, chat_id: str, turn: Turn) -> Message | None:
        """What was written of `turn`, when it is still open."""
        return self._written.get((chat_id, turn.id)) if turn.message.ending is Ending.OPEN else None

    def has(self, chat_id: str, turn_id: str) -> bool:
        """True while this program writes the turn."""
        return (chat_id, turn_id) in self._written

    def remember(self, chat_id: str, written: Iterable[Turn]) -> None:
        """Note turns that were just written."""
        for turn in written:
            self._written.pop((chat_id, turn.id), None)
            if turn.message.ending is Ending.OPEN:
                self._written[chat_id, turn.id] = turn.message

    def forget(self, chat_id: str) -> None:
        """Note that a chat is gone."""
        for key in [key for key in self._written if key[0] == chat_id]:
            del self._written[key]


def put_chat(connection: apsw.Connection, chat: Chat, used: float | None) -> None:
    """Write what a chat is besides its turns; `used` is the time of a use, None where it was none."""
    title = chat.title.encode("utf-8", "replace").decode()
    before = rows(connection, "SELECT number, title FROM chat WHERE id = ?", chat.id)
    if before:
        [(number, known)] = before
        search.forget(connection, -number, known)
    else:
        sql = "INSERT INTO chat(id, title, created, updated, used) VALUES (?, '', ?, 0, 0) RETURNING number"
        [(number,)] = rows(connection, sql, chat.id, chat.created)
    search.index(connection, -number, title)
    sql = "UPDATE chat SET title = ?, leaf = ?, options = ? WHERE number = ?"
    connection.execute(sql, (title, chat.leaf, to_json(options_record(chat.options)), number))
    if used is not None:
        sql = "UPDATE chat SET updated = ?, used = (SELECT value FROM tick) WHERE number = ?"
        connection.execute(sql, (used, number))


def put(connection: apsw.Connection, chat: int, turn: Turn, written: Message | None) -> None:
    """Write a turn of chat number `chat`; of a message whose `written` part is on the disk, only the rest."""
    added = growth(written, turn.message) if written is not None else None
    if added is not None:
        if added:
            sql = "INSERT INTO growth(turn, added) SELECT number, ? FROM turn WHERE chat = ? AND id = ?"
            connection.execute(sql, (to_json(added), chat, turn.id))
        return
    ending, message = turn.message.ending, to_json(message_record(turn.message))
    number = _cleared(connection, chat, turn.id)
    if number is None:
        sql = "INSERT INTO turn(chat, id, parent, ending, message) VALUES (?, ?, ?, ?, ?) RETURNING number"
        [(number,)] = rows(connection, sql, chat, turn.id, turn.parent, ending.value, message)
    else:
        sql = "UPDATE turn SET parent = ?, ending = ?, message = ? WHERE number = ?"
        connection.execute(sql, (turn.parent, ending.value, message, number))
    if ending is not Ending.OPEN:
        search.index(connection, number, search.words_of(turn.message))


def load(connection: apsw.Connection, chat_id: str, chat: int, open_here: OpenMessages) -> dict[str, Turn]:
    """The turns of chat number `chat` in the order of their making.

    One that is open without being `open_here` was interrupted; one that cannot be read has FAILED.
    """
    grew: dict[int, list[str]] = {}
    sql = "SELECT turn, added FROM growth JOIN turn ON turn.number = growth.turn WHERE chat = ? "
    for number, added in rows(connection, sql + "ORDER BY growth.number", chat):
        grew.setdefault(number, []).append(added)
    loaded = {}
    sql = "SELECT number, id, parent, ending, message FROM turn WHERE chat = ? ORDER BY number"
    for number, turn, parent, ending, record in rows(connection, sql, chat):
        try:
            message = message_with_growth(record, ending, grew.get(number, ()))
        except (ValueError, KeyError, TypeError, RecursionError):
            message = Message(Role.ASSISTANT, (), ending=Ending.FAILED, note=UNREADABLE_NOTE)
        if not open_here.has(chat_id, turn):
            message = interrupted(message)
        loaded[turn] = Turn(turn, parent, message)
    return loaded


def options(record: str) -> ChatOptions:
    """The options in a row; what cannot be read is as the settings say."""
    try:
        return options_of(json.loads(record))
    except (ValueError, RecursionError):
        return ChatOptions()


def message_with_growth(record: str, ending: str, grew: Iterable[str]) -> Message:
    """The message of a row and of what it grew; raises `ValueError` and its like for what cannot be read."""
    message = message_of(json.loads(record), ending)
    for added in grew:
        message = grown(message, json.loads(added))
    return message


def interrupted(message: Message) -> Message:
    """The message, INTERRUPTED when it was still open."""
    if message.ending is not Ending.OPEN:
        return message
    return replace(message, ending=Ending.INTERRUPTED, note=message.note or INTERRUPTED_NOTE)


def any_open(connection: apsw.Connection) -> bool:
    """True when a program ended while it wrote a message."""
    return connection.execute("SELECT 1 FROM turn WHERE ending = 'open' LIMIT 1").get is not None


def interrupt_open(connection: apsw.Connection) -> None:
    """End every open turn as INTERRUPTED, with all that it grew."""
    sql = "SELECT number, ending, message FROM turn WHERE ending = 'open'"
    for number, ending, record in rows(connection, sql):
        grew = rows(connection, "SELECT added FROM growth WHERE turn = ? ORDER BY number", number)
        try:
            message = interrupted(message_with_growth(record, ending, [added for (added,) in grew]))
        except (ValueError, KeyError, TypeError, RecursionError):
            connection.execute("UPDATE turn SET ending = 'interrupted' WHERE number = ?", (number,))
            continue
        sql = "UPDATE turn SET ending = ?, message = ? WHERE number = ?"
        connection.execute(sql, (message.ending.value, to_json(message_record(message)), number))
        connection.execute("DELETE FROM growth WHERE turn = ?", (number,))
        search.index(connection, number, search.words_of(message))


def erase_turns(connection: apsw.Connection, chat_id: str) -> None:
    """Remove all of a chat but its id; what is left of it is deleted, and goes with `erase_row`."""
    row = rows(connection, "SELECT number, title FROM chat WHERE id = ?", chat_id)
    if not row:
        return
    [(chat, title)] = row
    readable = True
    sql = "SELECT number, ending, message FROM turn WHERE chat = ?"
    for number, ending, record in rows(connection, sql, chat):
        readable = _forgotten(connection, number, ending, record) and readable
    search.forget(connection, -chat, title)
    in_chat = "SELECT number FROM turn WHERE chat = ?"
    connection.execute(f"DELETE FROM growth WHERE turn IN ({in_chat})", (chat,))  # noqa: S608 - constant
    connection.execute("DELETE FROM turn WHERE chat = ?", (chat,))
    sql = "UPDATE chat SET title = '', leaf = NULL, folder = '', deleted = 1 WHERE number = ?"
    connection.execute(sql, (chat,))
    if not readable:
        search.rebuild(connection)


def erase_row(connection: apsw.Connection, chat_id: str) -> None:
    """Remove what `erase_turns` left of a chat, once its words are purged from the index."""
    connection.execute("DELETE FROM chat WHERE id = ? AND deleted", (chat_id,))


def _cleared(connection: apsw.Connection, chat: int, turn_id: str) -> int | None:
    """The number of a turn that is there, with its words and growth removed; None when it is not there."""
    sql = "SELECT number, ending, message FROM turn WHERE chat = ? AND id = ?"
    row = rows(connection, sql, chat, turn_id)
    if not row:
        return None
    [(number, ending, record)] = row
    connection.execute("DELETE FROM growth WHERE turn = ?", (number,))
    _forgotten(connection, number, ending, record)
    return int(number)


def _forgotten(connection: apsw.Connection, number: int, ending: str, record: str) -> bool:
    """Remove a turn's words from the index; False when they cannot be told any more."""
    if ending == Ending.OPEN.value:
        return True
    try:
        words = search.words_of(message_of(json.loads(record), ending))
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    search.forget(connection, number, words)
    return True
