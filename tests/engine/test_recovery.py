"""Smaller plans after a failure: each one different, told in words, few, and never for ever."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glmdesk.core.errors import Explanation
from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Memory, Placement, Plan
from glmdesk.engine.loss import Cause, Loss, loss_of
from glmdesk.engine.protocol import DeviceInfo, Failed, FailureKind
from glmdesk.engine.recovery import (
    LEAST_CONTEXT,
    MOST_STEPS,
    Descent,
    Extent,
    Trouble,
    extent_of,
    is_lasting,
    ladder,
    smaller,
    trouble_of_failure,
    trouble_of_loss,
)

GLM = Extent(layers=47, expert_layers=46, has_gpu=True)
PLAN = Placement(context_tokens=32_768, device="Vulkan0")
CARD = DeviceInfo("Vulkan0", "Card", "gpu", "Vulkan", 1 << 34, 1 << 34)

placements = st.builds(
    Placement,
    context_tokens=st.integers(256, 300_000),
    kv_type=st.sampled_from(KvType),
    flash_attention=st.sampled_from(FlashAttention),
    gpu_layers=st.integers(ALL_LAYERS, 48),
    cpu_expert_layers=st.integers(0, 46),
    ubatch=st.sampled_from((64, 128, 512, 2048)),
    device=st.sampled_from(("", "Vulkan0", "CUDA0,CUDA1")),
)
extents = st.builds(Extent, st.integers(0, 47), st.integers(0, 46), st.booleans())


def steps_of(descent, troubles):
    return [rung for rung in map(descent.next, troubles) if rung is not None]


# --- what holds for every ladder ---------------------------------------------------------------------------


@given(placements, extents, st.sampled_from(Trouble))
def test_a_ladder_is_short_and_all_its_placements_differ(placement, extent, trouble):
    rungs = ladder(placement, trouble, extent)
    assert len(rungs) <= MOST_STEPS
    assert len({placement, *(rung.placement for rung in rungs)}) == len(rungs) + 1
    assert all(rung.sentence.endswith(".") for rung in rungs)


@given(placements, extents, st.lists(st.sampled_from(Trouble), min_size=20, max_size=20))
def test_a_descent_ends_whatever_goes_wrong_and_repeats_itself_once_at_most(placement, extent, troubles):
    rungs = steps_of(Descent(placement, extent), troubles)
    assert len(rungs) <= MOST_STEPS
    assert len({placement, *(rung.placement for rung in rungs)}) >= len(rungs)


@given(placements, extents)
def test_out_of_memory_never_asks_for_more_of_anything(placement, extent):
    before = placement
    for rung in ladder(placement, Trouble.MEMORY, extent):
        now = rung.placement
        assert now.ubatch <= before.ubatch
        assert now.context_tokens <= before.context_tokens
        assert now.context_tokens >= min(placement.context_tokens, LEAST_CONTEXT)
        assert before.gpu_layers == ALL_LAYERS or now.gpu_layers <= before.gpu_layers
        before = now


@given(placements.map(lambda placement: replace(placement, device="")), st.sampled_from(Trouble))
def test_without_a_gpu_no_step_is_about_one(placement, trouble):
    for rung in ladder(placement, trouble, Extent(47, 46, has_gpu=False)):
        assert rung.placement.gpu_layers == placement.gpu_layers
        assert rung.placement.cpu_expert_layers == placement.cpu_expert_layers
        assert "GPU" not in rung.sentence


# --- the steps themselves -----------------------------------------------------------------------------------


def test_memory_is_given_up_for_in_the_order_of_what_it_costs_a_person():
    placed = [rung.placement for rung in ladder(PLAN, Trouble.MEMORY, GLM)]
    assert placed == [
        smaller_batch := replace(PLAN, ubatch=128),
        eight_bit := replace(smaller_batch, kv_type=KvType.Q8_0),
        half := replace(eight_bit, context_tokens=16_384),
        experts := replace(half, cpu_expert_layers=23),
        replace(experts, gpu_layers=24),
        replace(half, gpu_layers=0, device=""),
    ]


def test_each_step_says_what_happened_and_what_is_tried():
    sentences = [rung.sentence for rung in ladder(PLAN, Trouble.MEMORY, GLM)]
    assert all(
        sentence.startswith("There was not enough memory. Trying again with") for sentence in sentences
    )
    assert sentences[1].endswith("the context in 8-bit: half the memory, almost the same quality.")
    assert sentences[2].endswith("a context of 16,384 tokens.")
    assert sentences[3].endswith("the experts of 23 layers in RAM, which is slower.")
    assert sentences[4].endswith("24 layers on the GPU instead of 48, which is slower.")


def test_on_a_processor_the_context_is_halved_until_it_is_small():
    plan = Placement(context_tokens=24_000, gpu_layers=0)
    contexts = [rung.placement.context_tokens for rung in ladder(plan, Trouble.MEMORY, Extent(30))]
    assert contexts == [24_000, 24_000, 12_000, 6_000, LEAST_CONTEXT]


def test_a_plan_that_is_as_small_as_can_be_has_no_ladder():
    least = Placement(LEAST_CONTEXT, KvType.Q8_0, gpu_layers=0, ubatch=128)
    assert ladder(least, Trouble.MEMORY, Extent(30)) == ()


def test_the_split_of_layers_goes_with_the_number_of_layers():
    plan = replace(PLAN, device="CUDA0,CUDA1", split=(24, 24))
    moved = [rung.placement for rung in ladder(plan, Trouble.MEMORY, GLM)]
    assert all(placement.split == (24, 24) for placement in moved[:4])
    assert [placement.split for placement in moved[4:]] == [(), ()]


def test_the_cache_is_not_quantised_where_flash_attention_is_off():
    plan = replace(PLAN, flash_attention=FlashAttention.OFF)
    assert all(rung.placement.kv_type is KvType.F16 for rung in ladder(plan, Trouble.MEMORY, GLM))


def test_a_refused_cache_becomes_16_bit_and_then_flash_attention_goes():
    plan = replace(PLAN, kv_type=KvType.Q8_0, flash_attention=FlashAttention.ON)
    placed = [rung.placement for rung in ladder(plan, Trouble.ATTENTION, GLM)]
    assert placed == [PLAN, replace(PLAN, flash_attention=FlashAttention.OFF)]
    assert ladder(PLAN, Trouble.ATTENTION, GLM) == (), "it asked for nothing that can be left out"


def test_a_cache_that_was_refused_on_the_way_down_is_left_out_of_the_steps_below():
    descent = Descent(PLAN, GLM)
    descent.next(Trouble.MEMORY)
    assert descent.next(Trouble.MEMORY).placement.kv_type is KvType.Q8_0
    plain = steps_of(descent, [Trouble.ATTENTION, *[Trouble.MEMORY] * 10])
    assert plain
    assert all(rung.placement.kv_type is KvType.F16 for rung in plain)
    assert plain[-1].placement.context_tokens < PLAN.context_tokens


def test_a_gpu_that_failed_is_tried_once_more_and_then_left_alone():
    descent = Descent(PLAN, GLM)
    again, processor = steps_of(descent, [Trouble.DEVICE] * 5)
    assert again.placement == PLAN
    assert processor.placement == replace(PLAN, gpu_layers=0, device="")


def test_a_gpu_that_worked_for_a_while_gets_another_chance():
    descent = Descent(PLAN, GLM)
    descent.next(Trouble.DEVICE)
    descent.steadied()
    assert descent.next(Trouble.DEVICE).placement == PLAN


def test_a_gpu_that_is_gone_is_not_tried_again():
    (rung,) = steps_of(Descent(PLAN, Extent(47, 46, has_gpu=False)), [Trouble.DEVICE_GONE] * 5)
    assert rung.placement.gpu_layers == 0
    assert rung.sentence.startswith("The GPU is no longer there.")


# --- what a failure calls for -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "devices", "trouble"),
    [
        (FailureKind.OUT_OF_MEMORY, (CARD,), Trouble.MEMORY),
        (FailureKind.BAD_REQUEST, (CARD,), Trouble.ATTENTION),
        (FailureKind.BAD_REQUEST, (), Trouble.DEVICE_GONE),
        (FailureKind.MODEL_UNUSABLE, (CARD,), None),
        (FailureKind.MODEL_MISSING, (CARD,), None),
    ],
)
def test_only_some_failures_call_for_another_plan(kind, devices, trouble):
    assert trouble_of_failure(Failed(1, kind, "It failed."), PLAN, devices) is trouble


@pytest.mark.parametrize(
    ("status", "loading", "trouble"),
    [
        (-9, True, Trouble.MEMORY),
        (137, False, Trouble.MEMORY),
        (-6, True, Trouble.MEMORY),
        (-6, False, Trouble.DEVICE),
        (139, False, Trouble.DEVICE),
        (139, True, None),
        (132, True, None),
        (None, True, None),
        (0, False, None),
    ],
)
def test_only_some_losses_call_for_another_plan(status, loading, trouble):
    assert trouble_of_loss(loss_of(status), loading=loading) is trouble


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (1, "libgomp: Thread creation failed: Resource temporarily unavailable"),
        (-6, "terminate called after throwing an instance of 'std::bad_alloc'"),
        (-6, "CUDA error: out of memory"),
    ],
)
def test_a_worker_whose_last_words_tell_of_memory_ran_out_of_it(status, words):
    loss = loss_of(status, f"loading\n{words}\n")
    assert loss.cause is Cause.MEMORY
    assert trouble_of_loss(loss, loading=False) is Trouble.MEMORY


def test_what_was_said_long_before_is_no_reason():
    assert loss_of(-6, "out of memory\n" + "all is well\n" * 1000).cause is Cause.ABORT


@pytest.mark.parametrize(
    ("trouble", "lasting"),
    [
        (Trouble.MEMORY, True),
        (Trouble.ATTENTION, True),
        (Trouble.DEVICE, False),
        (Trouble.DEVICE_GONE, False),
    ],
)
def test_only_what_would_happen_again_counts_for_the_next_start(trouble, lasting):
    assert is_lasting(trouble) is lasting


def test_a_smaller_plan_foresees_nothing_but_says_why():
    plan = Plan("m", "Q4", 1, PLAN, Memory(), 500.0, 50.0, why="It fits.", layers=47, measured=True)
    rung = ladder(PLAN, Trouble.MEMORY, GLM)[0]
    stepped = smaller(plan, rung, lasting=True)
    assert (stepped.placement, stepped.why) == (rung.placement, rung.sentence)
    assert (stepped.decode_tokens_per_s, stepped.measured, stepped.lasting) == (None, False, True)
    assert stepped.layers == 47


def test_a_worker_that_broke_the_wire_is_not_short_of_memory():
    assert trouble_of_loss(Loss(Cause.BROKEN, Explanation("It spoke."), ""), loading=True) is None


def test_there_is_a_gpu_where_the_engine_lists_one():
    processor = DeviceInfo("CPU", "Processor", "cpu", "CPU", 1, 1)
    assert extent_of(47, 46, (processor, CARD)) == GLM
    assert not extent_of(47, 46, (processor,)).has_gpu
