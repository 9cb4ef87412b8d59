"""A file cut into pieces that mean something alone: functions, small classes, sections, or windows of lines.

Invariant: the pieces of a file are in order, touch each other, and together are all of its lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from glmdesk.core.parts import Parts
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.definitions import Definition, definitions_in
from glmdesk.projects.grammars import language_of

VERSION = 3
"""Changes whenever the same file gives other pieces."""

WINDOW_LINES = 60
LONGEST_LINES = 120
"""A longer function is cut at its quiet places."""

_WINDOW_CHARACTERS = 4_000
_MOST_LINES = 50_000  # of a file that is read for what it says; one with more is data
_MOST_MARKED = 10_000  # places; likewise
_PIECES_A_PART = 200
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


def pieces_of(path: str, text: str) -> Parts[list[Piece]]:
    """The pieces of a file's text, none for an empty one."""
    lines = lines_of(text)
    if not lines:
        return []
    language = language_of(path)
    lowered = path.lower()
    if len(lines) > _MOST_LINES:
        marked: Sequence[Definition] = ()
    elif language is not None:
        found = yield from definitions_in(language, text)
        marked = _with_comments(found, lines)
    elif lowered.endswith(_MARKDOWN):
        marked = _sections(lines)
    elif lowered.endswith(_UNDERLINED):
        marked = _underlined(lines)
    else:
        marked = ()
    return (yield from _cut(marked if len(marked) <= _MOST_MARKED else (), lines))


def _cut(marked: Sequence[Definition], lines: Sequence[str]) -> Parts[list[Piece]]:
    """The marked places, and windows of what is between them; empty lines go with what is before them."""
    pieces: list[Piece] = []
    for found in _all_of(marked, len(lines)):
        if found.kind == "lines" and pieces and not any(map(str.strip, lines[found.start - 1 : found.end])):
            pieces[-1] = msgspec.structs.replace(pieces[-1], end=found.end)
            continue
        for piece in _windows(lines, found):
            pieces.append(piece)
            if len(pieces) % _PIECES_A_PART == 0:
                yield
    return pieces


def _all_of(marked: Sequence[Definition], last: int) -> Iterator[Definition]:
    """What is marked, and what is between as "lines" by the name of what it stands in; up to line `last`."""
    reached, scope = 1, ""
    for found in marked:
        if found.start > reached:
            yield Definition(scope, "lines", reached, found.start - 1, "")
        yield found
        scope = found.name if found.is_open else found.name.rpartition(".")[0]
        reached = found.end + 1
    if last >= reached:
        yield Definition(scope, "lines", reached, last, "")


def _windows(lines: Sequence[str], found: Definition) -> Iterator[Piece]:
    """The lines of `found` as one piece, or as several that end where least is open."""
    longest = WINDOW_LINES if found.kind == "lines" else LONGEST_LINES
    start = found.start
    while start <= found.end:
        stop = _fits(lines, start, found.end, longest)
        if stop < found.end:
            stop = _quietest(lines, start + (stop - start) // 2, stop)
        yield Piece(found.name, found.kind, start, stop, found.signature)
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
