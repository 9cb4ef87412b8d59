"""One message: a question set apart by its weight, or an answer that reads like a page.

It repaints from the `Turn` it is given, and keeps nothing else.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import Activity, SessionState
from glmdesk.core.chat import Ending, Message, Reasoning, Role, Turn
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.draft_edit import LONGEST_LINE, LONGEST_PASTE
from glmdesk.ui.ending_line import EndingLine, Offer
from glmdesk.ui.label import Label
from glmdesk.ui.message_actions import MessageLine
from glmdesk.ui.message_parts import MessageParts
from glmdesk.ui.message_words import heading, how_it_ended, made_how
from glmdesk.ui.money_words import parts
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.text_view import selection_in
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.thinking_view import Folds
from glmdesk.ui.tokens import GUTTER

_CAN_GO_ON = frozenset({Ending.LENGTH, Ending.PAUSED, Ending.STOPPED, Ending.INTERRUPTED})


class MessageView(Stack):
    """Shows one turn; asks the session to continue, to answer again, to edit and to choose a version."""

    def __init__(
        self,
        session: ChatSession,
        folds: Folds,
        *,
        following: Callable[[], bool],
        abilities: Abilities = NONE,
        parent: QWidget | None = None,
    ) -> None:
        """`folds` remembers what the reader opened; `following` tells whether the reader is at the end."""
        super().__init__(parent)
        self._session = session
        self._turn = Turn("", None, Message(Role.USER, ()))
        self._parts = MessageParts(folds, following, abilities, self)
        self._parts.grew.connect(self.grew)
        self._parts.answer_now_wanted.connect(session.answer_now)
        self._parts.edited.connect(self._resend)
        self._copy = self._action(self.tr("Copy message"), self._copy_text)
        self._edit = self._action(self.tr("Edit"), self.edit)
        self._quoting = abilities.quote
        self._quote = self._action(self.tr("Quote in the next question"), self.quote)
        self._quote.setVisible(self._quoting is not None)
        self._select = self._action(self.tr("Show as plain text"), self._show_text)
        self._regenerate = self._action(self.tr("Regenerate"), self._ask_again)
        self._continue = self._action(self.tr("Continue"), self._go_on)
        self._retry = self._action(self.tr("Try again"), self._ask_again)
        self._answer_now = self._action(self.tr("Answer now"), self._answer_from)
        self._other = self._action(self.tr("Answer again with …"), self._open_retry)
        self._seen = self._action(self.tr("What the model saw"), self._show_seen)
        self._exact_prompt = abilities.exact_prompt
        self._other_models = abilities.other_models
        self._locally = self._action(self.tr("Answer on this computer"), self._answer_locally)
        self._spent_on = abilities.spent_on
        self._line: MessageLine | None = None
        self._ending = EndingLine(self)
        self._waiting = Label(color="muted", scale=SMALL, parent=self)
        self._always_revealed = False
        self._current = False

    def show_turn(self, turn: Turn, versions: Sequence[str], *, last: bool, state: SessionState) -> None:
        """Show `turn`; `versions` are the ids of its siblings and itself, `last` ends the chosen branch."""
        message, self._turn = turn.message, turn
        writing = message.ending is Ending.OPEN
        self._offer(message, last=last, busy=state.busy)
        self._parts.show_parts(message, writing=writing)
        self._show_waiting(message, state if last else SessionState())
        self._show_ending(message, last=last, busy=state.busy)
        line = self._message_line(message.role)
        line.setVisible(not writing and not message.is_step)
        line.show_versions(versions, turn.id, enabled=not state.busy)
        self._tell_about(message, line)
        self._always_revealed = last and message.role is Role.ASSISTANT
        self._reveal()

    def edit(self) -> None:
        """Rewrite the question."""
        self._parts.edit()

    def quote(self) -> None:
        """Put the selected text, or all of it where none is selected, into the next question."""
        text = selection_in(self) or self._turn.message.text
        if self._quoting is not None and text.strip():
            self._quoting(text)

    @property
    def complete(self) -> bool:
        """Whether all of the text is on the page."""
        return self._parts.complete

    def unfolded(self, part: int) -> QWidget | None:
        """The widget of part number `part`, with nothing of it folded away."""
        return self._parts.unfolded(part)

    @property
    def editing(self) -> bool:
        """Whether the question is being rewritten."""
        return self._parts.editing

    def placed(self) -> Iterable[Placed]:
        asked = self._turn.message.role is Role.USER
        if asked and self._line is not None:
            yield Placed(self._line, 0, GUTTER)
        yield Placed(self._parts)
        if self._waiting.isVisibleTo(self):
            yield Placed(self._waiting, Space.S, GUTTER)
        if self._ending.isVisibleTo(self):
            yield Placed(self._ending, Space.M, GUTTER)
        if not asked and self._line is not None and self._line.isVisibleTo(self):
            yield Placed(self._line, Space.S, GUTTER)

    def plain_text(self) -> str:
        """All that can be read, from top to bottom."""
        lines = [self._parts.plain_text()]
        if self._waiting.isVisibleTo(self):
            lines.append(self._waiting.text())
        if self._ending.isVisibleTo(self):
            lines.append(self._ending.words())
        if self._line is not None and self._line.isVisibleTo(self):
            lines.append(self._line.words())
        return "\n".join(line for line in lines if line)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._reveal()

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._reveal()

    def set_current(self, current: bool) -> None:
        """Show the actions of the message that has the focus."""
        self._current = current
        self._reveal()

    # --- around the parts ---------------------------------------------------------------------------------

    def _show_waiting(self, message: Message, state: SessionState) -> None:
        """What is going on while nothing can be read yet."""
        words = {
            Activity.WAITING: self.tr("Waiting for the model"),
            Activity.READING: self.tr("Reading the conversation"),
            Activity.CHOOSING: self.tr("This does not fit: please choose below"),
            Activity.SUMMARISING: self.tr("Summarising earlier messages"),
            Activity.STOPPING: self.tr("Stopping"),
        }.get(state.activity, "")
        shown = message.ending is Ending.OPEN and bool(words)
        self._waiting.setVisible(shown)
        self._waiting.setText(words + " …" if shown else "")

    def _show_ending(self, message: Message, *, last: bool, busy: bool) -> None:
        words = how_it_ended(message)
        self._ending.setVisible(bool(words))
        if not words:
            return
        failed = message.ending is Ending.FAILED
        offers: list[Offer] = [(self._retry, "regenerate") if failed else (self._continue, "continue")]
        if message.place and (failed or not message.text):
            offers = [(self._locally, "model")]
        elif message.ending is Ending.PAUSED:
            offers.append((self._other, "regenerate"))
            if message.parts and isinstance(message.parts[-1], Reasoning):
                offers.insert(0, (self._answer_now, "answer-now"))
        offered = not busy and (last or failed)
        self._ending.show_ending(words, failed=failed, offers=offers if offered else ())

    def _message_line(self, role: Role) -> MessageLine:
        if self._line is None:
            actions = [(self._copy, "copy")]
            if role is Role.USER:
                actions.append((self._edit, "edit"))
            elif role is Role.ASSISTANT:
                actions += [
                    (self._seen, "info"),
                    (self._regenerate, "regenerate"),
                    (self._other, "more"),
                    (self._locally, "model"),
                ]
            self._line = MessageLine(actions, self)
            self._line.chosen.connect(self._session.choose)
            self._line.show()
        return self._line

    def _tell_about(self, message: Message, line: MessageLine) -> None:
        if message.role is Role.USER:
            line.show_words(heading(message))
        elif message.role is Role.ASSISTANT and message.place:
            spent = self._spent_on(self._turn.id) if self._spent_on is not None else ()
            tip = parts(spent) if spent else message.model
            line.show_words(made_how(message, spent), dot="cloud", tip=tip)
        elif message.role is Role.ASSISTANT and message.usage is not None:
            line.show_words(made_how(message), dot="local", tip=message.model)
        else:
            line.show_words("")

    # --- intents ------------------------------------------------------------------------------------------

    def _offer(self, message: Message, *, last: bool, busy: bool) -> None:
        answer = message.role is Role.ASSISTANT
        self._seen.setVisible(answer and message.seen is not None)
        self._seen.setEnabled(self._seen.isVisible())
        for action in (self._copy, self._quote, self._select):
            action.setEnabled(bool(message.text))
        for action, sensible in (
            (self._edit, message.role is Role.USER and _can_be_edited(message.text)),
            (self._regenerate, answer),
            (self._other, answer),
            (self._answer_now, answer and last and message.ending is Ending.PAUSED),
            (self._continue, answer and last and message.ending in _CAN_GO_ON),
            (self._retry, answer and message.ending is Ending.FAILED),
            (self._locally, answer and bool(message.place)),
        ):
            action.setVisible(sensible)
            action.setEnabled(sensible and not busy)

    def _action(self, text: str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(run)
        self.addAction(action)
        return action

    def _show_text(self) -> None:
        from glmdesk.ui.text_dialog import TextDialog  # for whoever looks

        TextDialog(heading(self._turn.message), self._turn.message.text, self.window()).open()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._turn.message.text)

    def _ask_again(self) -> None:
        self._session.regenerate(self._turn.id)

    def _open_retry(self) -> None:
        from glmdesk.ui.retry_menu import retry_menu

        menu = retry_menu(self._session, self._turn.id, self, self._other_models)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = self._line if self._line is not None and self._line.isVisible() else self
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _answer_from(self) -> None:
        self._session.answer_from(self._turn.id)

    def _show_seen(self) -> None:
        from glmdesk.ui.seen_dialog import SeenDialog  # for whoever looks

        seen, ask, turn_id = self._turn.message.seen, self._exact_prompt, self._turn.id
        if seen is not None:
            before = self._session.chat.path_to(self._turn.parent)
            exact = None if ask is None or self._turn.message.place else partial(ask, turn_id)
            SeenDialog(seen, before, exact, self.window()).open()

    def _answer_locally(self) -> None:
        self._session.answer_locally(self._turn.id)

    def _go_on(self) -> None:
        self._session.continue_answer(self._turn.id)

    def _resend(self, text: str) -> None:
        self._session.edit(self._turn.id, text)

    def _reveal(self) -> None:
        if self._line is not None:
            self._line.reveal(self._always_revealed or self._current or self.underMouse())


def _can_be_edited(text: str) -> bool:
    """Whether an editor can hold `text` without stalling; a pasted log of a megabyte cannot be."""
    return len(text) <= LONGEST_LINE or (
        len(text) <= LONGEST_PASTE and max(map(len, text.split("\n"))) <= LONGEST_LINE
    )
