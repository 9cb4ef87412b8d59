"""The top-level blocks of Markdown: what one parse makes of a text, if that takes a few milliseconds only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from glmdesk.core.dialect import parser

MOST_STEPS = 400  # of a parse; in each the parser tries a dozen rules, which takes it 7 to 25 us

_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<marker>`{3,}|~{3,})[^\n]*\n?", re.MULTILINE)
_STEPS = "steps"  # the name of their number in the environment of a parse


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
"""What link references stand for, by their labels, in the form of markdown-it-py."""


class Parsed(NamedTuple):
    """The open blocks of a text, whose sources add up to it, and the link references that it defines."""

    blocks: list[Block]
    references: References


class TooManySteps(Exception):
    """A text takes too long to be parsed, however short it is."""


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


def parsed(source: str) -> Parsed:
    """The blocks of `source`; what is between two of them goes to the earlier one.

    Raises TooManySteps after `MOST_STEPS`.
    """
    environment: dict[str, Any] = {}
    tokens = [token for token in _structure.parse(source, environment) if token.level == 0 and token.map]
    references: References = environment.get("references", {})
    if not tokens:
        return Parsed([], references)
    lines = source.split("\n")
    starts = [0, *(_first_line(token) for token in tokens[1:]), len(lines)]
    blocks = [
        Block(
            _KINDS[token.type],
            "\n".join(lines[start:end]) + ("\n" if end < len(lines) else ""),
            token.info.strip() if token.type == "fence" else "",
            closed=False,
        )
        for token, (start, end) in zip(tokens, pairwise(starts), strict=True)
    ]
    return Parsed(blocks, references)


def opener_of(code: str) -> re.Match[str] | None:
    """The line that opens the fence in the source of a block of code; None where the code is set in."""
    return _FENCE.search(code)


def closer_of(opener: re.Match[str]) -> re.Pattern[str]:
    """What closes a fence."""
    marker = opener["marker"]
    return re.compile(rf"^ {{0,3}}{marker[0]}{{{len(marker)},}}[ \t]*$", re.MULTILINE)


def _first_line(token: Token) -> int:
    assert token.map is not None
    return token.map[0]


def _count_step(state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
    """A rule that is tried before all others, and finds nothing."""
    state.env[_STEPS] = steps = state.env.get(_STEPS, 0) + 1
    if steps > MOST_STEPS:
        raise TooManySteps
    return False


_structure = parser()
_structure.core.ruler.disable("inline")  # where blocks begin does not depend on what is inside them
_structure.block.ruler.before(
    "table", "count_step", _count_step, {"alt": ["paragraph", "reference", "blockquote", "list"]}
)
