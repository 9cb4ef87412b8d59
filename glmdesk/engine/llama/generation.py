"""One answer, token by token: read the prompt, then sample and decode in turn.

The loop does as little as it can in Python: on a small model each token takes half a millisecond in
llama.cpp, and every call beside it shows.
"""

import codecs
import ctypes
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from glmdesk.engine.backend import EngineTimes, Stopped
from glmdesk.engine.llama.sequence import TokenSequence
from glmdesk.engine.llama.threads import ThreadCount
from glmdesk.engine.llama.tokens import Tokenizer
from glmdesk.engine.llama.vocabulary import Vocabulary

_SLOW_TOKEN_S = 0.1
"""From here on a single token is interruptible too; asking costs 1 us for each of some 3,000 operations."""


class LlamaGeneration:
    """Answers one prompt; `close` ends it early, at any point, and keeps what was read."""

    def __init__(
        self,
        api: Any,
        context: Any,
        vocabulary: Vocabulary,
        tokenizer: Tokenizer,
        sequence: TokenSequence,
        threads: ThreadCount,
        prompt: Sequence[int],
        sampler: Any,
        room: int,
        cancelled: Callable[[], bool],
    ) -> None:
        """`room` is the most tokens that may come; `sampler` is freed at the end."""
        self._api, self._context, self._sampler = api, context, sampler
        self._vocabulary, self._tokenizer, self._sequence = vocabulary, tokenizer, sequence
        self._prompt, self._room, self._cancelled = prompt, room, cancelled
        self._threads = threads
        self._forced: deque[int] = deque()
        self._generated: list[int] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._inside = False  # a character
        self._held = (
            ""  # the text of its first token before it: what was cut there goes on from a whole token
        )
        self._prefill = EngineTimes()
        self._times: EngineTimes | None = None
        self._started = False
        self._abort = api.ggml_abort_callback(lambda _data: cancelled())
        self.cached = sequence.reusable(prompt)

    def __iter__(self) -> Iterator[str]:
        """Texts of the sampled tokens until the model's end token; raises `Stopped` when cancelled."""
        if self._sampler is None:  # it is over
            return
        try:
            self._read()
            yield from self._answer()
        finally:
            self.close()

    def force(self, text: str) -> None:
        """Make `text`, which may hold control tokens, the next tokens instead of sampling them."""
        self._forced.extend(self._vocabulary.tokens(text, specials=True))
        self._decoder.reset()  # a character that is only begun can never be finished now
        self._inside, self._held = False, ""

    @property
    def times(self) -> EngineTimes:
        """llama.cpp's own timers, so far."""
        return self._times or self._measured()

    def close(self) -> None:
        """Give the sampler back and remember the tokens that were made; no-op the second time."""
        if self._sampler is None:
            return
        self._times = self._measured()
        self._api.llama_sampler_free(self._sampler)
        self._api.llama_set_abort_callback(self._context, self._api.ggml_abort_callback(0), None)
        self._sampler = None
        if self._generated:
            self._tokenizer.remember([*self._prompt, *self._generated], len(self._prompt))

    def _read(self) -> None:
        self._api.llama_perf_context_reset(self._context)
        self.cached = self._sequence.read(self._prompt, self._cancelled)
        read = self._api.llama_perf_context(self._context)
        seconds = (read.t_p_eval_ms + read.t_eval_ms) / 1000
        self._prefill = EngineTimes(len(self._prompt) - self.cached, seconds)
        self._threads.begin()
        self._api.llama_perf_context_reset(self._context)
        self._started = True

    def _answer(self) -> Iterator[str]:
        api, context, sampler = self._api, self._context, self._sampler
        sample, decode = api.llama_sampler_sample, api.llama_decode
        clock, computed = time.perf_counter, self._threads.computed
        cancelled, forced, texts = self._cancelled, self._forced, self._vocabulary.texts
        generated, held = self._generated, self._sequence.tokens
        one = (ctypes.c_int32 * 1)()
        batch = api.llama_batch_get_one(one, 1)
        interruptible = False
        while not cancelled():
            if forced:
                token = forced.popleft()
                api.llama_sampler_accept(sampler, token)
            else:
                token = sample(sampler, context, -1)
            text = None if self._inside else texts.get(token)
            if text is None:
                if self._vocabulary.is_end(token):
                    return
                text = self._decoded(token)
            generated.append(token)
            yield text
            if len(generated) >= self._room or self._sampler is None:
                return
            one[0] = token
            begun_at = clock()
            status = decode(context, batch)
            taken = clock() - begun_at
            computed(taken)
            if status:
                self._sequence.check(status)
            held.append(token)
            if taken > _SLOW_TOKEN_S and not interruptible:
                interruptible = True
                api.llama_set_abort_callback(context, self._abort, None)
        raise Stopped

    def _decoded(self, token: int) -> str:
        """The text that `token` completes; tokens of whole characters are kept for the next time."""
        was_inside = self._inside
        text = self._decoder.decode(self._vocabulary.piece(token))
        self._inside = bool(self._decoder.getstate()[0])
        text, self._held = self._held + text, ""
        if self._inside:
            text, self._held = "", text
        if not was_inside and not self._inside:
            self._vocabulary.texts[token] = text
        return text

    def _measured(self) -> EngineTimes:
        if not self._started:
            return EngineTimes()
        now = self._api.llama_perf_context(self._context)
        seconds = now.t_eval_ms / 1000
        return replace(self._prefill, decode_tokens=now.n_eval if seconds else 0, decode_s=seconds)
