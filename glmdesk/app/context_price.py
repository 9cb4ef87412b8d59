"""What another size of the context takes: the model in use is planned again, on a thread."""

from collections.abc import Callable
from pathlib import Path

from glmdesk.app.engine import Engine
from glmdesk.app.planning import Planning
from glmdesk.app.tasks import Tasks
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Memory
from glmdesk.models.library import named


class ContextPrice:
    """A `room_maker.Price`: more bytes than was planned for the model, None where it would not fit."""

    def __init__(self, engine: Engine, tasks: Tasks, planning: Planning) -> None:
        self._engine, self._tasks, self._planning = engine, tasks, planning

    def __call__(self, context_tokens: int, then: Callable[[int | None], None]) -> None:
        state = self._engine.state
        now = (state.plan.memory if state.plan is not None else state.memory) or Memory()

        def more() -> int | None:
            planned = self._planning.plan(named(Path(state.model_path)), state, context_tokens)
            holds = planned.placement.context_tokens >= context_tokens and planned.verdict != "no"
            return max(0, _bytes(planned.memory) - _bytes(now)) if holds else None

        def failed(error: Exception) -> None:
            if not isinstance(error, GlmdeskError):
                raise error
            then(None)

        self._tasks.run(more, then, failed)


def _bytes(memory: Memory) -> int:
    devices = sum(each.weights_bytes + each.kv_bytes + each.compute_bytes for each in memory.devices)
    host = memory.host
    return devices + host.weights_bytes + host.kv_bytes + host.compute_bytes
