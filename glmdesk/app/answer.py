"""An answer while it is being written: the message it has become so far, out of the worker's events."""

import time
from dataclasses import replace

from glmdesk.app.states import Activity
from glmdesk.app.wish import Wish, WishTooLong
from glmdesk.core.chat import Ending, Message, Reasoning, Role, ToolCall, Usage
from glmdesk.core.context import Meter, meter_of, with_answer
from glmdesk.core.loops import LoopGuard, Repetition
from glmdesk.core.phrases import joined
from glmdesk.core.prompt import partial_answer
from glmdesk.core.seen import Seen, seen_of
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    FailureKind,
    Finish,
    Prompt,
    Prompted,
    Thinking,
    ToolCalled,
    Warned,
)


class AnswerInProgress:
    """Folds events into `message`; a continued answer begins with what was there, totals included.

    `repeats` is set once the thought or the answer goes round in circles, `too_long` at the end where the
    prompt leaves too little room.
    """

    def __init__(self, request_id: int, wish: Wish) -> None:
        self.request_id, self.wish = request_id, wish
        self.message = wish.message
        self.activity = Activity.READING
        self.ended = False
        self.too_long: WishTooLong | None = None
        self._prompted: Prompted | None = None
        self.repeats: Repetition | None = None
        self._prompt_meter: Meter | None = None
        self._thinking_tokens = 0
        self._answer_tokens = 0
        self._guards = {Thinking: LoopGuard(), Answer: LoopGuard()}
        self._earlier_usage = wish.message.usage or Usage()
        reasoning = wish.message.reasoning
        self._earlier_seconds = reasoning.seconds if reasoning else 0.0
        self._thought_since: float | None = None

    @property
    def rest(self) -> Wish | None:
        """What is to be asked for next where only the limit of tokens has cut the answer; None elsewhere."""
        if self._prompted is None or self.message.ending is not Ending.LENGTH or not self.wish.max_tokens:
            return None
        used = self._prompted.tokens + self._thinking_tokens + self._answer_tokens
        in_call = bool(self.message.parts) and isinstance(self.message.parts[-1], ToolCall)
        if in_call or used + 1 >= self._prompted.context:
            return None
        message = replace(self.message, ending=Ending.OPEN)
        asked = self.wish.prompt
        partial = partial_answer(message)
        prompt = Prompt(asked.messages, asked.thinking, asked.keep_thinking, asked.tools, partial)
        return replace(self.wish, message=message, prompt=prompt, tight=True)

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
                self._prompted = event
                messages = self.wish.prompt.messages
                self._prompt_meter = meter_of(event.ledger, messages, event.context, draft=False)
                self.message = replace(self.message, seen=self._seen(event))
            case Thinking():
                self._think(event)
            case Answer():
                self._answer_tokens += event.tokens
                self.activity = Activity.ANSWERING
                self.message = self.message.answered(event.text)
                self._watch(event)
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
                self._end(Ending.STOPPED if self.repeats is None else Ending.PAUSED, event)
                self.message = replace(self.message, note=self.repeats.text if self.repeats else "")
            case Failed():
                self._fail(event)
            case _:
                pass

    def _think(self, event: Thinking) -> None:
        now = time.monotonic()
        if self._thought_since is None:
            self._thought_since = now
        self._thinking_tokens += event.tokens
        self.activity = Activity.THINKING
        self.message = self.message.thought(
            event.text,
            self._earlier_seconds + now - self._thought_since,
            self._earlier_usage.thinking + self._thinking_tokens,
        )
        self._watch(event)

    def _watch(self, event: Thinking | Answer) -> None:
        if self.repeats is None:
            self.repeats = self._guards[type(event)].feed(event.text)

    def _seen(self, event: Prompted) -> Seen:
        prompt = self.wish.prompt
        first = prompt.messages[0] if prompt.messages else None
        seen = Seen(
            event.tokens,
            event.cached,
            event.context,
            instructions=first.content if first is not None and first.role is Role.SYSTEM else "",
            thinking=prompt.thinking,
            keep_thinking=prompt.keep_thinking,
        )
        return seen_of(seen, event.ledger, self.wish.places, self.wish.turns)

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
        if event.kind is FailureKind.CONTEXT_EXCEEDED and self._prompted is not None:
            self.too_long = WishTooLong(self.wish, self._prompted)
        lost = event.kind is FailureKind.LOST
        note = joined(filter(None, (event.happened, event.action)), "\n")
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
