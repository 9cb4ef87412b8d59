"""The place of one message in the chat: always there, while its content exists only near the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from glmdesk.core.chat import Ending, Message, Reasoning, Role, Text, Turn
from glmdesk.ui import theme
from glmdesk.ui.menu import Menu
from glmdesk.ui.message_words import row_name
from glmdesk.ui.theme import Space
from glmdesk.ui.tokens import GUTTER
from glmdesk.ui.typesetting import Typesetting

if TYPE_CHECKING:
    from glmdesk.ui.message_view import MessageView
    from glmdesk.ui.thinking_view import Folds

KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)

_FOCUS_BAR = 3  # width in pixels
_FIXED_LINES = 3  # the line about the message and the distances around it
_FOLDED_LINES = 13  # of a question too long to be shown whole


class MessageRow(QWidget):
    """One accessible object per message, named "You, 14:03"; `view` is its content, None while far away."""

    def __init__(self, turn: Turn, index: int, after: Role | None, parent: QWidget) -> None:
        """Row number `index`, not shown yet, `after` a message of that role."""
        super().__init__(parent)
        self.hide()
        self.setObjectName("Message")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view: MessageView | None = None
        self.index = index
        self._among_steps = Role.TOOL in (turn.message.role, after)
        self._focus_shown = False
        self._folds: Folds = {}
        self.show_turn(turn)

    def show_turn(self, turn: Turn) -> None:
        """Keep `turn`; a view, where there is one, is told by whoever knows the session's state."""
        self.turn = turn
        self._size: tuple[int, int, int] | None = None
        self.setAccessibleName(row_name(turn.message))

    def realise(self, make: "Callable[[Folds, QWidget], MessageView]") -> "MessageView":
        """Build the content."""
        self.view = make(self._folds, self)
        self.view.show()
        return self.view

    def drop(self) -> None:
        """Give the content up; the height stays."""
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def height_for(self, width: int) -> int:
        """Place the content in `width` pixels; returns the height of the row, which has content."""
        assert self.view is not None
        above = self._space_above()
        tall = self.view.height_for(width)
        self.view.setGeometry(0, above, width, tall)
        return above + tall

    @property
    def characters(self) -> int:
        """About how much text the content shows."""
        return self._measures()[0]

    def estimate(self, width: int, typesetting: Typesetting) -> int:
        """About how tall the row is in `width` pixels."""
        characters, lines, around = self._measures()
        text = typesetting.estimate(characters, lines, width)
        return self._space_above() + text + round(around * typesetting.line_height())

    @property
    def in_use(self) -> bool:
        """Whether the content must stay: it is written, edited, selected from, or has the focus."""
        if self.view is None:
            return False
        if self.turn.message.ending is Ending.OPEN or self.view.editing:
            return True
        focus = self.window().focusWidget()
        return (focus is not None and self.isAncestorOf(focus)) or self._has_selection()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """The bar is for those who move by keyboard."""
        self._focus_shown = event.reason() in KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, _event: QFocusEvent, /) -> None:
        self._focus_shown = False
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """What can be done with the message, also by the menu key."""
        if self.view is not None:
            menu = Menu(self, passing=True)
            menu.addActions(self.view.actions())
            menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        colors = theme.current().colors
        painter = QPainter(self)
        if self._begins_exchange() and self.index:
            left = 0 if self.isRightToLeft() else GUTTER
            painter.fillRect(left, Space.L, self.width() - GUTTER, 1, QColor(colors.line))
        if self._focus_shown:
            above = self._space_above()
            x = self.width() - _FOCUS_BAR if self.isRightToLeft() else 0
            painter.fillRect(x, above, _FOCUS_BAR, self.height() - above, QColor(colors.accent))

    def _begins_exchange(self) -> bool:
        return self.turn.message.role is Role.USER

    def _space_above(self) -> int:
        if not self.index:
            return 0  # and no line above it
        if self._begins_exchange():
            return 2 * Space.L
        return Space.XS if self._among_steps else Space.M

    def _measures(self) -> tuple[int, int, int]:
        if self._size is None:
            self._size = _size(self.turn.message)
        return self._size

    def _has_selection(self) -> bool:
        editors: list[QTextEdit | QPlainTextEdit] = [
            *self.findChildren(QTextEdit),
            *self.findChildren(QPlainTextEdit),
        ]
        return any(editor.textCursor().hasSelection() for editor in editors)


def _size(message: Message) -> tuple[int, int, int]:
    """Characters and line ends that are shown of `message`, and lines of what is around its text."""
    texts = [part.text for part in message.parts if isinstance(part, Text)]
    characters = sum(map(len, texts))
    lines = sum(text.count("\n") for text in texts)
    if message.role is Role.USER:
        characters, lines = min(characters, 1_200), min(lines, _FOLDED_LINES)
    thoughts = sum(isinstance(part, Reasoning) for part in message.parts)
    return characters, lines, _FIXED_LINES + 2 * thoughts
