"""The exact size of the next prompt, counted by the worker while a person types.

At most one count is under way; what was typed meanwhile is counted after it, so a slow count never piles up.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Part
from glmdesk.core.context import meter_of
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.protocol import Cancelled, Count, Done, Event, Failed, Prompt, Prompted


class DraftCount(QObject):
    """Counts `prompt_of(parts)`; `counted` carries the `Meter`."""

    counted = Signal(object)

    def __init__(
        self, engine: Engine, prompt_of: Callable[[tuple[Part, ...]], Prompt], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._prompt_of = prompt_of
        self._parts: tuple[Part, ...] = ()
        self._stale = False
        self._request_id: int | None = None
        self._messages: tuple[PromptMessage, ...] = ()
        engine.event_received.connect(self._receive)

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Remember the draft; `recount` counts it."""
        self._parts = parts

    def recount(self) -> None:
        """Count again: the draft, the chat, the settings or the model has changed."""
        self._stale = True
        self._count()

    def _count(self) -> None:
        if self._request_id is not None or self._engine.state.phase is not EnginePhase.READY:
            return
        self._stale = False
        prompt = self._prompt_of(self._parts)
        self._messages = prompt.messages
        self._request_id = self._engine.request(lambda request_id: Count(request_id, prompt))

    def _receive(self, event: Event) -> None:
        if self._request_id is None or getattr(event, "id", None) != self._request_id:
            return
        if isinstance(event, Prompted) and not self._stale:
            self.counted.emit(meter_of(event.ledger, self._messages, event.context, draft=True))
        elif isinstance(event, (Done, Failed, Cancelled)):
            self._request_id = None
            if self._stale:
                self._count()
