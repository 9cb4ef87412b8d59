"""The text of an answer as a stack of prose, code and tables; while it streams only the end is set again.

A long text is taken in slices, one for each turn of the event loop, so that showing it stops nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from glmdesk.core.blocks import BlockStream, Kind
from glmdesk.core.cited_text import NOTHING_CITED, Cited, cited_piece
from glmdesk.core.prose import Code, Line, Piece, Table, pieces
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.code_view import CodeView
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.table_view import TableView
from glmdesk.ui.theme import Space
from glmdesk.ui.typesetting import Typesetting, gap

RUN_CHARACTERS = 1_500  # prose is set in widgets of about this size
_SLICE = 2_000  # characters
_LONGEST_SLICE = 20_000  # of code, all of which is parsed again with each slice
_BUDGET_S = 0.012
_AT_ONCE = 4_000  # characters that are shown without looking at the clock
_WIDGET, _LINE = 100, 10  # characters that take as long as to make a widget, or to begin a line

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

    def __init__(self, abilities: Abilities = NONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._abilities = abilities
        self._typesetting = Typesetting(formulas=abilities.formulas)
        self._text = ""
        self._closed = False
        self._cited: Cited = {}
        self._widgets: list[PieceView] = []
        self._runs: list[Run] = []  # what each widget shows
        self._ends: list[int] = []  # where widgets end that are in their places, from the first on
        self._placed_for = 0, False  # the width and the direction of these places
        self._begin()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    @property
    def complete(self) -> bool:
        """Whether all of the text is on the page."""
        return self._read and self._next == len(self._wanted)

    @property
    def _read(self) -> bool:
        """Whether all of the text has gone through the parser."""
        return self._fed == len(self._text) and self._closed == self._stream_closed

    def show_text(self, text: str, *, closed: bool, cited: Cited = NOTHING_CITED) -> None:
        """Show `text`, with what of it was `cited`; `closed` when no more of it will come."""
        if (text, closed, cited) == (self._text, self._closed, self._cited):
            return
        if cited != self._cited:
            self._cited, self._next = cited, 0  # what is on the page stands there otherwise
        reopened = self._closed and (text != self._text or not closed)
        if reopened or not text.startswith(self._text):
            self._begin()
        self._text, self._closed = text, closed
        self._advance()

    def placed(self) -> Iterable[Placed]:
        return self._placed_from(0)

    def height_for(self, width: int) -> int:
        """The height of what is on the page and, by estimate, of what is not yet.

        Widgets above the first one that has changed keep their places, however many they are.
        """
        if self._placed_for != (width, self.isRightToLeft()):
            self._placed_for = width, self.isRightToLeft()
            self._ends.clear()
        for placed in self._placed_from(len(self._ends)):
            self._ends.append(self.place(placed, self._ends[-1] if self._ends else 0, width))
        shown = self._ends[-1] if self._ends else 0
        if self.complete:
            return shown
        waiting = sum(run.characters for run in self._wanted[self._next :])
        missing, lines = len(self._text) - self._fed, self._text.count("\n", self._fed)
        return shown + self._typesetting.estimate(waiting + missing, lines, width)

    def _placed_from(self, index: int) -> Iterable[Placed]:
        before = self._runs[index - 1].pieces[-1] if index else None
        for number in range(index, len(self._widgets)):
            run = self._runs[number]
            first = run.pieces[0]
            inset = 0 if isinstance(first, Line) else first.indent * self._typesetting.indent
            yield Placed(self._widgets[number], _distance(before, first), inset)
            before = run.pieces[-1]

    def _take_growth(self) -> None:
        grown = self.sender()
        del self._ends[next((n for n, widget in enumerate(self._widgets) if widget is grown), 0) :]
        self.grew.emit()

    def plain_text(self) -> str:
        """What can be read."""
        return "\n".join(widget.plain_text() for widget in self._widgets)

    def _begin(self) -> None:
        """Read the text from its start; widgets whose content comes out the same stay."""
        self._stream = BlockStream()
        self._stream_closed = False
        self._fed = 0  # characters that are in the stream
        self._seen = 0  # finished blocks that are in `_settled`
        self._settled: list[Run] = []  # the runs of finished blocks
        self._wanted: list[Run] = []  # these and the runs of open ones
        self._next = 0  # the runs before this one are on the page

    def _advance(self) -> None:
        """Go on until all is on the page or the time is over; then the event loop has its turn."""
        end = perf_counter() + _BUDGET_S
        shown, fed = 0, self._fed
        while not self.complete and (max(shown, self._fed - fed) < _AT_ONCE or perf_counter() < end):
            if self._next < len(self._wanted):
                run = self._wanted[self._next]
                self._show_run(self._next, run)
                self._next += 1
                shown += _WIDGET + run.characters
            else:
                self._feed_slice()
                self._plan_runs()
        if self.complete:
            self._drop_rest()
        else:
            self._later.start(0)

    def _go_on(self) -> None:
        self._advance()
        self.grew.emit()

    def _feed_slice(self) -> None:
        growing = len(self._stream.open[-1].source) if self._stream.open else 0
        size = min(max(_SLICE, growing // 4), _LONGEST_SLICE)
        piece = self._text[self._fed : self._fed + size]
        self._stream.feed(piece)
        self._fed += len(piece)
        if self._closed and self._fed == len(self._text) and not self._stream_closed:
            known = self._stream.done
            self._stream.close()
            self._stream_closed = True
            if self._stream.references or self._stream.done[: self._seen] != known[: self._seen]:
                self._seen, self._next = 0, 0
                self._settled = []

    def _plan_runs(self) -> None:
        """Find out what is to be on the page; only runs that may have changed are shown again."""
        self._next = min(self._next, max(0, len(self._settled) - 1))
        references = self._stream.references
        for block in self._stream.done[self._seen :]:
            for piece in pieces(block, references):
                _put(self._settled, piece)
        self._seen = len(self._stream.done)
        self._wanted = [*self._settled[:-1], *(run.copy() for run in self._settled[-1:])]
        whole = self._fed == len(self._text)
        for block in self._stream.open:
            if whole or block.kind is Kind.CODE:  # else it is only the beginning of what comes next
                for piece in pieces(block):
                    _put(self._wanted, piece)

    def _drop_rest(self) -> None:
        for widget in self._widgets[len(self._wanted) :]:
            _discard(widget)
        del self._widgets[len(self._wanted) :]
        del self._runs[len(self._wanted) :]
        del self._ends[len(self._wanted) :]

    def _show_run(self, index: int, run: Run) -> None:
        shown = [cited_piece(piece, self._cited) for piece in run.pieces] if self._cited else run.pieces
        first = shown[0]
        fitting = _VIEWS[type(first)]
        del self._ends[index:]
        if index == len(self._widgets):
            self._widgets.append(self._made(first))
            self._runs.append(run)
        elif not isinstance(self._widgets[index], fitting):
            _discard(self._widgets[index])
            self._widgets[index] = self._made(first)
        self._runs[index] = run
        match self._widgets[index], first:
            case ProseView() as prose, _:
                prose.show_lines([piece for piece in shown if isinstance(piece, Line)])
            case CodeView() as code, Code():
                code.show_code(first)
            case TableView() as table, Table():
                table.show_table(first)

    def _open_place(self, path: str, first: int, last: int) -> None:
        if self._abilities.open_place is not None:
            self._abilities.open_place(path, first, last)

    def _made(self, piece: Piece) -> PieceView:
        made: PieceView
        match piece:
            case Line():
                made = ProseView(self._typesetting, self)
                made.place_wanted.connect(self._open_place)
            case Code():
                made = CodeView(self._abilities, self)
            case Table():
                made = TableView(self._typesetting, self)
                made.place_wanted.connect(self._open_place)
        made.grew.connect(self._take_growth)
        made.show()
        return made


_VIEWS: dict[type, type[QWidget]] = {Line: ProseView, Code: CodeView, Table: TableView}


def _put(runs: list[Run], piece: Piece) -> None:
    """Add `piece` to the last run, or begin another: prose joins prose until the run is long enough."""
    if not isinstance(piece, Line):
        runs.append(Run([piece], _size(piece)))
        return
    joins = runs and isinstance(runs[-1].pieces[-1], Line) and runs[-1].characters < RUN_CHARACTERS
    if not joins:
        runs.append(Run())
    runs[-1].pieces.append(piece)
    runs[-1].characters += _size(piece)


def _size(piece: Piece) -> int:
    """Characters of text that take as long to set as `piece` does."""
    match piece:
        case Code():
            return len(piece.text)
        case Line():
            return _LINE + sum(len(span.text) for span in piece.spans)
        case Table():
            cells = [cell for row in (piece.header, *piece.rows) for cell in row]
            return sum(_LINE + sum(len(span.text) for span in cell) for cell in cells)


def _distance(before: Piece | None, piece: Piece) -> int:
    if before is None:
        return 0
    if isinstance(piece, Line):
        return gap(before, piece) if isinstance(before, Line) else max(Space.M, gap(Line(()), piece))
    return Space.M


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
