"""Whatever llama.cpp is doing, it stops within 200 ms, and can be asked again."""

import os
import time
from collections import deque
from collections.abc import Callable

import pytest

from glmdesk.core.plan import Placement
from glmdesk.engine.backend import Stopped
from glmdesk.engine.llama import LlamaBackend
from glmdesk.engine.llama.read_ahead import read_ahead
from glmdesk.engine.protocol import Load
from tests.engine.llama.conversation import GREEDY, answer, load, prepare, user

LIMIT_S = 0.2
ATTEMPTS = 3
"""The best of so many counts: the machine may be busy, the backend may not."""


class Cancel:
    """True from `after_s` seconds on, counted from the first time it is asked."""

    def __init__(self, after_s: float) -> None:
        self._after_s = after_s
        self.at = 0.0

    def __call__(self) -> bool:
        now = time.perf_counter()
        self.at = self.at or now + self._after_s
        return now >= self.at


def delay(work: Callable[[Cancel], object], after_s: float) -> float:
    """Seconds from the moment of cancelling until the work has ended."""
    delays = []
    for _ in range(ATTEMPTS):
        cancel = Cancel(after_s)
        with pytest.raises(Stopped):
            work(cancel)
        delays.append(time.perf_counter() - cancel.at)
        if delays[-1] < LIMIT_S:
            break
    return min(delays)


def generate(backend: LlamaBackend, prompt, cancel: Cancel) -> None:
    deque(backend.generate(prompt, GREEDY, 0, cancel), 0)


@pytest.mark.parametrize("after_s", [0.0, 0.1, 0.5])
def test_reading_a_long_prompt_stops(smol, after_s):
    short, long = prepare(smol, user("hi")), prepare(smol, user("The quick brown fox jumps. " * 1000))
    assert len(long.tokens) > 6000
    said = answer(smol, short, 3).text
    assert delay(lambda cancel: generate(smol, long, cancel), after_s) < LIMIT_S
    assert smol.cached(long.tokens) < len(long.tokens) - 1
    assert answer(smol, short, 3).text == said


def test_what_was_read_until_then_is_not_read_again(glm):
    prompt = prepare(glm, user("a slow red hen walks " * 80))
    answer(glm, prepare(glm, user("hi")), 1)
    begun = glm.cached(prompt.tokens)
    held = glm._ready.sequence.tokens
    with pytest.raises(Stopped):
        deque(glm.generate(prompt, GREEDY, 0, lambda: len(held) > 600), 0)
    kept = glm.cached(prompt.tokens)
    assert begun < 600 < kept < len(prompt.tokens) - 1
    generation = glm.generate(prompt, GREEDY, 1, lambda: False)
    assert len(list(generation)) == 1
    assert generation.cached == kept


def test_an_answer_stops(smol):
    prompt = prepare(smol, user("Tell me a very long story."))

    def speak(cancel: Cancel) -> None:
        said: list[str] = []
        generation = smol.generate(prompt, GREEDY, 0, lambda: len(said) > 2 and cancel())
        deque(map(said.append, generation), 0)

    assert delay(speak, 0.05) < LIMIT_S
    assert smol.cached(prompt.tokens) == len(prompt.tokens) - 1


@pytest.mark.parametrize("after_s", [0.0, 0.03])
def test_loading_stops(empty, smollm2, after_s):
    request = Load(1, str(smollm2), Placement(2048, gpu_layers=0))
    assert delay(lambda cancel: empty.load(request, slow_progress, cancel), after_s) < LIMIT_S
    load(empty, smollm2)
    assert len(answer(empty, prepare(empty, user("hi")), 3).pieces) == 3


def slow_progress(_fraction: float) -> None:
    """As slow as a disk would be."""
    time.sleep(0.005)


def test_reading_a_file_from_the_disk_stops(tmp_path):
    cold = tmp_path / "cold.gguf"
    cold.write_bytes(bytes(64 << 20))
    forget(cold)
    steps: list[float] = []
    with pytest.raises(Stopped):
        read_ahead([cold], steps.append, lambda: len(steps) >= 3)
    assert len(steps) == 3
    read_ahead([cold], steps.append, lambda: False)
    assert steps[-1] == 1.0
    told = len(steps)
    read_ahead([cold], steps.append, lambda: False)
    assert len(steps) == told, "it is in memory now"


def forget(path) -> None:
    """Drop a file from the page cache; skips where that cannot be done."""
    if not hasattr(os, "RWF_NOWAIT"):
        pytest.skip("only Linux can say what is in its page cache")
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
