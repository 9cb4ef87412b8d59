"""Widgets below one another, placed by hand: a QLayout would ask all of them again for each word."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget


class Placed(NamedTuple):
    """One widget of a stack: pixels between it and what is above, and how far in it begins."""

    widget: QWidget
    above: int = 0
    inset: int = 0


class Stack(QWidget):
    """A column of widgets with `height_for`; `grew` when its height may have changed by itself."""

    grew = Signal()

    def placed(self) -> Iterable[Placed]:
        """The widgets, from top to bottom."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """Place everything in `width` pixels; returns the height of it all."""
        y = 0
        for placed in self.placed():
            y = self.place(placed, y, width)
        return y

    def place(self, placed: Placed, y: int, width: int) -> int:
        """Put one widget below the others, which end at `y`; returns where it ends."""
        widget, above, inset = placed
        y += above if y else 0
        room = max(1, width - inset)
        height = _height(widget, room)
        widget.setGeometry(QRect(0 if self.isRightToLeft() else inset, y, room, height))
        return y + height

    def part_at(self, y: int) -> tuple[QWidget, int]:
        """The innermost part at height `y`, and how far into it that is."""
        for widget, _, _ in self.placed():
            if y < widget.y() + widget.height():
                into = y - widget.y()
                return widget.part_at(into) if isinstance(widget, Stack) else (widget, into)
        return self, y


def _height(widget: QWidget, width: int) -> int:
    """By `height_for` where there is one; simple widgets by their size hint."""
    measure = getattr(widget, "height_for", None)
    if measure is not None:
        return int(measure(width))
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
