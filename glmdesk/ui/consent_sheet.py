"""What is asked before anything leaves: exactly what would go, where to, and what was held back.

Closing the sheet sends nothing.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from glmdesk.app.cloud_answers import CloudAnswers, Leaving
from glmdesk.app.cloud_services import CloudServices
from glmdesk.core.chat import Chat, Role
from glmdesk.core.context import estimated_tokens
from glmdesk.ui import theme, words
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.check_box import CheckBox
from glmdesk.ui.form import Form, framed, resize_scaled
from glmdesk.ui.label import Label
from glmdesk.ui.money_words import usd
from glmdesk.ui.surface import Hairline, Surface, thin_scrollbars
from glmdesk.ui.theme import LARGE, SMALL, Space
from glmdesk.ui.words import number

_WIDTH, _HEIGHT = 640, 620
_LONGEST_SHOWN = 400_000  # characters of the body


class ConsentSheet(QDialog):
    """Shows a `Leaving`, and has it sent or not."""

    def __init__(
        self,
        leaving: Leaving,
        chat: Chat,
        answers: CloudAnswers,
        cloud: CloudServices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("What will leave")
        self.setWindowTitle(self.tr("What will leave this computer"))
        self._leaving, self._chat, self._answers, self._cloud = leaving, chat, answers, cloud
        self._remember = CheckBox(self.tr("Remember for this project"))
        self._remember.setVisible(bool(chat.options.project))
        self._column = QVBoxLayout()
        self._column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        self._column.setSpacing(Space.M)
        self._add_destination()
        self._add_held_back()
        self._add_figures()
        self._add_body()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column, 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._foot())
        resize_scaled(self, _WIDTH, _HEIGHT)

    def done(self, result: int, /) -> None:
        """Send, or send nothing."""
        if result == QDialog.DialogCode.Accepted:
            if self._remember.isChecked():
                self._cloud.remember_project(self._chat.options.project)
            self._answers.consent(self._leaving.id)
        else:
            self._answers.refuse(self._leaving.id)
        super().done(result)

    def _add_destination(self) -> None:
        request = self._leaving.outgoing.request
        title = self.tr("This question goes to {model}").format(model=request.model.name)
        self._column.addWidget(Label(title, scale=LARGE, bold=True))
        place = self.tr("It goes to {place}, at {host}. What they do with it is theirs to decide.")
        where = Label(place.format(place=request.service.place, host=request.service.host), color="cloud")
        where.setObjectName("Destination")
        self._column.addWidget(where)
        if not request.service.is_encrypted:
            plain = self.tr("The connection is not encrypted: others on the way can read it.")
            self._column.addWidget(Label(plain, color="warning"))

    def _add_held_back(self) -> None:
        outgoing = self._leaving.outgoing
        if not outgoing.held_back and not outgoing.hidden_characters:
            return
        card = Surface("panel", border="line")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        if outgoing.held_back:
            found = ", ".join(f"{kind} × {number(count)}" for kind, count in outgoing.held_back)
            held = self.tr("Held back, because it looks secret: {found}").format(found=found)
            label = Label(held, color="warning")
            label.setObjectName("Held back")
            inside.addWidget(label)
        if outgoing.hidden_characters:
            hidden = self.tr("Taken out: {count} characters that nobody sees")
            inside.addWidget(Label(hidden.format(count=number(outgoing.hidden_characters)), color="warning"))
        self._column.addWidget(card)

    def _add_figures(self) -> None:
        outgoing = self._leaving.outgoing
        messages = outgoing.request.messages
        sources = {s.path for turn in self._chat.path() for s in turn.message.sources}
        size = len(outgoing.body)
        form = Form(margins=False, stacks=False)
        asked = sum(message.role is Role.USER for message in messages)
        turns = self.tr("{all}, {asked} of them yours")
        self._figure(
            form, self.tr("Text"), turns.format(all=words.messages(len(messages)), asked=number(asked))
        )
        files = ", ".join(sorted(sources)) if sources else self.tr("none")
        self._figure(form, self.tr("Files"), files)
        looks = sum(message.role is Role.TOOL for message in messages)
        if looks:
            self._figure(form, self.tr("Looks into files"), number(looks))
        thoughts = number(outgoing.thoughts) if outgoing.thoughts else self.tr("none")
        self._figure(form, self.tr("Earlier thoughts"), thoughts)
        tokens = estimated_tokens(outgoing.body.decode())
        sizes = self.tr("{bytes} bytes, about {tokens} tokens")
        self._figure(form, self.tr("Size"), sizes.format(bytes=number(size), tokens=number(tokens)))
        price = outgoing.request.model.price
        if price is not None:
            reading = usd(tokens * price.input / 1_000_000)
            self._figure(form, self.tr("Cost of reading it"), reading)
        self._column.addWidget(form)
        if outgoing.request.tools:
            looking = self.tr(
                "While it answers, the model may ask for more of the project; that goes there too."
            )
            note = Label(looking, color="warning", scale=SMALL)
            note.setObjectName("Looking")
            self._column.addWidget(note)

    def _figure(self, form: Form, name: str, told: str) -> None:
        value = Label(told, elided=True)
        value.setAccessibleName(f"{name}: {told}")
        form.row(name, value)

    def _add_body(self) -> None:
        exactly = self.tr("Exactly this is sent, byte for byte. The key goes beside it, in a header.")
        self._column.addWidget(Label(exactly, color="muted", scale=SMALL))
        body = QPlainTextEdit(self._leaving.outgoing.body.decode()[:_LONGEST_SHOWN])
        body.setObjectName("Body")
        body.setAccessibleName(self.tr("What is sent"))
        body.setReadOnly(True)
        body.setTabChangesFocus(True)
        body.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines wrap anywhere
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.current().font(SMALL).pointSizeF())
        body.setFont(font)
        thin_scrollbars(body)
        self._column.addWidget(framed(body), 1)

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.XL, Space.M, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addWidget(self._remember)
        foot.addStretch()
        back = Button(self.tr("Send nothing"), name="Send nothing", kind=Kind.OUTLINE, color="text")
        send = Button(self.tr("Send this"), icon="send", name="Send this", kind=Kind.PRIMARY)
        back.clicked.connect(self.reject)
        send.clicked.connect(self.accept)
        foot.addWidget(back)
        foot.addWidget(send)
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        return foot
