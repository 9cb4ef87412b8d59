"""Places in files that an answer cites."""

from dataclasses import dataclass

SOURCE_SCHEME = "source:"
"""Of links inside the program; `core.links` allows no such address in a text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer cites, from `start` to `end` of its text; `why` is empty where it holds.

    `path` is the file that is meant, in full where the answer shortened it; lines are 1-based, both included.
    """

    start: int
    end: int
    path: str
    first: int
    last: int
    why: str = ""

    @property
    def holds(self) -> bool:
        """Whether file, lines and names are there."""
        return not self.why

    @property
    def place(self) -> str:
        """The place as it is written: reader.py:41-58."""
        return f"{self.path}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")

    @property
    def link(self) -> str:
        """The address of the place inside the program."""
        return f"{SOURCE_SCHEME}{self.first}-{self.last}:{self.path}"


def place_in(link: str) -> tuple[str, int, int] | None:
    """Path, first and last line of a `Citation.link`; None for any other address."""
    lines, colon, path = link.removeprefix(SOURCE_SCHEME).partition(":")
    first, dash, last = lines.partition("-")
    if not (link.startswith(SOURCE_SCHEME) and colon and dash and first.isdigit() and last.isdigit()):
        return None
    return path, int(first), int(last)
