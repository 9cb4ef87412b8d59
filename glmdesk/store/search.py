"""Search over every message and title: an index that keeps no text of its own, and the lines it finds.

The index is SQLite's FTS5 without content. It is told the text again when it is to forget it, so `words_of`
must give for the same message the same text for ever; where it has to change, a migration builds the index
anew. What is forgotten is marked as such at once, and leaves the file with `purge`.

A query is text, never FTS5's language: words are found at their beginnings and whatever their accents or
case, all of them must be there, and what stands in double quotes is found as it stands.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import apsw

from glmdesk.core.chat import LeftOut, Message, Part, Reasoning, Source, Text, ToolCall, ToolResult
from glmdesk.store.records import message_of

SNIPPET_LENGTH = 160  # characters
# Scripts written without spaces (Thai to Khmer, kana, Han): each character is a word of the index.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_PIECES = re.compile(r'"([^"]*)"?|([^\s"]+)')
_RUN = re.compile(r"[^\W_]+")


# The same as the newest migration makes.
_INDEX = "CREATE VIRTUAL TABLE found USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2')"
_PAGES_A_STEP = 500  # of the index, in one step of `purge`; about a quarter of a second on a slow disk


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of text around what was found; `marks` are the (start, end) of the found words in it."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One message, or a title when `turn_id` is None, that has all the words of a query."""

    chat_id: str
    title: str
    turn_id: str | None
    snippet: Snippet


def words_of(message: Message) -> str:
    """All text of a message that can be found."""
    return "\n".join(text for part in message.parts if (text := _text_of(part)))


def index(connection: apsw.Connection, row: int, text: str) -> None:
    """Make `text` findable under `row`."""
    connection.execute("INSERT INTO found(rowid, text) VALUES (?, ?)", (row, _indexed(text)))


def forget(connection: apsw.Connection, row: int, text: str) -> None:
    """Undo `index` with the same `text`; what is forgotten already stays so."""
    if connection.execute("SELECT 1 FROM found_docsize WHERE id = ?", (row,)).get is not None:
        sql = "INSERT INTO found(found, rowid, text) VALUES ('delete', ?, ?)"
        connection.execute(sql, (row, _indexed(text)))


