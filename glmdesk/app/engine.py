"""The window's worker: one child process, the model in it, and its return after a loss.

The process is started once and again after each loss, with a growing pause, a bounded number of times in a
row; the model that was loaded comes back with it, by a smaller plan where memory ran out. Requests go out
through `request`, events come in through `event_received`; a lost worker answers every open request with
`Failed`, so nobody waits for ever.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from glmdesk.app.ladder import Ladder
from glmdesk.app.restarts import Restarts
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.worker_process import WorkerProcess
from glmdesk.core.errors import Explanation
from glmdesk.core.plan import Plan
from glmdesk.engine.client import Client
from glmdesk.engine.protocol import (
    Cancel,
    CloseThought,
    Ending,
    Event,
    Failed,
    FailureKind,
    Hello,
    Load,
    Loaded,
    Progress,
    Request,
)

CANCEL_PATIENCE_S = 3.0


class Engine(QObject):
    """Owns the worker process; the signals carry `EngineState`s, events, and `Notice`s of smaller plans."""

    state_changed = Signal(object)
    event_received = Signal(object)
    noticed = Signal(object)

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        *,
        restarts: Restarts | None = None,
        cancel_patience_s: float = CANCEL_PATIENCE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._process = WorkerProcess(command, environment, self)
        self._process.arrived.connect(self._read_events)
        self._process.ended.connect(self._finished)
        self._restarts = restarts or Restarts()
        self._cancel_patience_s = cancel_patience_s
        self._state = EngineState()
        self._client = Client()
        self._model_path = ""
        self._model_name = ""
        self._ladder = Ladder(None, self.noticed.emit)
        self._load_id: int | None = None
        self._stopping: set[int] = set()
        self._exchanged = False  # the worker that runs was told to end, for another
        self._restart_timer = self._single_shot(self._start)
        self._cancel_timer = self._single_shot(self._cancel_ignored)

    @property
    def state(self) -> EngineState:
        """What the engine is doing."""
        return self._state

    @property
    def process_id(self) -> int:
        """The worker's process id, 0 while there is none."""
        return self._process.id

    @property
    def log(self) -> Sequence[str]:
        """The lines that the worker wrote for diagnostics."""
        return self._process.log

    def start(self) -> None:
        """Have a worker, without a model at first; it tells what devices there are."""
        if not self._process.runs and not self._restart_timer.isActive():
            self._start()

    def use(self, path: str, name: str, plan: Plan) -> None:
        """Load another model (or the same by another plan); the worker is started when there is none."""
        self._model_path, self._model_name = path, name
        self._ladder = Ladder(plan, self.noticed.emit)
        for target in tuple(self._client.open_requests):
            self.cancel(target)
        self.restart()

    def restart(self) -> None:
        """Load the wanted model now; where it was given up, by the plan that was wanted at first."""
        if self._state.phase is EnginePhase.BROKEN:
            self._ladder = Ladder(self._ladder.wanted, self.noticed.emit)
        self._restarts.begin_again()
        self._restart_timer.stop()
        if not self._process.runs:
            self._start()
        elif self._model_path and self._state.phase is not EnginePhase.STARTING:
            self._load()

    def run_by(self, command: Sequence[str]) -> None:
        """Run the worker by another command from now on; one that runs ends, and comes back by it."""
        self._process.command = list(command)
        self._exchanged = self._process.runs
        self._process.hang_up()

    def request(self, make: Callable[[int], Request]) -> int:
        """Send the request that `make` builds from a new id; returns the id. Only while a model is ready."""
        request_id, line = self._client.request(make)
        self._process.write(line)
        return request_id

    def cancel(self, target: int) -> None:
        """End request `target`; a worker that ignores this is killed after `CANCEL_PATIENCE_S`."""
        if target not in self._client.open_requests:
            return
        self._stopping.add(target)
        self.request(lambda request_id: Cancel(request_id, target))
        self._cancel_timer.start(int(self._cancel_patience_s * 1000))

    def finish(self, target: int, limit_s: float) -> None:
        """Wait for the end of request `target`, for so long at most: for when nobody looks any more.

        Every other request ends.
        """
        end = time.monotonic() + limit_s
        for other in tuple(self._client.open_requests):
            if other != target:
                self.cancel(other)
        while target in self._client.open_requests and (left := end - time.monotonic()) > 0:
            if not self._process.wait(left):
                return

    def close_thought(self, target: int) -> None:
        """End the running thought of request `target`."""
        if target in self._client.open_requests:
            self.request(lambda request_id: CloseThought(request_id, target))

    def close(self) -> None:
        """End the worker, and start none any more."""
        self._restart_timer.stop()
        self._cancel_timer.stop()
        if self._process.runs:
            self._process.close()
            self._show(EngineState())

    # --- the process --------------------------------------------------------------------------------------

    def _start(self) -> None:
        self._client = Client()
        self._stopping.clear()
        self._show(self._described(EnginePhase.STARTING))
        self._process.start()

    def _read_events(self, data: bytes) -> None:
        for event in self._client.feed(data):
            self._receive(event)
        if self._client.broken:
            self._process.log.append(self._client.broken)
            self._process.kill()

    def _finished(self, status: int) -> None:
        self._cancel_timer.stop()
        failures = self._client.lost(status, "\n".join(self.log))
        if self._exchanged:
            self._exchanged = False
            self._start()
        else:
            self._after_loss(self._client.explanation, at_work=bool(failures))
        for failure in failures:
            if failure.id != self._load_id:
                self.event_received.emit(failure)
        self._load_id = None

    def _after_loss(self, explanation: Explanation, *, at_work: bool) -> None:
        loading = self._load_id is not None
        pause_s = self._restarts.pause_after_loss(loading=loading)
        if self._restarts.first_in_row:
            self._ladder.steadied()
        lost, devices = self._client.loss, self._state.devices
        if at_work and (told := self._ladder.after_loss(lost, devices, loading=loading)):
            pause_s, explanation = self._restarts.least_pause_s, told
        if pause_s is None or (lost is not None and lost.final):
            self._show(replace(self._described(EnginePhase.BROKEN), explanation=explanation))
            return
        self._show(replace(self._described(EnginePhase.RESTARTING), retry_s=pause_s, explanation=explanation))
        self._restart_timer.start(int(pause_s * 1000))

    def _cancel_ignored(self) -> None:
        if self._stopping and self._process.runs:
            self._client.give_up()
            self._process.kill()

    # --- events -------------------------------------------------------------------------------------------

    def _receive(self, event: Event) -> None:
        if isinstance(event, Hello):
            state = replace(self._described(EnginePhase.IDLE), engine=event.engine, devices=event.devices)
            self._show(replace(state, commit=event.commit))
            if self._model_path:
                self._load()
            return
        if isinstance(event, Ending):
            self._stopping.discard(event.id)
            if not self._stopping:
                self._cancel_timer.stop()
        if event.id == self._load_id:
            self._receive_of_load(event)
            return
        self.event_received.emit(event)
        if isinstance(event, Failed) and event.kind is FailureKind.OUT_OF_MEMORY:
            self._load_smaller(event)

    def _load(self) -> None:
        if self._load_id is not None:
            self.cancel(self._load_id)
        self._load_id = self.request(lambda id_: Load(id_, self._model_path, self._ladder.placement))
        self._show(self._described(EnginePhase.LOADING))

    def _receive_of_load(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._show(replace(self._state, progress=event.fraction))
        elif isinstance(event, Loaded):
            self._restarts.ready()
            self._ladder.loaded()
            ready = replace(self._described(EnginePhase.READY), model=event.model, progress=1.0)
            self._show(replace(ready, placement=event.placement, memory=event.memory))
        elif isinstance(event, Failed):
            self._load_id = None
            if not self._load_smaller(event) and event.kind is not FailureKind.LOST:
                explanation = Explanation(event.happened, "", event.action)
                self._show(replace(self._described(EnginePhase.BROKEN), explanation=explanation))
        elif isinstance(event, Ending):
            self._load_id = None
        else:
            self.event_received.emit(event)

    def _load_smaller(self, failed: Failed) -> bool:
        stepped = self._ladder.after_failure(failed, self._state.devices) is not None
        if stepped:
            self._load()
        return stepped

    def _described(self, phase: EnginePhase) -> EngineState:
        """A fresh state in `phase` that keeps what stays true."""
        return EngineState(
            phase,
            self._model_path,
            self._model_name,
            plan=self._ladder.plan,
            explanation=self._ladder.explanation if phase.coming else None,
            engine=self._state.engine,
            commit=self._state.commit,
            devices=self._state.devices,
        )

    def _show(self, state: EngineState) -> None:
        self._state = state
        self.state_changed.emit(state)

    def _single_shot(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer
