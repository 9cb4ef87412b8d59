"""The rows of the sidebar's list: chats under the headings of the days on which they were last used."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from glmdesk.app.states import ChatSummary

Index = QModelIndex | QPersistentModelIndex


class Age(StrEnum):
    """The headings."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or a chat (`id` is empty for a heading)."""

    text: str
    id: str = ""
    current: bool = False


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

    def show(self, chats: Sequence[ChatSummary], current: str, wanted: str) -> None:
        """Show the chats whose title holds `wanted`, which may be empty, newest first."""
        rows = self._made(chats, current, wanted.casefold().strip())
        if [row.id for row in rows] == [row.id for row in self._rows]:
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

    def _made(self, chats: Sequence[ChatSummary], current: str, wanted: str) -> tuple[Row, ...]:
        today = _local_date(self._clock())
        headings = {
            Age.TODAY: self.tr("Today"),
            Age.YESTERDAY: self.tr("Yesterday"),
            Age.EARLIER: self.tr("Earlier"),
        }
        rows: list[Row] = []
        last: Age | None = None
        for chat in chats:
            title = chat.title or self.tr("New chat")
            if wanted and wanted not in title.casefold():
                continue
            age = age_of(_local_date(chat.updated), today)
            if age is not last:
                rows.append(Row(headings[age]))
                last = age
            rows.append(Row(title, chat.id, chat.id == current))
        return tuple(rows)


def age_of(day: date, today: date) -> Age:
    """The heading for something last used on `day`; a day in the future counts as today."""
    days = (today - day).days
    if days <= 0:
        return Age.TODAY
    return Age.YESTERDAY if days == 1 else Age.EARLIER


def _local_date(seconds: float) -> date:
    parts = time.localtime(seconds)
    return date(parts.tm_year, parts.tm_mon, parts.tm_mday)
