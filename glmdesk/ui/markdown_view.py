"""The text of an answer as a stack of prose, code and tables; while it streams only the end is set again.

A long text is taken in slices, one for each turn of the event loop, so that showing it stops nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from glmdesk.core.blocks import BlockStream
from glmdesk.core.prose import Code, Line, Piece, Table, pieces
from glmdesk.ui.code_view import CodeView, SaveText
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.table_view import TableView
from glmdesk.ui.theme import Space
from glmdesk.ui.typesetting import Typesetting, gap

RUN_CHARACTERS = 1_500  # prose is set in widgets of about this size
_SLICE = 2_000  # characters
_BUDGET_S = 0.012

PieceView = ProseView | CodeView | TableView


@dataclass(slots=True)
class Run:
    """What one widget shows: lines of prose, or one block of code, or one table."""

    pieces: list[Piece] = field(default_factory=list)
    characters: int = 0

    def copy(self) -> "Run":
        """The same pieces, to which others can be added."""
        return Run(list(self.pieces), self.characters)


class MarkdownView(Stack):
    """Shows a growing text; `show_text` is given all of it each time."""

    def __init__(self, save: SaveText | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._typesetting = Typesetting()
        self._text = ""
        self._closed = False
        self._widgets: list[PieceView] = []
        self._runs: list[Run] = []  # what each widget shows
        self._begin()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    @property
    def complete(self) -> bool:
        """Whether all of the text is on the page."""
        return self._fed == len(self._text)

    def show_text(self, text: str, *, closed: bool) -> None:
        """Show `text`; `closed` when no more of it will come."""
        if self._stream_closed and closed and text == self._text:
            return
        if self._stream_closed or not text.startswith(self._text):
            self._begin()
        self._text, self._closed = text, closed
        self._advance()

    def placed(self) -> Iterable[Placed]:
        before: Piece | None = None
        for widget, run in zip(self._widgets, self._runs, strict=True):
            first = run.pieces[0]
            inset = 0 if isinstance(first, Line) else first.indent * self._typesetting.indent
            yield Placed(widget, _distance(before, first), inset)
            before = run.pieces[-1]

    def height_for(self, width: int) -> int:
        """The height of what is on the page and, by estimate, of what is not yet."""
        shown = super().height_for(width)
        if self.complete:
            return shown
        missing, lines = len(self._text) - self._fed, self._text.count("\n", self._fed)
        return shown + self._typesetting.estimate(missing, lines, width)

    def plain_text(self) -> str:
        """What can be read."""
        return "\n".join(widget.plain_text() for widget in self._widgets)

    def _begin(self) -> None:
        """Read the text from its start; widgets whose content comes out the same stay."""
        self._stream = BlockStream()
        self._stream_closed = False
        self._fed = 0
        self._seen = 0  # finished blocks that are in `_settled`
        self._settled: list[Run] = []  # all runs but the open blocks

    def _advance(self) -> None:
        end = perf_counter() + _BUDGET_S
        while True:
            self._feed_slice()
            self._show_runs()
            if self.complete or perf_counter() > end:
                break
        if not self.complete:
            self._later.start(0)

    def _go_on(self) -> None:
        self._advance()
        self.grew.emit()

    def _feed_slice(self) -> None:
        piece = self._text[self._fed : self._fed + _SLICE]
        self._stream.feed(piece)
        self._fed += len(piece)
        if self._closed and self.complete:
            known = self._stream.done
            self._stream.close()
            self._stream_closed = True
            if self._stream.references or self._stream.done[: self._seen] != known[: self._seen]:
                self._seen = 0
                self._settled = []

    def _show_runs(self) -> None:
        unchanged = max(0, len(self._settled) - 1)
        references = self._stream.references
        for block in self._stream.done[self._seen :]:
            for piece in pieces(block, references):
                _put(self._settled, piece)
        self._seen = len(self._stream.done)
        runs = [*self._settled[:-1], *(run.copy() for run in self._settled[-1:])]
        for block in self._stream.open:
            for piece in pieces(block):
                _put(runs, piece)
        for index in range(unchanged, len(runs)):
            self._show_run(index, runs[index])
        for widget in self._widgets[len(runs) :]:
            _discard(widget)
        del self._widgets[len(runs) :]
        self._runs = runs

    def _show_run(self, index: int, run: Run) -> None:
        first = run.pieces[0]
        fitting = _VIEWS[type(first)]
        if index == len(self._widgets):
            self._widgets.append(self._made(first))
        elif not isinstance(self._widgets[index], fitting):
            _discard(self._widgets[index])
            self._widgets[index] = self._made(first)
        match self._widgets[index], first:
            case ProseView() as prose, _:
                prose.show_lines([piece for piece in run.pieces if isinstance(piece, Line)])
            case CodeView() as code, Code():
                code.show_code(first)
            case TableView() as table, Table():
                table.show_table(first)

    def _made(self, piece: Piece) -> PieceView:
        made: PieceView
        match piece:
            case Line():
                made = ProseView(self._typesetting, self)
            case Code():
                made = CodeView(self._save, self)
            case Table():
                made = TableView(self._typesetting, self)
        made.show()
        return made


_VIEWS: dict[type, type[QWidget]] = {Line: ProseView, Code: CodeView, Table: TableView}


def _put(runs: list[Run], piece: Piece) -> None:
    """Add `piece` to the last run, or begin another: prose joins prose until the run is long enough."""
    if not isinstance(piece, Line):
        runs.append(Run([piece]))
        return
    joins = runs and isinstance(runs[-1].pieces[-1], Line) and runs[-1].characters < RUN_CHARACTERS
    if not joins:
        runs.append(Run())
    runs[-1].pieces.append(piece)
    runs[-1].characters += sum(len(span.text) for span in piece.spans)


def _distance(before: Piece | None, piece: Piece) -> int:
    if before is None:
        return 0
    if isinstance(piece, Line):
        return gap(before, piece) if isinstance(before, Line) else max(Space.M, gap(Line(()), piece))
    return Space.M


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
