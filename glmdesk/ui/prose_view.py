"""A run of prose: paragraphs, headings, lists and quotes, of which only what changed is set again."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from glmdesk.core.formula import Formula, formulas_in
from glmdesk.core.inline import plain
from glmdesk.core.prose import Line
from glmdesk.core.spans import Span
from glmdesk.ui.text_view import TextView
from glmdesk.ui.typesetting import Typesetting


class ProseView(TextView):
    """Shows lines; a new value is compared with the one shown, and only lines that differ are replaced."""

    def __init__(self, typesetting: Typesetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Prose")
        self.setAccessibleName(self.tr("Text"))
        self._typesetting = typesetting
        self._lines: Sequence[Line] = ()
        self._waiting: frozenset[Formula] = frozenset()
        typesetting.prepare(self.document())
        if typesetting.formulas is not None:
            typesetting.formulas.drawn.connect(self._take_drawn)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines`."""
        first = _first_difference(self._lines, lines)
        if first == len(lines) == len(self._lines):
            return
        self._lines = lines
        self._set_from(first)

    def _set_from(self, first: int) -> None:
        before = self._lines[first - 1] if first else None
        self._typesetting.replace(self.document(), first, before, self._lines[first:])
        self._waiting = self._typesetting.waiting(span for line in self._lines for span in line.spans)

    def _take_drawn(self, drawn: frozenset[Formula]) -> None:
        """Formulas that stood here as text have been drawn."""
        if not self._waiting & drawn:
            return
        lines = enumerate(self._lines)
        self._set_from(
            next(number for number, line in lines if not drawn.isdisjoint(formulas_in(line.spans)))
        )
        self.grew.emit()

    def plain_text(self) -> str:
        return "\n".join(f"{line.marker} {plain(line.spans)}".strip() for line in self._lines)

    def links(self) -> Iterable[Span]:
        return (span for line in self._lines for span in line.spans if span.href)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        self._typesetting.decorate(painter, self.document(), self._lines, QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)


def _first_difference(old: Sequence[Line], new: Sequence[Line]) -> int:
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one is not other and one != other:
            return number
    return min(len(old), len(new))
