"""One `Generate` request, from its prompt to its ending.

Invariant: whatever ends it, all text that was sampled has been told before the ending, and the usage counts
exactly the tokens that were told.
"""

import time
from collections.abc import Callable

from glmdesk.core.chat import Timing, Usage
from glmdesk.core.thinking import THINK_END, Thinking
from glmdesk.engine.backend import Backend, BackendError, Generation, PreparedPrompt, Stopped
from glmdesk.engine.inbox import Job
from glmdesk.engine.protocol import (
    Cancelled,
    Count,
    Done,
    Ending,
    Event,
    FailureKind,
    Finish,
    Generate,
    Prompted,
    Warned,
)
from glmdesk.engine.speech import Speech


def tell_prompt(
    request_id: int, prepared: PreparedPrompt, backend: Backend, emit: Callable[[Event], None]
) -> None:
    """Emit what a prompt takes."""
    cached = backend.cached(prepared.tokens)
    emit(Prompted(request_id, len(prepared.tokens), cached, backend.context_tokens, prepared.ledger))


def tell_warnings(
    request_id: int, prepared: PreparedPrompt, told: set[str], emit: Callable[[Event], None]
) -> None:
    """Emit what a person should know of a prompt and was not `told` before; `told` grows."""
    for warning in prepared.warnings:
        if warning not in told:
            told.add(warning)
            emit(Warned(request_id, warning))


class Answering:
    """Answers `request`, and between two tokens serves the counts that wait; `told` as in `tell_warnings`."""

    def __init__(
        self,
        backend: Backend,
        request: Generate,
        job: Job,
        emit: Callable[[Event], None],
        told: set[str],
        next_count: Callable[[], Count | None],
        serve_count: Callable[[Count], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._backend, self._request, self._job = backend, request, job
        self._next_count, self._serve_count = next_count, serve_count
        self._emit, self._told, self._clock = emit, told, clock
        self._asked_at = self._read_from = clock()
        self._first_at: float | None = None
        self._last_at = 0.0
        self._elsewhere_s = 0.0  # spent on counts since the first token

    def ending(self) -> Ending:
        """Answer, and say how it ended; raises `BackendError`."""
        prompt = self._request.prompt
        prepared = self._backend.prepare(prompt)
        tell_prompt(self._request.id, prepared, self._backend, self._emit)
        tell_warnings(self._request.id, prepared, self._told, self._emit)
        most = self._most_tokens(len(prepared.tokens))
        generation = self._backend.generate(prepared, self._request.sampling, most, self._job.is_cancelled)
        tools = bool(prompt.tools) or any(message.tool_calls for message in prompt.messages)
        speech = Speech(self._request.id, Thinking(prepared.state, tools=tools), self._emit, self._clock)
        stopped = False
        try:
            self._speak(generation, speech)
        except Stopped:
            stopped = True
        finally:
            speech.finish()
        usage = Usage(len(prepared.tokens), generation.cached, speech.thinking, speech.answer)
        timing = self._timing(usage)
        if stopped:
            return Cancelled(self._request.id, usage, timing)
        finish = Finish.LENGTH if usage.thinking + usage.answer >= most else Finish.STOP
        times = generation.times
        engine_tps = times.decode_tokens / times.decode_s if times.decode_s else 0.0
        return Done(self._request.id, finish, usage, timing, engine_tps)

    def _most_tokens(self, prompt_tokens: int) -> int:
        """How many tokens may be sampled; raises `BackendError` where there is not room for enough."""
        context = self._backend.context_tokens
        room = context - prompt_tokens
        if room < max(1, self._request.least_room):
            raise BackendError(
                FailureKind.CONTEXT_EXCEEDED,
                f"The conversation has {prompt_tokens:,} tokens and the context holds {context:,}.",
                "Shorten the message, begin a new chat, or choose a larger context.",
            )
        return min(self._request.max_tokens or room, room)

    def _speak(self, generation: Generation, speech: Speech) -> None:
        budget = self._request.thinking_budget
        closed = False
        self._read_from = self._clock()
        for text in generation:
            self._last_at = self._clock()
            if self._first_at is None:
                self._first_at = self._last_at
            speech.token(text)
            over_budget = budget and speech.thinking >= budget
            if (over_budget or self._job.close_thought) and not closed and speech.thought_is_open:
                generation.force(THINK_END)
                closed = True
            while count := self._next_count():
                self._count(count, speech)

    def _count(self, count: Count, speech: Speech) -> None:
        speech.flush()
        begun_at = self._clock()
        self._serve_count(count)
        self._elsewhere_s += self._clock() - begun_at

    def _timing(self, usage: Usage) -> Timing:
        if self._first_at is None:
            return Timing()
        read, read_s = usage.prompt - usage.cached, self._first_at - self._read_from
        said, said_s = usage.thinking + usage.answer - 1, self._last_at - self._first_at - self._elsewhere_s
        return Timing(
            self._first_at - self._asked_at,
            read / read_s if read_s > 0 else 0.0,
            said / said_s if said_s > 0 else 0.0,
        )
