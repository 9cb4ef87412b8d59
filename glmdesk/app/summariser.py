"""Has the model write a summary of what a chat will forget, in several readings where one is too long for it.

Each reading begins with the summary of what was read before, so that the last one is of all. Invariant: a
reading is of whole exchanges, after the system prompt; what does not fit is halved, never cut.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from glmdesk.app.engine import Engine
from glmdesk.app.prompt_maker import PromptMaker
from glmdesk.core.chat import Chat, LeftOut, Omission
from glmdesk.core.sampling import Sampling
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    FailureKind,
    Finish,
    Generate,
)

Exchange = tuple[str, ...]
"""The ids of a question and of all that came of it."""


@dataclass(slots=True)
class _Summary:
    """`exchanges` are still to be read, `at_once` so many of them; `text` is what this reading says."""

    chat: Chat
    exchanges: tuple[Exchange, ...]
    sampling: Sampling
    most_tokens: int
    then: Callable[[str, int], None]
    failed: Callable[[], None]
    at_once: int
    read: LeftOut | None = None
    readings: int = 0
    text: str = ""


class Summariser(QObject):
    """Gives each summary, or that there is none, to whoever asked for it; a chat has one at a time."""

    def __init__(
        self,
        engine: Engine,
        prompts: PromptMaker,
        take_up: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`take_up` as that of `AnswerWriters`."""
        super().__init__(parent)
        self._engine, self._prompts, self._take_up = engine, prompts, take_up
        self._open: dict[int, _Summary] = {}
        engine.event_received.connect(self._receive)

    def summarise(
        self,
        chat: Chat,
        exchanges: Sequence[Exchange],
        sampling: Sampling,
        most_tokens: int,
        then: Callable[[str, int], None],
        failed: Callable[[], None],
    ) -> None:
        """Have some exchanges of `chat`, at least one, summarised in `most_tokens` at most.

        `then` gets the text and in how many readings it was written.
        """
        groups = tuple(exchanges)
        self._ask(_Summary(chat, groups, sampling, most_tokens, then, failed, len(groups)))

    def stop(self, chat_id: str) -> None:
        """Nothing more is to come of the summary of a chat."""
        for request_id in [number for number, each in self._open.items() if each.chat.id == chat_id]:
            del self._open[request_id]
            self._engine.cancel(request_id)

    def _ask(self, summary: _Summary) -> None:
        summary.text = ""
        if self._take_up is not None:
            self._take_up(summary.chat.id)
        last = summary.exchanges[summary.at_once - 1][-1]
        prompt = self._prompts.summary(summary.chat, last, summary.read)
        most = summary.most_tokens
        request_id = self._engine.request(
            lambda request_id: Generate(request_id, prompt, summary.sampling, most, least_room=most // 4)
        )
        self._open[request_id] = summary

    def _receive(self, event: Event) -> None:
        summary = self._open.get(getattr(event, "id", -1))
        if summary is None:
            return
        if isinstance(event, Answer):
            summary.text += event.text
        elif isinstance(event, Done):
            del self._open[event.id]
            self._written(summary, cut=event.finish is Finish.LENGTH)
        elif isinstance(event, Failed | Cancelled):
            del self._open[event.id]
            too_long = isinstance(event, Failed) and event.kind is FailureKind.CONTEXT_EXCEEDED
            if too_long and summary.at_once > 1:
                summary.at_once = (summary.at_once + 1) // 2
                self._ask(summary)
            else:
                summary.failed()

    def _written(self, summary: _Summary, *, cut: bool) -> None:
        text = summary.text.strip()
        if not text:
            summary.failed()
            return
        text += " …" if cut else ""
        read, summary.exchanges = summary.exchanges[: summary.at_once], summary.exchanges[summary.at_once :]
        summary.readings += 1
        if not summary.exchanges:
            summary.then(text, summary.readings)
            return
        before = summary.read.turns if summary.read is not None else ()
        turns = (*before, *(turn for exchange in read for turn in exchange))
        summary.read = LeftOut(Omission.TURNS, turns, summary=text)
        summary.at_once = min(summary.at_once, len(summary.exchanges))
        self._ask(summary)
