"""Markdown as it streams: finished blocks that never change again, and a tail that is still growing.

Only the tail is parsed when text arrives. However the text is cut into pieces, the blocks after `close` are
those of one parse of the whole text (tests/core/test_blocks.py).
"""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from glmdesk.core import links


class Kind(StrEnum):
    """The kinds of top-level blocks; raw HTML is not one of them, it stays the text that it is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"


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
}
# It has a line to say for every rule it tries, thousands of them while an answer streams.
logging.getLogger("markdown_it").setLevel(logging.WARNING)

_MAY_DEFINE_REFERENCES = re.compile(r"^ {0,3}\[[^\]]+\]:", re.MULTILINE)


def parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; no raw HTML, and links to allowed addresses only."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.validateLink = links.allowed  # type: ignore[method-assign]  # the documented way to restrict it
    return markdown


_structure = parser()
_structure.core.ruler.disable("inline")  # where blocks begin does not depend on what is inside them


class BlockStream:
    """Blocks of a text that arrives in pieces of any size."""

    def __init__(self) -> None:
        self.done: list[Block] = []  # only ever appended to, except by `close` (see there)
        self.open: tuple[Block, ...] = ()  # what the tail holds so far
        self.references: References = {}  # known once the text is complete
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
        self._tail += _normal(text.removesuffix(self._carriage_return))
        self._settle()

    def close(self) -> None:
        """No more text will come: every block is done.

        A link reference definition changes earlier text, so a text that may hold one is parsed once more
        as a whole; only then can `done` differ from before.
        """
        self._tail += _normal(self._carriage_return)
        self._carriage_return = ""
        self.done += _blocks(self._tail, {}, closed=True)
        self._tail, self.open = "", ()
        text = "".join(block.source for block in self.done)
        if _MAY_DEFINE_REFERENCES.search(text):
            environment: dict[str, Any] = {}
            self.done = _blocks(text, environment, closed=True)
            self.references = environment.get("references", {})

    def _settle(self) -> None:
        blocks = _blocks(self._tail, {}, closed=False)
        growing = 1 if blocks and _begun(blocks[-1]) else 2
        finished, still_open = blocks[:-growing], blocks[-growing:]
        if finished:
            self.done += [replace(block, closed=True) for block in finished]
            self._tail = "".join(block.source for block in still_open)
        self.open = tuple(still_open)


def _begun(block: Block) -> bool:
    """Whether what is there already decides that `block`, the last one, begins where it does.

    If not, it may turn out to be more of the block before it. A line that reads `3` so far may become `3. item` and belong to the list before it; a table is one only
    if its second line, the delimiters, has as many columns as the first.
    """
    return block.source.count("\n") >= (2 if block.kind is Kind.TABLE else 1)


def _blocks(source: str, environment: dict[str, Any], *, closed: bool) -> list[Block]:
    """The blocks of `source`; their sources add up to `source`; what is between goes to the earlier."""
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
            closed,
        )
        for token, (start, end) in zip(tokens, pairwise(starts), strict=True)
    ]


def _first_line(token: Token) -> int:
    assert token.map is not None
    return token.map[0]


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
