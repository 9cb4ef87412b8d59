"""What can be done with one message: the actions of its menu and of its buttons, and what each asks for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.core.chat import Ending, Message, Role, Turn
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.deed import Deed
from glmdesk.ui.draft_edit import LONGEST_LINE, LONGEST_PASTE
from glmdesk.ui.message_words import heading
from glmdesk.ui.text_view import selection_in

_CAN_GO_ON = frozenset({Ending.LENGTH, Ending.PAUSED, Ending.STOPPED, Ending.INTERRUPTED})


class MessageActions(QObject):
    """The actions of the message that `view` shows; `edit` opens its editor."""

    def __init__(
        self, session: ChatSession, abilities: Abilities, edit: Callable[[], None], view: QWidget
    ) -> None:
        super().__init__(view)
        self._session, self._abilities, self._view = session, abilities, view
        self._turn = Turn("", None, Message(Role.USER, ()))
        deeds: dict[Deed, tuple[str, Callable[[], None]]] = {
            Deed.COPY: (self.tr("Copy message"), self._copy),
            Deed.EDIT: (self.tr("Edit"), edit),
            Deed.QUOTE: (self.tr("Quote in the next question"), self._quote),
            Deed.SHOW_TEXT: (self.tr("Show as plain text"), self._show_text),
            Deed.REGENERATE: (self.tr("Answer again"), self._regenerate),
            Deed.GO_ON: (self.tr("Continue"), self._go_on),
            Deed.TRY_AGAIN: (self.tr("Try again"), self._regenerate),
            Deed.ANSWER_NOW: (self.tr("Answer now"), self._answer_now),
            Deed.ANSWER_WITH: (self.tr("Answer again with …"), self._answer_with),
            Deed.SHOW_SEEN: (self.tr("What the model saw"), self._show_seen),
            Deed.ANSWER_HERE: (self.tr("Answer on this computer"), self._answer_here),
        }
        self._actions = {deed: self._action(text, run) for deed, (text, run) in deeds.items()}

    def __getitem__(self, deed: Deed) -> QAction:
        return self._actions[deed]

    def offer(self, turn: Turn, *, last: bool, busy: bool) -> None:
        """Offer what makes sense for `turn`; `last` ends the chosen branch."""
        self._turn = turn
        message = turn.message
        answer = message.role is Role.ASSISTANT
        written = bool(message.text)
        self._allow(Deed.COPY, enabled=written)
        self._allow(Deed.SHOW_TEXT, enabled=written)
        self._allow(Deed.QUOTE, self._abilities.quote is not None, enabled=written)
        self._allow(Deed.SHOW_SEEN, answer and message.seen is not None)
        for deed, sensible in {
            Deed.EDIT: message.role is Role.USER and _can_be_edited(message.text),
            Deed.REGENERATE: answer,
            Deed.ANSWER_WITH: answer,
            Deed.ANSWER_NOW: answer and last and message.ending is Ending.PAUSED,
            Deed.GO_ON: answer and last and message.ending in _CAN_GO_ON,
            Deed.TRY_AGAIN: answer and message.ending is Ending.FAILED,
            Deed.ANSWER_HERE: answer and bool(message.place),
        }.items():
            self._allow(deed, sensible, enabled=not busy)

    def _allow(self, deed: Deed, visible: bool = True, *, enabled: bool = True) -> None:
        action = self._actions[deed]
        action.setVisible(visible)
        action.setEnabled(visible and enabled)

    def _action(self, text: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(run)
        self._view.addAction(action)
        return action

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._turn.message.text)

    def _quote(self) -> None:
        """The selected text, or all of it where none is selected."""
        text = selection_in(self._view) or self._turn.message.text
        if self._abilities.quote is not None and text.strip():
            self._abilities.quote(text)

    def _show_text(self) -> None:
        from glmdesk.ui.text_dialog import TextDialog  # for whoever looks

        message = self._turn.message
        TextDialog(heading(message), message.text, self._view.window()).open()

    def _regenerate(self) -> None:
        self._session.regenerate(self._turn.id)

    def _answer_with(self) -> None:
        from glmdesk.ui.retry_menu import retry_menu

        menu = retry_menu(self._session, self._turn.id, self._view, self._abilities.other_models)
        menu.popup(self._view.mapToGlobal(self._view.rect().bottomLeft()))

    def _answer_now(self) -> None:
        self._session.answer_from(self._turn.id)

    def _show_seen(self) -> None:
        from glmdesk.ui.seen_dialog import SeenDialog  # for whoever looks

        turn, ask = self._turn, self._abilities.exact_prompt
        if turn.message.seen is not None:
            before = self._session.chat.path_to(turn.parent)
            exact = None if ask is None or turn.message.place else partial(ask, turn.id)
            SeenDialog(turn.message.seen, before, exact, self._view.window()).open()

    def _answer_here(self) -> None:
        self._session.answer_locally(self._turn.id)

    def _go_on(self) -> None:
        self._session.continue_answer(self._turn.id)


def _can_be_edited(text: str) -> bool:
    """Whether an editor can hold `text` without stalling; a pasted log of a megabyte cannot be."""
    return len(text) <= LONGEST_LINE or (
        len(text) <= LONGEST_PASTE and max(map(len, text.split("\n"))) <= LONGEST_LINE
    )
