"""A file cut into pieces that mean something alone: functions, small classes, sections, or windows of lines.

Invariant: the pieces of a file are in order, touch each other, and together are all of its lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from glmdesk.projects.decoding import lines_of
from glmdesk.projects.definitions import Definition, definitions_in
from glmdesk.projects.grammars import language_of

VERSION = 1
"""Changes whenever the same file gives other pieces."""

WINDOW_LINES = 60
LONGEST_LINES = 120
"""A longer function is cut at its quiet places."""

_WINDOW_CHARACTERS = 4_000
_MOST_PARSED = 400_000  # characters; more takes longer than a person waits for a cancel
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_UNDERLINE = re.compile(r"([=\-~^\"'#*+.])\1{2,}\s*$")
_ABOVE = ("#", "//", "*", "/*", "@", "--")  # how comments and attributes begin
_MARKDOWN = (".md", ".markdown", ".mdx", ".mdown")
_UNDERLINED = (".rst", ".txt", ".adoc")


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """Lines `start` to `end` of a file (1-based, both included).

    `name` is the definition's, after those it stands in (`Flask.dispatch_request`), or the section's title,
    else empty; `kind` what tree-sitter calls it, "section" or "lines"; `signature` how it begins.
    """

    name: str
    kind: str
    start: int
    end: int
    signature: str = ""

    @property
    def last_name(self) -> str:
        """The definition's own name, without what it stands in."""
        return self.name.rpartition(".")[2]


def pieces_of(path: str, text: str) -> list[Piece]:
    """The pieces of a file's text, none for an empty one."""
    lines = lines_of(text)
    if not lines:
        return []
    language = language_of(path)
    lowered = path.lower()
    if language is not None and len(text) <= _MOST_PARSED:
        found = definitions_in(language, text)
        marked: Sequence[Definition] = _with_comments(found, lines)
    elif lowered.endswith(_MARKDOWN):
        marked = _sections(lines)
    elif lowered.endswith(_UNDERLINED):
        marked = _underlined(lines)
    else:
        marked = ()
    return _cut(marked, lines)


def _cut(marked: Sequence[Definition], lines: Sequence[str]) -> list[Piece]:
    """The marked places, and windows of what is between them; empty lines go with what is before them."""
    pieces: list[Piece] = []
    scope = ""

    def add_between(start: int, end: int) -> None:
        if pieces and not any(line.strip() for line in lines[start - 1 : end]):
            pieces[-1] = msgspec.structs.replace(pieces[-1], end=end)
        elif start <= end:
            pieces.extend(_windows(lines, start, end, scope, "lines", ""))

    reached = 1
    for found in marked:
        add_between(reached, found.start - 1)
        scope = found.name if found.is_open else found.name.rpartition(".")[0]
        pieces.extend(_windows(lines, found.start, found.end, found.name, found.kind, found.signature))
        reached = found.end + 1
    add_between(reached, len(lines))
    return pieces


def _windows(
    lines: Sequence[str], start: int, end: int, name: str, kind: str, signature: str
) -> Iterator[Piece]:
    """Lines `start` to `end` as one piece, or as several that end where least is open."""
    longest = WINDOW_LINES if kind == "lines" else LONGEST_LINES
    while start <= end:
        stop = _fits(lines, start, end, longest)
        if stop < end:
            stop = _quietest(lines, start + (stop - start) // 2, stop)
        yield Piece(name, kind, start, stop, signature)
        start = stop + 1


def _fits(lines: Sequence[str], start: int, end: int, longest: int) -> int:
    """The last line of a window that begins at `start`."""
    characters = 0
    most = _WINDOW_CHARACTERS * longest // WINDOW_LINES
    for number in range(start, min(end, start + longest - 1) + 1):
        characters += len(lines[number - 1]) + 1
        if characters > most and number > start:
            return number - 1
    return min(end, start + longest - 1)


def _quietest(lines: Sequence[str], first: int, last: int) -> int:
    """The line from `first` to `last` after which a cut hurts least: before an empty line, indented least."""
    best, best_cost = last, 1_000
    for number in range(last, first - 1, -1):
        following = lines[number] if number < len(lines) else ""
        cost = 0 if not lines[number - 1].strip() else 8
        cost += len(following) - len(following.lstrip()) if following.strip() else 4
        if cost < best_cost:
            best, best_cost = number, cost
    return best


def _with_comments(found: Sequence[Definition], lines: Sequence[str]) -> list[Definition]:
    """The definitions with the comments and attributes above them; only an open head gives lines away."""
    made: list[Definition] = []
    for definition in found:
        last = made[-1] if made else None
        reached = (last.start if last.is_open else last.end) if last is not None else 0
        start = definition.start
        while start - 1 > reached and lines[start - 2].lstrip().startswith(_ABOVE):
            start -= 1
        if last is not None and last.end >= start:
            made[-1] = replace(last, end=start - 1)
        made.append(definition.starting(start))
    return made


def _sections(lines: Sequence[str]) -> list[Definition]:
    heads: list[tuple[int, str]] = []
    titles: list[tuple[int, str]] = []
    fenced = False
    for number, line in enumerate(lines, 1):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and (heading := _HEADING.match(line)):
            titles = [title for title in titles if title[0] < len(heading[1])]
            titles.append((len(heading[1]), heading[2]))
            heads.append((number, " › ".join(title for _, title in titles)))
    return _from_heads(heads, len(lines))


def _underlined(lines: Sequence[str]) -> list[Definition]:
    heads = [
        (number, lines[number - 1].strip())
        for number in range(1, len(lines))
        if lines[number - 1].strip()
        and not lines[number - 1].startswith((" ", "\t"))
        and _UNDERLINE.match(lines[number])
        and not _UNDERLINE.match(lines[number - 1])
        and len(lines[number].rstrip()) + 1 >= len(lines[number - 1].rstrip())
    ]
    return _from_heads(heads, len(lines))


def _from_heads(heads: Sequence[tuple[int, str]], last: int) -> list[Definition]:
    ends = [number - 1 for number, _ in heads[1:]] + [last]
    return [
        Definition(title, "section", number, end, title)
        for (number, title), end in zip(heads, ends, strict=False)
    ]
