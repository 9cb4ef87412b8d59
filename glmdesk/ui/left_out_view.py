"""The line about what the model is no longer given: it opens to what stands for it, and why that is so."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from glmdesk.core.chat import LeftOut, Omission
from glmdesk.core.prose import plain_paragraphs
from glmdesk.ui import theme
from glmdesk.ui.button import RowButton
from glmdesk.ui.message_words import left_out_text, left_out_title
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.theme import SMALL, Space
from glmdesk.ui.thinking_view import Folds
from glmdesk.ui.typesetting import Typesetting


class LeftOutView(Stack):
    """Shows a `LeftOut`; while it is folded, its text does not exist."""

    def __init__(self, index: int, folds: Folds, gutter: int = 0, parent: QWidget | None = None) -> None:
        """`index` is the part's key in `folds`."""
        super().__init__(parent)
        self.setObjectName("Left out")
        self._index, self._folds, self._gutter = index, folds, gutter
        self._left_out = LeftOut(Omission.TURNS, ())
        self._head = RowButton(name="Open or fold what was left out", parent=self)
        self._head.setFont(theme.current().font(SMALL))
        self._head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._head.clicked.connect(self._toggle)
        self._typesetting = Typesetting("muted")
        self._body: ProseView | None = None

    @property
    def is_open(self) -> bool:
        """Whether the text can be read."""
        return self._folds.get(self._index, False)

    def show_left_out(self, left_out: LeftOut) -> None:
        """Show `left_out`."""
        self._left_out = left_out
        title = left_out_title(left_out)
        self._head.setText(title)
        self._head.setAccessibleName(title)
        folded = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self._head.set_icon("chevron-down" if self.is_open else folded)
        if self.is_open:
            self._show_body()
        elif self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None

    def placed(self) -> Iterable[Placed]:
        yield Placed(self._head)
        if self._body is not None:
            yield Placed(self._body, Space.XS, self._gutter + self._typesetting.indent)

    def plain_text(self) -> str:
        """What can be read: the line, and the text while it is open."""
        body = f"\n{self._body.plain_text()}" if self._body is not None else ""
        return self._head.text() + body

    def _show_body(self) -> None:
        if self._body is None:
            self._body = ProseView(self._typesetting, self)
            self._body.setAccessibleName(self.tr("What was left out"))
            self._body.show()
        self._body.show_lines(plain_paragraphs(left_out_text(self._left_out)))

    def _toggle(self) -> None:
        self._folds[self._index] = not self.is_open
        self.show_left_out(self._left_out)
        self.grew.emit()
