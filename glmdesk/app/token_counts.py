"""The tokens of single texts, by the loaded model's own tokenizer, for work that runs on a thread.

The count is made by the worker, which the GUI thread talks to; the thread that asked waits for it. Where no
model is loaded, or none answers in time, the count is the estimate.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import TimeoutError as Late
from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from glmdesk.app.engine import Engine
from glmdesk.app.states import EnginePhase
from glmdesk.core.chat import Role
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.protocol import Cancelled, Count, Done, Event, Failed, Prompt, Prompted

PATIENCE_S = 5.0

Estimate = Callable[[Sequence[str]], list[int]]
_Wanted = tuple[tuple[str, ...], "Future[list[int] | None]"]


class TokenCounts(QObject):
    """Called from any thread but its own; each text is counted as a message of its own."""

    _wanted = Signal(object)

    def __init__(
        self,
        engine: Engine,
        estimate: Estimate,
        patience_s: float = PATIENCE_S,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._estimate, self._patience_s = engine, estimate, patience_s
        self._open: dict[int, Future[list[int] | None]] = {}
        self._counted: dict[int, list[int]] = {}
        self._sizes: dict[int, int] = {}
        self._waiting: set[Future[list[int] | None]] = set()
        self._closed = False
        self._wanted.connect(self._ask)
        engine.event_received.connect(self._receive)

    def __call__(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each of `texts`."""
        future: Future[list[int] | None] = Future()
        self._waiting.add(future)
        self._wanted.emit((tuple(texts), future))
        try:
            counted = None if self._closed else future.result(timeout=self._patience_s)
        except Late:
            counted = None
        self._waiting.discard(future)
        return self._estimate(texts) if counted is None else counted

    def close(self) -> None:
        """Let nobody wait any more."""
        self._closed = True
        for future in tuple(self._waiting):
            _settle(future, None)

    @Slot(object)
    def _ask(self, wanted: _Wanted) -> None:
        texts, future = wanted
        if self._engine.state.phase is not EnginePhase.READY:
            _settle(future, None)
            return
        prompt = Prompt(tuple(PromptMessage(Role.USER, text) for text in texts), thinking=False)
        request_id = self._engine.request(lambda request_id: Count(request_id, prompt))
        self._open[request_id], self._sizes[request_id] = future, len(texts)

    def _receive(self, event: Event) -> None:
        request_id = getattr(event, "id", -1)
        if request_id not in self._open:
            return
        if isinstance(event, Prompted):
            tokens = [0] * self._sizes[request_id]
            for entry in event.ledger:
                if entry.message >= 0:
                    tokens[entry.message] += entry.tokens
            self._counted[request_id] = tokens
        elif isinstance(event, Done | Failed | Cancelled):
            self._sizes.pop(request_id)
            _settle(self._open.pop(request_id), self._counted.pop(request_id, None))


def _settle(future: "Future[list[int] | None]", counted: list[int] | None) -> None:
    """Give the result, unless whoever closed was faster."""
    with suppress(InvalidStateError):
        future.set_result(counted)
