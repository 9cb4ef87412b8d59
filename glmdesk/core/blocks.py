"""Markdown as it streams: finished blocks that never change again, and a tail that is still growing.

Only the tail is parsed when text arrives. However the text is cut into pieces, the blocks after `close` are
those of one parse of the whole text (tests/core/test_blocks.py), save that a block too long to be parsed
again and again is made into several.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

from markdown_it.token import Token

from glmdesk.core.dialect import parser


class Kind(StrEnum):
    """The kinds of top-level blocks; raw HTML is not one of them, it stays the text that it is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    FORMULA = "formula"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """One top-level block: its lines of Markdown, the language of a fence, and whether it can still grow."""

    kind: Kind
    source: str
    language: str = ""
    closed: bool = True


References = Mapping[str, Any]

_KINDS = {
    "paragraph_open": Kind.PARAGRAPH,
    "heading_open": Kind.HEADING,
    "bullet_list_open": Kind.LIST,
    "ordered_list_open": Kind.LIST,
    "blockquote_open": Kind.QUOTE,
    "fence": Kind.CODE,
    "code_block": Kind.CODE,
    "table_open": Kind.TABLE,
    "hr": Kind.RULE,
    "formula": Kind.FORMULA,
    "footnote": Kind.FOOTNOTE,
}
# Parsing a list of so many characters takes 3 ms, and it is parsed each time it has grown.
LONGEST_BLOCK = 10_000

MOST_LINES = 500  # of a block: the parser tries a dozen rules for each, which takes 50 us

LONGEST_WITH_REFERENCES = 50_000  # takes 20 ms to parse at once; beyond it `[text][1]` stays as it is

_LINE_END = re.compile(r"\n(?=\S)")
_MAY_DEFINE_REFERENCES = re.compile(r"^ {0,3}\[[^\]]+\]:", re.MULTILINE)


_structure = parser()
_structure.core.ruler.disable("inline")  # where blocks begin does not depend on what is inside them


class BlockStream:
    """Blocks of a text that arrives in pieces; none but code is longer than `longest` characters."""

    def __init__(self, longest: int = LONGEST_BLOCK) -> None:
        self.done: list[Block] = []  # only ever appended to, except by `close` (see there)
        self.open: tuple[Block, ...] = ()  # what the tail holds so far
        self.references: References = {}  # known once the text is complete
        self._longest = longest
        self._was_cut = False
        self._tail = ""
        self._carriage_return = ""  # a "\r" that may turn out to be half of a line end

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks so far, first to last."""
        return (*self.done, *self.open)

    def feed(self, delta: str) -> None:
        """Take the next piece of text."""
        text = self._carriage_return + delta
        self._carriage_return = "\r" if text.endswith("\r") else ""
        text = _normal(text.removesuffix(self._carriage_return))
        for start in range(0, len(text), self._longest):
            self._tail += text[start : start + self._longest]
            self._settle()

    def close(self) -> None:
        """No more text will come: every block is done.

        A link reference definition changes earlier text, so a text that may hold one is parsed once more
        as a whole; only then can `done` differ from before.
        """
        self.feed("\n" if self._carriage_return else "")
        self.done += [replace(block, closed=True) for block in self.open]
        self._tail, self.open = "", ()
        text = "".join(block.source for block in self.done)
        whole = not self._was_cut and len(text) <= LONGEST_WITH_REFERENCES
        if whole and _MAY_DEFINE_REFERENCES.search(text):
            environment: dict[str, Any] = {}
            self.done = [replace(block, closed=True) for block in _blocks(text, environment)]
            self.references = environment.get("references", {})

    def _settle(self) -> None:
        blocks = _blocks(self._tail)
        if not blocks and len(self._tail) > self._longest:  # nothing but references, or empty lines
            self._was_cut = True
            self._finish([Block(Kind.PARAGRAPH, self._tail)])
        while (cut := self._first_cut(blocks)) is not None:
            self._cut(blocks, *cut)
            blocks = _blocks(self._tail)
        growing = 1 if blocks and _begun(blocks[-1]) else 2
        self._finish(blocks[:-growing])
        self.open = tuple(blocks[-growing:])

    def _first_cut(self, blocks: list[Block]) -> tuple[int, int] | None:
        """Which block has to end early, and after how many of its characters."""
        for index, block in enumerate(blocks):
            if end := _early_end(block, self._longest):
                return index, end
        return None

    def _cut(self, blocks: list[Block], index: int, end: int) -> None:
        """End a block early; what is left of it begins another of its kind, a table with the same header."""
        block = blocks[index]
        self._finish([*blocks[:index], replace(block, source=block.source[:end])])
        self._was_cut = True
        if block.kind is Kind.TABLE:
            self._tail = _header(block) + self._tail

    def _finish(self, blocks: list[Block]) -> None:
        """Move the first blocks of the tail to `done`."""
        self.done += [replace(block, closed=True) for block in blocks]
        self._tail = self._tail[sum(len(block.source) for block in blocks) :]


def _begun(block: Block) -> bool:
    """Whether what is there already decides that `block`, the last one, begins where it does.

    If not, it may turn out to be more of the block before it: a line that reads `3` so far may become
    `3. item` and belong to the list before it, and a table is one only if its second line, the delimiters,
    has as many columns as the first.
    """
    return block.source.count("\n") >= (2 if block.kind is Kind.TABLE else 1)


def _early_end(block: Block, longest: int) -> int:
    """Where to end a block that is too long, 0 if it is not: before a line that is not indented, or any."""
    source = block.source
    lines = source.split("\n", MOST_LINES)
    if block.kind is Kind.CODE or (len(source) <= longest and len(lines) <= MOST_LINES):
        return 0
    longest = min(longest, len(source) - len(lines[-1]) if len(lines) > MOST_LINES else longest)
    ends = [match.end() for match in _LINE_END.finditer(source, 0, longest)]
    end = ends[-1] if ends else source.rfind("\n", 0, longest) + 1 or longest
    if block.kind is not Kind.TABLE:
        return end
    first_row = source.find("\n", source.index(_header(block)) + len(_header(block))) + 1
    return max(end, first_row) if 0 < first_row < len(source) else 0


def _header(table: Block) -> str:
    """The two lines that make a table one."""
    return "".join(table.source.lstrip("\n").splitlines(keepends=True)[:2])


def _blocks(source: str, environment: dict[str, Any] | None = None) -> list[Block]:
    """The open blocks of `source`; their sources add up to it, what is between goes to the earlier one.

    `environment` takes up the link references that are defined.
    """
    environment = {} if environment is None else environment
    tokens = [token for token in _structure.parse(source, environment) if token.level == 0 and token.map]
    if not tokens:
        return []
    lines = source.split("\n")
    starts = [0, *(_first_line(token) for token in tokens[1:]), len(lines)]
    return [
        Block(
            _KINDS[token.type],
            "\n".join(lines[start:end]) + ("\n" if end < len(lines) else ""),
            token.info.strip() if token.type == "fence" else "",
            closed=False,
        )
        for token, (start, end) in zip(tokens, pairwise(starts), strict=True)
    ]


def _first_line(token: Token) -> int:
    assert token.map is not None
    return token.map[0]


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
