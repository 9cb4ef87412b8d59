"""The words that people wrote for people in a source file: comments and documentation strings."""

import re
from collections.abc import Iterator, Mapping

_HASH = re.compile(r"\"{3}|'{3}|#[ \t:!]*(?P<line>[^\n]*)")
_SLASH = re.compile(r"/\*|//+!?(?P<line>[^\n]*)")
_HASHED = frozenset({"python", "ruby", "bash"})
_CLOSINGS = {'"""': '"""', "'''": "'''", "/*": "*/"}


def comments_in(language: str | None, text: str) -> Iterator[str]:
    """The comments of a source text, one after the other; none of a text that is in no language we read."""
    if language is not None:
        yield from _found(_HASH if language in _HASHED else _SLASH, _CLOSINGS, text)


def _found(opening: re.Pattern[str], closings: Mapping[str, str], text: str) -> Iterator[str]:
    """What follows each opening up to its closing, or to the end of its line."""
    reached = 0
    unclosed: set[str] = set()  # what is not closed once is not closed later either, and not looked for again
    while (match := opening.search(text, reached)) is not None:
        reached = match.end()
        if match["line"] is not None:
            yield match["line"]
        elif match[0] not in unclosed:
            closing = closings[match[0]]
            end = text.find(closing, reached)
            if end < 0:
                unclosed.add(match[0])
            else:
                yield text[reached:end].lstrip("*")
                reached = end + len(closing)
