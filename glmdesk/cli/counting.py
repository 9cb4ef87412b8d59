"""Exact tokens of texts, counted by a model's own tokenizer in a worker."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from glmdesk.cli import output
from glmdesk.cli.model import failure, load
from glmdesk.core.chat import Role
from glmdesk.core.ledger import LedgerKind
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Count, Failed, Prompt, Prompted
from glmdesk.models import library

_SMALLEST = Placement(context_tokens=256, gpu_layers=0, ubatch=64)


@contextmanager
def counter(
    model: str, estimate: Callable[[Sequence[str]], list[int]]
) -> Iterator[Callable[[Sequence[str]], list[int]]]:
    """A function that gives the tokens of texts by `model`; by `estimate`, which is told, where none is here.

    An empty `model` is the starter model where it is installed. Raises `GlmdeskError`.
    """
    if not model and library.starter() is None:
        output.note("No model is here to count with, so the tokens are estimates. Name one with --model.")
        yield estimate
        return
    path = library.resolve(model).path
    with Child() as worker:
        load(worker, path, _SMALLEST)
        yield lambda texts: count(worker, texts)


def count(worker: Child, texts: Sequence[str]) -> list[int]:
    """The tokens of each text as the content of a message; raises `GlmdeskError`."""
    if not texts:
        return []
    prompt = Prompt(tuple(PromptMessage(Role.USER, text) for text in texts), thinking=False)
    tokens = [0] * len(texts)
    for event in worker.request(lambda request_id: Count(request_id, prompt)):
        if isinstance(event, Failed):
            raise failure(event)
        if isinstance(event, Prompted):
            for entry in event.ledger:
                if entry.kind is LedgerKind.CONTENT and entry.message >= 0:
                    tokens[entry.message] += entry.tokens
    return tokens
