"""What a question names is found exactly: files by path, definitions by name, quoted texts by what they say.

A name that half the project has says nothing, so what has many homes lifts none of them.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import apsw

from glmdesk.projects.question import Question
from glmdesk.projects.words import words_of

_MOST_HOMES = 40
_MOST_FILES_OF_A_PATH = 5
_PATH_LIFT = 3.0
_PHRASE_LIFT = 1.5
_OWNER = re.compile(r"\.|::|#|->")


@dataclass(slots=True)
class Candidate:
    """A file that may be meant: its score by words, the lift of what is named, the lines pointed to."""

    path: str
    base: float = 0.0
    boost: float = 0.0
    lines: list[int] = field(default_factory=list)


def add_named(connection: apsw.Connection, question: Question, candidates: dict[int, Candidate]) -> None:
    """Add to `candidates` what the question names, and lift those it names."""
    for place in question.places:
        for file, path in _at(connection, place.path).items():
            candidate = candidates.setdefault(file, Candidate(path))
            candidate.boost = max(candidate.boost, _PATH_LIFT)
            if place.line:
                candidate.lines.append(place.line)
    for name, weight in question.names.items():
        _lift(candidates, _defining(connection, last_name(name).lower()), weight)
    for phrase in question.quoted:
        _lift(candidates, _saying(connection, phrase), _PHRASE_LIFT)


def last_name(name: str) -> str:
    """A name without what it belongs to: `run` of `flask.Flask.run`."""
    return _OWNER.split(name)[-1]


def _lift(candidates: dict[int, Candidate], files: Mapping[int, str], lift: float) -> None:
    if len(files) < _MOST_HOMES:
        for file, path in files.items():
            candidates.setdefault(file, Candidate(path)).boost += lift / math.sqrt(len(files))


def _defining(connection: apsw.Connection, name: str) -> dict[int, str]:
    rows = connection.execute(
        "SELECT DISTINCT f.id, f.path FROM names AS n JOIN files AS f ON f.id = n.file"
        " WHERE n.name = ? LIMIT ?",
        (name, _MOST_HOMES),
    )
    return dict(rows)


def _saying(connection: apsw.Connection, phrase: str) -> dict[int, str]:
    words = words_of(phrase).split()
    if len(words) < 2:
        return {}
    rows = connection.execute(
        "SELECT f.id, f.path FROM found AS r JOIN files AS f ON f.id = r.rowid WHERE found MATCH ? LIMIT ?",
        (f'body : "{" ".join(words)}"', _MOST_HOMES),
    )
    return dict(rows)


def _at(connection: apsw.Connection, path: str) -> dict[int, str]:
    """The files that a path may mean: those that share most names with it, from the end."""
    rows = connection.execute(
        "SELECT id, path FROM files WHERE base = ? AND reason IS NULL LIMIT 200",
        (path.rpartition("/")[2].lower(),),
    )
    files: dict[int, str] = dict(rows)
    shared = {file: _shared_names(known, path) for file, known in files.items()}
    most = max(shared.values(), default=0)
    nearest = {file: known for file, known in files.items() if shared[file] == most}
    return nearest if len(nearest) <= _MOST_FILES_OF_A_PATH else {}


def _shared_names(path: str, wanted: str) -> int:
    """How many names two paths share, counted from their ends."""
    count = 0
    ours, theirs = path.lower().split("/"), wanted.lower().split("/")
    for one, other in zip(reversed(ours), reversed(theirs), strict=False):
        if one != other:
            break
        count += 1
    return count
