"""The messages of a chat below one another, of which only those near the screen have content.

Heights of the others are estimates. Whenever a height changes, what the reader looks at stays where it is.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from glmdesk.core.chat import Turn
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.tokens import COLUMN_WIDTH, GUTTER, Space
from glmdesk.ui.typesetting import Typesetting

NEAR = 1.0  # content exists within so many viewports of the screen
FAR = 3.0  # and goes beyond so many
_SLACK = 8  # pixels from the end that still count as the end

Fill = Callable[[MessageRow], None]
if TYPE_CHECKING:
    from glmdesk.ui.message_view import MessageView
    from glmdesk.ui.thinking_view import Folds

Make = Callable[["Folds", QWidget], "MessageView"]
Anchor = tuple[MessageRow, QWidget, int]  # a row, a part of it, and how far into it the screen begins


class ChatColumn(QWidget):
    """Rows in the reader's column; `make` builds a view and `fill` puts a row's turn into it."""

    scrolled = Signal()

    def __init__(self, area: QScrollArea, make: Make, fill: Fill) -> None:
        super().__init__()
        self._area, self._make, self._fill = area, make, fill
        self.rows: list[MessageRow] = []
        self._tops: list[int] = []
        self._following = True
        self._holding = False
        self._left = self._width = 0  # of the rows
        self._typesetting = Typesetting()
        self._bar: QScrollBar = area.verticalScrollBar()
        self._bar.valueChanged.connect(self._on_scrolled)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare_one)

    @property
    def following(self) -> bool:
        """Whether the reader is at the end, and goes with it as it grows."""
        return self._following

    def follow(self) -> None:
        """Go to the end and stay there."""
        self._following = True
        with self._held():
            pass

    # --- rows ---------------------------------------------------------------------------------------------

    def show_turns(self, turns: Sequence[Turn], *, keep: int) -> None:
        """Show `turns`; the first `keep` rows are already theirs."""
        with self._held():
            for row in self.rows[keep:]:
                row.hide()
                row.deleteLater()
            del self.rows[keep:]
            self._add(turns[keep:])

    def append(self, turn: Turn) -> None:
        """Add a row for `turn` at the end."""
        with self._held():
            self._add([turn])

    def refresh(self, index: int) -> None:
        """The turn of a row has changed: show it where it has content, and make room."""
        with self._held(index):
            row = self.rows[index]
            if row.view is not None:
                self._fill(row)

    def refill(self) -> None:
        """Show every turn that has content again, for a state of the session that concerns all."""
        with self._held():
            for row in self.rows:
                if row.view is not None:
                    self._fill(row)

    def restyle(self) -> None:
        """Build everything again, in the theme as it is now."""
        self._typesetting = Typesetting()
        with self._held():
            for row in self.rows:
                row.drop()

    def fit(self) -> None:
        """The area has another size."""
        with self._held():
            pass

    def show_row(self, row: MessageRow) -> None:
        """Scroll so that `row` begins at the top of the screen, unless all of it is on the screen."""
        low, high = self._bar.value(), self._bar.value() + self._area.viewport().height()
        if row.view is not None and row.top >= low and row.top + row.tall <= high:
            return
        self._following = False
        with self._held(anchor=(row, row, -Space.M)):
            pass
        self._following = self._is_at_end()

    def show_content(self, row: MessageRow) -> None:
        """Build the content of `row`, wherever it is."""
        if row.view is None:
            with self._held():
                self._realise(row)

    def show_place(self, row: MessageRow, top: int, tall: int) -> None:
        """Scroll so that `tall` pixels from `top` of `row` on are well on the screen, unless they are."""
        low, screen = self._bar.value(), self._area.viewport().height()
        if low + Space.XL <= row.top + top and row.top + top + tall + Space.XL <= low + screen:
            return
        self._following = False
        with self._held(anchor=(row, row, top - screen // 3)):
            pass
        self._following = self._is_at_end()

    def first_visible(self) -> int:
        """The index of the first row on the screen; -1 where there is none."""
        return min(bisect_right(self._tops, self._bar.value() + Space.XL), len(self.rows)) - 1

    def _add(self, turns: Sequence[Turn]) -> None:
        for turn in turns:
            row = MessageRow(turn, self)
            row.first = not self.rows
            row.hide()
            self.rows.append(row)

    # --- geometry -----------------------------------------------------------------------------------------

    @contextmanager
    def _held(self, first: int = 0, anchor: Anchor | None = None) -> Iterator[None]:
        """Change rows from number `first` on, while what the reader looks at stays where it is."""
        if self._holding:
            yield
            return
        self._holding = True
        try:
            if anchor is None and not self._following:
                anchor = self._anchor()
            yield
            self._place(first)
            self._return_to(anchor)
            while (realised := self._realise_visible()) >= 0:
                self._place(realised)
                self._return_to(anchor)
            self._show_near()
        finally:
            self._holding = False
        self._soon.start(0)
        self.scrolled.emit()

    def _place(self, first: int) -> None:
        """Give every row its top and height, those before `first` being as they were."""
        viewport = self._area.viewport()
        width = min(COLUMN_WIDTH, viewport.width() - 2 * Space.XL) + GUTTER
        gutter = -GUTTER if self.isRightToLeft() else GUTTER
        left = (self._area.width() - width - gutter) // 2  # a scroll bar that comes must not move the column
        first = min(first, len(self._tops))
        del self._tops[first:]
        y = self.rows[first - 1].top + self.rows[first - 1].tall if first else Space.XL
        for row in self.rows[first:]:
            row.place(width, self._typesetting)
            row.top = y
            self._tops.append(y)
            if row.view is not None:
                row.setGeometry(left, y, width, row.tall)
            y += row.tall
        self.resize(viewport.width(), max(y + 2 * Space.XL, viewport.height()))
        self._left, self._width = left, width

    def _anchor(self) -> Anchor | None:
        """The part at the top of the screen; where that has no content yet, the first row that has."""
        value = self._bar.value()
        visible = [self.rows[index] for index in range(*self._between(0))]
        if not visible:
            return None
        row = next((row for row in visible if row.view is not None), visible[0])
        into = value - row.top
        if row.view is None or into < row.view.y():
            return row, row, into
        part, deep = row.view.part_at(into - row.view.y())
        return row, part, deep

    def _return_to(self, anchor: Anchor | None) -> None:
        if self._following:
            self._bar.setValue(self._bar.maximum())
        elif anchor is not None and anchor[0] in self.rows:
            row, part, deep = anchor
            part = _still_there(part, row)
            top = row.top if part is row else part.mapTo(self, part.rect().topLeft()).y()
            tall = row.tall if part is row else part.height()
            self._bar.setValue(top + min(deep, tall - 1))

    # --- content near the screen --------------------------------------------------------------------------

    def _between(self, viewports: float) -> tuple[int, int]:
        """The rows within so many viewports above and below the screen, as a range."""
        tall = self._area.viewport().height()
        low, high = self._bar.value() - viewports * tall, self._bar.value() + (1 + viewports) * tall
        return max(0, bisect_right(self._tops, low) - 1), bisect_right(self._tops, high)

    def _realise_visible(self) -> int:
        """Build the first visible row without content; its index, or -1 when there is none."""
        return self._realise_first(range(*self._between(0))) if self.isVisible() else -1

    def _realise_first(self, among: range) -> int:
        for index in among:
            if self.rows[index].view is None:
                self._realise(self.rows[index])
                return index
        return -1

    def _realise(self, row: MessageRow) -> None:
        row.realise(self._make).grew.connect(self._on_grew)
        self._fill(row)

    def _prepare_one(self) -> None:
        """With nothing else to do: build one more row near the screen, or give up those far away."""
        if not self.isVisible():
            return
        start, end = self._between(NEAR)
        if any(row.view is None for row in self.rows[start:end]):
            with self._held():
                self._realise_first(range(start, end))
            return
        far_start, far_end = self._between(FAR)
        for row in (*self.rows[:far_start], *self.rows[far_end:]):
            if row.view is not None and not row.in_use:
                row.drop()
                row.hide()

    def _show_near(self) -> None:
        for row in self.rows:
            if row.view is not None and row.isHidden():
                row.setGeometry(self._left, row.top, self._width, row.tall)
                row.show()

    def _on_grew(self) -> None:
        with self._held():
            pass

    def _is_at_end(self) -> bool:
        return self._bar.value() >= self._bar.maximum() - _SLACK

    def _on_scrolled(self) -> None:
        if self._holding:
            return
        self._following = self._is_at_end()
        if any(self.rows[index].view is None for index in range(*self._between(0))):
            with self._held():
                pass
        else:
            self._soon.start(0)
            self.scrolled.emit()


def _still_there(part: QWidget, row: MessageRow) -> QWidget:
    """`part`, or what is in its place if it has been folded away or dropped."""
    if row.view is None:
        return row
    while part is not row and part.isHidden():
        part = part.parentWidget() or row
    return part
