"""What keys do in the chat: to the message with the focus, and from one block of code to the next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from glmdesk.core.chat import Text
from glmdesk.ui.chat_column import ChatColumn
from glmdesk.ui.deed import Deed
from glmdesk.ui.message_row import MessageRow

if TYPE_CHECKING:
    from glmdesk.ui.code_view import CodeView


class MessageKeys:
    """`current` tells the number of the row that the reader is at."""

    def __init__(self, column: ChatColumn, current: Callable[[], int]) -> None:
        self._column, self._current = column, current

    def do(self, deed: Deed) -> None:
        """Do `deed` to the message with the focus; where none has it, to the last one that it suits."""
        rows = self._column.rows
        focus = _focus()
        here = [row for row in rows if focus is not None and (row is focus or row.isAncestorOf(focus))]
        for row in here or reversed(rows):
            if row.view is not None and row.view.deeds[deed].isEnabled():
                row.view.deeds[deed].trigger()
                return

    def step_code(self, step: int) -> None:
        """Put the focus on Copy of the next block of code, or of the one before, where `step` is -1."""
        rows = self._column.rows
        if not rows:
            return
        at = self._current()
        here = _place(_focus(), rows[at])
        for row in rows[at:] if step > 0 else rows[at::-1]:
            beyond = (lambda top: step * top > step * here) if row is rows[at] else (lambda _top: True)
            found = [code for code in self._blocks(row) if beyond(_place(code.copy_button, row))]
            if found:
                self._enter(found[0] if step > 0 else found[-1], row)
                return

    def _blocks(self, row: MessageRow) -> "list[CodeView]":
        """The blocks of code of a message, from top to bottom; its content is built if there may be any."""
        texts = [part.text for part in row.turn.message.parts if isinstance(part, Text)]
        if row.view is None and not any(mark in text for text in texts for mark in ("```", "~~~", "    ")):
            return []
        from glmdesk.ui.code_view import CodeView

        self._column.show_content(row)
        found = [code for code in row.findChildren(CodeView) if code.isVisibleTo(row)]
        return sorted(found, key=lambda code: _place(code, row))

    def _enter(self, code: "CodeView", row: MessageRow) -> None:
        self._column.show_place(row, _place(code, row), code.height())
        code.copy_button.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _focus() -> QWidget | None:
    return QApplication.focusWidget()


def _place(widget: QWidget | None, row: MessageRow) -> int:
    """How far below the top of `row` a widget in it is; above it where it is not in the row."""
    if widget is None or not row.isAncestorOf(widget):
        return -1
    return widget.mapTo(row, QPoint(0, 0)).y()
