"""Where a person asks: the draft, whether the next turn thinks, and Send, which is Stop while answering.

A draft stays with its chat: opening another chat and coming back finds it as it was.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import Activity, ChatShown, SessionState
from glmdesk.ui import theme
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.label import tooltip
from glmdesk.ui.pasted import Pasted
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import Space

DRAFT_PAUSE_MS = 150
_BOTTOM = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class _Draft:
    text: str = ""
    pasted: tuple[str, ...] = ()


class Composer(Surface):
    """Shows `SessionState`; asks the session to send, to stop, to think and to count the draft."""

    sent = Signal()

    def __init__(
        self, session: ChatSession, *, pause_ms: int = DRAFT_PAUSE_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__("raised", border="line", parent=parent)
        self._session = session
        self._chat_id = session.chat.id
        self._drafts: dict[str, _Draft] = {}
        self._cards: list[Pasted] = []
        self.setObjectName("Composer")
        self._edit = DraftEdit()
        self._edit.setPlaceholderText(self.tr("Ask a question"))
        self._think = Button(self.tr("Think"), icon="think", name="Thinking")
        self._think.setCheckable(True)
        self._send = Button(self.tr("Send"), icon="send", name="Send", kind=Kind.PRIMARY)
        self._stop = Button(self.tr("Stop"), icon="stop", name="Stop", kind=Kind.OUTLINE, color="text")
        self._place = QWidget()  # the same for Send and Stop, so that neither moves the other
        self._send_or_stop = QStackedLayout()
        self._pasted = QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.S)
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._tell_draft)
        self._connect()
        self._show(session.state)

    @property
    def draft(self) -> str:
        """What would be sent: the typed text, then what was pasted beside it."""
        parts = [self._edit.toPlainText(), *(card.text for card in self._cards)]
        return "\n\n".join(part for part in parts if part)

    def set_text(self, text: str) -> None:
        """Put `text` into the field, with the cursor behind it."""
        self._edit.setPlainText(text)
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)
        self.focus()

    def focus(self) -> None:
        """Put the cursor into the field."""
        self._edit.setFocus()

    def toggle_thinking(self) -> None:
        """Change whether the next turn thinks, where the model can."""
        if self._think.isEnabled():
            self._think.click()

    def set_height_limit(self, pixels: int) -> None:
        """Let the field grow to `pixels` at most."""
        self._edit.set_height_limit(pixels)

    def _build(self) -> None:
        self._send_or_stop.addWidget(self._send)
        self._send_or_stop.addWidget(self._stop)
        self._place.setLayout(self._send_or_stop)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self._actions.addStretch()
        self._actions.addWidget(self._think)
        self._actions.addWidget(self._place)
        self._row.addWidget(self._edit, 1, _BOTTOM)
        self._row.addLayout(self._actions)
        self._pasted.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(self._pasted)
        column.addLayout(self._row)

    def _fit_place(self) -> None:
        self._place.setFixedSize(self._send.sizeHint().expandedTo(self._stop.sizeHint()))

    def _connect(self) -> None:
        theme.current().changed.connect(self._fit_place)
        self._fit_place()
        self._edit.sent.connect(self._submit)
        self._edit.pasted.connect(self._hold)
        self._edit.textChanged.connect(self._changed)
        self._edit.focus_changed.connect(self._show_focus)
        self._send.clicked.connect(self._submit)
        self._stop.clicked.connect(self._session.stop)
        self._think.clicked.connect(self._session.set_thinking)
        self._session.state_changed.connect(self._show)
        self._session.chat_shown.connect(self._chat_shown)

    def _submit(self) -> None:
        text = self.draft
        if not text.strip() or self._session.state.busy:
            return
        self._restore(_Draft())
        self._pause.stop()
        self._session.send(text)
        self.sent.emit()

    def _changed(self) -> None:
        self._send.setEnabled(self._sendable())
        self._unfold()
        self._pause.start()

    def _unfold(self) -> None:
        """From its second line on, a draft has the whole width; it keeps that until it is empty."""
        if self._edit.document().isEmpty():
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        elif self._edit.line_count() > 1:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)

    def _sendable(self) -> bool:
        return bool(self._cards) or bool(self._edit.toPlainText().strip())

    def _tell_draft(self) -> None:
        self._session.set_draft(self.draft)

    def _show(self, state: SessionState) -> None:
        focused = self._send.hasFocus() or self._stop.hasFocus()
        shown = self._stop if state.busy else self._send
        self._send_or_stop.setCurrentWidget(shown)
        if focused:
            shown.setFocus()
        self._stop.setEnabled(state.activity is not Activity.STOPPING)
        self._send.setEnabled(self._sendable())
        self._think.setEnabled(state.thinks)
        self._think.setChecked(state.thinking and state.thinks)
        self._think.setToolTip(tooltip(self._think_tip(state)))

    def _think_tip(self, state: SessionState) -> str:
        if not state.thinks:
            return self.tr("The model in use does not think before it answers.")
        if state.thinking:
            return self.tr("The model thinks before its next answer: better, and slower.")
        return self.tr("The model answers at once, without thinking first.")

    def _show_focus(self, focused: bool) -> None:
        self.set_border("accent" if focused else "line")

    def _chat_shown(self, shown: ChatShown) -> None:
        if shown.chat.id == self._chat_id:
            return
        self._drafts[self._chat_id] = _Draft(
            self._edit.toPlainText(), tuple(card.text for card in self._cards)
        )
        self._chat_id = shown.chat.id
        self._restore(self._drafts.pop(self._chat_id, _Draft()))
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def _restore(self, draft: _Draft) -> None:
        for card in tuple(self._cards):
            self._drop(card)
        self._edit.setPlainText(draft.text)
        for text in draft.pasted:
            self._hold(text)

    def _hold(self, text: str) -> None:
        card = Pasted(text)
        card.removed.connect(self._drop)
        self._cards.append(card)
        self._pasted.addWidget(card)
        self._changed()

    def _drop(self, card: Pasted) -> None:
        self._cards.remove(card)
        self._pasted.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._changed()
        self.focus()