def purge(connection: apsw.Connection, *, begin: bool) -> bool:
    """One step, of many, of removing forgotten words from the file; True while there is more to do.

    Merging all of the index into one piece is what removes them: FTS5's own `secure-delete` takes a hundred
    times as long for a large chat (measured: 24 s against 3 s for 2,000 messages among 100,000).
    """
    before = connection.total_changes()
    pages = -_PAGES_A_STEP if begin else _PAGES_A_STEP  # negative: everything, not only what is worth it
    connection.execute("INSERT INTO found(found, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes() - before >= 2


def is_there(connection: apsw.Connection) -> bool:
    """Whether the database has an index at all; a repair that was killed leaves none."""
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'found'").get is not None


def abandon(connection: apsw.Connection) -> None:
    """Forget an index that is too damaged to be dropped; its pages are lost to the file until a VACUUM."""
    connection.pragma("writable_schema", True)
    try:
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'found' OR name GLOB 'found_*'")
    finally:
        connection.pragma("writable_schema", "RESET")


def rebuild(connection: apsw.Connection) -> None:
    """Make the index anew from the chats and turns; inside a transaction."""
    connection.execute("DROP TABLE IF EXISTS found")
    connection.execute(_INDEX)
    for number, title in connection.execute("SELECT number, title FROM chat"):
        index(connection, -number, title)
    sql = "SELECT number, ending, message FROM turn WHERE ending <> 'open'"
    for number, ending, message in connection.execute(sql):
        try:
            words = words_of(message_of(json.loads(message), ending))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue  # it cannot be shown either
        index(connection, number, words)


def find(connection: apsw.Connection, query: str, limit: int) -> list[Found]:
    """What has all the words of `query`: titles first, then messages, each the newest first.

    A query without words finds nothing. Of titles and of messages at most `limit` are given.
    """
    expression = _expression(query)
    if not expression:
        return []
    return _titles(connection, query, expression, limit) + _messages(connection, query, expression, limit)


def _titles(connection: apsw.Connection, query: str, expression: str, limit: int) -> list[Found]:
    sql = """
        SELECT chat.id, chat.title FROM found JOIN chat ON chat.number = -found.rowid
        WHERE found MATCH ? AND found.rowid < 0 AND NOT chat.deleted ORDER BY found.rowid LIMIT ?
    """
    hits = connection.execute(sql, (expression, limit))
    return [Found(chat, title, None, snippet(title, query)) for chat, title in hits]


def _messages(connection: apsw.Connection, query: str, expression: str, limit: int) -> list[Found]:
    sql = """
        SELECT chat.id, chat.title, turn.id, turn.ending, turn.message FROM found
        JOIN turn ON turn.number = found.rowid JOIN chat ON chat.number = turn.chat
        WHERE found MATCH ? AND found.rowid > 0 AND NOT chat.deleted ORDER BY found.rowid DESC LIMIT ?
    """
    hits = connection.execute(sql, (expression, limit))
    return [
        Found(chat, title, turn, snippet(words_of(message_of(json.loads(message), ending)), query))
        for chat, title, turn, ending, message in hits
    ]


def snippet(text: str, query: str) -> Snippet:
    """The line of `text` in which the first word of `query` is found, shortened."""
    patterns = [re.compile(pattern) for pattern in _patterns(query)]
    folded = _folded(text)
    first = min((m.start() for p in patterns if (m := p.search(folded))), default=0)
    start = max(0, first - SNIPPET_LENGTH // 3)
    if start:
        start = min(first, folded.find(" ", start, first) + 1 or start)
    end = start + SNIPPET_LENGTH
    line = re.sub(r"\s", " ", text[start:end])
    marks = sorted(m.span() for p in patterns for m in p.finditer(_folded(line)))
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head)
    return Snippet(head + line + tail, tuple((a + shift, b + shift) for a, b in _apart(marks)))


def _apart(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    apart: list[tuple[int, int]] = []
    for start, end in marks:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _text_of(part: Part) -> str:
    match part:
        case Text(text) | Reasoning(text) | ToolResult(_, text):
            return text
        case Source(path):
            return path
        case LeftOut():
            return ""
        case ToolCall(name, arguments):
            return f"{name} {json.dumps(dict(arguments), ensure_ascii=False, sort_keys=True, default=str)}"


def _indexed(text: str) -> str:
    return _UNSPACED.sub(r" \g<0> ", text.encode("utf-8", "replace").decode())


def _pieces(query: str) -> list[tuple[str, bool]]:
    """What to look for, each with whether it may go on (a word) or not (a quotation)."""
    text = query.replace("\0", " ")  # FTS5 reads a query up to the first zero
    pieces = [(quoted or word, bool(word)) for quoted, word in _PIECES.findall(text)]
    return [(piece, open_end) for piece, open_end in pieces if _RUN.search(piece)]


def _expression(query: str) -> str:
    """The query for FTS5: strings and nothing but strings, so that nothing in them is an operator."""
    return " ".join(f'"{_indexed(piece)}"' + "*" * open_end for piece, open_end in _pieces(query))


def _patterns(query: str) -> list[str]:
    """The same as patterns over `_folded` text."""
    patterns = []
    for piece, open_end in _pieces(query):
        runs = _RUN.findall(_indexed(_folded(piece)))
        pattern = r"[\W_]*".join(map(re.escape, runs))
        before = "" if _UNSPACED.match(runs[0]) else r"(?<![^\W_])"
        after = "" if open_end or _UNSPACED.match(runs[-1]) else r"(?![^\W_])"
        patterns.append(before + pattern + after)
    return patterns


def _folded(text: str) -> str:
    """`text` without case and accents, of the same length."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


@lru_cache(maxsize=8192)
def _folded_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character
