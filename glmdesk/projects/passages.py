"""Lines of a project's files as they may be shown, each file read once for all that is wanted of it."""

from collections.abc import Sequence

from glmdesk.projects.decoding import lines_of
from glmdesk.projects.index import ProjectIndex


class Passages:
    """Reads for one answer; the next answer reads anew, for files change."""

    def __init__(self, index: ProjectIndex) -> None:
        self._index = index
        self._lines: dict[str, Sequence[str]] = {}

    def lines(self, path: str, start: int, end: int) -> Sequence[str]:
        """Lines `start` to `end` of a file (1-based, both included), fewer where it has no more."""
        if path not in self._lines:
            self._lines[path] = lines_of(self._index.read(path).text)
        return self._lines[path][start - 1 : end]
