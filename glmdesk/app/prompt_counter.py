"""Counts single prompts by the worker: how many tokens each is, or None where it cannot be told."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from glmdesk.app.engine import Engine
from glmdesk.engine.protocol import Cancelled, Count, Done, Event, Failed, Prompt, Prompted

Told = Callable[[int | None], None]


class PromptCounter(QObject):
    """Each count is told once, in the order in which they were asked for."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._open: dict[int, Told] = {}
        self._counted: dict[int, int] = {}
        engine.event_received.connect(self._receive)

    def count(self, prompt: Prompt, told: Told) -> None:
        """Count `prompt` and tell."""
        self._open[self._engine.request(lambda request_id: Count(request_id, prompt))] = told

    def _receive(self, event: Event) -> None:
        request_id = getattr(event, "id", -1)
        if request_id not in self._open:
            return
        if isinstance(event, Prompted):
            self._counted[request_id] = event.tokens
        elif isinstance(event, Done | Failed | Cancelled):
            self._open.pop(request_id)(self._counted.pop(request_id, None))
