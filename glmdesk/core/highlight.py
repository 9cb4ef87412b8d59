"""Colours of code: what kind of word stands where, line by line, found in small steps.

Nothing here takes long: a step ends after the time it was given, code beyond `MAX_CHARACTERS` stays plain.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from time import perf_counter
from typing import NamedTuple

from pygments.lexer import Lexer
from pygments.lexers import LEXERS, get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, Operator, String, _TokenType

MAX_CHARACTERS = 100_000
_TOKENS_PER_LOOK = 32  # the clock is read once for so many tokens


class Word(StrEnum):
    """The kinds that have a colour."""

    KEYWORD = "keyword"
    STRING = "string"
    COMMENT = "comment"
    NUMBER = "number"
    FUNCTION = "function"
    TYPE = "type"


class Mark(NamedTuple):
    """A coloured part of one line, in code points from its start."""

    start: int
    length: int
    word: Word


# Specific before general: the first entry that contains a token type wins.
_WORDS: tuple[tuple[_TokenType, Word], ...] = (
    (Keyword.Type, Word.TYPE),
    (Keyword, Word.KEYWORD),
    (Operator.Word, Word.KEYWORD),
    (Name.Tag, Word.KEYWORD),
    (Name.Function, Word.FUNCTION),
    (Name.Decorator, Word.FUNCTION),
    (Name.Attribute, Word.FUNCTION),
    (Name.Class, Word.TYPE),
    (Name.Exception, Word.TYPE),
    (Name.Namespace, Word.TYPE),
    (Name.Builtin, Word.TYPE),
    (Number, Word.NUMBER),
    (String, Word.STRING),
    (Comment, Word.COMMENT),
    (Generic.Inserted, Word.STRING),
    (Generic.Deleted, Word.NUMBER),
    (Generic.Heading, Word.KEYWORD),
    (Generic.Subheading, Word.KEYWORD),
    (Generic.Prompt, Word.COMMENT),
)
# Names that models write and Pygments does not know.
_ALIASES = {"jsx": "javascript", "tsx": "typescript", "shell": "bash", "jsonl": "json", "vue": "html"}
_PLAIN = frozenset({"", "text", "txt", "plain", "plaintext", "output"})
_KNOWN = frozenset(alias for _, _, aliases, _, _ in LEXERS.values() for alias in aliases)


class Highlighting:
    """The marks of one text; call `step` until it returns True, then read `lines`."""

    def __init__(self, code: str, language: str, clock: Callable[[], float] = perf_counter) -> None:
        self.lines: list[list[Mark]] = [[] for _ in range(code.count("\n") + 1)]
        self.reached = 0  # the lines before this one are complete
        lexer = lexer_of(language) if len(code) <= MAX_CHARACTERS else None
        self._marks = _marks(lexer, code) if lexer is not None else iter(())
        self._clock = clock

    def step(self, budget_s: float) -> bool:
        """Go on for about `budget_s` seconds; True when the whole text is done."""
        end = self._clock() + budget_s
        for count, found in enumerate(self._marks, start=1):
            if found is not None:
                line, mark = found
                self.lines[line].append(mark)
                self.reached = line
            if count % _TOKENS_PER_LOOK == 0 and self._clock() >= end:
                return False
        self.reached = len(self.lines)
        return True


@lru_cache(maxsize=64)
def lexer_of(language: str) -> Lexer | None:
    """The lexer for the name on a fence, such as `py`; None where the text is plain or the name unknown."""
    name = language.strip().lower().strip("{}.")
    name = _ALIASES.get(name, name)
    if (
        name in _PLAIN or name not in _KNOWN
    ):  # for an unknown one Pygments looks through all that is installed
        return None
    return get_lexer_by_name(name, stripnl=False, ensurenl=False)


def language_name(language: str) -> str:
    """The language as a person writes it, such as `Python` for `py`; what the fence says where unknown."""
    lexer = lexer_of(language)
    return str(lexer.name) if lexer is not None and language.lower() not in _ALIASES else language


def file_suffix(language: str) -> str:
    """The usual ending of a file in `language`, with its dot; `.txt` where unknown."""
    lexer = lexer_of(language)
    patterns = lexer.filenames if lexer is not None else []
    return next((p[1:] for p in patterns if p.startswith("*.") and p[2:].isalnum()), ".txt")


def _marks(lexer: Lexer, code: str) -> Iterator[tuple[int, Mark] | None]:
    """Line number and mark, in order; a token that spans lines gives one each, one without colour None."""
    line, line_start = 0, 0
    for start, token, text in lexer.get_tokens_unprocessed(code):
        word = _word_of(token)
        position = start
        for part in text.split("\n"):
            if position != start:  # past a newline of this token
                line, line_start = line + 1, position
            yield (line, Mark(position - line_start, len(part), word)) if word and part else None
            position += len(part) + 1


@lru_cache(maxsize=256)
def _word_of(token: _TokenType) -> Word | None:
    parents = token.split()
    return next((word for parent, word in _WORDS if parent in parents), None)
