"""The words of a text as search counts them: identifiers whole and in their parts, cut to their stems.

`send_from_directory`, `SendFromDirectory` and "send from directory" meet in the same words. Questions and
files must go through here alike, so a change of it needs a new index.
"""

import re
from functools import cache

import Stemmer

VERSION = 1
"""Changes whenever the same text gives other words."""

_WORD = re.compile(r"[^\W_](?:\w*[^\W_])?")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+|\d+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
_COMPOUND = re.compile(r"[_.]|[a-z][A-Z]|[A-Z]{2}[a-z]")
_MOST_LETTERS = 40  # a longer word is data
_MOST_KNOWN = 200_000
_known: dict[str, str] = {}
"""What words became. No `lru_cache`: Python's collector looks through all of one, and stops everything for
0.1 s; a dictionary of texts alone it passes by."""
_STOP_WORDS = """
    a an and are as at be been but by can could did do does for from had has have how i if in into is it its
    itself just like may might me my no not of on or our should so some such than that the their them then
    there these they this those to too up us use used uses using was we were what when where which while who
    why will with would you your
"""
_STOP = frozenset(_STOP_WORDS.split())


def words_of(text: str) -> str:
    """The words of a text, separated by spaces."""
    return " ".join([_known.get(found) or _words_of_one(found) for found in _WORD.findall(text)])


def question_words(text: str) -> list[str]:
    """The words of a question in order, without those that every question has."""
    return [
        word
        for found in _WORD.findall(text)
        if found.lower() not in _STOP
        for word in (_known.get(found) or _words_of_one(found)).split()
        if len(word) > 1 or not word.isascii()
    ]


def is_identifier(text: str) -> bool:
    """Whether a word is written as names in programs are: with an underscore, a dot, or capitals inside."""
    return bool(_COMPOUND.search(text.strip("_.")))


def _words_of_one(found: str) -> str:
    if len(found) > _MOST_LETTERS:
        return ""
    if len(_known) >= _MOST_KNOWN:
        _known.clear()
    _known[found] = made = _made_of(found)
    return made


def _made_of(found: str) -> str:
    if not found.isascii() and _UNSPACED.search(found):
        return " ".join(found.lower())
    parts = [part.lower() for part in _PART.findall(found)]
    words = [_stem(part) for part in parts]
    if len(words) > 1:
        words.append("".join(parts))
    return " ".join(words)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def _stem(part: str) -> str:
    stemmed: str = _stemmer().stemWord(part)
    return stemmed
