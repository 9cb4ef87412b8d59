"""A long chat after a restart: `python -m tests.benchmarks.resume [--tokens N] [--model PATH]`.

Three workers, one after the other. The first reads a chat and writes its state down; the second takes that
up and is asked the next question; the third is asked the same without it. Printed as one JSON line: the part
of the prompt that was not read again, and the time to the first token, the taking up included, beside a cold
one.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

from glmdesk.cli.model import load
from glmdesk.core.chat import Role
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import (
    Answer,
    Count,
    Generate,
    Prompt,
    Prompted,
    RestoreState,
    SaveState,
    StateHeld,
    Thinking,
)
from glmdesk.models.library import starter
from tests.models import tiny_glm

TOKENS = 8_000
WORDS = ("river", "stone", "lamp", "field", "harbour", "window", "winter", "signal", "copper", "garden")
QUESTION = PromptMessage(Role.USER, "And what of all that matters most?")
ENOUGH = 64 * 1024**3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tokens", type=int, default=TOKENS)
    parser.add_argument("--model", default="", help='a GGUF file, or "starter"; the tiny GLM without it')
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if arguments.model == "starter":
            found = starter()
            assert found is not None, "the starter model is not installed"
            model = found.path
        else:
            model = Path(arguments.model) if arguments.model else tiny_glm.write(Path(folder) / "tiny.gguf")
        print(json.dumps(_measured(model, arguments.tokens, Path(folder) / "chat.state")))


def _measured(model: Path, tokens: int, state: Path) -> dict[str, object]:
    placement = Placement(tokens + 1024)
    with Child() as worker:
        load(worker, model, placement)
        history = _chat_of(worker, tokens)
        answer, _, _ = _asked(worker, history)
        begun = time.perf_counter()
        written = _held(worker, SaveState(0, str(state), 0, ENOUGH))
        save_s = time.perf_counter() - begun
    following = [*history, PromptMessage(Role.ASSISTANT, answer), QUESTION]
    with Child() as worker:
        load(worker, model, placement)
        begun = time.perf_counter()
        taken_up = _held(worker, RestoreState(0, str(state)))
        restore_s = time.perf_counter() - begun
        _, resumed, resumed_s = _asked(worker, following)
    with Child() as worker:
        load(worker, model, placement)
        _, cold, cold_s = _asked(worker, following)
    assert cold.cached == 0, "the third worker has read nothing"
    return {
        "model": model.name,
        "prompt_tokens": resumed.tokens,
        "kept_tokens": taken_up.tokens,
        "file_bytes": written.size_bytes,
        "save_s": round(save_s, 3),
        "cached": round(resumed.cached / resumed.tokens, 4),
        "ttft_resumed_s": round(restore_s + resumed_s, 3),
        "ttft_cold_s": round(cold_s, 3),
        "ttft_ratio": round((restore_s + resumed_s) / cold_s, 4),
    }


def _chat_of(worker: Child, tokens: int) -> list[PromptMessage]:
    """Questions and answers that together take as many tokens as they may."""
    history: list[PromptMessage] = []
    number = 0
    while True:
        words = " ".join(WORDS[(number * 7 + n * n) % len(WORDS)] for n in range(120))
        role = Role.USER if number % 2 == 0 else Role.ASSISTANT
        longer = [*history, PromptMessage(role, f"{number}. {words}")]
        if role is Role.USER and _count(worker, longer).tokens > tokens:
            return history[:-1]
        history = longer
        number += 1


def _count(worker: Child, history: list[PromptMessage]) -> Prompted:
    events = worker.request(lambda request_id: Count(request_id, Prompt(tuple(history), thinking=False)))
    return next(event for event in list(events) if isinstance(event, Prompted))


def _held(worker: Child, request: SaveState | RestoreState) -> StateHeld:
    if isinstance(request, SaveState):
        events = worker.request(
            lambda number: SaveState(number, request.path, request.least_tokens, request.most_bytes)
        )
    else:
        events = worker.request(lambda number: RestoreState(number, request.path))
    return next(event for event in list(events) if isinstance(event, StateHeld))


def _asked(worker: Child, history: list[PromptMessage]) -> tuple[str, Prompted, float]:
    """The answer, what was counted, and the time to the first token."""
    prompt = Prompt(tuple(history), thinking=False)
    begun = time.perf_counter()
    first_s, text, counted = 0.0, "", None
    for event in worker.request(lambda number: Generate(number, prompt, Sampling(0.0, 1.0), 24)):
        if isinstance(event, Prompted):
            counted = event
        elif isinstance(event, Answer | Thinking):
            first_s = first_s or time.perf_counter() - begun
            text += event.text if isinstance(event, Answer) else ""
    assert counted is not None, "a prompt is counted before it is read"
    return text, counted, first_s


if __name__ == "__main__":
    main()
