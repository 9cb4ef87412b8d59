"""Tuning keeps what is really better, writes as well as the plan does, and was measured in time."""

from dataclasses import replace

import pytest

from glmdesk.cli.tune import Tuning, same, variety
from glmdesk.core.chat import Timing
from glmdesk.core.plan import FlashAttention, KvType, Memory, Placement
from glmdesk.engine.protocol import Answer, Done, Failed, FailureKind, Generate, Load, Loaded, ModelInfo
from glmdesk.machine.devices import Device, Kind, Machine, Ram
from glmdesk.models import profile
from glmdesk.models.computer import Computer
from glmdesk.models.neighbours import Neighbourhood

GIB = 1024**3
MODEL = ModelInfo("m", "deepseek2", "Q4", 1, 4, 1, 8192, thinks=True)
PLANNED = Placement(4096, ubatch=512, device="CUDA0", gpu_layers=-1, cpu_expert_layers=2)
CARD = Device("CUDA0", "Card", Kind.GPU, "CUDA", 16 * GIB, 15 * GIB)
COMPUTER = Computer(Machine((CARD,), Ram(32 * GIB, 24 * GIB), cores=4))
GOOD = "a text of many different words that goes on"


class Clock:
    """Goes on by itself with each load."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Worker:
    """A worker whose speed, text and failures follow from the placement it was given last."""

    def __init__(self, clock, rate, text=lambda _: GOOD, fails=lambda _: False, slow=lambda _: False):
        self.clock, self.rate, self.text, self.fails, self.slow = clock, rate, text, fails, slow
        self.loss, self.loads, self.closed = None, [], False

    def request(self, make, _silence_s=None):
        request = make(1)
        if isinstance(request, Load):
            self.clock.now += 10_000 if self.slow(request.placement) else 10
            self.placement = replace(request.placement, threads=request.placement.threads or 4)
            self.loads.append(request.placement)
            if self.fails(self.placement):
                yield Failed(1, FailureKind.OUT_OF_MEMORY, "There is not enough memory.")
                return
            yield Loaded(1, MODEL, self.placement, Memory(), 1.0, "model")
            yield Done(1)
        else:
            assert isinstance(request, Generate)
            assert request.sampling.temperature == 0
            yield Answer(1, self.text(self.placement), 10)
            yield Done(1, timing=Timing(0.1, 500.0, self.rate(self.placement)))

    def close(self):
        self.closed = True


def tuned(tiny_glm, rate, **behaviour):
    clock = Clock()
    limit_s = behaviour.pop("limit_s", 1000)
    worker = Worker(clock, rate, **behaviour)
    near = Neighbourhood(profile.read(tiny_glm), COMPUTER, (2, 4, 8))
    tuning = Tuning("m.gguf", near, lambda: worker, limit_s=limit_s, clock=clock)
    told = []
    best = tuning.run(PLANNED, told.append)
    assert worker.closed
    assert len(told) == len(tuning.trials)
    return best, tuning, worker


def test_what_is_quicker_is_kept_property_by_property(tiny_glm):
    def rate(placement):
        bonus = 10 if placement.kv_type is KvType.Q8_0 else 0
        return 100 - 20 * placement.cpu_expert_layers + placement.threads + bonus

    best, tuning, _ = tuned(tiny_glm, rate)
    assert (best.placement.cpu_expert_layers, best.placement.threads) == (0, 4)
    assert best.placement.kv_type is KvType.Q8_0
    assert tuning.trials[0].placement == replace(PLANNED, threads=4)


def test_a_difference_within_the_noise_changes_nothing(tiny_glm):
    best, tuning, _ = tuned(tiny_glm, lambda p: 100.0 if p.threads == 4 else 101.0)
    assert best is tuning.trials[0]


def test_what_writes_nonsense_is_not_kept_however_fast(tiny_glm):
    best, tuning, _ = tuned(
        tiny_glm,
        lambda p: 900.0 if p.kv_type is KvType.Q8_0 else 100.0,
        text=lambda p: "no " * 20 if p.kv_type is KvType.Q8_0 else GOOD,
    )
    assert best.placement.kv_type is KvType.F16
    assert any("not as good" in trial.note for trial in tuning.trials)


def test_what_fails_is_told_and_left(tiny_glm):
    best, tuning, _ = tuned(
        tiny_glm, lambda p: 200.0 if p.ubatch == 1024 else 100.0, fails=lambda p: p.ubatch == 1024
    )
    assert best.placement.ubatch == 512
    (failed,) = [trial for trial in tuning.trials if trial.note]
    assert (failed.note, failed.to_json()["turn_s"]) == ("There is not enough memory.", None)


def test_it_ends_in_time(tiny_glm):
    _, tuning, worker = tuned(tiny_glm, lambda _: 100.0, limit_s=65)
    assert worker.clock.now <= 65
    assert len(tuning.trials) >= 3


def test_a_trial_that_takes_too_long_is_given_up(tiny_glm):
    best, tuning, worker = tuned(
        tiny_glm, lambda p: 200.0 if p.ubatch == 1024 else 100.0, slow=lambda p: p.ubatch == 1024
    )
    assert best.placement.ubatch == 512
    assert tuning.trials[-1].placement.ubatch == 1024
    assert tuning.trials[-1].note == "It took too long to be measured."
    assert worker.loads[-1].ubatch == 1024, "and there was no time for another"


def test_nothing_is_tried_twice(tiny_glm):
    _, tuning, _ = tuned(tiny_glm, lambda p: 100.0 + p.ubatch / 10)
    placements = [trial.placement for trial in tuning.trials]
    assert len(set(placements)) == len(placements)


def test_without_flash_attention_the_cache_is_left_as_it_is(tiny_glm):
    near = Neighbourhood(profile.read(tiny_glm), COMPUTER, (4,))
    plain = replace(PLANNED, flash_attention=FlashAttention.OFF)
    assert list(near._kv_types(plain)) == []


def test_threads_matter_only_where_the_processor_works(tiny_glm):
    near = Neighbourhood(profile.read(tiny_glm), COMPUTER, (2, 4))
    assert list(near._threads(replace(PLANNED, cpu_expert_layers=0))) == []
    assert [p.threads for p in near._threads(replace(PLANNED, threads=4))] == [2]


@pytest.mark.parametrize(
    ("text", "most"), [("", 0), ("no no no no no no no no no no", 0.1), ("\ufffd\x00 \ufffd \x07", 0)]
)
def test_loops_and_noise_have_little_variety(text, most):
    assert variety(text) <= most < variety(GOOD)


def test_automatic_threads_are_whatever_they_stand_for():
    assert same(PLANNED, replace(PLANNED, threads=4))
    assert not same(replace(PLANNED, threads=2), replace(PLANNED, threads=4))
    assert not same(PLANNED, replace(PLANNED, ubatch=64))
