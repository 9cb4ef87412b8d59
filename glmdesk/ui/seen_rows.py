"""What a model was given for an answer, as the rows of a table: each turn with its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from glmdesk.core.chat import Turn
from glmdesk.core.seen import Seen, SeenTurn
from glmdesk.ui import theme
from glmdesk.ui.message_words import author
from glmdesk.ui.words import number

Index = QModelIndex | QPersistentModelIndex
_LONGEST_LINE = 90


@dataclass(frozen=True, slots=True)
class SeenRow:
    """One line; `tokens` below 0 for what was not given."""

    what: str
    tokens: int
    note: str = ""


class SeenRows(QAbstractTableModel):
    """Three columns: what it is, its tokens, and what there is to say of it."""

    def __init__(self, seen: Seen, turns: Sequence[Turn]) -> None:
        super().__init__()
        self.rows = self._rows(seen, turns)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, _parent: Index | None = None) -> int:
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.what, number(row.tokens) if row.tokens >= 0 else "–", row.note)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 1:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and (row.tokens < 0 or index.column() == 2):
            return QColor(theme.current().colors.muted)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("What"), self.tr("Tokens"), "")[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 1:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def _rows(self, seen: Seen, turns: Sequence[Turn]) -> tuple[SeenRow, ...]:
        rows = []
        if seen.system:
            rows.append(SeenRow(self.tr("Instructions"), seen.system))
        if seen.summary:
            rows.append(SeenRow(self.tr("Summary of what was left out"), seen.summary))
        rows += [self._turn(turn, counted) for turn, counted in zip(turns, seen.turns, strict=False)]
        if seen.partial:
            rows.append(SeenRow(self.tr("The beginning of this answer"), seen.partial))
        rows.append(SeenRow(self.tr("Chat format"), seen.format))
        return tuple(rows)

    def _turn(self, turn: Turn, counted: SeenTurn) -> SeenRow:
        text = " ".join(turn.message.text[: 2 * _LONGEST_LINE].split())
        line = f"{text[:_LONGEST_LINE].rstrip()} …" if len(text) > _LONGEST_LINE else text
        what = self.tr("{author}: {text}").format(author=author(turn.message.role), text=line)
        if not counted.given:
            return SeenRow(what, -1, self.tr("left out"))
        notes = []
        if counted.sources:
            notes.append(self.tr("{count} of them files").format(count=number(counted.sources)))
        if counted.thoughts:
            notes.append(self.tr("{count} of them thoughts").format(count=number(counted.thoughts)))
        if counted.forgotten:
            notes.append(self.tr("without {count} of thoughts").format(count=number(counted.forgotten)))
        return SeenRow(what, counted.text + counted.sources + counted.thoughts, ", ".join(notes))
