"""Long work in parts: a generator that pauses, so that whoever drives it may do something else or stop.

No part takes longer than a moment, whatever is worked on.
"""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Parts = Generator[None, None, T]
"""Work that pauses after each part, and returns what it made."""


def whole(parts: Parts[T]) -> T:
    """What the work makes, all of it done at once."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            made: T = end.value
            return made
