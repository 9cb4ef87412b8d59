"""One message: a question set apart by its weight, or an answer that reads like a page.

It repaints from the `Turn` it is given, and keeps nothing else.
"""

from collections.abc import Callable, Iterable, MutableMapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import Activity, SessionState
from glmdesk.core.chat import Ending, Message, Reasoning, Role, Turn
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.deed import Deed
from glmdesk.ui.ending_line import EndingLine
from glmdesk.ui.label import Label
from glmdesk.ui.message_actions import MessageActions
from glmdesk.ui.message_line import MessageLine
from glmdesk.ui.message_parts import MessageParts
from glmdesk.ui.message_words import heading, how_it_ended, made_how
from glmdesk.ui.money_words import parts
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.thinking_view import Folds
from glmdesk.ui.tokens import GUTTER

_ON_ANY_LINE = ((Deed.COPY, "copy"),)
_ON_THE_LINE = {
    Role.USER: (*_ON_ANY_LINE, (Deed.EDIT, "edit")),
    Role.ASSISTANT: (
        *_ON_ANY_LINE,
        (Deed.SHOW_SEEN, "info"),
        (Deed.REGENERATE, "regenerate"),
        (Deed.ANSWER_HERE, "model"),
        (Deed.ANSWER_WITH, "more"),
    ),
}


Rewritten = MutableMapping[tuple[str, str], str]
"""What questions are being rewritten to, by chat and turn."""


class MessageView(Stack):
    """Shows one turn; asks the session to continue, to answer again, to edit and to choose a version."""

    def __init__(
        self,
        session: ChatSession,
        folds: Folds,
        rewritten: Rewritten | None = None,
        *,
        following: Callable[[], bool],
        abilities: Abilities = NONE,
        parent: QWidget | None = None,
    ) -> None:
        """`folds` remembers what the reader opened, `rewritten` what questions are being rewritten to.

        `following` tells whether the reader is at the end.
        """
        super().__init__(parent)
        self._session = session
        self._rewritten: Rewritten = {} if rewritten is None else rewritten
        self._turn = Turn("", None, Message(Role.USER, ()))
        self._parts = MessageParts(folds, following, abilities, self)
        self._parts.grew.connect(self.grew)
        self._parts.answer_now_wanted.connect(session.answer_now)
        self._parts.edited.connect(self._resend)
        self._parts.rewriting.connect(self._keep_rewriting)
        self.deeds = MessageActions(session, abilities, self.edit, self)
        self._spent_on, self._write_on = abilities.spent_on, abilities.write_on
        self._line: MessageLine | None = None
        self._ending = EndingLine(self)
        self._waiting = Label(color="muted", scale=SMALL, parent=self)
        self._always_revealed = False
        self._current = False

    def show_turn(self, turn: Turn, versions: Sequence[str], *, last: bool, state: SessionState) -> None:
        """Show `turn`; `versions` are the ids of its siblings and itself, `last` ends the chosen branch."""
        message, self._turn = turn.message, turn
        writing = message.ending is Ending.OPEN
        self.deeds.offer(turn, last=last, busy=state.busy)
        self._parts.show_parts(message, writing=writing)
        self._go_on_rewriting(busy=state.busy)
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
        if self._parts.question is not None:
            self._parts.question.edit()

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
        return self._parts.question is not None and self._parts.question.editing

    def _go_on_rewriting(self, *, busy: bool) -> None:
        question = self._parts.question
        if question is not None:
            question.allow_sending(not busy)
            text = self._rewritten.get((self._session.chat.id, self._turn.id))
            if text is not None:
                question.go_on(text)

    def _keep_rewriting(self, text: str | None) -> None:
        place = (self._session.chat.id, self._turn.id)
        if text is None:
            self._rewritten.pop(place, None)
            row = self.parentWidget()
            if row is not None and self.isAncestorOf(self.window().focusWidget() or self):
                row.setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to whatever comes next
        else:
            self._rewritten[place] = text

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
        offers = [(Deed.TRY_AGAIN, "regenerate") if failed else (Deed.GO_ON, "continue")]
        if message.place and (failed or not message.text):
            offers = [(Deed.ANSWER_HERE, "model")]
        elif message.ending is Ending.PAUSED:
            offers.append((Deed.ANSWER_WITH, "regenerate"))
            if message.parts and isinstance(message.parts[-1], Reasoning):
                offers.insert(0, (Deed.ANSWER_NOW, "answer-now"))
        offered = [(self.deeds[deed], icon) for deed, icon in offers] if not busy and (last or failed) else ()
        self._ending.show_ending(words, failed=failed, offers=offered)

    def _message_line(self, role: Role) -> MessageLine:
        if self._line is None:
            shown = [(self.deeds[deed], icon) for deed, icon in _ON_THE_LINE.get(role, _ON_ANY_LINE)]
            self._line = MessageLine(shown, self)
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

    def _resend(self, text: str) -> None:
        self._session.edit(self._turn.id, text)
        if self._write_on is not None:
            self._write_on()

    def _reveal(self) -> None:
        if self._line is not None:
            self._line.reveal(self._always_revealed or self._current or self.underMouse())
