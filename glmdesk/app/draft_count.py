"""The size of the next prompt, counted by the worker while a person types.

Where a service answers and no model is loaded here, it is estimated. At most one count is under way; what was
typed meanwhile is counted after it, so a slow count never piles up.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Part
from glmdesk.core.context import Meter, estimated_meter, meter_of
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.protocol import Cancelled, Count, Done, Event, Failed, Prompt, Prompted


class DraftCount(QObject):
    """Counts `prompt_of(parts)`; `counted` carries the `Meter`.

    `context_of` gives the context of the service that answers, None where the local model does.
    """

    counted = Signal(object)

    def __init__(
        self,
        engine: Engine,
        prompt_of: Callable[[tuple[Part, ...]], Prompt],
        context_of: Callable[[], int | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._prompt_of, self._context_of = prompt_of, context_of
        self._parts: tuple[Part, ...] = ()
        self._stale = self._estimated = False
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
        if self._request_id is not None:
            return
        if self._engine.state.phase is not EnginePhase.READY:
            self._estimate()
            return
        self._stale = False
        prompt = self._prompt_of(self._parts)
        self._messages = prompt.messages
        self._request_id = self._engine.request(lambda request_id: Count(request_id, prompt))

    def _estimate(self) -> None:
        context = self._context_of()
        if context is not None:
            prompt = self._prompt_of(self._parts)
            keep = prompt.keep_thinking
            self.counted.emit(estimated_meter(prompt.messages, context, keep_thinking=keep, draft=True))
        elif self._estimated:
            self.counted.emit(Meter())  # nothing is known of the context here
        self._estimated = context is not None

    def _receive(self, event: Event) -> None:
        if self._request_id is None or getattr(event, "id", None) != self._request_id:
            return
        if isinstance(event, Prompted) and not self._stale:
            meter = meter_of(event.ledger, self._messages, event.context, draft=True)
            context = self._context_of()
            self.counted.emit(meter if context is None else replace(meter, limit=context))
        elif isinstance(event, (Done, Failed, Cancelled)):
            self._request_id = None
            if self._stale:
                self._count()
