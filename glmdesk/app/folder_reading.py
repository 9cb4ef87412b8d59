"""One attached folder, read in the background and read again as it changes.

Its index is brought up to date in short steps, between which questions are answered from what is there;
nothing of this happens on the GUI thread, and a folder that is left is left within one step.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from glmdesk.app.project_states import FolderRead, FolderTouched
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import Explanation, GlmdeskError
from glmdesk.core.phrases import phrase

if TYPE_CHECKING:  # parsers and the index are loaded with the first folder, not with the window
    from glmdesk.app.project_folder import ProjectFolder

T = TypeVar("T")


class FolderReading(QObject):
    """`read` carries a `FolderRead` after each step, `failed` an `Explanation`, `unwatched` nothing.

    After `unwatched` changes are found by `refresh` alone. Nothing is told once the folder is left.
    """

    read = Signal(object)
    failed = Signal(object)
    unwatched = Signal()

    def __init__(self, folder: "ProjectFolder", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._tasks = folder, tasks
        self._stepping = self._watching = self._left = False

    def refresh(self, touched: tuple[str, ...] = ()) -> None:
        """Look for what has changed in the folder since, first at what is known to be `touched`."""
        self._tasks.run(partial(self._folder.refresh, touched), self._begin, self._fail)

    def run(
        self,
        work: "Callable[[ProjectFolder], T]",
        then: Callable[[T], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Do something with the folder on a thread and tell, or `otherwise` where that failed."""

        def failed(error: Exception) -> None:
            self._fail(error)
            if otherwise is not None:
                otherwise()

        self._tasks.run(lambda: work(self._folder), then, failed)

    def leave(self) -> None:
        """Give the folder back, once what is under way has ended, without waiting for it."""
        self._left = True
        self._folder.stop()
        self._tasks.run(self._folder.close)

    def close(self) -> None:
        """Give the folder back now."""
        self._left = True
        self._folder.stop()
        self._folder.close()

    def _begin(self, _nothing: None) -> None:
        if not self._stepping and not self._left:
            self._stepping = True
            self._step()

    def _step(self) -> None:
        self._tasks.run(self._folder.step, self._stepped, self._fail)

    def _stepped(self, read: FolderRead) -> None:
        if self._left:
            return
        self.read.emit(read)
        if not read.complete:
            self._step()
            return
        self._stepping = False
        if not self._watching:
            self._watching = True
            self._tasks.run(self._folder.follow, self._touched, self._unfollowed, long=True)

    def _touched(self, touched: FolderTouched) -> None:
        if self._left:
            return
        if touched.watched:
            self._watching = False
            self.refresh(touched.paths)
        else:
            self.unwatched.emit()

    def _unfollowed(self, error: Exception) -> None:
        self._watching = False
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, GlmdeskError | OSError):
            raise error
        self._stepping = False
        if not self._left:
            self.failed.emit(error.explanation if isinstance(error, GlmdeskError) else _unreadable(error))


def _unreadable(error: OSError) -> Explanation:
    return Explanation(
        phrase("The folder could not be read any more: {why}.", why=error.strerror),
        phrase("The chat and what was found before are kept."),
        phrase("Check that the folder is still there, then refresh it."),
    )
