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
from glmdesk.core.errors import Explanation, GlmdeskError, IndexDamaged
from glmdesk.core.phrases import phrase

if TYPE_CHECKING:  # parsers and the index are loaded with the first folder, not with the window
    from glmdesk.app.project_folder import ProjectFolder

T = TypeVar("T")


class FolderReading(QObject):
    """`read` carries a `FolderRead` after each step, `failed` an `Explanation`, `unwatched` nothing.

    `renewed` carries an `Explanation` too: what was known of the folder was damaged, and it is read from the
    start. After `unwatched` changes are found by `refresh` alone. Nothing is told once the folder is left.
    """

    read = Signal(object)
    failed = Signal(object)
    renewed = Signal(object)
    unwatched = Signal()

    def __init__(self, folder: "ProjectFolder", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._tasks = folder, tasks
        self._stepping = self._watching = self._left = self._renewing = False

    def refresh(self, touched: tuple[str, ...] = ()) -> None:
        """Look for what has changed in the folder since, first at what is known to be `touched`."""
        self._tasks.run(partial(self._folder.refresh, touched), self._begin, self._fail)

    def run(
        self,
        work: "Callable[[ProjectFolder], T]",
        then: Callable[[T], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Do something with the folder on a thread and tell, or `otherwise` where that failed.

        Where what is known of the folder is damaged it is done by what is known when it is begun anew.
        """

        def failed(error: Exception) -> None:
            self._fail(error)
            if isinstance(error, IndexDamaged) and self._renewing:
                self._tasks.run(lambda: work(self._folder), then, failed)
            elif otherwise is not None:
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
        self._tasks.run(self._folder.step, self._stepped, self._step_failed)

    def _stepped(self, read: FolderRead) -> None:
        if self._left:
            return
        self.read.emit(read)
        if not read.complete:
            self._step()
            return
        self._stepping = self._renewing = False
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

    def _step_failed(self, error: Exception) -> None:
        self._stepping = False
        self._fail(error)

    def _unfollowed(self, error: Exception) -> None:
        self._watching = False
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, GlmdeskError | OSError):
            raise error
        if self._left:
            return
        if isinstance(error, IndexDamaged) and not self._renewing:  # twice in a row it is of no use
            self._renewing = True
            self.renewed.emit(error.explanation)
            self.refresh()
        else:
            self.failed.emit(error.explanation if isinstance(error, GlmdeskError) else _unreadable(error))


def _unreadable(error: OSError) -> Explanation:
    return Explanation(
        phrase("The folder could not be read any more: {why}.", why=error.strerror),
        phrase("The chat and what was found before are kept."),
        phrase("Check that the folder is still there, then refresh it."),
    )
