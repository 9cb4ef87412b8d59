"""What the reader looks at: a part of a message, which stays where it is while heights around it change."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from glmdesk.ui.message_row import MessageRow


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row, a part of it (or the row itself), and how many pixels into that part the screen begins."""

    row: MessageRow
    part: QWidget
    into: int

    def inside(self, tall: int) -> int:
        """How many pixels into its row, which is `tall` now, the screen has to begin."""
        part = _still_there(self.part, self.row)
        if part is self.row:
            return min(self.into, tall - 1)
        top = part.mapTo(self.row, part.rect().topLeft()).y()
        return top + min(self.into, part.height() - 1)


def anchor_in(row: MessageRow, into: int) -> Anchor:
    """The part that is `into` pixels from the top of `row`."""
    if row.view is None or into < row.view.y():
        return Anchor(row, row, into)
    return Anchor(row, *row.view.part_at(into - row.view.y()))


def _still_there(part: QWidget, row: MessageRow) -> QWidget:
    """`part`, or what is in its place if it has been folded away or dropped."""
    if row.view is None:
        return row
    while part is not row and part.isHidden():
        part = part.parentWidget() or row
    return part
