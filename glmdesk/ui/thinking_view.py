"""A thought: one muted line while folded, muted text with a rule at its left while open.

It opens while the model thinks and folds when the answer begins, unless the reader has decided otherwise or
is reading it. While it is folded, none of its content exists.
"""

from collections.abc import Callable, Iterable, MutableMapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from glmdesk.core.chat import Reasoning
from glmdesk.core.prose import plain_paragraphs
from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.fold_button import FoldButton
from glmdesk.ui.message_words import thought_title
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.theme import BASE, SMALL, Space
from glmdesk.ui.typesetting import Typesetting

_RULE_WIDTH = 2
_FADE = 48  # pixels over which the passing line fades in
_LONGEST_LINE = 300  # characters of it; more is never visible

Folds = MutableMapping[int, bool]  # which parts of a message the reader has opened (True) or folded


class PassingLine(QWidget):
    """The last line of a running thought, its end always in view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setFont(theme.current().font(SMALL))

    def show_end_of(self, text: str) -> None:
        """Show the last line of `text` that has any words."""
        lines = text[-_LONGEST_LINE:].rstrip().rsplit("\n", 1)
        self._text = lines[-1].strip()
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        color = QColor(theme.current().colors.muted)
        if self.fontMetrics().horizontalAdvance(self._text) > self.width():
            clear = QColor(color)
            clear.setAlpha(0)
            fade = QLinearGradient(0, 0, _FADE, 0)
            fade.setColorAt(0, clear)
            fade.setColorAt(1, color)
            painter.setPen(QPen(QBrush(fade), 0))
            side = Qt.AlignmentFlag.AlignRight
        else:
            painter.setPen(color)
            side = Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self.rect(), side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text
        )


class ThinkingHead(QWidget):
    """The one line: the title, which opens and folds, the passing line, and Answer now while it runs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.toggle = FoldButton(name="Open or fold the thought", parent=self)
        self.passing = PassingLine(self)
        self.answer_now = Button(self.tr("Answer now"), name="Answer now", icon="answer-now", parent=self)
        self.answer_now.setFont(theme.current().font(SMALL))
        self.answer_now.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_state(self, title: str, *, is_open: bool, running: bool) -> None:
        """Show the title, and what belongs to the state."""
        self.toggle.say(title)
        self.toggle.show_open(is_open)
        self.passing.setVisible(running and not is_open)
        self.answer_now.setVisible(running)

    def height_for(self, width: int) -> int:
        """The height, with everything placed in `width` pixels."""
        right_to_left = self.isRightToLeft()
        height = self.toggle.sizeHint().height()
        title = min(width, self.toggle.sizeHint().width())
        button = self.answer_now.sizeHint().width() if self.answer_now.isVisibleTo(self) else 0
        room = max(0, width - title - button - 2 * Space.S)
        places = ((self.toggle, 0, title), (self.passing, title + Space.S, room))
        for widget, x, wide in (*places, (self.answer_now, width - button, button)):
            widget.setGeometry(width - x - wide if right_to_left else x, 0, wide, height)
        return height


class ThinkingView(Stack):
    """Shows a `Reasoning`; `answer_now_wanted` when the reader has heard enough."""

    answer_now_wanted = Signal()

    def __init__(
        self,
        index: int,
        folds: Folds,
        following: Callable[[], bool],
        gutter: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`index` is the part's key in `folds`; `following` tells whether the reader is at the chat's end."""
        super().__init__(parent)
        self.setObjectName("Thinking")
        self.setAccessibleName(self.tr("Thinking"))
        self._index, self._folds, self._following = index, folds, following
        self._gutter = gutter
        self._thought = Reasoning("")
        self._running = False
        self._open = folds.get(index, False)
        self._head = ThinkingHead(self)
        self._head.toggle.clicked.connect(self._toggle)
        self._head.answer_now.clicked.connect(self.answer_now_wanted)
        self._body: ProseView | None = None
        self._typesetting = Typesetting("muted", scale=BASE)

    @property
    def is_open(self) -> bool:
        """Whether the whole thought can be read."""
        return self._open

    def show_thought(self, thought: Reasoning, *, running: bool, answered: bool) -> None:
        """Show `thought`; `running` while it grows, `answered` once something follows it."""
        begun = running and not self._running
        self._thought, self._running = thought, running
        decided = self._folds.get(self._index)
        if decided is not None:
            self._open = decided
        elif begun:
            self._open = True
        elif answered and not running and self._open and not self._is_being_read():
            self._open = False
        self._refresh()

    def placed(self) -> Iterable[Placed]:
        yield Placed(self._head)
        if self._body is not None:
            yield Placed(self._body, Space.XS, self._gutter + self._typesetting.indent)

    def plain_text(self) -> str:
        """What can be read: the title, and the thought while it is open."""
        body = f"\n{self._body.plain_text()}" if self._body is not None else ""
        return self._head.toggle.text() + body

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self._body is None:
            return
        box = self._body.geometry()
        x = self._gutter + self._typesetting.indent / 2 - _RULE_WIDTH
        left = self.width() - x - _RULE_WIDTH if self.isRightToLeft() else x
        rule = QRectF(left, box.top(), _RULE_WIDTH, box.height())
        QPainter(self).fillRect(rule, QColor(theme.current().colors.line))

    def _is_being_read(self) -> bool:
        return self._body is not None and not self._following() and not self._body.visibleRegion().isEmpty()

    def unfold(self) -> None:
        """Let all of the thought be read."""
        if not self._open:
            self._toggle()

    def _toggle(self) -> None:
        self._open = self._folds[self._index] = not self._open
        self._refresh()
        self.grew.emit()

    def _refresh(self) -> None:
        self._head.show_state(
            thought_title(self._thought, running=self._running), is_open=self._open, running=self._running
        )
        if not self._open:
            self._head.passing.show_end_of(self._thought.text)
            self._drop_body()
            return
        if self._body is None:
            self._body = ProseView(self._typesetting, self)
            self._body.setAccessibleName(self.tr("The thought"))
            self._body.show()
        self._body.show_lines(plain_paragraphs(self._thought.text))

    def _drop_body(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
