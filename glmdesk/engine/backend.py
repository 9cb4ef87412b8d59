"""What a worker drives: the interface that `llama` implements for real and `scripted` from a script.

A backend is used from one thread, the worker's main thread; what another thread changes reaches it through
the `cancelled` functions.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from glmdesk.core.ledger import LedgerEntry
from glmdesk.core.sampling import Sampling
from glmdesk.core.thinking import ThoughtState
from glmdesk.engine.protocol import Hello, Load, Loaded, Prompt


@dataclass(frozen=True, slots=True)
class PreparedPrompt:
    """A prompt ready to be read: its text, its tokens, and what each part of the chat takes of them.

    `state` is where the prompt leaves the model: inside a thought, after it, or before one that may come.
    """

    text: str
    tokens: tuple[int, ...]
    ledger: tuple[LedgerEntry, ...]
    warnings: tuple[str, ...] = ()
    state: ThoughtState = ThoughtState.BEFORE


@dataclass(frozen=True, slots=True)
class EngineTimes:
    """One generation by llama.cpp's own timers: tokens and seconds of prefill and of decoding."""

    prefill_tokens: int = 0
    prefill_s: float = 0.0
    decode_tokens: int = 0
    decode_s: float = 0.0


class BackendError(Exception):
    """A failure that the worker reports as `Failed`; the sentences are for people."""

    def __init__(self, kind: str, happened: str, action: str = "", detail: str = "") -> None:
        super().__init__(happened)
        self.kind, self.happened, self.action, self.detail = kind, happened, action, detail


class Stopped(Exception):
    """Raised by a backend whose `cancelled` turned true."""


class Generation(Protocol):
    """One answer being made: iterate for the text of one token at a time (empty inside a character)."""

    def __iter__(self) -> Iterator[str]:
        """Texts of the sampled tokens until the model's end token; raises `Stopped` when cancelled."""
        ...

    def force(self, text: str) -> None:
        """Make `text`, which may hold control tokens, the next tokens instead of sampling them."""
        ...

    @property
    def cached(self) -> int:
        """Tokens of the prompt that were not read again."""
        ...

    @property
    def times(self) -> EngineTimes:
        """llama.cpp's own timers, so far."""
        ...


class Backend(Protocol):
    """An engine that can hold one model."""

    def hello(self) -> Hello:
        """Who this is and what it can use."""
        ...

    def load(self, request: Load, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Loaded:
        """Load a model; raises `BackendError`, or `Stopped` once `cancelled()` is true."""
        ...

    def unload(self) -> None:
        """Give everything back; no-op without a model."""
        ...

    def prepare(self, prompt: Prompt) -> PreparedPrompt:
        """The prompt's text, tokens and ledger; raises `BackendError`."""
        ...

    def cached(self, tokens: tuple[int, ...]) -> int:
        """How many leading tokens of `tokens` need not be read again now."""
        ...

    def generate(
        self, prompt: PreparedPrompt, sampling: Sampling, max_tokens: int, cancelled: Callable[[], bool]
    ) -> Generation:
        """Begin to answer; the prompt is read when iteration starts."""
        ...

    def save_state(self, path: Path, least_tokens: int, most_bytes: int) -> int:
        """Write what was read to `path`; returns how many tokens, 0 where it was not worth it."""
        ...

    def restore_state(self, path: Path) -> int:
        """Take up what was written; returns how many tokens, raises `BackendError`."""
        ...

    @property
    def context_tokens(self) -> int:
        """The context of the loaded model."""
        ...
