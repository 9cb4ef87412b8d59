"""The messages of a chat below one another, of which only those near the screen have content.

Heights of the others are estimates. Whenever a height changes, what the reader looks at stays where it is.
Content is built and given up in steps, with turns of the event loop between them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from glmdesk.core.chat import Turn
from glmdesk.ui.anchor import Anchor, anchor_in
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.row_places import RowPlaces
from glmdesk.ui.tokens import Space

NEAR = 1.0  # content exists within so many viewports of the screen
FAR = 2.0  # and goes beyond so many
_BUDGET_S = 0.005  # after so long what is on the screen and has no content yet waits for the next turn
_AT_ONCE = 1_000  # characters that are shown without looking at the clock, save where the reader scrolls
_ROW = 250  # characters that take as long as to build a row
_DROPPED_AT_ONCE = 2
_SLACK = 8  # pixels from the end that still count as the end

Fill = Callable[[MessageRow], None]
if TYPE_CHECKING:
    from glmdesk.ui.message_view import MessageView
    from glmdesk.ui.thinking_view import Folds

Make = Callable[["Folds", QWidget], "MessageView"]


class ChatColumn(QWidget):
    """Rows in the reader's column; `make` builds a view and `fill` puts a row's turn into it."""

    scrolled = Signal()

    def __init__(self, area: QScrollArea, make: Make, fill: Fill) -> None:
        super().__init__()
        self._area, self._make, self._fill = area, make, fill
        self._places = RowPlaces(self, area)
        self._following = True
        self._holding = False
        self._kept: Anchor | None = None  # where the reader was, while what is there is built again
        self._bar.valueChanged.connect(self._on_scrolled)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare)

    @property
    def _bar(self) -> QScrollBar:
        return self._area.verticalScrollBar()

    @property
    def rows(self) -> Sequence[MessageRow]:
        """One for each message, from top to bottom."""
        return self._places.rows

    @property
    def following(self) -> bool:
        """Whether the reader is at the end, and goes with it as it grows."""
        return self._following

    def built(self) -> list[MessageRow]:
        """The rows that have content, from top to bottom."""
        built = self._places.built
        return [built[index] for index in sorted(built)]

    def follow(self) -> None:
        """Go to the end and stay there."""
        self._following = True
        self.fit()

    # --- rows ---------------------------------------------------------------------------------------------

    def show_turns(self, turns: Sequence[Turn], *, keep: int) -> None:
        """Show `turns`; the first `keep` rows are already theirs."""
        with self._held():
            self._places.replace(turns, keep)

    def refresh(self, index: int) -> None:
        """The turn of a row has changed: show it where it has content, and make room."""
        with self._held():
            if self.rows[index].view is not None:
                self._refill(self.rows[index])
            else:
                self._places.measure(index)

    def refill(self) -> None:
        """Show every turn that has content again, for a state of the session that concerns all."""
        with self._held():
            for row in self.built():
                self._refill(row)

    def restyle(self) -> None:
        """Build everything again, in the theme as it is now."""
        first = next((self.rows[index] for index in self._visible()), None)
        self._kept = self._kept or (Anchor(first, first, self._into(first)) if first is not None else None)
        with self._held(self._kept):
            for row in self.built():
                self._drop(row)
            self._places.restyle()

    def fit(self) -> None:
        """The area has another size."""
        with self._held():
            pass

    def show_row(self, row: MessageRow) -> None:
        """Scroll so that `row` begins at the top of the screen, unless all of it is on the screen."""
        low, high = self._bar.value(), self._bar.value() + self._area.viewport().height()
        top = self._places.top(row.index)
        if row.view is not None and top >= low and self._places.top(row.index + 1) <= high:
            return
        self._go_to(Anchor(row, row, -Space.M))

    def show_content(self, row: MessageRow) -> None:
        """Build the content of `row`, wherever it is."""
        if row.view is None:
            with self._held():
                self._realise(row)

    def show_place(self, row: MessageRow, top: int, tall: int) -> None:
        """Scroll so that `tall` pixels from `top` of `row` on are well on the screen, unless they are."""
        low, screen = self._bar.value(), self._area.viewport().height()
        begin = self._places.top(row.index) + top
        if not (low + Space.XL <= begin and begin + tall + Space.XL <= low + screen):
            self._go_to(Anchor(row, row, top - screen // 3))

    def first_visible(self) -> int:
        """The index of the first row on the screen; -1 where there is none."""
        low = self._bar.value() + Space.XL
        return self._places.between(low, low).stop - 1

    # --- geometry -----------------------------------------------------------------------------------------

    @contextmanager
    def _held(self, anchor: Anchor | None = None, *, at_once: int = _AT_ONCE) -> Iterator[None]:
        """Change rows, while what the reader looks at stays where it is; then build what is on the screen."""
        if self._holding:
            yield
            return
        self._holding = True
        try:
            if anchor is None and not self._following:
                anchor = self._taken_kept() or self._anchor()
            yield
            self._place(anchor)
            end, built = perf_counter() + _BUDGET_S, 0
            while (built < at_once or perf_counter() < end) and (row := self._missing(0)) is not None:
                self._realise(row)
                self._place(anchor)
                built += _ROW + row.characters
        finally:
            self._holding = False
        self._soon.start(0)
        self.scrolled.emit()

    def _go_to(self, anchor: Anchor) -> None:
        self._following, self._kept = False, None
        with self._held(anchor):
            if anchor.row.view is None:
                self._realise(anchor.row)
        self._following = self._is_at_end()

    def _place(self, anchor: Anchor | None) -> None:
        """Put everything where it belongs, and scroll back."""
        self._places.place()
        self._return_to(anchor)

    def _anchor(self) -> Anchor | None:
        """The part at the top of the screen; where that has no content yet, the first row that has."""
        visible = [self.rows[index] for index in self._visible()]
        if not visible:
            return None
        row = next((row for row in visible if row.view is not None), visible[0])
        return anchor_in(row, self._into(row))

    def _taken_kept(self) -> Anchor | None:
        """It is kept until all of its row is there: before, the row may be lower than it will be."""
        kept = self._kept
        if kept is not None and kept.row.view is not None and kept.row.view.complete:
            self._kept = None
        return kept

    def _into(self, row: MessageRow) -> int:
        """How many pixels into `row` the screen begins."""
        return self._bar.value() - self._places.top(row.index)

    def _return_to(self, anchor: Anchor | None) -> None:
        if self._following:
            self._bar.setValue(self._bar.maximum())
        elif anchor is not None and anchor.row in self.rows[anchor.row.index : anchor.row.index + 1]:
            self._bar.setValue(self._places.scroll_value(anchor))

    # --- content near the screen --------------------------------------------------------------------------

    def _visible(self, viewports: float = 0) -> range:
        """The rows within so many viewports above and below the screen."""
        tall = self._area.viewport().height()
        low, high = self._bar.value() - viewports * tall, self._bar.value() + (1 + viewports) * tall
        return self._places.between(low, high)

    def _missing(self, viewports: float) -> MessageRow | None:
        """A row so near the screen that has no content yet: the one to build first."""
        near = self._visible(viewports) if self.isVisible() else range(0)
        order = reversed(near) if self._following else near
        return next((self.rows[index] for index in order if index not in self._places.built), None)

    def _realise(self, row: MessageRow) -> None:
        row.realise(self._make).grew.connect(self._on_grew)
        self._places.built[row.index] = row
        self._refill(row)

    def _refill(self, row: MessageRow) -> None:
        self._places.measure(row.index)
        self._fill(row)

    def _drop(self, row: MessageRow) -> None:
        del self._places.built[row.index]
        row.drop()
        row.hide()

    def _fill_screen(self) -> None:
        """Build what is on the screen and has no content yet, or some of it."""
        with self._held(at_once=0):
            pass

    def _prepare(self) -> None:
        """One step: give up what is far away, and build what is on the screen, or else one row near it."""
        if not self.isVisible():
            return
        kept = self._visible(FAR)
        far = [row for index, row in self._places.built.items() if index not in kept and not row.in_use]
        for row in far[:_DROPPED_AT_ONCE]:
            self._drop(row)
        if self._missing(0) is not None:
            self._fill_screen()
        elif (near := self._missing(NEAR)) is not None:
            with self._held():
                self._realise(near)
        elif far:
            self._soon.start(0)

    def _on_grew(self) -> None:
        grown = self.sender()
        for row in self.built():
            if row.view is grown:
                self._places.measure(row.index)
        self.fit()

    def _is_at_end(self) -> bool:
        return self._bar.value() >= self._bar.maximum() - _SLACK

    def _on_scrolled(self) -> None:
        if self._holding:
            return
        self._following, self._kept = self._is_at_end(), None
        if self._missing(0) is not None:
            self._fill_screen()
        else:
            self._soon.start(0)
            self.scrolled.emit()
