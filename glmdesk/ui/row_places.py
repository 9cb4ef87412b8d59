"""Where the rows of a chat are: measured where they have content, by estimate elsewhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QWidget

from glmdesk.core.chat import Turn
from glmdesk.ui.anchor import Anchor
from glmdesk.ui.heights import Heights
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.tokens import COLUMN_WIDTH, GUTTER, Space
from glmdesk.ui.typesetting import Typesetting


class RowPlaces:
    """The rows of `column`, which `area` scrolls; nothing moves before `place` is called."""

    def __init__(self, column: QWidget, area: QScrollArea) -> None:
        self._column, self._area = column, area
        self.rows: list[MessageRow] = []
        self.built: dict[int, MessageRow] = {}  # the rows that have content, by their numbers
        self._changed: set[int] = set()  # of these, the ones to be measured
        self._heights = Heights(Space.XL)
        self._width = 0  # of the rows
        self._typesetting = Typesetting()

    def replace(self, turns: Sequence[Turn], keep: int) -> None:
        """The first `keep` rows stay, the others make way for those of the rest of `turns`."""
        for row in self.rows[keep:]:
            self.built.pop(row.index, None)
            row.hide()
            row.deleteLater()
        del self.rows[keep:]
        for turn in turns[keep:]:
            after = self.rows[-1].turn.message.role if self.rows else None
            self.rows.append(MessageRow(turn, len(self.rows), after, self._column))
        self._estimate_from(keep)

    def restyle(self) -> None:
        """The theme is another, and so may be the size of its type."""
        before, self._typesetting = self._typesetting, Typesetting()
        if self._typesetting.em != before.em:
            self._estimate_from(0)

    def top(self, index: int) -> int:
        """Where a row begins; one more than the last is where they all end."""
        return self._heights.top(index)

    def between(self, low: float, high: float) -> range:
        """The rows between two heights."""
        return self._heights.between(low, high)

    def scroll_value(self, anchor: Anchor) -> int:
        """Where the screen begins if `anchor` is to be at its top."""
        index = anchor.row.index
        return self._heights.top(index) + anchor.inside(self._heights[index])

    def measure(self, index: int) -> None:
        """Find out how tall a row is that has changed."""
        if index in self.built:
            self._changed.add(index)
        else:
            self._heights[index] = self.rows[index].estimate(self._width, self._typesetting)

    def place(self) -> None:
        """Measure what has changed, and put every row that has content where it belongs."""
        viewport, heights = self._area.viewport(), self._heights
        whole = self._area.width()  # a scroll bar that comes must not move the column
        width = min(COLUMN_WIDTH, whole - 2 * Space.XL) + GUTTER
        if self._column.isRightToLeft():
            left = (whole - width + GUTTER) // 2
        else:
            left = (whole - width - GUTTER + 1) // 2  # on the pixel where layouts put what they centre
        if width != self._width:
            self._width = width
            self._estimate_from(0)
            self._changed.update(self.built)
        for index in self._changed & self.built.keys():
            heights[index] = self.built[index].height_for(width)
        self._changed.clear()
        for index, row in self.built.items():
            row.setGeometry(left, heights.top(index), width, heights[index])
            if row.isHidden():
                row.show()
        self._column.resize(
            viewport.width(), max(heights.top(len(heights)) + 2 * Space.XL, viewport.height())
        )

    def _estimate_from(self, first: int) -> None:
        width, typesetting = self._width, self._typesetting
        self._heights.replace(first, [row.estimate(width, typesetting) for row in self.rows[first:]])
