"""`glmdesk bench`: how fast a model reads and writes on this computer, as its user sees it.

The decode ratio compares the rate at which tokens arrive here with that of llama.cpp's own timers for the
same run, so it tells what the way from the engine to the reader costs.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import psutil

from glmdesk import paths
from glmdesk.cli import output
from glmdesk.cli.events import plan_of
from glmdesk.cli.model import failure, ready
from glmdesk.cli.tune import Trial, Tuning
from glmdesk.core.chat import Role
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Plan
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.child import Child
from glmdesk.engine.dry_runner import dry_run, gpu_rates
from glmdesk.engine.protocol import Answer, Done, Event, Failed, Generate, Hello, Prompt, Request, Thinking
from glmdesk.models import library, profile
from glmdesk.models.computer import Folders
from glmdesk.models.library import ModelFile
from glmdesk.models.neighbours import Neighbourhood
from glmdesk.models.planner import Listing, Planner
from glmdesk.models.remembered import Origin

DONE = 0
TOKENS = 384
"""Most tokens of one run: long enough that its first and last lines do not matter."""

TOKENS_AFTER_TUNING = 64
"""Enough to see that the tuned plan works; its speed was measured already."""

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
    planner = Planner(Folders(paths.models(), paths.cache(), paths.resources()), dry_run, rates=gpu_rates)
    tuned = _tune(planner, model, arguments.tune) if arguments.tune else None

    def planned(hello: Hello) -> Plan:
        return planner.plan(model, Listing(hello.devices, hello.commit))

    with ready(model.path, planned) as chat:
        runs = _runs(chat.worker) if tuned is None else [_measured(chat.worker, 0, TOKENS_AFTER_TUNING)]
        rss_bytes = psutil.Process(chat.worker.pid).memory_info().rss
        loaded = chat.loaded
    figures: dict[str, Any] = {
        "prefill_tokens_per_s": median(run.prefill_tps for run in runs),
        "decode_tokens_per_s": median(run.decode_tps for run in runs),
        "decode_ratio": median(run.decode_tps / run.engine_decode_tps for run in runs),
        "worker_rss_bytes": rss_bytes,
        "plan": plan_of(loaded).to_json(),
    }
    if tuned is not None:
        figures["tune"] = tuned
    if arguments.json:
        output.line(figures)
    else:
        output.text(_readable(figures))
    return DONE


def _tune(planner: Planner, model: ModelFile, limit_s: float) -> dict[str, Any]:
    """Measure the plan's neighbours for so many seconds, and remember the best for this file and computer."""
    with Child() as worker:
        listing = Listing(worker.hello.devices, worker.hello.commit)
    planner.forget(model.path, Origin.TUNED)
    plan, computer = planner.plan(model, listing), planner.computer(listing)
    cores = computer.machine.cores or 1
    counts = sorted({cores, max(1, cores - 1), max(1, cores // 2), psutil.cpu_count() or cores})
    near = Neighbourhood(profile.read(model.path), computer, counts)
    tuning = Tuning(str(model.path), near, limit_s=limit_s)
    output.note(f"Measuring the plan and its neighbours, for {limit_s:,.0f} seconds at most.")
    best = tuning.run(plan.placement, lambda trial: output.note(_row(trial)))
    if best.note:
        raise GlmdeskError(best.note, action="Try a smaller context or model.")
    found = replace(
        plan,
        placement=best.placement,
        prefill_tokens_per_s=best.prefill_tokens_per_s,
        decode_tokens_per_s=best.decode_tokens_per_s,
    )
    planner.tuned(model.path, found, listing)
    return {
        "trials": [trial.to_json() for trial in tuning.trials],
        "best": tuning.trials.index(best),
        "speed_up": tuning.trials[0].turn_s / best.turn_s,
    }


def _row(trial: Trial) -> str:
    """A line of the table: what was tried, and what that gave."""
    placement = trial.placement
    what = f"{placement.kv_type.value:5} ubatch {placement.ubatch:5} threads {placement.threads or 'auto':>4}"
    if placement.device:
        what += f" experts in RAM {placement.cpu_expert_layers:3}"
    if trial.note:
        return f"  {what}  {trial.note}"
    reads, writes = f"{trial.prefill_tokens_per_s:8,.0f}", f"{trial.decode_tokens_per_s:7,.1f}"
    return f"  {what}  reads {reads}  writes {writes} tokens/s  a turn {trial.turn_s:6.1f} s"


def _runs(worker: Child) -> list[_Run]:
    begun = time.monotonic()
    runs: list[_Run] = []
    while len(runs) < MIN_RUNS or (len(runs) < MAX_RUNS and time.monotonic() - begun < ENOUGH_S):
        runs.append(_measured(worker, len(runs)))
    return runs


def _measured(worker: Child, number: int, tokens: int = TOKENS) -> _Run:
    """One run; each prompt begins differently, so that nothing of it is cached."""
    question = f"Run {number}. " + _SENTENCE * 24 + "Go on with this story, as long as you can."
    prompt = Prompt((PromptMessage(Role.USER, question),))

    def generate(request_id: int) -> Request:
        return Generate(request_id, prompt, Sampling(seed=number), max_tokens=tokens)

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
        + (_tuned(figures["tune"]) if "tune" in figures else "")
    )


def _tuned(tune: dict[str, Any]) -> str:
    trials, best = tune["trials"], tune["best"]
    if best == 0:
        return f"Of {len(trials)} placements the planned one is the best.\n"
    row = trials[best]
    return (
        f"Of {len(trials)} placements the best is {row['kv_type']}, ubatch {row['ubatch']}, "
        f"{row['threads']} threads, {row['cpu_expert_layers']} layers of experts in RAM: a turn takes "
        f"{row['turn_s']:.1f} s instead of {trials[0]['turn_s']:.1f} s. It is used from now on.\n"
    )
