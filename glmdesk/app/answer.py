"""An answer while it is being written: the message it has become so far, out of the worker's events."""

import time
from collections.abc import Callable
from dataclasses import replace

from glmdesk.app.states import Activity
from glmdesk.core.chat import Ending, Message, Reasoning, ToolCall, Usage
from glmdesk.core.context import Meter, meter_of, with_answer
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    FailureKind,
    Finish,
    Prompted,
    Thinking,
    ToolCalled,
    Warned,
)


class AnswerInProgress:
    """Folds events into `message`; a continued answer begins with what was there, totals included."""

    def __init__(
        self,
        request_id: int,
        chat_id: str,
        turn_id: str,
        prompt: tuple[PromptMessage, ...],
        message: Message,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.request_id, self.chat_id, self.turn_id = request_id, chat_id, turn_id
        self.message = message
        self.activity = Activity.READING
        self.ended = False
        self._prompt = prompt
        self._clock = clock
        self._prompt_meter: Meter | None = None
        self._thinking_tokens = 0
        self._answer_tokens = 0
        self._earlier_usage = message.usage or Usage()
        reasoning = message.reasoning
        self._earlier_seconds = reasoning.seconds if reasoning else 0.0
        self._thought_since: float | None = None

    @property
    def meter(self) -> Meter | None:
        """The context with the answer so far in it; None until the worker has counted the prompt."""
        if self._prompt_meter is None:
            return None
        return with_answer(self._prompt_meter, self._thinking_tokens, self._answer_tokens)

    def receive(self, event: Event) -> None:
        """Fold one event of this answer's request into the message."""
        match event:
            case Prompted():
                self._prompt_meter = meter_of(event.ledger, self._prompt, event.context, draft=False)
            case Thinking():
                self._think(event)
            case Answer():
                self._answer_tokens += event.tokens
                self.activity = Activity.ANSWERING
                self.message = self.message.answered(event.text)
            case ToolCalled():
                self._answer_tokens += event.tokens
                self.message = self.message.with_part(
                    ToolCall(event.name, event.arguments, complete=event.complete)
                )
            case Warned():
                self.message = replace(self.message, note=event.text)
            case Done():
                self._end(Ending.LENGTH if event.finish is Finish.LENGTH else Ending.COMPLETE, event)
            case Cancelled():
                self._end(Ending.STOPPED, event)
            case Failed():
                self._fail(event)
            case _:
                pass

    def _think(self, event: Thinking) -> None:
        now = self._clock()
        if self._thought_since is None:
            self._thought_since = now
        self._thinking_tokens += event.tokens
        self.activity = Activity.THINKING
        self.message = self.message.thought(
            event.text,
            self._earlier_seconds + now - self._thought_since,
            self._earlier_usage.thinking + self._thinking_tokens,
        )

    def _end(self, ending: Ending, event: Done | Cancelled) -> None:
        usage = event.usage
        if usage is not None:
            earlier = self._earlier_usage
            usage = replace(
                usage, thinking=earlier.thinking + usage.thinking, answer=earlier.answer + usage.answer
            )
            self.message = _with_thought_counted(self.message, usage.thinking)
        self.message = replace(self.message, ending=ending, usage=usage, timing=event.timing)
        self.ended = True

    def _fail(self, event: Failed) -> None:
        lost = event.kind is FailureKind.LOST
        note = " ".join(sentence for sentence in (event.happened, event.action) if sentence)
        self.message = replace(self.message, ending=Ending.INTERRUPTED if lost else Ending.FAILED, note=note)
        self.ended = True


def _with_thought_counted(message: Message, tokens: int) -> Message:
    """The message with the tokens of its only thought as a service counted them at the end.

    What came before were estimates; the worker counts as it goes.
    """
    thoughts = [part for part in message.parts if isinstance(part, Reasoning)]
    if not message.place or len(thoughts) != 1:
        return message
    counted = replace(thoughts[0], tokens=tokens)
    return replace(message, parts=tuple(counted if part is thoughts[0] else part for part in message.parts))
