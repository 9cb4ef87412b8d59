"""Lines of a project found by a regular expression, within a time that no expression can exceed."""

import time
from dataclasses import dataclass

import regex

from glmdesk.projects.decoding import lines_of
from glmdesk.projects.index import ProjectIndex

LIMIT_S = 3.0
_MOST_HITS = 80
_MOST_HITS_A_FILE = 12
_LONGEST_PATTERN = 500
_LONGEST_LINE = 240


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that matches, cut where it is long; keys and passwords in it are held back."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found; not `complete` where the time or the number of hits was up."""

    hits: tuple[Hit, ...]
    complete: bool = True


def search(index: ProjectIndex, pattern: str, folder: str = "", limit_s: float = LIMIT_S) -> Hits:
    """The lines that match, file by file; raises `ValueError` for what is no regular expression."""
    if len(pattern) > _LONGEST_PATTERN:
        raise ValueError(f"it has more than {_LONGEST_PATTERN} characters")
    try:
        compiled = regex.compile(pattern, regex.MULTILINE)
    except regex.error as error:
        raise ValueError(str(error)) from error
    deadline = time.monotonic() + limit_s
    hits: list[Hit] = []
    for path in index.paths(folder):
        try:
            hits += _in_file(index, path, compiled, deadline)
        except TimeoutError:
            return Hits(tuple(hits), complete=False)
        if len(hits) >= _MOST_HITS:
            return Hits(tuple(hits[:_MOST_HITS]), complete=False)
    return Hits(tuple(hits))


def _in_file(index: ProjectIndex, path: str, compiled: "regex.Pattern[str]", deadline: float) -> list[Hit]:
    """The hits in one file; raises `TimeoutError`."""
    text = index.files.read(path, reveal=True).text
    numbers: list[int] = []
    position, line = 0, 1
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    for found in compiled.finditer(text, timeout=left):
        line += text.count("\n", position, found.start())
        position = found.start()
        if not numbers or numbers[-1] != line:
            numbers.append(line)
        if len(numbers) >= _MOST_HITS_A_FILE:
            break
    if not numbers:
        return []
    lines = lines_of(index.read(path).text)  # as it may be shown
    return [
        Hit(path, number, lines[number - 1].strip()[:_LONGEST_LINE])
        for number in numbers
        if number <= len(lines)
    ]
