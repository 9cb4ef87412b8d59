"""How the commands speak: results on standard output, everything else on standard error."""

import json
import os
import sys
from typing import Any, TextIO

from glmdesk.core.errors import Explanation

_DIM, _RED, _PLAIN = "\x1b[2m", "\x1b[31m", "\x1b[0m"


def use_utf8() -> None:
    """Write UTF-8 whatever the console's code page is; what cannot be shown is replaced."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def line(value: dict[str, Any]) -> None:
    """One JSON object on a line of its own, at once."""
    text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def text(words: str) -> None:
    """Part of the result, at once."""
    sys.stdout.write(words)
    sys.stdout.flush()


def aside(words: str) -> None:
    """A thought: on standard error, dim where that is a terminal."""
    _tell(words, _DIM)


def note(sentence: str) -> None:
    """Something a person should know, as a line on standard error."""
    _tell(sentence + "\n", _DIM)


def problem(explanation: Explanation) -> None:
    """What went wrong and what to do, as a line on standard error."""
    _tell(f"{explanation}\n", _RED)


def _tell(words: str, style: str) -> None:
    stream = sys.stderr
    coloured = _is_coloured(stream)
    stream.write(f"{style}{words}{_PLAIN}" if coloured else words)
    stream.flush()


def _is_coloured(stream: TextIO) -> bool:
    """A terminal, unless the person asked for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
