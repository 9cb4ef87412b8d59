"""The open chat: follows the session's signals, the reader's keys and the place where the reader is."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import ChatShown, SessionState, TurnChanged
from glmdesk.core.chat import Chat, Ending, Role, Turn
from glmdesk.ui import theme
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.chat_column import ChatColumn
from glmdesk.ui.chat_find import ChatFind
from glmdesk.ui.empty_chat import EmptyChat
from glmdesk.ui.jump_button import JumpButton
from glmdesk.ui.message_keys import MessageKeys
from glmdesk.ui.message_row import KEYBOARD_REASONS, MessageRow
from glmdesk.ui.surface import thin_scrollbars
from glmdesk.ui.tab_ring import move_focus
from glmdesk.ui.theme import Space

if TYPE_CHECKING:
    from glmdesk.ui.message_view import MessageView, Rewritten
    from glmdesk.ui.thinking_view import Folds

_CALM_S = 0.012  # a repaint that takes longer is followed by a pause of `_PAUSES` times as long
_PAUSES = 3
_WORTH_A_JUMP = 48  # pixels from the end


class ChatView(QScrollArea):
    """Shows the chat of `session`; `suggestion_chosen` carries the beginning of a question."""

    suggestion_chosen = Signal(str)

    def __init__(
        self, session: ChatSession, *, abilities: Abilities = NONE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Chat")
        self.setAccessibleName(self.tr("Messages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self._session, self._abilities = session, abilities
        self._chat: Chat = session.chat
        self._state: SessionState = session.state
        self._current = ""  # the turn that had the focus last
        self._rewritten: Rewritten = {}
        self._column = ChatColumn(self, self._made_view, self._fill)
        self._column.setAutoFillBackground(False)
        self.setWidget(self._column)
        self._empty = EmptyChat(self.viewport())
        self._empty.show_place(session.state.place)
        self._empty.chosen.connect(self.suggestion_chosen)
        self._jump = JumpButton(self, self._column.follow)
        self.finding = ChatFind(self, self._column, self.setFocus)
        self.keys = MessageKeys(self._column, self._current_index)
        self._waiting: TurnChanged | None = None  # not on the screen yet
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._show_waiting)
        self._column.scrolled.connect(self._place_jump)
        session.chat_shown.connect(self._on_chat_shown)
        session.turn_changed.connect(self._on_turn_changed)
        session.state_changed.connect(self._on_state_changed)
        theme.current().changed.connect(self._restyle)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._restyle()
        self._show_chat(session.chat)

    @property
    def rewritten(self) -> Mapping[tuple[str, str], str]:
        """The questions that are being rewritten, by chat and turn, and what to."""
        return dict(self._rewritten)

    def go_on(self, rewritten: Mapping[tuple[str, str], str]) -> None:
        """Go on rewriting where another view was."""
        self._rewritten.update(rewritten)
        self._column.refill()

    # --- what the session says ----------------------------------------------------------------------------

    def _on_chat_shown(self, shown: ChatShown) -> None:
        self._show_chat(shown.chat)

    def _on_turn_changed(self, change: TurnChanged) -> None:
        """Growth waits while the window is hidden, and on a machine that cannot keep up."""
        if change.added:
            self._show_change(change)
            return
        growing = change.turn.message.ending is Ending.OPEN
        if growing and (self._pause.isActive() or not self.isVisible()):
            self._waiting = change
            return
        begun = perf_counter()
        self._show_change(change)
        spent = perf_counter() - begun
        if growing and spent > _CALM_S:
            self._pause.start(round(spent * 1000 * _PAUSES))

    def _on_state_changed(self, state: SessionState) -> None:
        before, self._state = self._state, state
        self._empty.show_place(state.place)
        if (before.activity, before.busy) != (state.activity, state.busy):
            self._column.refill()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self._show_change(self._waiting)

    def _show_change(self, change: TurnChanged) -> None:
        self._waiting = None
        self.finding.chat_changed()
        self._chat = change.chat
        index = self._index_of(change.turn.id)
        if index is not None:
            self._column.rows[index].show_turn(change.turn)
            self._column.refresh(index)
        elif change.turn.id in {turn.id for turn in change.chat.path()}:
            self._show_chat(change.chat, follow=change.turn.message.role is Role.USER)

    def _show_chat(self, chat: Chat, *, follow: bool = False) -> None:
        """Show the chosen branch; rows of turns that stay are left alone, another chat begins at its end."""
        other = chat.id != self._chat.id
        self._chat, self._waiting = chat, None
        self.finding.chat_changed()
        turns = [turn for turn in chat.path() if turn.message.role is not Role.SYSTEM]
        rows = self._column.rows
        keep = 0
        while keep < min(len(rows), len(turns)) and rows[keep].turn == turns[keep]:
            keep += 1
        keep = 0 if other else keep
        self._column.show_turns(turns, keep=keep)
        if keep:
            self._column.refresh(keep - 1)  # it may no longer be the last
        self._empty.setVisible(not turns)
        if other or follow:
            self._column.follow()

    def _index_of(self, turn_id: str) -> int | None:
        rows = self._column.rows
        return next((i for i in range(len(rows) - 1, -1, -1) if rows[i].turn.id == turn_id), None)

    def _made_view(self, folds: "Folds", parent: QWidget) -> "MessageView":
        from glmdesk.ui.message_view import MessageView  # Markdown and highlighting, for the first message

        return MessageView(
            self._session,
            folds,
            self._rewritten,
            following=self._is_following,
            abilities=self._abilities,
            parent=parent,
        )

    def _fill(self, row: MessageRow) -> None:
        if row.view is not None:
            versions = _versions(self._chat, row.turn)
            row.view.show_turn(row.turn, versions, last=row is self._column.rows[-1], state=self._state)

    def _is_following(self) -> bool:
        return self._column.following

    # --- the reader ---------------------------------------------------------------------------------------

    def go_to_end(self) -> None:
        """Show the end of the chat, and go with it as it grows."""
        self._column.follow()

    def plain_text(self) -> str:
        """All that can be read of the messages near the screen."""
        return "\n\n".join(row.view.plain_text() for row in self._column.built() if row.view)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Up and Down go from message to message, Page Up and Page Down through the text."""
        steps: dict[int, Callable[[], int]] = {
            Qt.Key.Key_Up: lambda: self._current_index() - 1,
            Qt.Key.Key_Down: lambda: self._current_index() + 1,
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: len(self._column.rows) - 1,
        }
        step = steps.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._go_to(step())

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self._column.rows and event.reason() in KEYBOARD_REASONS:
            self._go_to(self._current_index())

    def focusNextPrevChild(self, forward: bool, /) -> bool:
        """Tab goes through the current message, top to bottom, and then out of the chat."""
        row = self._row_of(QApplication.focusWidget())
        starting_points = self._empty.buttons() if self._empty.isVisible() else []
        jump = [self._jump.button] if self._jump.isVisible() else []
        within: list[QWidget] = [row] if row is not None else []
        return move_focus(self, [*starting_points, *within, *jump], forward=forward)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self._column.fit()
        self.finding.place()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._show_waiting()
        self._column.fit()

    def _go_to(self, index: int) -> None:
        rows = self._column.rows
        if rows:
            row = rows[max(0, min(index, len(rows) - 1))]
            self._column.show_row(row)
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _current_index(self) -> int:
        index = self._index_of(self._current)
        return self._column.first_visible() if index is None else index

    def _row_of(self, widget: QWidget | None) -> MessageRow | None:
        while widget is not None and not isinstance(widget, MessageRow):
            widget = widget.parentWidget()
        return widget if widget in self._column.rows else None

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        left, entered = self._row_of(old), self._row_of(new)
        if left is not None and left is not entered and left.view is not None:
            left.view.set_current(False)
        if entered is not None:
            self._current = entered.turn.id
            if entered.view is not None:
                entered.view.set_current(True)

    def _place_jump(self) -> None:
        bar = self.verticalScrollBar()
        away = not self._column.following and bar.maximum() - bar.value() > _WORTH_A_JUMP
        self._jump.setVisible(away)
        if away:
            x = (self.width() - self._jump.width()) // 2
            self._jump.move(x, self.height() - self._jump.height() - Space.M)
            self._jump.raise_()

    def _restyle(self) -> None:
        thin_scrollbars(self)
        self._jump.fit()
        self._column.restyle()


def _versions(chat: Chat, turn: Turn) -> tuple[str, ...]:
    return tuple(sibling.id for sibling in chat.siblings(turn.id)) if turn.id in chat.turns else ()
