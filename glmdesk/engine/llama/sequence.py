"""The tokens whose keys and values llama.cpp holds, and reading more of them.

Invariant: `tokens` is exactly what the KV cache holds, also after a step that failed or was stopped.
"""

import ctypes
import time
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from glmdesk.core.phrases import phrase
from glmdesk.engine.backend import BackendError, Stopped
from glmdesk.engine.llama import state
from glmdesk.engine.llama.library import Library
from glmdesk.engine.llama.threads import ThreadCount
from glmdesk.engine.protocol import FailureKind

_ABORTED, _NO_MEMORY = 2, -2  # what llama_decode returns
_COMPARED = 1024
_SEQUENCE = 0


class TokenSequence:
    """The one sequence of a context; `ubatch` tokens are read in one step."""

    def __init__(self, library: Library, model: Any, context: Any, ubatch: int, threads: ThreadCount) -> None:
        api = library.api
        self._library, self._api, self._context, self._ubatch = library, api, context, ubatch
        self._threads = threads
        self._memory = api.llama_get_memory(context)
        # A recurrent state has no past to go back to.
        self._can_trim = not (api.llama_model_is_recurrent(model) or api.llama_model_is_hybrid(model))
        self._no_abort = api.ggml_abort_callback(0)
        self.tokens: array[int] = array("i")

    def reusable(self, tokens: Sequence[int]) -> int:
        """How many leading tokens need not be read again; the last one always is, for its logits."""
        length = min(shared_prefix(self.tokens, tokens), len(tokens) - 1)
        return max(0, length) if self._can_trim or length == len(self.tokens) else 0

    def read(self, tokens: Sequence[int], cancelled: Callable[[], bool]) -> int:
        """Make the sequence `tokens`, reading what is new; returns how many were there already.

        Raises `Stopped` within one operation of the CPU, or one step of a GPU, after `cancelled()` is true;
        what was read until then is kept.
        """
        start = self._keep(self.reusable(tokens))
        new = array("i", tokens[start:])
        values = (ctypes.c_int32 * len(new)).from_buffer(new)
        abort = self._api.ggml_abort_callback(lambda _data: cancelled())
        self._api.llama_set_abort_callback(self._context, abort, None)
        self._threads.begin()
        try:
            for position in range(0, len(new), self._ubatch):
                if cancelled():
                    raise Stopped
                count = min(self._ubatch, len(new) - position)
                place = ctypes.byref(values, position * ctypes.sizeof(ctypes.c_int32))
                batch = self._api.llama_batch_get_one(
                    ctypes.cast(place, ctypes.POINTER(ctypes.c_int32)), count
                )
                self.check(self._decode(batch))
                self.tokens += new[position : position + count]
            self._api.llama_synchronize(self._context)
        finally:
            self._api.llama_set_abort_callback(self._context, self._no_abort, None)
        return start

    def warm_up(self, token: int, cancelled: Callable[[], bool]) -> None:
        """Compute once and forget it: what drivers and threads take only then, or lack, shows at once.

        Raises as `read` does.
        """
        self.read((token,), cancelled)
        self._keep(0)

    def save(self, path: Path, least_tokens: int, most_bytes: int) -> int:
        """Write the sequence to `path`; returns how many tokens, 0 where it is too short or too large."""
        too_large = state.size_of(self._api, self._context) > most_bytes
        if len(self.tokens) < max(1, least_tokens) or too_large:
            return 0
        state.save(self._api, self._context, self.tokens, path)
        return len(self.tokens)

    def restore(self, path: Path, capacity: int) -> int:
        """Make the sequence what is in `path`; returns how many tokens. Raises `BackendError`, empty then."""
        self._keep(0)
        try:
            self.tokens = state.restore(self._api, self._context, capacity, path)
        except BackendError:
            self._keep(0)
            raise
        if self._api.llama_memory_seq_pos_max(self._memory, _SEQUENCE) + 1 != len(self.tokens):
            self._keep(0)  # tokens without their keys and values are of no use
        return len(self.tokens)

    def _decode(self, batch: Any) -> int:
        begun_at = time.perf_counter()
        status: int = self._api.llama_decode(self._context, batch)
        self._threads.computed(time.perf_counter() - begun_at)
        return status

    def check(self, status: int) -> None:
        """Raise what a status of `llama_decode` other than 0 means."""
        if status == 0:
            return
        self._keep(len(self.tokens))
        if status == _ABORTED:
            raise Stopped
        if status == 1:
            raise BackendError(
                FailureKind.CONTEXT_EXCEEDED, "The context is full.", "Choose a larger context."
            )
        if status == _NO_MEMORY:
            raise BackendError(
                FailureKind.OUT_OF_MEMORY,
                phrase("Memory ran out while the model was working."),
                phrase("Choose a smaller context or a smaller model."),
                self._library.log.tail(),
            )
        raise BackendError(
            FailureKind.BUG,
            "llama.cpp could not go on.",
            "Try again; if it happens again, load the model anew.",
            f"llama_decode returned {status}\n{self._library.log.tail()}",
        )

    def _keep(self, length: int) -> int:
        """Drop all but the first `length` tokens, or all where llama.cpp cannot; returns what is left."""
        held = self._api.llama_memory_seq_pos_max(self._memory, _SEQUENCE) + 1
        if held > length and not self._api.llama_memory_seq_rm(self._memory, _SEQUENCE, length, -1):
            self._api.llama_memory_clear(self._memory, False)
            length = 0
        del self.tokens[length:]
        return length


def shared_prefix(one: Sequence[int], other: Sequence[int]) -> int:
    """How many leading tokens two sequences share."""
    length = min(len(one), len(other))
    position = 0
    while position < length:
        end = min(position + _COMPARED, length)
        if list(one[position:end]) != list(other[position:end]):
            break
        position = end
    while position < length and one[position] == other[position]:
        position += 1
    return position
