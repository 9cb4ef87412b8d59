"""Where a person asks: the draft, whether the next turn thinks, and Send, which is Stop while answering.

A draft stays with its chat: opening another chat and coming back finds it as it was.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from glmdesk.app.asking import Asking, KeptBack
from glmdesk.app.attachments import Attachments
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.states import Activity, ChatShown, SessionState
from glmdesk.core.chat import Source
from glmdesk.ui.attachment_shelf import AttachmentShelf, Held
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.label import tooltip
from glmdesk.ui.mentions import Mentions
from glmdesk.ui.menu import Menu
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import Space

DRAFT_PAUSE_MS = 150
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Unsent(NamedTuple):
    """The draft of each chat, and what is attached to it."""

    texts: Mapping[str, str]
    attached: Held


class Composer(Surface):
    """Shows `SessionState`; asks the session to stop and to think, and `asking` to send and to count.

    Without `asking` a question goes straight to the session.
    """

    sent = Signal()
    folder_wanted = Signal()

    def __init__(
        self,
        session: ChatSession,
        attachments: Attachments,
        asking: Asking | None = None,
        *,
        pause_ms: int = DRAFT_PAUSE_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("raised", border="line", parent=parent)
        self._session = session
        self._asking = asking or session
        self._chat_id = session.chat.id
        self._drafts: dict[str, str] = {}  # of the chats that are not shown
        self.setObjectName("Composer")
        self._edit = DraftEdit()
        self._edit.setPlaceholderText(self.tr("Ask a question"))
        self._shelf = AttachmentShelf(attachments)
        self._shelf.show_chat(self._chat_id)
        self._attach = Button(icon="attach", name="Attach files", tip=self.tr("Attach files"))
        self._think = Button(self.tr("Think"), icon="think", name="Thinking")
        self._think.setCheckable(True)
        self._how = Button(icon="chevron-down", name="How to think", tip=self.tr("How to think"))
        self._send = Button(self.tr("Send"), icon="send", name="Send", kind=Kind.PRIMARY)
        self._stop = Button(self.tr("Stop"), icon="stop", name="Stop", kind=Kind.OUTLINE, color="text")
        self._place = QWidget()  # the same for Send and Stop, so that neither moves the other
        self._send_or_stop = QStackedLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.S)
        self._build()
        if asking is not None:
            Mentions(self._edit, asking.complete)
            asking.kept_back.connect(self._take_back)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._tell_draft)
        self._connect()
        self._show(session.state)

    @property
    def draft(self) -> str:
        """The typed text."""
        return self._edit.toPlainText()

    @property
    def unsent(self) -> Unsent:
        """The drafts of all chats."""
        return Unsent({**self._drafts, self._chat_id: self.draft}, self._shelf.held)

    def go_on(self, unsent: Unsent) -> None:
        """Go on with the drafts of another composer."""
        self._drafts = dict(unsent.texts)
        self._shelf.hold(unsent.attached)
        self.set_text(self._drafts.pop(self._chat_id, ""))

    def attach(self, paths: Sequence[str]) -> None:
        """Add files to the next question."""
        self._shelf.read(paths)
        self.focus()

    def quote(self, text: str) -> None:
        """Put `text` into the field as a quotation, with the cursor below it."""
        before = self.draft.rstrip("\n")
        quoted = "\n".join(f"> {line}" for line in text.strip().split("\n"))
        self.set_text((f"{before}\n\n" if before else "") + f"{quoted}\n\n")

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

    def open_thinking(self) -> None:
        """Show how long the turns of this chat may think, and what becomes of earlier thoughts."""
        from glmdesk.ui.thinking_menu import thinking_menu  # for whoever looks

        menu = thinking_menu(self._session, self)
        menu.popup(self._how.mapToGlobal(self._how.rect().topLeft()) - QPoint(0, menu.sizeHint().height()))

    def set_height_limit(self, pixels: int) -> None:
        """Let the field grow to `pixels` at most."""
        self._edit.set_height_limit(pixels)

    def _build(self) -> None:
        self._send_or_stop.addWidget(self._send)
        self._send_or_stop.addWidget(self._stop)
        self._place.setLayout(self._send_or_stop)
        self._place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(Space.S)
        self._actions.addStretch()
        self._actions.addWidget(self._attach)
        thinking = QHBoxLayout()
        thinking.setSpacing(0)
        thinking.addWidget(self._think)
        thinking.addWidget(self._how)
        self._actions.addLayout(thinking)
        self._actions.addWidget(self._place)
        self._row.addWidget(self._edit, 1, _MIDDLE)
        self._row.addLayout(self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(self._shelf)
        column.addLayout(self._row)

    def _connect(self) -> None:
        self._edit.sent.connect(self._submit)
        self._edit.pasted.connect(self._hold)
        self._edit.files_pasted.connect(self._shelf.read)
        self._shelf.changed.connect(self._changed)
        self._shelf.removed.connect(self.focus)
        self._attach.clicked.connect(self._offer_to_attach)
        self._edit.textChanged.connect(self._changed)
        self._edit.focus_changed.connect(self._show_focus)
        self._send.clicked.connect(self._submit)
        self._stop.clicked.connect(self._session.stop)
        self._think.clicked.connect(self._session.set_thinking)
        self._how.clicked.connect(self.open_thinking)
        self._session.state_changed.connect(self._show)
        self._session.chat_shown.connect(self._chat_shown)

    def _submit(self) -> None:
        text, sources = self.draft, self._shelf.sources
        if not self._sendable() or self._session.state.busy:
            return
        self._edit.setPlainText("")
        self._shelf.clear()
        self._pause.stop()
        self._asking.send(text, sources)
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
        written = bool(self._edit.toPlainText().strip())
        return (written or bool(self._shelf.sources)) and not self._shelf.waiting

    def _tell_draft(self) -> None:
        self._asking.set_draft(self.draft, self._shelf.sources)

    def _show(self, state: SessionState) -> None:
        focused = self._send.hasFocus() or self._stop.hasFocus()
        shown = self._stop if state.busy else self._send
        self._send_or_stop.setCurrentWidget(shown)
        if focused:
            shown.setFocus()
        self._stop.setEnabled(state.activity is not Activity.STOPPING)
        self._send.setEnabled(self._sendable())
        thinks = state.thinks or bool(state.place)
        self._think.setEnabled(thinks)
        self._how.setEnabled(thinks)
        self._think.setChecked(state.thinking and thinks)
        self._think.setToolTip(tooltip(self._think_tip(state)))

    def _think_tip(self, state: SessionState) -> str:
        if not state.thinks and not state.place:
            return self.tr("The model in use does not think before it answers.")
        if state.thinking:
            return self.tr("The model thinks before its next answer: better, and slower.")
        return self.tr("The model answers at once, without thinking first.")

    def _show_focus(self, focused: bool) -> None:
        self.set_border("accent" if focused else "line")

    def _chat_shown(self, shown: ChatShown) -> None:
        if shown.chat.id == self._chat_id:
            return
        self._drafts[self._chat_id] = self.draft
        self._chat_id = shown.chat.id
        self._shelf.show_chat(self._chat_id)
        self._edit.setPlainText(self._drafts.pop(self._chat_id, ""))
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.End)

    def _hold(self, text: str) -> None:
        self._shelf.add((Source(self.tr("Pasted text"), text),))

    def _take_back(self, kept: KeptBack) -> None:
        """What could not be sent stands in the field again, before what was typed meanwhile."""
        self.set_text("\n\n".join(text for text in (kept.text, self.draft) if text))
        self._shelf.add(kept.sources)

    def _offer_to_attach(self) -> None:
        menu = Menu(self, "Attach", passing=True)
        menu.addAction(self.tr("Files …")).triggered.connect(self._ask_for_files)
        menu.addAction(self.tr("Folder of a project …")).triggered.connect(self.folder_wanted)
        menu.popup(self._attach.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _ask_for_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach files"))
        dialog.setObjectName("Attach files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.attach)
        dialog.open()
