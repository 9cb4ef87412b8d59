"""Has the planner learn from each load: what it really took, and the smaller plan that worked at last."""

from PySide6.QtCore import QObject

from glmdesk.app.engine import Engine
from glmdesk.app.planning import Planning
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Plan


class LoadLessons(QObject):
    """Learns once from every load; what cannot be learned is no failure."""

    def __init__(
        self, engine: Engine, planning: Planning, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._planning, self._tasks = planning, tasks
        self._learned: Plan | None = None
        engine.state_changed.connect(self._look)

    def _look(self, state: EngineState) -> None:
        if state.phase is EnginePhase.LOADING:
            self._learned = None
        elif state.phase is EnginePhase.READY and state.plan is not self._learned:
            self._learned = state.plan
            self._tasks.run(lambda: self._planning.loaded(state), failed=_ignored, in_order=True)


def _ignored(error: Exception) -> None:
    """A cache that cannot be written, or a file that is gone meanwhile, teaches nothing."""
    if not isinstance(error, OSError | GlmdeskError):
        raise error
