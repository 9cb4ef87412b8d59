"""A question: plain text set apart by its weight, folded where it is long, and edited in its place."""

from collections.abc import Iterable, MutableMapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from glmdesk.core.prose import plain_lines
from glmdesk.ui.button import Button, Kind
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.fold_button import FoldButton
from glmdesk.ui.label import Label
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.surface import Surface
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.typesetting import Typesetting
from glmdesk.ui.words import number

FOLDED_LINES = 12
FOLDED_CHARACTERS = 1_200
MOST_CHARACTERS = 50_000  # beyond this the text can be copied, not read here
_HEAVY_CHARACTERS = 400  # a longer text is tiring to read in a heavy weight
_EDITOR_LINES = 12

_WHOLE = -1  # the key of the question's fold


class QuestionView(Stack):
    """Shows a question; `edited` carries the new text.

    `rewriting` carries the text while it is being rewritten, and None when that is over.
    """

    edited = Signal(str)
    rewriting = Signal(object)

    def __init__(
        self, folds: MutableMapping[int, bool], gutter: int = 0, parent: QWidget | None = None
    ) -> None:
        """`gutter` is how far in the text begins; `folds` remembers whether all of it is shown."""
        super().__init__(parent)
        self._folds, self._gutter = folds, gutter
        self._text = ""
        self._prose: ProseView | None = None
        self._editor: Editor | None = None
        self._may_be_sent = True
        self._left_out = Label(color="muted", scale=SMALL, parent=self)
        self._fold = FoldButton(name="Show all of the question", parent=self)
        self._fold.clicked.connect(self._toggle)

    @property
    def editing(self) -> bool:
        """Whether the question is being rewritten."""
        return self._editor is not None

    def show_text(self, text: str) -> None:
        """Show `text`."""
        if text == self._text and self._prose is not None:
            return
        self._text = text
        if self._prose is not None:
            self._prose.deleteLater()
        heavy = len(text) <= _HEAVY_CHARACTERS
        weight = QFont.Weight.DemiBold if heavy else QFont.Weight.Normal
        self._prose = ProseView(Typesetting(weight=weight), self)
        self._prose.setVisible(not self.editing)
        self._refresh()

    def edit(self) -> None:
        """Put an editor in the place of the text."""
        if not self.editing:
            self.go_on(self._text)
            self.rewriting.emit(self._text)
            assert self._editor is not None
            self._editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, text: str) -> None:
        """Go on rewriting where another view was, at `text`."""
        if self.editing:
            return
        self._editor = Editor(text, self)
        self._editor.allow_sending(self._may_be_sent)
        self._editor.finished.connect(self._take)
        self._editor.cancelled.connect(self._close_editor)
        self._editor.edit.textChanged.connect(self._rewritten)
        self._editor.show()
        self._show_editor(editing=True)

    def allow_sending(self, allowed: bool) -> None:
        """Let what was rewritten be sent; not while an answer is written."""
        self._may_be_sent = allowed
        if self._editor is not None:
            self._editor.allow_sending(allowed)

    def placed(self) -> Iterable[Placed]:
        if self._editor is not None:
            yield Placed(self._editor, 0, self._gutter)
            return
        if self._prose is not None:
            yield Placed(self._prose, 0, self._gutter)
        if self._left_out.isVisibleTo(self):
            yield Placed(self._left_out, Space.XS, self._gutter)
        if self._fold.isVisibleTo(self):
            yield Placed(self._fold, Space.XS)

    def plain_text(self) -> str:
        """What can be read."""
        return self._prose.plain_text() if self._prose is not None else ""

    def unfold(self) -> None:
        """Let all of the question be read."""
        if not self._folds.get(_WHOLE, False) and self._fold.isVisibleTo(self):
            self._toggle()

    def _toggle(self) -> None:
        self._folds[_WHOLE] = not self._folds.get(_WHOLE, False)
        self._refresh()
        self.grew.emit()

    def _refresh(self) -> None:
        assert self._prose is not None
        lines = self._text.count("\n") + 1
        foldable = len(self._text) > FOLDED_CHARACTERS or lines > FOLDED_LINES
        whole = not foldable or self._folds.get(_WHOLE, False)
        shown = self._text[:MOST_CHARACTERS] if whole else _beginning(self._text)
        self._prose.show_lines(plain_lines(shown))
        missing = len(self._text) - MOST_CHARACTERS
        self._left_out.setVisible(whole and missing > 0)
        self._left_out.setText(
            self.tr("{count} more characters are not shown; Copy message takes them all").format(
                count=number(max(0, missing))
            )
        )
        self._fold.setVisible(foldable)
        self._fold.show_open(whole)
        self._fold.setText(
            self.tr("Show less")
            if whole
            else self.tr("Show all {count} lines").format(count=number(lines))
            if lines > FOLDED_LINES
            else self.tr("Show all")
        )

    def _rewritten(self) -> None:
        assert self._editor is not None
        self.rewriting.emit(self._editor.edit.toPlainText())
        self.grew.emit()

    def _take(self, text: str) -> None:
        self._close_editor()
        self.edited.emit(text)

    def _close_editor(self) -> None:
        if self._editor is not None:
            self.rewriting.emit(None)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._show_editor(editing=False)

    def _show_editor(self, *, editing: bool) -> None:
        if self._prose is not None:
            self._prose.setVisible(not editing)
            self._refresh()
        if editing:
            self._fold.hide()
            self._left_out.hide()
        self.grew.emit()


class Editor(Surface):
    """The question as a draft: `finished` carries the text, Escape cancels."""

    finished = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__("raised", border="accent", parent=parent)
        self.setObjectName("Question editor")
        self.edit = DraftEdit()
        self.edit.setObjectName("Edit message")
        self.edit.setAccessibleName(self.tr("Edit message"))
        self.edit.set_height_limit(self.fontMetrics().lineSpacing() * _EDITOR_LINES)
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.edit.sent.connect(self._finish)
        cancel = Button(self.tr("Cancel"), name="Cancel editing", color="text")
        cancel.clicked.connect(self.cancelled)
        self._send = Button(self.tr("Send"), name="Send edited message", kind=Kind.PRIMARY)
        self._send.clicked.connect(self._finish)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        hint = Label(
            self.tr("Makes a branch; the first version is kept"), color="muted", scale=SMALL, elided=True
        )
        buttons.addWidget(hint, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._send)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        rows.setSpacing(Space.S)
        rows.addWidget(self.edit)
        rows.addLayout(buttons)

    def allow_sending(self, allowed: bool) -> None:
        """Let the text be sent."""
        self._send.setEnabled(allowed)

    def event(self, event: QEvent, /) -> bool:
        """Escape cancels here, also where the window has another use for it."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() is QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter never gets here: the field takes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            event.accept()

    def _finish(self) -> None:
        text = self.edit.toPlainText()
        if text.strip() and self._send.isEnabled():
            self.finished.emit(text)


def _beginning(text: str) -> str:
    """The first lines of a long text, not more than fits a glance."""
    lines = text[:FOLDED_CHARACTERS].split("\n")[:FOLDED_LINES]
    return "\n".join(lines).rstrip() + " …"
