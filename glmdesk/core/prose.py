"""A block of Markdown as what is set on the page: lines of styled text, code and tables.

Everything is text: there is no HTML, no image and no address that `core.links` does not allow.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token

from glmdesk.core.blocks import Block, Kind, References, closer_of, opener_of
from glmdesk.core.dialect import parser
from glmdesk.core.inline import spans_of
from glmdesk.core.spans import Span, Spans, Style


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: `heading` 1 to 6 or 0, depths of quotes and lists, the marker where it begins an item."""

    spans: Spans
    heading: int = 0
    quote: int = 0
    indent: int = 0
    marker: str = ""
    tight: bool = False  # continues the line before it: no distance between them
    rule: bool = False  # a horizontal rule, without text
    display: bool = False  # a formula on a line of its own


@dataclass(frozen=True, slots=True)
class Code:
    """Code with the language its fence names; `closed` once no more can come."""

    text: str
    language: str = ""
    closed: bool = True
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header, alignments are left, right, center or empty.

    A table of more than `MOST_ROWS` rows comes as several, each with the header.
    """

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    alignments: tuple[str, ...]
    indent: int = 0


Piece = Line | Code | Table

_NO_REFERENCES: References = {}
_structure = parser()
_structure.core.ruler.disable("inline")  # that is `spans_of`, which remembers

_UNDECIDED = re.compile(r"[\s\-=+*_#>|`~:.)\d$\\\[]*|\s*(?:```|~~~).*")
MOST_ROWS = 60  # laying out a table takes Qt about 0.3 ms for each row
LONGEST_LANGUAGE = 40  # characters

_TASK = re.compile(r"\[([ xX])\]\s+")


def pieces(block: Block, references: References = _NO_REFERENCES) -> Iterator[Piece]:
    """What to set for `block`; of an open one what is decided, so that nothing is set and taken back.

    Each piece is made when it is asked for, which takes a few milliseconds.
    """
    source = block.source if block.closed else _decided(block)
    opener = opener_of(source) if block.kind is Kind.CODE else None
    if opener is not None:
        yield _fenced(source, opener, block)
    else:
        yield from _Setter(_structure.parse(source, {}), references, block.closed).pieces()


def _fenced(source: str, opener: re.Match[str], block: Block) -> Code:
    """The code in a fence, which may be too long to be parsed."""
    closer = closer_of(opener).search(source, opener.end())
    text = source[opener.end() : closer.start() if closer else None]
    if opener["indent"]:
        text = re.sub(rf"^ {{1,{len(opener['indent'])}}}", "", text, flags=re.MULTILINE)
    return Code(text.removesuffix("\n"), _language(block.language), block.closed or closer is not None)


def _language(info: str) -> str:
    return info.strip().partition(" ")[0][:LONGEST_LANGUAGE]


def plain_lines(text: str) -> tuple[Line, ...]:
    """Text that is not Markdown, a line each; empty lines stay lines."""
    return tuple(Line((Span(line),) if line else (), tight=True) for line in text.split("\n"))


def plain_paragraphs(text: str) -> tuple[Line, ...]:
    """Text that is not Markdown, a line each; an empty line becomes a distance."""
    lines: list[Line] = []
    tight = False
    for line in text.split("\n"):
        if line.strip():
            lines.append(Line((Span(line),), tight=tight))
        tight = bool(line.strip())
    return tuple(lines)


def _decided(block: Block) -> str:
    """The source without a last line that may become something else: `-`, `3.`, a fence, a table row."""
    if block.kind is Kind.CODE:
        return block.source if "\n" in block.source else ""
    complete, newline, last = block.source.rpartition("\n")
    table = block.kind is Kind.TABLE or (block.kind is Kind.PARAGRAPH and last.lstrip().startswith("|"))
    if table or _UNDECIDED.fullmatch(last):
        last = ""
    if block.kind is Kind.PARAGRAPH and complete.lstrip().startswith("|") and "\n" not in complete:
        return ""  # most likely the header of a table
    return complete + newline + last


class _Setter:
    """Walks the tokens of one block; keeps where in quotes and lists it is."""

    def __init__(self, tokens: list[Token], references: References, closed: bool) -> None:
        self._tokens = tokens
        self._references = references
        self._closed = closed
        self._quote = 0
        self._numbers: list[int | None] = []  # of the open lists: the next number, None for bullets
        self._marker = ""
        self._heading = 0

    def pieces(self) -> Iterator[Piece]:
        """What to set, first to last."""
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.type == "table_open":
                end = next(
                    i for i in range(index, len(self._tokens)) if self._tokens[i].type == "table_close"
                )
                yield from self._tables(self._tokens[index:end])
                index = end
            elif token.type == "inline":
                yield self._line(token)
            elif token.type in ("fence", "code_block"):
                yield self._code(token, closed=self._closed or self._something_after(index))
            elif token.type == "formula":
                yield self._formula(token)
            elif token.type == "footnote":
                spans = spans_of(token.content, self._references)
                yield Line(spans, quote=self._quote, indent=len(self._numbers) + 1, marker=token.info)
            elif token.type == "hr":
                yield Line((), quote=self._quote, indent=len(self._numbers), rule=True)
            else:
                yield from self._structure(token)
            index += 1

    def _structure(self, token: Token) -> Iterator[Line]:
        match token.type:
            case "bullet_list_open":
                self._numbers.append(None)
            case "ordered_list_open":
                self._numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self._numbers.pop()
            case "list_item_open":
                yield from self._empty_item()
                self._marker = self._next_marker()
            case "list_item_close":
                yield from self._empty_item()
            case "blockquote_open":
                self._quote += 1
            case "blockquote_close":
                self._quote -= 1
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0

    def _empty_item(self) -> Iterator[Line]:
        """An item whose marker no text has taken yet."""
        if self._marker:
            yield self._set(())

    def _next_marker(self) -> str:
        number = self._numbers[-1]
        if number is None:
            return "•" if len(self._numbers) % 2 else "◦"
        self._numbers[-1] = number + 1
        return f"{number}."

    def _line(self, token: Token) -> Line:
        content = token.content
        task = _TASK.match(content) if self._marker else None
        if task:
            self._marker = "☐" if task[1] == " " else "☑"
            content = content[task.end() :]
        return self._set(spans_of(content, self._references))

    def _formula(self, token: Token) -> Line:
        """A formula on a line of its own; one that is not closed is text."""
        if not token.info:
            return self._set(spans_of(token.content, self._references))
        return replace(self._set((Span(token.content, Style.FORMULA),)), display=True)

    def _set(self, spans: Spans) -> Line:
        marker, self._marker = self._marker, ""
        return Line(spans, self._heading, self._quote, len(self._numbers), marker)

    def _something_after(self, index: int) -> bool:
        return any(not token.type.endswith("_close") for token in self._tokens[index + 1 :])

    def _code(self, token: Token, *, closed: bool) -> Code:
        depth = len(self._numbers) + self._quote
        return Code(token.content.removesuffix("\n"), _language(token.info), closed, depth)

    def _tables(self, tokens: list[Token]) -> Iterator[Table]:
        alignments = tuple(
            str(token.attrGet("style") or "").removeprefix("text-align:")
            for token in tokens
            if token.type == "th_open"
        )
        depth = len(self._numbers) + self._quote
        header, *body = _rows(tokens)
        head = self._cells(header)
        for start in range(0, max(1, len(body)), MOST_ROWS):
            rows = tuple(self._cells(row) for row in body[start : start + MOST_ROWS])
            yield Table(head, rows, alignments, depth)

    def _cells(self, row: list[Token]) -> tuple[Spans, ...]:
        return tuple(spans_of(cell.content, self._references) for cell in row)


def _rows(tokens: list[Token]) -> list[list[Token]]:
    """The cells of each row of a table."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    return rows
