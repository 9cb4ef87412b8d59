"""Changes in a folder as the system tells them, without looking.

Where one watch sees a whole tree and follows no link, there is one. Elsewhere (Linux) each folder has its
own, for watchfiles would follow links out of the tree, and watch what nobody reads; there the number of
watches has a limit, and so there may be none.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Event

# The loop around it, `watchfiles.watch`, says neither that it began nor which folders it was refused.
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

_SEES_TREES = sys.platform in ("win32", "darwin")
_LATENCY_MS = 250  # between two looks at whether to stop, and until what changed is told
_MOST_GATHERED_MS = 1_000
_PATIENCE_MS = 5_000
_POLL_MS = 3_000  # where the system tells nothing at all


class Watch:
    """Watches `folders` of a root (relative paths, "" the root itself); used from one thread."""

    def __init__(self, root: Path, folders: Iterable[str]) -> None:
        """Begin to watch; raises `OSError` where the system has no more watches to give."""
        self.folders = frozenset(folders)
        self._root = root
        below = () if _SEES_TREES else (root / folder for folder in self.folders - {""})
        places = [root, *(place for place in below if place.is_dir())]  # what is gone meanwhile is no error
        try:
            self._notify = RustNotify(
                [str(place) for place in places], False, False, _POLL_MS, _SEES_TREES, False
            )
        except WatchfilesRustInternalError as error:
            raise OSError(str(error)) from error

    def changes(self, stop: Event) -> set[str]:
        """The paths that changed; waits for them for some seconds or until `stop`, then there are none."""
        told = self._notify.watch(_MOST_GATHERED_MS, _LATENCY_MS, _PATIENCE_MS, stop)
        if isinstance(told, str):
            return set()
        changed = {Path(path) for _, path in told}
        return {
            path.relative_to(self._root).as_posix() for path in changed if path.is_relative_to(self._root)
        }
