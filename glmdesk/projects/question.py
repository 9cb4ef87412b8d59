"""A question read for what it names: words, paths, lines of stack traces, names of code, quoted texts.

Nothing here knows a project; what is named may not be there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from glmdesk.projects.words import is_identifier, question_words

_MOST_CHARACTERS = 20_000  # of a question; the rest of a pasted log says nothing new
_URL = re.compile(r"\w+://\S+")
_PATH = re.compile(
    r"(?<![\w/.\\-])((?:~|\.{1,2})?[\\/]?(?:[\w@+.-]+[\\/])*[\w@+.-]+\.[A-Za-z][A-Za-z0-9+]{0,5})(?::(\d+))?"
)
_FOLDER_PATH = re.compile(r"(?<![\w/.\\-])((?:[\w@+.-]+/)+[\w@+.-]+)")
_PYTHON_FRAME = re.compile(r'File "([^"\n]+)", line (\d+)(?:, in ([\w.<>]+))?')
_FRAME_NAME = re.compile(r"^\s*at (?:async )?([\w.$<>]+) ?\(", re.MULTILINE)
_CODE = re.compile(r"``?([^`\n]{2,200})``?")
_QUOTED = re.compile(r"\"([^\"\n]{4,200})\"|(?<![\w])'([^'\n]{6,200})'(?!\w)")
_NAME = re.compile(r"[A-Za-z_$][\w$]*(?:(?:\.|::|#|->)[A-Za-z_$][\w$]*)*")
_CALL = re.compile(r"\b([A-Za-z_][\w.]*)\(")


@dataclass(frozen=True, slots=True)
class Place:
    """A file that is named, and the line of it, 0 where none is."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What a question names: `words` with their weight, `names` as they are written, without their owner."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    places: tuple[Place, ...] = ()
    quoted: tuple[str, ...] = ()
    about_tests: bool = False


def read_question(text: str) -> Question:
    """What a question names."""
    text = text[:_MOST_CHARACTERS]
    bare = _URL.sub(" ", text)
    title, _, rest = bare.partition("\n")
    weights: dict[str, float] = {}
    for part, weight in ((title, 1.0), (rest, 0.5)):
        counted = Counter(question_words(part))
        for word, count in counted.items():
            weights[word] = weights.get(word, 0.0) + weight * (1 + 0.3 * min(count - 1, 4))
    names = _names(bare, title)
    quoted = tuple(dict.fromkeys(filter(None, ("".join(found) for found in _QUOTED.findall(bare)))))
    about_tests = bool(re.search(r"\b(?:tests?|specs?|fixtures?|testing)\b", title, re.IGNORECASE))
    return Question(weights, names, _places(bare), quoted[:8], about_tests)


def _places(text: str) -> tuple[Place, ...]:
    found: dict[str, int] = {}
    for path, line, _ in _PYTHON_FRAME.findall(text):
        found[_tidy(path)] = int(line)
    for path, line in _PATH.findall(text):
        found.setdefault(_tidy(path), int(line or 0))
    for path in _FOLDER_PATH.findall(text):
        found.setdefault(_tidy(path), 0)
    return tuple(Place(path, line) for path, line in found.items() if path)


def _tidy(path: str) -> str:
    return re.sub(r"^(?:~|\.{1,2})?/+", "", path.replace("\\", "/")).rstrip(".")


def _names(text: str, title: str) -> dict[str, float]:
    """The names of code in a question, each with how plainly it is meant as one."""
    found: dict[str, float] = {}

    def add(name: str, weight: float) -> None:
        last = re.split(r"\.|::|#|->", name)[-1].strip("_$").lower()
        if len(last) > 1:
            found[name] = max(found.get(name, 0.0), weight)

    for name, weight in _named(text, title):
        add(name, weight)
    return found


def _named(text: str, title: str) -> Iterator[tuple[str, float]]:
    for _, _, name in _PYTHON_FRAME.findall(text):
        yield name, 1.0
    for name in _FRAME_NAME.findall(text):
        yield name, 1.0
    for code in _CODE.findall(text):
        for name in _NAME.findall(code):
            yield name, 1.0 if name == code.strip("() ") else 0.6
    for name in _CALL.findall(text):
        yield name, 0.8
    for name in _NAME.findall(text):
        if is_identifier(name):
            yield name, 0.8
    for name in _NAME.findall(title):
        yield name, 0.3
