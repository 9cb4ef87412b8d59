"""The rows of the sidebar's list: pinned chats, folders, then the rest under the days of their last use.

While something is searched for, these are the chats with it in their titles, and below them come the chats
with it in their messages, each with the line in which it was found.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from glmdesk.app.states import ChatListState, ChatSummary, FoundChat

Index = QModelIndex | QPersistentModelIndex


class Age(StrEnum):
    """The headings."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a chat (`id` is empty for a heading).

    `folder` is set for the heading of a folder, which may be `folded`, and for the chats under it, `pinned`
    for the heading of the pinned chats too. `line` is where something was found in the chat, `marks` the
    (start, end) of the found words in it.
    """

    text: str
    id: str = ""
    current: bool = False
    line: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    folder: str = ""
    folded: bool = False
    pinned: bool = False

    @property
    def is_folder(self) -> bool:
        """Whether this is the heading of a folder."""
        return bool(self.folder) and not self.id


class ChatRows(QAbstractListModel):
    """A list model of `Row` values; an edited name is handed out as `renamed(id, title)` and not kept.

    That of a folder is `folder_renamed(folder, name)`.
    """

    renamed = Signal(str, str)
    folder_renamed = Signal(str, str)
    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, clock: Callable[[], float] = time.time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rows: tuple[Row, ...] = ()
        self._found = False

    @property
    def in_places(self) -> bool:
        """Whether the chats stand where they belong, and not as they were found."""
        return not self._found

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows as they are shown."""
        return self._rows

    def show(self, state: ChatListState, wanted: str = "", found: Sequence[FoundChat] = ()) -> None:
        """Show the chats with `wanted` in their titles, all when it is empty, and what was `found` of it."""
        self._found = bool(wanted)
        rows = tuple(self._found_in(state, wanted.casefold().strip(), found) if wanted else self._all(state))
        if list(map(_place, rows)) == list(map(_place, self._rows)):
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

    def index_of_folder(self, folder: str) -> QModelIndex:
        """Where the heading of a folder stands."""
        for number, row in enumerate(self._rows):
            if row.is_folder and row.folder == folder:
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
            return self._description(row)
        return row if role == self.ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()] if index.isValid() else Row("")
        if not row.id and not row.is_folder:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return usual | Qt.ItemFlag.ItemIsDragEnabled if row.id and self.in_places else usual

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = self._rows[index.row()]
        title = str(value).strip()
        if title and title != row.text:
            if row.is_folder:
                self.folder_renamed.emit(row.folder, title)
            else:
                self.renamed.emit(row.id, title)
        return True

    def _all(self, state: ChatListState) -> Iterator[Row]:
        """A pinned chat stands at the top and nowhere else."""
        pinned = [chat for chat in state.chats if chat.pinned]
        if pinned:
            yield Row(self.tr("Pinned"), pinned=True)
            yield from (self._row(chat, state.current) for chat in pinned)
        for folder in state.folders:
            inside = [chat for chat in state.chats if chat.folder == folder and not chat.pinned]
            folded = folder in state.folded
            yield Row(folder, folder=folder, folded=folded)
            if not folded:
                yield from (replace(self._row(chat, state.current), folder=folder) for chat in inside)
        rest = [chat for chat in state.chats if not chat.pinned and not chat.folder]
        yield from self._by_day(rest, state.current)

    def _found_in(self, state: ChatListState, wanted: str, found: Sequence[FoundChat]) -> Iterator[Row]:
        titled = {chat.id for chat in found if chat.in_title}
        shown = [
            chat for chat in state.chats if chat.id in titled or wanted in self._title(chat.title).casefold()
        ]
        yield from self._by_day(shown, state.current)
        elsewhere = {chat.id for chat in state.chats} - {chat.id for chat in shown}
        in_messages = [
            self._row_found(chat, state.current) for chat in found if chat.id in elsewhere and chat.line
        ]
        if in_messages:
            yield Row(self.tr("In messages"))
            yield from in_messages

    def _by_day(self, chats: Sequence[ChatSummary], current: str) -> Iterator[Row]:
        """Each under its heading; chats brought from elsewhere are new here and yet of an earlier day."""
        today = _local_date(self._clock())
        headings = {
            Age.TODAY: self.tr("Today"),
            Age.YESTERDAY: self.tr("Yesterday"),
            Age.EARLIER: self.tr("Earlier"),
        }
        ages: dict[Age, list[Row]] = {age: [] for age in headings}
        for chat in chats:
            ages[age_of(_local_date(chat.updated), today)].append(self._row(chat, current))
        for age, rows in ages.items():
            if rows:
                yield Row(headings[age])
                yield from rows

    def _row(self, chat: ChatSummary, current: str) -> Row:
        return Row(self._title(chat.title), chat.id, chat.id == current, pinned=chat.pinned)

    def _description(self, row: Row) -> str:
        """What a screen reader adds to the name of a row."""
        if row.is_folder:
            return self.tr("Folder, closed") if row.folded else self.tr("Folder, open")
        if row.pinned:
            return self.tr("Pinned")
        return row.line or row.folder

    def _row_found(self, chat: FoundChat, current: str) -> Row:
        line, marks = around(chat.line, chat.marks)
        return Row(self._title(chat.title), chat.id, chat.id == current, line, marks)

    def _title(self, title: str) -> str:
        return title or self.tr("New chat")


def _place(row: Row) -> tuple[object, ...]:
    """What must be the same for a row to be painted again in its place."""
    return row.id, not row.line, row.folder, row.text if not row.id else ""


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
