"""The rows of the sidebar's list: chats under the headings of the days on which they were last used.

While something is searched for, these are the chats with it in their titles, and below them come the chats
with it in their messages, each with the line in which it was found.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from glmdesk.app.states import ChatSummary, FoundChat

Index = QModelIndex | QPersistentModelIndex


class Age(StrEnum):
    """The headings."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a chat (`id` is empty for a heading).

    `line` is where something was found in the chat, `marks` the (start, end) of the found words in it.
    """

    text: str
    id: str = ""
    current: bool = False
    line: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class ChatRows(QAbstractListModel):
    """A list model of `Row` values; an edited title is handed out as `renamed(id, title)` and not kept."""

    renamed = Signal(str, str)
    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return self._rows

    def show(
        self, chats: Sequence[ChatSummary], current: str, wanted: str = "", found: Sequence[FoundChat] = ()
    ) -> None:
        """Show the chats with `wanted` in their titles, all when it is empty, and what was `found` of it."""
        rows = self._made(chats, current, wanted.casefold().strip(), found)
        if [(row.id, not row.line) for row in rows] == [(row.id, not row.line) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, chat_id: str) -> QModelIndex:
        """Where a chat stands; an invalid index where it is not shown."""
        for number, row in enumerate(self._rows):
            if row.id and row.id == chat_id:
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.line
        return row if role == self.ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        title = str(value).strip()
        if title and title != row.text:
            self.renamed.emit(row.id, title)
        return True

    def _made(
        self, chats: Sequence[ChatSummary], current: str, wanted: str, found: Sequence[FoundChat]
    ) -> tuple[Row, ...]:
        titled = {chat.id for chat in found if chat.in_title}
        shown = [
            chat
            for chat in chats
            if not wanted or chat.id in titled or wanted in self._title(chat.title).casefold()
        ]
        rows = self._by_day(shown, current)
        listed = {chat.id for chat in chats}
        elsewhere = listed - {chat.id for chat in shown}
        in_messages = [self._found(chat, current) for chat in found if chat.id in elsewhere and chat.line]
        if wanted and in_messages:
            rows += [Row(self.tr("In messages")), *in_messages]
        return tuple(rows)

    def _by_day(self, chats: Sequence[ChatSummary], current: str) -> list[Row]:
        """Each under its heading; chats brought from elsewhere are new here and yet of an earlier day."""
        today = _local_date(self._clock())
        headings = {
            Age.TODAY: self.tr("Today"),
            Age.YESTERDAY: self.tr("Yesterday"),
            Age.EARLIER: self.tr("Earlier"),
        }
        ages: dict[Age, list[Row]] = {age: [] for age in headings}
        for chat in chats:
            age = age_of(_local_date(chat.updated), today)
            ages[age].append(Row(self._title(chat.title), chat.id, chat.id == current))
        return [row for age, rows in ages.items() if rows for row in (Row(headings[age]), *rows)]

    def _found(self, chat: FoundChat, current: str) -> Row:
        line, marks = around(chat.line, chat.marks)
        return Row(self._title(chat.title), chat.id, chat.id == current, line, marks)

    def _title(self, title: str) -> str:
        return title or self.tr("New chat")


def around(
    line: str, marks: tuple[tuple[int, int], ...], before: int = 12
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`line` from at most `before` characters ahead of its first mark, so that this is seen where room is."""
    start = marks[0][0] - before if marks else 0
    if start <= 1:
        return line, marks
    start = line.find(" ", start, marks[0][0]) + 1 or start
    shift = start - 1
    return "…" + line[start:], tuple((first - shift, last - shift) for first, last in marks)


def age_of(day: date, today: date) -> Age:
    """The heading for something last used on `day`; a day in the future counts as today."""
    days = (today - day).days
    if days <= 0:
        return Age.TODAY
    return Age.YESTERDAY if days == 1 else Age.EARLIER


def _local_date(seconds: float) -> date:
    parts = time.localtime(seconds)
    return date(parts.tm_year, parts.tm_mon, parts.tm_mday)
