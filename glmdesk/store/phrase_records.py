"""A phrase as JSON: its pattern and values, so that what was kept is told in the language of another day.

Invariant: what a record makes is the very text that was kept beside it, or it makes nothing, so that a file
from elsewhere can say no more with it than it says without.
"""

import string
from typing import Any

from glmdesk.core.phrases import Phrase

_LONGEST = 2000  # characters of a pattern or a value
_DEEPEST = 4  # phrases in phrases


def phrase_record(text: str) -> Any:
    """What `text` is made of where it is a `Phrase`, else the text."""
    if not isinstance(text, Phrase):
        return str(text)
    values = {
        name: each if isinstance(each, int) else phrase_record(each if isinstance(each, str) else str(each))
        for name, each in text.values.items()
    }
    return {"pattern": text.pattern, "values": values}


def phrase_of(record: Any, text: str) -> str:
    """The `Phrase` of a record where it reads as `text`, else the text."""
    try:
        made = _made(record, _DEEPEST)
    except (ValueError, KeyError, IndexError):
        return text
    return made if made == text else text


def _made(record: Any, depth: int) -> str:
    if isinstance(record, str) and len(record) <= _LONGEST:
        return record
    if not isinstance(record, dict) or not depth:
        raise ValueError("no phrase")
    pattern, values = record.get("pattern"), record.get("values")
    if not isinstance(pattern, str) or len(pattern) > _LONGEST or not isinstance(values, dict):
        raise ValueError("no phrase")
    for _, name, form, conversion in string.Formatter().parse(pattern):
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError("a pattern that does more than to take values in")
    made: dict[str, object] = {
        name: each if isinstance(each, int) and abs(each) < 1 << 63 else _made(each, depth - 1)
        for name, each in values.items()
    }
    told = Phrase(pattern, made)
    if len(told) > _LONGEST:
        raise ValueError("longer than anything that is said")
    return told
