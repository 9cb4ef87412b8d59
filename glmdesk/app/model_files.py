"""What a person does to a model's file on this disk: verify it again, or remove it."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import DownloadDamaged, Explanation, GlmdeskError

if TYPE_CHECKING:
    from glmdesk.models.catalog import Catalog


@dataclass(frozen=True, slots=True)
class FilesState:
    """The file that is `verified` now, by its path, and how far that is; which ones were found `damaged`."""

    verified: str = ""
    fraction: float = 0.0
    damaged: tuple[str, ...] = ()


class ModelFiles(QObject):
    """`changed` carries a `FilesState`, `noticed` a `Notice`; `touched` tells that a file is another now."""

    changed = Signal(object)
    noticed = Signal(object)
    touched = Signal()
    _reported = Signal(str, float)

    def __init__(
        self,
        folder: Path,
        cache: Path,
        tasks: Tasks,
        offers: Callable[[], "Catalog"],
        parent: QObject | None = None,
    ) -> None:
        """Only what is in `folder` is ever removed."""
        super().__init__(parent)
        self._folder, self._cache, self._tasks, self._offers = folder, cache, tasks, offers
        self._state = FilesState()
        self._ended = threading.Event()
        self._reported.connect(self._progressed)

    @property
    def state(self) -> FilesState:
        """What is done now."""
        return self._state

    def may_remove(self, path: str) -> bool:
        """Whether the file is this program's own: what others brought here is theirs."""
        return bool(path) and Path(os.path.normpath(path)).is_relative_to(self._folder)

    def verify(self, path: str) -> None:
        """Read the file whole and compare it with what was published; one at a time."""
        if self._state.verified:
            return
        self._ended = ended = threading.Event()
        self._show(replace(self._state, verified=path, fraction=0.0))

        def work() -> bool:
            from glmdesk.models.transfer.faults import Ended
            from glmdesk.models.verification import Verifications

            told = -1

            def report(fraction: float) -> None:
                nonlocal told
                if int(fraction * 100) != told:
                    told = int(fraction * 100)
                    self._reported.emit(path, fraction)

            try:
                return Verifications(self._cache).verify(Path(path), self._offers(), report, ended)
            except Ended:
                raise _Stopped from None

        self._tasks.run(
            work, lambda known: self._right(path, known), lambda e: self._wrong(path, e), long=True
        )

    def stop(self) -> None:
        """Verify no further."""
        self._ended.set()

    def remove(self, path: str) -> None:
        """Remove the file, with its shards and its record, for good."""
        if not self.may_remove(path):
            return

        def work() -> None:
            from glmdesk.models import shards
            from glmdesk.models.transfer.part_file import record_path

            for file in shards.all_of(Path(path)):
                file.unlink(missing_ok=True)
                record_path(file).unlink(missing_ok=True)

        self._tasks.run(work, lambda _: self.touched.emit(), lambda error: self._not_removed(path, error))

    @Slot(str, float)
    def _progressed(self, path: str, fraction: float) -> None:
        if path == self._state.verified:
            self._show(replace(self._state, fraction=fraction))

    def _right(self, path: str, known: bool) -> None:
        damaged = tuple(other for other in self._state.damaged if other != path)
        self._show(FilesState(damaged=damaged))
        name = Path(path).name
        if known:
            happened = self.tr("{name} is right: every byte is as it was published.").format(name=name)
            self.noticed.emit(Notice(Explanation(happened)))
        else:
            happened = self.tr("Nobody published a hash to verify {name} with.").format(name=name)
            self.noticed.emit(Notice(Explanation(happened, self.tr("Its header is sound."))))
        self.touched.emit()

    def _wrong(self, path: str, error: Exception) -> None:
        damaged = self._state.damaged
        if isinstance(error, DownloadDamaged):
            damaged = (*(other for other in damaged if other != path), path)
        self._show(FilesState(damaged=damaged))
        if not isinstance(error, _Stopped):
            self._tell(error, self.tr("{name} cannot be read: {reason}."), path)
            self.touched.emit()

    def _not_removed(self, path: str, error: Exception) -> None:
        self._tell(error, self.tr("{name} could not be removed: {reason}."), path)
        self.touched.emit()

    def _tell(self, error: Exception, words: str, path: str) -> None:
        if isinstance(error, GlmdeskError):
            told = error.explanation
        elif isinstance(error, OSError):
            told = Explanation(words.format(name=Path(path).name, reason=error.strerror or str(error)))
        else:
            raise error
        self.noticed.emit(Notice(told, "warning"))

    def _show(self, state: FilesState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)


class _Stopped(Exception):
    """A person wanted it to end."""
