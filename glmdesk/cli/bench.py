"""`glmdesk bench`: how fast a model reads and writes on this computer, as its user sees it.

The decode ratio compares the rate at which tokens arrive here with that of llama.cpp's own timers for the
same run, so it tells what the way from the engine to the reader costs.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import psutil

from glmdesk.cli import output
from glmdesk.cli.events import plan_of
from glmdesk.cli.model import failure, load
from glmdesk.core.chat import Role
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Answer, Done, Event, Failed, Generate, Prompt, Request, Thinking
from glmdesk.models import library

DONE = 0
TOKENS = 384
"""Most tokens of one run: long enough that its first and last lines do not matter."""

MIN_RUNS, MAX_RUNS = 3, 24
ENOUGH_S = 6.0
"""Short runs, of a model that soon ends, are repeated until they add up to this."""

_SENTENCE = "The quick brown fox jumps over the lazy dog and runs on along the river. "


@dataclass(frozen=True, slots=True)
class _Run:
    prefill_tps: float
    decode_tps: float
    engine_decode_tps: float


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; raises `GlmdeskError`."""
    model = library.resolve(arguments.model)
    with Child() as worker:
        loaded = load(worker, model.path)
        runs = _runs(worker)
        rss_bytes = psutil.Process(worker.pid).memory_info().rss
    figures: dict[str, Any] = {
        "prefill_tokens_per_s": median(run.prefill_tps for run in runs),
        "decode_tokens_per_s": median(run.decode_tps for run in runs),
        "decode_ratio": median(run.decode_tps / run.engine_decode_tps for run in runs),
        "worker_rss_bytes": rss_bytes,
        "plan": plan_of(loaded).to_json(),
    }
    if arguments.json:
        output.line(figures)
    else:
        output.text(_readable(figures))
    return DONE


def _runs(worker: Child) -> list[_Run]:
    begun = time.monotonic()
    runs: list[_Run] = []
    while len(runs) < MIN_RUNS or (len(runs) < MAX_RUNS and time.monotonic() - begun < ENOUGH_S):
        runs.append(_measured(worker, len(runs)))
    return runs


def _measured(worker: Child, number: int) -> _Run:
    """One run; each prompt begins differently, so that nothing of it is cached."""
    question = f"Run {number}. " + _SENTENCE * 24 + "Go on with this story, as long as you can."
    prompt = Prompt((PromptMessage(Role.USER, question),))

    def generate(request_id: int) -> Request:
        return Generate(request_id, prompt, Sampling(seed=number), max_tokens=TOKENS)

    arrivals = [(time.perf_counter(), event) for event in worker.request(generate)]
    ending = arrivals[-1][1]
    if isinstance(ending, Failed):
        raise failure(ending)
    assert isinstance(ending, Done)
    prefill_tps = ending.timing.prefill_tps if ending.timing else 0.0
    return _Run(prefill_tps, arrival_rate(arrivals), _measurable(ending.engine_decode_tps))


def arrival_rate(arrivals: Sequence[tuple[float, Event]]) -> float:
    """Tokens a second, from the first line of tokens to the end; its own tokens only start the clock.

    `arrivals` are the events with the seconds at which they came. Raises `GlmdeskError` where too few came.
    """
    lines = [(at, event.tokens) for at, event in arrivals if isinstance(event, Thinking | Answer)]
    started, first = lines[0] if lines else (0.0, 0)
    return _measurable(sum(tokens for _, tokens in lines) - first) / (arrivals[-1][0] - started)


def _measurable(figure: float) -> float:
    if figure > 0:
        return figure
    raise GlmdeskError("The model says too little to be measured.", action="Choose another model.")


def _readable(figures: dict[str, Any]) -> str:
    plan = figures["plan"]
    return (
        f"{plan['model']} ({plan['quant']}), context {plan['context_tokens']:,} tokens\n"
        f"Reads  {figures['prefill_tokens_per_s']:8,.0f} tokens/s\n"
        f"Writes {figures['decode_tokens_per_s']:8,.1f} tokens/s, "
        f"{figures['decode_ratio']:.1%} of llama.cpp's own rate\n"
        f"The engine holds {figures['worker_rss_bytes'] / 2**20:,.0f} MiB of memory.\n"
    )
