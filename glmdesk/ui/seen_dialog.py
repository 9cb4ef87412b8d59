"""What the model saw: every message of the prompt of one answer with its tokens, and the exact text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from glmdesk.core.chat import Turn
from glmdesk.core.seen import Seen
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.form import closing_button, framed, resize_scaled
from glmdesk.ui.label import Label
from glmdesk.ui.seen_rows import SeenRows
from glmdesk.ui.surface import quiet_table, thin_scrollbars
from glmdesk.ui.theme import LARGE, SMALL, Space
from glmdesk.ui.words import messages, number

_WIDTH, _HEIGHT = 720, 560

Exact = Callable[[Callable[[str], None]], bool]
"""Tells the exact prompt to whoever asks; False where it cannot be had now."""


class SeenDialog(QDialog):
    """Shows a `Seen`; `turns` are the branch before the answer."""

    def __init__(self, seen: Seen, turns: Sequence[Turn], exact: Exact | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("What the model saw")
        self.setWindowTitle(self.tr("What the model saw"))
        self._exact = exact
        self._said = Label(color="muted", scale=SMALL)
        self._table = QTableView()
        self._build(seen, turns)
        resize_scaled(self, _WIDTH, _HEIGHT)

    def _build(self, seen: Seen, turns: Sequence[Turn]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(Label(self.tr("What the model saw"), scale=LARGE, bold=True))
        column.addWidget(Label(self._summary(seen)))
        column.addWidget(framed(self._filled(SeenRows(seen, turns))), 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self._said, 1)
        if self._exact is not None:
            exact = Button(
                self.tr("Exact prompt"), name="Exact prompt", icon="code", kind=Kind.OUTLINE, color="text"
            )
            exact.clicked.connect(self._ask_exact)
            foot.addWidget(exact)
        foot.addWidget(closing_button(self))
        column.addLayout(foot)

    def _summary(self, seen: Seen) -> str:
        left_out = sum(not turn.given for turn in seen.turns)
        lines = [
            self.tr("{tokens} tokens in all, of a context of {context}.").format(
                tokens=number(seen.tokens), context=number(seen.context)
            )
            if seen.context
            else self.tr("{tokens} tokens in all.").format(tokens=number(seen.tokens)),
            self.tr("{cached} of them were still in memory, {fresh} were read.").format(
                cached=number(seen.cached), fresh=number(seen.tokens - seen.cached)
            ),
        ]
        if left_out:
            lines.append(self.tr("Left out: {messages}.").format(messages=messages(left_out)))
        return " ".join(lines)

    def _filled(self, rows: SeenRows) -> QTableView:
        table = self._table
        rows.setParent(table)
        table.setModel(rows)
        table.setObjectName("Parts of the prompt")
        table.setAccessibleName(self.tr("Parts of the prompt"))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + Space.M)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section in (1, 2):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
        theme.current().changed.connect(self._restyle)
        self._restyle()
        return table

    def _restyle(self) -> None:
        quiet_table(self._table)
        thin_scrollbars(self._table)

    def _ask_exact(self) -> None:
        if self._exact is not None and not self._exact(self._show_exact):
            self._said.setText(self.tr("The exact prompt can be shown while a local model is ready."))

    def _show_exact(self, text: str) -> None:
        from glmdesk.ui.text_dialog import TextDialog  # for whoever looks

        TextDialog(self.tr("Exact prompt"), text, self).open()
