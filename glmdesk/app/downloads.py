"""The download of a model: begun, paused, gone on with, given up; it outlives the program.

What was asked for is kept in a small file until the model is here, so that a program that starts again goes
on by itself, unless the person had paused it. One model is brought at a time.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from glmdesk.app.delivering import Delivering, Make
from glmdesk.app.download_states import DownloadPhase, DownloadState
from glmdesk.app.states import Notice
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import (
    DiskFull,
    DownloadDamaged,
    Explanation,
    GlmdeskError,
)
from glmdesk.models.download_file import DownloadFile, Kept

if TYPE_CHECKING:
    from glmdesk.models.transfer import Delivery, Progress

_LOOK_FOR_ROOM_MS = 30_000


class Downloads(QObject):
    """`changed` carries a `DownloadState`, `noticed` a `Notice`, `finished` the path of what has arrived."""

    changed = Signal(object)
    finished = Signal(str)
    noticed = Signal(object)
    _reported = Signal(object, object)

    def __init__(
        self,
        kept: Path,
        tasks: Tasks,
        make: Make,
        locked: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        """While it is `locked`, no connection may be opened."""
        super().__init__(parent)
        self._kept, self._tasks, self._make = DownloadFile(kept), tasks, make
        self._locked = locked
        self._state = DownloadState()
        self._delivery: Delivering | None = None
        self._files: tuple[str, ...] = ()  # of the model, once they are known
        self._bytes_per_s = 0
        self._again = False  # to be gone on with as soon as the present try has ended
        self._given_up: tuple[str, ...] | None = None  # the files of one that is to be removed then
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.timeout.connect(self.resume)
        self._reported.connect(self._progressed)

    @property
    def state(self) -> DownloadState:
        """How far it is."""
        return self._state

    def restore(self) -> None:
        """Go on with what was not finished when the program last ended."""
        self._tasks.run(self._kept.read, self._restored, in_order=True)

    def start(self, model: str, name: str = "", size_bytes: int = 0) -> None:
        """Bring `model`, called `name` for people; another download must be ended before."""
        if self._state.phase is DownloadPhase.NONE:
            self._show(DownloadState(DownloadPhase.PAUSED, model, name or model, 0, size_bytes))
            self.resume()

    def pause(self) -> None:
        """Stop for now; it does not go on by itself at the next start either."""
        self._room.stop()
        if self._state.phase.runs:
            self._show(replace(self._state, phase=DownloadPhase.PAUSED, bytes_per_s=0.0, left_s=None))
            self._end()
            self._keep()

    def resume(self) -> None:
        """Go on where it was; a damaged file is repaired."""
        self._room.stop()
        if self._state.phase is DownloadPhase.NONE or self._state.phase.runs:
            return
        if self._locked():
            why = Explanation(
                self.tr("Local only is on, so nothing is downloaded."),
                action=self.tr("Turn it off in the settings to go on."),
            )
            self._show(replace(self._state, phase=DownloadPhase.HALTED, explanation=why))
            return
        self._show(replace(self._state, phase=DownloadPhase.STARTING, explanation=None))
        self._keep()
        if self._delivery is None:
            self._begin()
        else:
            self._again = True

    def cancel(self) -> None:
        """Give it up, and remove what came of it."""
        self._room.stop()
        if self._state.phase is DownloadPhase.NONE:
            return
        model, files = self._state.model, self._files
        self._files = ()
        self._show(DownloadState())
        self._keep()
        if self._delivery is None:
            self._discard(self._made(model), files)
        else:
            self._given_up = files
            self._end()

    def limit(self, bytes_per_s: int) -> None:
        """Take no more than that many bytes a second from now on; 0 is no limit."""
        self._bytes_per_s = bytes_per_s
        if self._delivery is not None:
            self._delivery.limit(bytes_per_s)

    def lock(self) -> None:
        """Stop where no connection may be opened any more."""
        if self._locked():
            self.pause()

    def close(self) -> None:
        """End the work; the next start goes on with it."""
        self._room.stop()
        self._end()

    # --- one try ------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        delivery = self._delivery = self._made(self._state.model)
        delivery.limit(self._bytes_per_s)
        self._tasks.run(delivery.run, self._arrived, self._failed, network=True)

    def _made(self, model: str) -> Delivering:
        def report(progress: "Progress") -> None:
            self._reported.emit(delivery, progress)

        return (delivery := self._make(model, self._tasks.network, report))

    def _end(self) -> None:
        """Let the present try end."""
        self._again = False
        if self._delivery is not None:
            self._delivery.stop()

    @Slot(object, object)
    def _progressed(self, delivery: Delivering, progress: "Progress") -> None:
        if delivery is not self._delivery or self._again or not self._state.phase.runs:
            return
        if progress.notice is not None:
            self.noticed.emit(Notice(progress.notice))
        if delivery.files != self._files:
            self._files = delivery.files
            self._keep()
        phases = {
            "locating": DownloadPhase.STARTING,
            "fetching": DownloadPhase.FETCHING,
            "waiting": DownloadPhase.WAITING,
            "verifying": DownloadPhase.VERIFYING,
        }
        phase = phases[progress.phase.value]
        told = replace(self._state, phase=phase, retry_s=progress.retry_s, explanation=progress.reason)
        if phase is DownloadPhase.STARTING or not progress.size_bytes:
            self._show(told)
            return
        self._show(
            replace(
                told,
                received_bytes=progress.received_bytes,
                size_bytes=progress.size_bytes,
                verified_bytes=progress.verified_bytes,
                bytes_per_s=progress.bytes_per_s,
                left_s=progress.left_s,
            )
        )

    def _arrived(self, delivery: "Delivery") -> None:
        """All of it is here, perhaps just before it was paused or given up."""
        self._delivery, self._again, self._given_up = None, False, None
        self._files = ()
        name = self._state.name or delivery.path.stem
        self._show(DownloadState())
        self._keep()
        happened = self.tr("{name} is here.").format(name=name)
        verified = self.tr("Every byte was verified.")
        kept = verified if delivery.verified else self.tr("Nobody published a hash to verify it with.")
        self.noticed.emit(Notice(Explanation(happened, kept)))
        self.finished.emit(str(delivery.path))

    def _failed(self, error: Exception) -> None:
        ended, self._delivery = self._delivery, None
        given_up, self._given_up = self._given_up, None
        again, self._again = self._again, False
        if given_up is not None and ended is not None:
            self._discard(ended, ended.files or given_up)
        if again:
            self._begin()
        elif self._state.phase.runs:
            self._halted(error)

    def _halted(self, error: Exception) -> None:
        if isinstance(error, GlmdeskError):
            told = error.explanation
        elif isinstance(error, OSError):
            happened = self.tr("The disk refused the download: {reason}.")
            told = Explanation(happened.format(reason=error.strerror or str(error)))
        else:
            raise error
        phase = DownloadPhase.DAMAGED if isinstance(error, DownloadDamaged) else DownloadPhase.HALTED
        self._show(replace(self._state, phase=phase, bytes_per_s=0.0, left_s=None, explanation=told))
        if isinstance(error, DiskFull):
            self._room.start(_LOOK_FOR_ROOM_MS)

    def _discard(self, delivery: Delivering, files: Sequence[str]) -> None:
        def work() -> None:
            with suppress(OSError):
                delivery.discard(files)

        self._tasks.run(work, in_order=True)

    # --- what is kept -------------------------------------------------------------------------------------

    def _restored(self, kept: Kept | None) -> None:
        if kept is None or self._state.phase is not DownloadPhase.NONE:
            return
        self._files = kept.files
        received, size = kept.received_bytes, kept.size_bytes
        self._show(DownloadState(DownloadPhase.PAUSED, kept.model, kept.name, received, size))
        if not kept.paused:
            self.resume()

    def _keep(self) -> None:
        state, kept = self._state, None
        if state.phase is not DownloadPhase.NONE:
            paused = state.phase is DownloadPhase.PAUSED
            size, received = state.size_bytes, state.received_bytes
            kept = Kept(state.model, state.name, size, received, paused, self._files)
        self._tasks.run(lambda: self._kept.keep(kept), failed=lambda _: None, in_order=True)

    def _show(self, state: DownloadState) -> None:
        if state != self._state:
            self._state = state
            self.changed.emit(state)
