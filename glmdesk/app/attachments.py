"""Files on their way into a question: read on a thread, and counted by the model's own tokenizer."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from glmdesk.app.engine import Engine
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Role, Source
from glmdesk.core.errors import AttachmentRefused, Explanation
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.quoting import quoted
from glmdesk.engine.protocol import Cancelled, Count, Done, Event, Failed, Prompt, Prompted

LONGEST_COUNTED = 2_000_000
"""Characters of a text that is counted by itself; the draft it is part of is always counted."""


@dataclass(frozen=True, slots=True)
class Attached:
    """File number `id` was read."""

    id: int
    source: Source


@dataclass(frozen=True, slots=True)
class Refused:
    """File number `id` is not for a model to read."""

    id: int
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class SourceCounted:
    """The tokens that `source` takes in a prompt, with what quotes it."""

    source: Source
    tokens: int


class Attachments(QObject):
    """`attached` and `refused` follow `read`, `counted` follows `count` once a model is ready."""

    attached = Signal(object)
    refused = Signal(object)
    counted = Signal(object)

    def __init__(self, engine: Engine, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._tasks = engine, tasks
        self._numbers = count(1)
        self._uncounted: list[Source] = []
        self._request_id: int | None = None
        engine.event_received.connect(self._receive)
        engine.state_changed.connect(self._engine_changed)

    def read(self, path: str) -> int:
        """Begin to read a file; the number by which it is told of."""
        number = next(self._numbers)

        def failed(error: Exception) -> None:
            if not isinstance(error, AttachmentRefused):
                raise error
            self.refused.emit(Refused(number, error.explanation))

        self._tasks.run(
            lambda: _read(Path(path)),
            lambda source: self.attached.emit(Attached(number, source)),
            failed,
        )
        return number

    def count(self, source: Source) -> None:
        """Count `source` when there is time."""
        if len(source.text) <= LONGEST_COUNTED and source not in self._uncounted:
            self._uncounted.append(source)
            self._count_next()

    def _count_next(self) -> None:
        ready = self._engine.state.phase is EnginePhase.READY
        if self._uncounted and self._request_id is None and ready:
            prompt = Prompt((PromptMessage(Role.USER, quoted(self._uncounted[:1])),), thinking=False)
            self._request_id = self._engine.request(lambda request_id: Count(request_id, prompt))

    def _receive(self, event: Event) -> None:
        if self._request_id is None or getattr(event, "id", None) != self._request_id:
            return
        if isinstance(event, Prompted):
            tokens = sum(entry.tokens for entry in event.ledger if entry.message == 0)
            self.counted.emit(SourceCounted(self._uncounted[0], tokens))
        elif isinstance(event, Done | Failed | Cancelled):
            self._request_id = None
            del self._uncounted[:1]
            self._count_next()

    def _engine_changed(self, state: EngineState) -> None:
        if state.phase is not EnginePhase.READY:
            self._request_id = None
        self._count_next()


def _read(path: Path) -> Source:
    from glmdesk.conversion import attachment  # for the first file

    return attachment.read(path)
