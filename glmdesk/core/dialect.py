"""The Markdown that models write: CommonMark with tables, strikethrough, footnotes and formulas in LaTeX.

Where a block ends is decided by its lines alone, in the order in which they come, so that a text can be read
while it is still being written: a formula that is opened and never closed ends with its paragraph.
"""

import logging
import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference, unescapeAll
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from glmdesk.core import links
from glmdesk.core.formula import LONGEST

# It has a line to say for every rule it tries, thousands of them while an answer streams.
logging.getLogger("markdown_it").setLevel(logging.WARNING)

_OPENER = re.compile(r"\$\$|\\\[|\\begin\{((?:equation|align|alignat|gather|multline|eqnarray)\*?)\}")
_AFTER_FORMULA = " .,;"  # may follow it on its line

_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:[ \t]+(?=\S)")
_FOOTNOTE_INDENT = 2
_MOST_INDENT = 3  # of a line that may begin a block; what is set in further goes on with a paragraph
_REFERENCE = re.compile(r"\[\^(\d{1,3})\]")

_TITLE = r"""(?: "[^"]*" | '[^']*' | \([^()]*\) )"""
_LABEL = r"\[ (?P<label> [^\[\]\\\s] [^\[\]\\]{0,200} ) \]:"
_DEFINITION = re.compile(
    rf"{_LABEL} [ \t]* (?P<address> <[^<>]*> | [^<\s]\S* ) (?: [ \t]+ (?P<title> {_TITLE} ) )? [ \t]*",
    re.VERBOSE,
)
_LABEL_LINE = re.compile(rf"{_LABEL} [ \t]*", re.VERBOSE)
_TITLE_LINE = re.compile(rf"{_TITLE} [ \t]*", re.VERBOSE)
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")

_PRICE = re.compile(r"\d[\d.,]*(?:[-–/]$|\s*[A-Za-z]{2,}\b)")


def parser() -> MarkdownIt:
    """A parser without raw HTML, whose links are those that `core.links` allows.

    Tokens that CommonMark does not have: `formula` in blocks (`info` says whether it is closed) and in
    lines, its content with delimiters; `footnote` with its label as `info`; `footnote_reference`.
    What `[label]: address` defines is in the environment's `references`, with the lines where it stands.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    markdown.validateLink = links.allowed  # type: ignore[method-assign]  # the documented way to restrict it
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("fence", "formula", _formula_block, ends)
    markdown.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    markdown.block.ruler.at("reference", _definition)
    markdown.inline.ruler.before("escape", "formula", _formula)
    markdown.inline.ruler.before("link", "footnote_reference", _footnote_reference)
    return markdown


# --- blocks ------------------------------------------------------------------------------------------------


def _formula_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """From a line that opens a formula to the one that closes it, or to the end of the paragraph."""
    line = _line(state, start)
    opener = _OPENER.match(line)
    if opener is None or state.is_code_block(start):
        return False
    closer = _closer(opener)
    before, closed, after = line[opener.end() :].partition(closer)
    if closed and (after.strip(_AFTER_FORMULA) or not before.strip()):
        return False  # it goes on as a line of text
    if silent:
        return True
    last = start + 1
    while not closed and last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        _, closed, after = _line(state, last).partition(closer)
        last += 1
    token = state.push("formula", "", 0)
    token.content = state.getLines(start, last, state.blkIndent, False).strip()
    token.info = "closed" if closed and not after.strip(_AFTER_FORMULA) else ""
    token.map = [start, last]
    state.line = last
    return True


def _closer(opener: re.Match[str]) -> str:
    if opener[1]:
        return f"\\end{{{opener[1]}}}"
    return {"$$": "$$", "\\[": "\\]"}[opener[0]]


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^label]: text`, and lines below it that are set in."""
    match = _FOOTNOTE.match(_line(state, start))
    if match is None or state.is_code_block(start):
        return False
    if silent:
        return True
    last = start + 1
    inset = state.blkIndent + _FOOTNOTE_INDENT
    while last < end and not state.isEmpty(last) and state.sCount[last] >= inset:
        last += 1
    token = state.push("footnote", "", 0)
    token.content = state.getLines(start, last, state.blkIndent, False).strip()[match.end() :]
    token.info = match[1]
    token.map = [start, last]
    state.line = last
    return True


def awaits_address(line: str) -> bool:
    """Whether `line` is one that the next may make a definition of."""
    return _LABEL_LINE.fullmatch(line.strip(" \t")) is not None


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[label]: address "title"`, each of them on its own line or not; the first of a label counts."""
    if state.is_code_block(start):
        return False
    text, last = _line(state, start), start + 1
    if _LABEL_LINE.fullmatch(text) and _goes_on(state, last, end):
        text, last = f"{text} {_line(state, last)}", last + 1
    match = _DEFINITION.fullmatch(text)
    if match is None:
        return False
    address = state.md.normalizeLink(unescapeAll(match["address"].removeprefix("<").removesuffix(">")))
    if not state.md.validateLink(address):
        return False
    if not match["title"] and last < end and _TITLE_LINE.fullmatch(_line(state, last)):
        last += _goes_on(state, last, end)
    if not silent:
        defined = {"href": address, "title": "", "map": [start, last]}
        state.env.setdefault("references", {}).setdefault(normalizeReference(match["label"]), defined)
        state.line = last
    return True


def _goes_on(state: StateBlock, number: int, end: int) -> bool:
    """Whether a line belongs to the paragraph of the line before it, and is no underline of a heading."""
    if number >= end or state.isEmpty(number) or state.sCount[number] < state.blkIndent:
        return False
    if state.sCount[number] - state.blkIndent > _MOST_INDENT:
        return True
    if _UNDERLINE.fullmatch(_line(state, number)):
        return False
    return not any(rule(state, number, end, True) for rule in state.md.block.ruler.getRules("reference"))


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


# --- lines -------------------------------------------------------------------------------------------------


def _formula(state: StateInline, silent: bool) -> bool:
    r"""`\( \)`, `\[ \]`, `$$ $$`, and `$ $` where it can hardly be a price or a variable of a shell."""
    end = _formula_end(state.src, state.pos, state.posMax)
    if not end:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = " ".join(state.src[state.pos : end].split())
    state.pos = end
    return True


def _formula_end(text: str, start: int, end: int) -> int:
    """Where the formula that begins at `start` ends, 0 if none does."""
    opener = text[start : start + 2]
    closer = {"\\(": "\\)", "\\[": "\\]", "$$": "$$"}.get(opener, "$" if opener[:1] == "$" else "")
    if not closer:
        return 0
    first = start + len(closer)
    last = text.find(closer, first, min(end, first + LONGEST))
    inside = text[first:last]
    if last < 0 or not inside.strip() or "`" in inside:
        return 0
    if closer == "$" and not _is_formula(text[start - 1 : start], inside, text[last + 1 : last + 2]):
        return 0
    return last + len(closer)


def _is_formula(before: str, inside: str, after: str) -> bool:
    """Whether what is between two single dollars is a formula, by what stands beside and between them."""
    if before.isalnum() or before == "\\" or after.isalnum():
        return False
    return not (inside[0].isspace() or inside[-1].isspace() or inside[-1] == "\\" or _PRICE.match(inside))


def _footnote_reference(state: StateInline, silent: bool) -> bool:
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_reference", "", 0).content = match[1]
    state.pos = match.end()
    return True
