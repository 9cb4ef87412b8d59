"""Short words for what the tests of the backend do over and over."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.core.thinking import THINK_END
from glmdesk.engine.backend import PreparedPrompt
from glmdesk.engine.llama import LlamaBackend
from glmdesk.engine.protocol import Load, Loaded, Prompt

GREEDY = Sampling(temperature=0.0)


@dataclass(frozen=True)
class Answer:
    """What came: the text of each token, and how many tokens of the prompt were not read again."""

    pieces: tuple[str, ...]
    cached: int

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def message(self) -> PromptMessage:
        """The answer as a message of the next prompt; a thought comes before its end mark."""
        before, mark, behind = self.text.partition(THINK_END)
        return PromptMessage(Role.ASSISTANT, behind if mark else before, before if mark else "")


def never() -> bool:
    return False


def user(text: str) -> PromptMessage:
    return PromptMessage(Role.USER, text)


def load(backend: LlamaBackend, path: Path, **placement: Any) -> Loaded:
    """Load with one thread: on a busy machine several wait for each other at every operation."""
    placed = Placement(**{"context_tokens": 2048, "gpu_layers": 0, "threads": 1, **placement})
    return backend.load(Load(1, str(path), placed), lambda _fraction: None, never)


def prepare(backend: LlamaBackend, *messages: PromptMessage, **options: Any) -> PreparedPrompt:
    return backend.prepare(Prompt(messages, **options))


def answer(
    backend: LlamaBackend, prompt: PreparedPrompt, most: int = 0, sampling: Sampling = GREEDY
) -> Answer:
    generation = backend.generate(prompt, sampling, most, never)
    pieces = tuple(generation)
    return Answer(pieces, generation.cached)
