"""Has the model write summaries of what a chat will forget, one request to the worker each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from glmdesk.app.engine import Engine
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import Answer, Cancelled, Done, Event, Failed, Finish, Generate, Prompt


@dataclass(slots=True)
class _Summary:
    then: Callable[[str], None]
    failed: Callable[[], None]
    text: str = ""


class Summariser(QObject):
    """Gives each text, or that there is none, to whoever asked for it."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._open: dict[int, _Summary] = {}
        engine.event_received.connect(self._receive)

    def summarise(
        self,
        prompt: Prompt,
        sampling: Sampling,
        most_tokens: int,
        then: Callable[[str], None],
        failed: Callable[[], None],
    ) -> int:
        """Ask for a summary of `most_tokens` at most; returns the request's id."""
        request_id = self._engine.request(
            lambda request_id: Generate(
                request_id, prompt, sampling, most_tokens, least_room=most_tokens // 4
            )
        )
        self._open[request_id] = _Summary(then, failed)
        return request_id

    def stop(self, request_id: int) -> None:
        """Nothing more is to come of a summary."""
        if self._open.pop(request_id, None) is not None:
            self._engine.cancel(request_id)

    def _receive(self, event: Event) -> None:
        summary = self._open.get(getattr(event, "id", -1))
        if summary is None:
            return
        if isinstance(event, Answer):
            summary.text += event.text
        elif isinstance(event, Done):
            del self._open[event.id]
            cut = " …" if event.finish is Finish.LENGTH else ""
            text = summary.text.strip()
            if text:
                summary.then(text + cut)
            else:
                summary.failed()
        elif isinstance(event, Failed | Cancelled):
            del self._open[event.id]
            summary.failed()
