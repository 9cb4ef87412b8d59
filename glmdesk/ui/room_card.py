"""What is asked where a prompt does not fit: each way to make room, with the exact size of the prompt then.

Nothing has been left out while the card is there, and the question stays as it is whatever is chosen.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.app.room_states import RoomAsked, RoomChoice, RoomKind
from glmdesk.ui.announcements import announce
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.choice_button import ChoiceButton
from glmdesk.ui.label import Label
from glmdesk.ui.message_words import takes
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.words import memory_size, number


class RoomCard(Surface):
    """Shows a `RoomAsked`; `chosen` carries the `RoomKind`, `given_up` when the answer is not wanted so."""

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", border="warning", parent=parent)
        self.setObjectName("Make room")
        self._asked: RoomAsked | None = None
        self._buttons: tuple[ChoiceButton, ...] = ()
        self._title = Label(bold=True)
        self._detail = Label(color="muted", scale=SMALL)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(Space.XS)
        self._never = Button(self.tr("Not now"), name="Not now", kind=Kind.GHOST)
        self._never.setToolTip(self.tr("The question stays, unanswered"))
        self._never.clicked.connect(self.given_up)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._never)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        column.setSpacing(Space.S)
        for widget in (self._title, self._detail):
            column.addWidget(widget)
        column.addLayout(self._choices)
        column.addLayout(foot)
        self.hide()

    def show_asked(self, asked: RoomAsked | None) -> None:
        """Show what there is to choose; None hides the card."""
        began = asked is not None and self._asked is None
        self._asked = asked
        self.setVisible(asked is not None)
        if asked is None:
            return
        self._title.setText(
            self.tr("This does not fit: {tokens} tokens, and the context holds {limit}.").format(
                tokens=number(asked.tokens), limit=number(asked.context_tokens)
            )
        )
        self._detail.setText(
            self.tr(
                "{room} of them must stay free for the answer. Nothing is left out before you choose; "
                "what is left out stays in the chat."
            ).format(room=number(asked.answer_tokens))
        )
        self._show_choices(asked)
        if began:
            announce(self, self._title.text())

    @property
    def buttons(self) -> tuple[ChoiceButton, ...]:
        """The choices, in the order in which they stand."""
        return self._buttons

    def _show_choices(self, asked: RoomAsked) -> None:
        """The buttons anew; who had reached one of them by keyboard keeps the place."""
        focus = QApplication.focusWidget()
        before = self._buttons
        focused = before.index(focus) if isinstance(focus, ChoiceButton) and focus in before else -1
        self._buttons = tuple(self._button(choice, asked) for choice in asked.choices)
        for button in self._buttons:
            self._choices.addWidget(button)
            button.show()
        if not asked.choices:
            self._detail.setText(self.tr("Even alone this is too much. Shorten it, or give it fewer files."))
        if focused >= 0 and self._buttons:
            self._buttons[min(focused, len(self._buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        for button in before:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _button(self, choice: RoomChoice, asked: RoomAsked) -> ChoiceButton:
        text, hint = self._words(choice)
        button = ChoiceButton(text, hint, self._figure(choice, asked))
        counted = choice.kind is RoomKind.MORE_CONTEXT or choice.tokens is not None
        button.setEnabled(choice.possible and counted)
        button.clicked.connect(lambda: self.chosen.emit(choice.kind))
        return button

    def _words(self, choice: RoomChoice) -> tuple[str, str]:
        count = number(choice.count)
        match choice.kind:
            case RoomKind.FORGET_THOUGHTS:
                return (
                    self.tr("Forget earlier thoughts ({count})").format(count=count),
                    self.tr("The answers stay, without what the model thought before them"),
                )
            case RoomKind.DROP_SOURCES:
                return (
                    self.tr("Leave out earlier files ({count} questions)").format(count=count),
                    self.tr("The questions and answers about them stay"),
                )
            case RoomKind.SUMMARISE:
                return (
                    self.tr("Summarise the oldest questions ({count})").format(count=count),
                    self.tr("With their answers; the chat shows the summary that the model writes"),
                )
            case RoomKind.LEAVE_OUT:
                return (
                    self.tr("Leave out the oldest questions ({count})").format(count=count),
                    self.tr("With their answers; the rest stays whole"),
                )
            case RoomKind.MORE_CONTEXT:
                return (
                    self.tr("A larger context: {tokens} tokens").format(tokens=number(choice.context_tokens)),
                    self._price(choice),
                )
            case RoomKind.CLOUD:
                return self._cloud_words(choice)
            case RoomKind.AS_IT_IS:
                return (
                    self.tr("Answer in the room there is"),
                    self.tr("The answer may be cut after {count} tokens").format(count=count),
                )

    def _cloud_words(self, choice: RoomChoice) -> tuple[str, str]:
        offer = choice.offer
        assert offer is not None, "what the cloud is chosen for comes with its offer"
        told = ", ".join(filter(None, (offer.service, takes(offer.estimate))))
        return (
            self.tr("Answer this one in the cloud: {model}").format(model=" ".join(offer.model.split())),
            self.tr("{told}; before anything leaves, you see what").format(told=told),
        )

    def _price(self, choice: RoomChoice) -> str:
        if not choice.possible:
            return self.tr("There is not enough memory for it on this computer")
        if choice.more_bytes is None:
            return self.tr("Looking what it takes …")
        return self.tr("Takes {size} more memory; the model is loaded again").format(
            size=memory_size(choice.more_bytes)
        )

    def _figure(self, choice: RoomChoice, asked: RoomAsked) -> str:
        if choice.tokens is None:
            return self.tr("counting …")
        if choice.kind is RoomKind.CLOUD and not choice.context_tokens:
            return self.tr("{tokens} tokens").format(tokens=number(choice.tokens))
        limit = choice.context_tokens or asked.context_tokens
        pattern = self.tr("{tokens} of {limit}")
        if choice.kind is RoomKind.SUMMARISE:
            pattern = self.tr("at most {tokens} of {limit}")
        return pattern.format(tokens=number(choice.tokens), limit=number(limit))
