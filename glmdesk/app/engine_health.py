"""How fast the engine really is against what was expected, and the likely reason when it is far below."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.fit_states import EngineReport
from glmdesk.app.planning import Planning
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Timing, Usage
from glmdesk.core.errors import GlmdeskError
from glmdesk.engine.protocol import Done, Event

LEAST_TOKENS = 24
"""Rates over fewer tokens say little."""


class EngineHealth(QObject):
    """`changed` carries an `EngineReport` of the last answer that was long enough to tell."""

    changed = Signal(object)

    def __init__(
        self, engine: Engine, planning: Planning, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._planning, self._tasks = engine, planning, tasks
        self._report = EngineReport()
        engine.event_received.connect(self._receive)
        engine.state_changed.connect(self._state_changed)

    @property
    def report(self) -> EngineReport:
        """What is known now."""
        return self._report

    def _state_changed(self, state: EngineState) -> None:
        """Another load has other rates."""
        if state.phase is EnginePhase.LOADING:
            self._show(EngineReport())

    def _receive(self, event: Event) -> None:
        if not isinstance(event, Done) or event.usage is None or event.timing is None:
            return
        usage, timing, state = event.usage, event.timing, self._engine.state
        if usage.thinking + usage.answer < LEAST_TOKENS or state.memory is None:
            return
        pid = self._engine.process_id
        self._tasks.run(lambda: self._judged(state, usage, timing, pid), self._show)

    def _judged(self, state: EngineState, usage: Usage, timing: Timing, pid: int) -> EngineReport:
        """On a thread: the rates beside the expected ones, with a reason where they are far apart."""
        from glmdesk.machine.slowness import FAR_BELOW

        depth = usage.prompt + (usage.thinking + usage.answer) // 2
        expected = self._expected(state, depth)
        fresh = usage.prompt - usage.cached
        reading, writing = expected or (None, None)
        report = EngineReport(
            prefill_tokens_per_s=timing.prefill_tps
            if fresh >= LEAST_TOKENS
            else self._report.prefill_tokens_per_s,
            decode_tokens_per_s=timing.decode_tps,
            expected_prefill=reading,
            expected_decode=writing,
            depth_tokens=depth,
        )
        if expected is None or timing.decode_tps >= FAR_BELOW * expected[1]:
            return report
        return replace(report, reason=self._planning.slowness(state, pid))

    def _expected(self, state: EngineState, depth: int) -> tuple[float, float] | None:
        """None for a file that is gone meanwhile."""
        try:
            return self._planning.expected(state, depth)
        except (OSError, GlmdeskError):
            return None

    def _show(self, report: EngineReport) -> None:
        if report != self._report:
            self._report = report
            self.changed.emit(report)
