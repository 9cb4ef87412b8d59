"""A growing text of Markdown as runs, each of which one widget shows; read in steps of a few milliseconds.

What is finished never changes again, save that links whose addresses stand further down become links when
the text is complete.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from glmdesk.core.block_stream import BlockStream
from glmdesk.core.blocks import Kind
from glmdesk.core.inline import plain
from glmdesk.core.prose import Code, Line, Piece, Table, pieces
from glmdesk.core.spans import Span, Style

RUN_CHARACTERS = 1_500  # of prose in one run, about
MOST_FRAMES = 500  # of code and of tables in one text; what comes after these is set as prose
_SLICE, _SLICE_LINES = 1_000, 40  # characters and lines that are parsed in one step, at most
_CODE_SLICE = 8_000  # characters of code, which are hardly parsed at all
_PARSED_LINE = 60  # characters that take as long as to parse a line
_LINE, _CELL = 10, 100  # characters that take as long to set as to begin a line, or a cell


@dataclass(slots=True)
class Run:
    """What one widget shows: lines of prose, or one block of code, or one table."""

    pieces: list[Piece] = field(default_factory=list)
    characters: int = 0  # of text, that takes as long to set as the pieces do

    def copy(self) -> "Run":
        """The same pieces, to which others can be added."""
        return Run(list(self.pieces), self.characters)


class RunReader:
    """Reads a text; the first `firm` runs never change again, what comes after them may yet grow."""

    def __init__(self) -> None:
        self._text = ""
        self._closed = False  # no more will come
        self._stream = BlockStream()
        self._stream_closed = False
        self._fed = 0  # characters that are in the stream
        self._taken = 0  # finished blocks of which all pieces are in `_settled`
        self._pieces: Iterator[Piece] | None = None  # of the block after these, that are not
        self._settled: list[Run] = []  # the runs of finished blocks; prose may be added to the last
        self._frames = 0  # runs of these that are code or tables
        self._growing: list[Run] = []  # what this last one is now, and what is open
        self._shown = True  # whether that is so

    @property
    def complete(self) -> bool:
        """Whether all of the text has been read."""
        return self._shown and self._fed == len(self._text) and self._closed == self._stream_closed

    @property
    def firm(self) -> int:
        """The number of runs that will not change."""
        return max(0, len(self._settled) - 1)

    @property
    def count(self) -> int:
        """The number of all runs so far."""
        return self.firm + len(self._growing)

    def __getitem__(self, index: int) -> Run:
        return self._settled[index] if index < self.firm else self._growing[index - self.firm]

    def missing(self) -> tuple[int, int]:
        """Characters and line ends of the text that have not been read yet."""
        return len(self._text) - self._fed, self._text.count("\n", self._fed)

    def grow(self, text: str, *, closed: bool) -> None:
        """There is `text` to read now, which begins as the one before; `closed` when no more will come."""
        self._text, self._closed = text, closed

    def step(self) -> int:
        """Read on; returns how many characters of prose would have taken as long."""
        if self._pieces is not None:
            return self._take_piece(self._pieces)
        stream = self._stream
        if self._taken < len(stream.done):
            block = stream.done[self._taken]
            self._pieces = pieces(block, stream.references)
            return _parsing(block.source)
        if not self._shown and (self._code_grows or self._fed == len(self._text)):
            return self._show_growing()
        return self._feed()

    @property
    def _code_grows(self) -> bool:
        return bool(self._stream.open) and self._stream.open[-1].kind is Kind.CODE

    def _feed(self) -> int:
        piece = self._next_slice()
        self._stream.feed(piece)
        self._fed += len(piece)
        self._shown = False
        if self._closed and self._fed == len(self._text):
            self._stream.close()
            self._stream_closed = True
            if self._stream.references:  # all that has been read may have links now
                self._settled, self._growing = [], []
                self._taken = self._frames = 0
        return _parsing(piece)

    def _next_slice(self) -> str:
        if self._code_grows:
            return self._text[self._fed : self._fed + _CODE_SLICE]
        piece = self._text[self._fed : self._fed + _SLICE]
        rest = piece.split("\n", _SLICE_LINES)[_SLICE_LINES:]
        return piece[: len(piece) - sum(map(len, rest))]

    def _take_piece(self, waiting: Iterator[Piece]) -> int:
        piece = next(waiting, None)
        if piece is None:
            self._pieces = None
            self._taken += 1
            return 0
        self._growing = []
        framed = not isinstance(piece, Line)
        self._frames += framed
        for part in _as_prose(piece) if self._frames > MOST_FRAMES else (piece,):
            _put(self._settled, part)
        return _LINE

    def _show_growing(self) -> int:
        """Of what is open only code is shown before there is no more to read, as there may be much of it."""
        self._growing = [run.copy() for run in self._settled[-1:]]
        for block in self._stream.open:
            for piece in pieces(block):
                _put(self._growing, piece)
        self._shown = True
        return 0


def _parsing(text: str) -> int:
    """Characters of prose that take as long to set as to parse `text`."""
    return len(text) + _PARSED_LINE * text.count("\n")


def _put(runs: list[Run], piece: Piece) -> None:
    """Add `piece` to the last run, or begin another: prose joins prose until the run is long enough."""
    joins = (
        isinstance(piece, Line)
        and runs
        and isinstance(runs[-1].pieces[-1], Line)
        and runs[-1].characters < RUN_CHARACTERS
    )
    if not joins:
        runs.append(Run())
    runs[-1].pieces.append(piece)
    runs[-1].characters += _size(piece)


def _as_prose(piece: Piece) -> Iterator[Line]:
    """Code and tables without what makes them take a widget each."""
    match piece:
        case Line():
            yield piece
        case Code():
            for line in piece.text.split("\n"):
                yield Line((Span(line, Style.CODE),), indent=piece.indent, tight=True)
        case Table():
            for row in (piece.header, *piece.rows):
                yield Line((Span(" | ".join(map(plain, row))),), indent=piece.indent, tight=True)


def _size(piece: Piece) -> int:
    match piece:
        case Code():
            return len(piece.text)
        case Line():
            return _LINE + sum(len(span.text) for span in piece.spans)
        case Table():
            cells = [cell for row in (piece.header, *piece.rows) for cell in row]
            return sum(_CELL + sum(len(span.text) for span in cell) for cell in cells)
