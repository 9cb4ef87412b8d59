"""The text of an answer as a stack of prose, code and tables; while it streams only the end is set again.

A long text is read and set in slices, one for each turn of the event loop, so that showing it stops nothing.
"""

from collections.abc import Iterable
from itertools import islice
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from glmdesk.core.cited_text import NOTHING_CITED, Cited, cited_piece
from glmdesk.core.prose import Code, Line, Piece, Table
from glmdesk.core.runs import Run, RunReader
from glmdesk.ui.abilities import NONE, Abilities
from glmdesk.ui.code_view import CodeView
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.stack import Placed, Stack
from glmdesk.ui.table_view import TableView
from glmdesk.ui.theme import Space
from glmdesk.ui.typesetting import Typesetting, gap

_BUDGET_S = 0.008
_AT_ONCE = 6_000  # characters that are shown without looking at the clock
_PROSE, _FRAME = 100, 300  # characters that take as long as to make a widget for prose, or for another thing

PieceView = ProseView | CodeView | TableView


class MarkdownView(Stack):
    """Shows a growing text; `show_text` is given all of it each time."""

    def __init__(self, abilities: Abilities = NONE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._abilities = abilities
        self._typesetting = Typesetting(formulas=abilities.formulas)
        self._text = ""
        self._closed = False
        self._cited: Cited = {}
        self._reader = RunReader()
        self._next = 0  # the runs before this one are on the page
        self._widgets: list[PieceView] = []
        self._runs: list[Run] = []  # what each widget shows
        self._ends: list[int] = []  # where widgets end that are in their places, from the first on
        self._placed_for = 0, False  # the width and the direction of these places
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    @property
    def complete(self) -> bool:
        """Whether all of the text is on the page."""
        return self._reader.complete and self._next == self._reader.count

    def show_text(self, text: str, *, closed: bool, cited: Cited = NOTHING_CITED) -> None:
        """Show `text`, with what of it was `cited`; `closed` when no more of it will come."""
        if (text, closed, cited) == (self._text, self._closed, self._cited):
            return
        if cited != self._cited:
            self._cited, self._next = cited, 0  # what is on the page stands there otherwise
        reopened = self._closed and (text != self._text or not closed)
        if reopened or not text.startswith(self._text):
            self._reader, self._next = RunReader(), 0  # widgets whose content comes out the same stay
        self._text, self._closed = text, closed
        self._reader.grow(text, closed=closed)
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
        self._place_to(len(self._widgets))
        shown = self._ends[-1] if self._ends else 0
        if self.complete:
            return shown
        characters, lines = self._reader.missing()
        waiting = sum(self._reader[index].characters for index in range(self._next, self._reader.count))
        return shown + self._typesetting.estimate(waiting + characters, lines, width)

    def _place_to(self, end: int) -> None:
        """Place the widgets before number `end` that are not in their places yet."""
        width, _ = self._placed_for
        for placed in islice(self._placed_from(len(self._ends)), max(0, end - len(self._ends))):
            self._ends.append(self.place(placed, self._ends[-1] if self._ends else 0, width))

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

    def _advance(self) -> None:
        """Go on until all is on the page or the time is over; then the event loop has its turn.

        Setting text takes as long again once its width is known and it is laid out; before, that is to come.
        """
        placed = self._placed_for[0] > 0
        end, done = perf_counter() + _BUDGET_S, 0
        while not self.complete and (done < _AT_ONCE or (placed and perf_counter() < end)):
            if self._next < self._reader.count:
                run = self._reader[self._next]
                self._show_run(self._next, run)
                self._next += 1
                done += run.characters + (_PROSE if isinstance(run.pieces[0], Line) else _FRAME)
            else:
                done += self._reader.step()
                self._next = min(self._next, self._reader.firm)
        if self.complete:
            self._drop_rest()
        else:
            self._later.start(0)

    def _go_on(self) -> None:
        self._advance()
        self.grew.emit()

    def _drop_rest(self) -> None:
        count = self._reader.count
        for widget in self._widgets[count:]:
            _discard(widget)
        del self._widgets[count:], self._runs[count:], self._ends[count:]

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
        if self._placed_for[0]:
            self._place_to(index + 1)

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


def _distance(before: Piece | None, piece: Piece) -> int:
    if before is None:
        return 0
    if isinstance(piece, Line):
        return gap(before, piece) if isinstance(before, Line) else max(Space.M, gap(Line(()), piece))
    return Space.M


def _discard(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
