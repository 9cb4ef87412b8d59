"""The words that people wrote for people in a source file: comments and documentation strings."""

import re

_HASH = re.compile(r"\"\"\"(.*?)\"\"\"|'''(.*?)'''|#[ \t:!]*([^\n]*)", re.DOTALL)
_SLASH = re.compile(r"/\*+(.*?)\*/|//+!?([^\n]*)", re.DOTALL)
_HASHED = frozenset({"python", "ruby", "bash"})


def comments_in(language: str | None, text: str) -> str:
    """The comments of a source text, one after the other; all of a text that is in no language we read."""
    if language is None:
        return ""
    pattern = _HASH if language in _HASHED else _SLASH
    return "\n".join("".join(found) for found in pattern.findall(text))
