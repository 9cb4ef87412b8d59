"""Where in a chat something is said: counted in what was written, without building the page.

What only sets text in bold or as code does not count as text, so that a phrase is found across it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glmdesk.core.chat import Message, Part, Reasoning, Source, Text, ToolResult

_MARKUP = re.compile(r"\*\*|~~|`+")


@dataclass(frozen=True, slots=True)
class Place:
    """The match number `number` (from 0) in part `part` of message `message`."""

    message: int
    part: int
    number: int


def places(messages: Sequence[Message], wanted: str) -> tuple[Place, ...]:
    """Where `wanted` stands, first to last, upper and lower case alike; nowhere when it is empty."""
    wanted = _plain(wanted)
    if not wanted.strip():
        return ()
    return tuple(
        Place(index, number, match)
        for index, message in enumerate(messages)
        for number, text in _texts(message.parts)
        for match in range(_plain(text).count(wanted))
    )


def _texts(parts: Iterable[Part]) -> Iterable[tuple[int, str]]:
    for number, part in enumerate(parts):
        if isinstance(part, Text | Reasoning | ToolResult):
            yield number, part.text
        elif isinstance(part, Source):
            yield number, part.path


def _plain(text: str) -> str:
    return _MARKUP.sub("", text).lower()
