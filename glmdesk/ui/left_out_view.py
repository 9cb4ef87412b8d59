"""The line about what the model is no longer given: it opens to what stands for it, and why that is so."""

from PySide6.QtWidgets import QWidget

from glmdesk.core.chat import LeftOut, Omission
from glmdesk.core.prose import plain_paragraphs
from glmdesk.ui.folding_view import FoldingView
from glmdesk.ui.message_words import left_out_text, left_out_title
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.theme import BASE
from glmdesk.ui.thinking_view import Folds
from glmdesk.ui.typesetting import Typesetting


class LeftOutView(FoldingView[ProseView]):
    """Shows a `LeftOut`."""

    def __init__(self, index: int, folds: Folds, gutter: int = 0, parent: QWidget | None = None) -> None:
        self._typesetting = Typesetting("muted", scale=BASE)
        super().__init__("Left out", index, folds, gutter + self._typesetting.indent, parent)
        self._left_out = LeftOut(Omission.TURNS, ())

    def show_left_out(self, left_out: LeftOut) -> None:
        """Show `left_out`."""
        self._left_out = left_out
        self._show_title(left_out_title(left_out))

    def _made_body(self) -> ProseView:
        body = ProseView(self._typesetting, self)
        body.setAccessibleName(self.tr("What was left out"))
        return body

    def _fill(self, body: ProseView) -> None:
        body.show_lines(plain_paragraphs(left_out_text(self._left_out)))
