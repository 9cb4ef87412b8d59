"""What is chosen for each computer of the catalogue has the properties that its file demands.

`tests/data/hardware/*.json` are computers as `doctor --json` prints them, with what must come out of it under
`expect`: whether anything `fits`, which `gpus` are used, bounds for bits, context, experts in RAM and speed.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from glmdesk import paths
from glmdesk.core.plan import ALL_LAYERS, KvType, Placement, Plan
from glmdesk.machine import bandwidth, devices
from glmdesk.machine.devices import Kind, Machine
from glmdesk.models import catalog, fit, profile, room
from glmdesk.models.profile import Profile
from glmdesk.models.search import Wish
from tests.models.bare_shapes import LlamaShape, write_llama

COMPUTERS = sorted((Path(__file__).parent.parent / "data/hardware").glob("*.json"))
OFFERS = catalog.read(paths.resources() / "models.json").offers
PROFILES = [offer.profile for offer in OFFERS]
LISTED = bandwidth.listed(paths.resources() / "devices.json")
BY_ID = {known.model: known for known in PROFILES}
GIB = 1024**3


def computer(path: Path) -> Machine:
    return bandwidth.with_rates(devices.read(path), LISTED, None)


def named(name: str) -> Machine:
    return computer(next(path for path in COMPUTERS if path.stem == name))


def expected(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))["expect"]


FITTING = [path for path in COMPUTERS if expected(path).get("fits", True)]
TOO_SMALL = [path for path in COMPUTERS if not expected(path).get("fits", True)]


def profile_of(plan: Plan) -> Profile:
    return BY_ID[plan.model]


def test_the_catalogue_has_every_kind_of_computer():
    assert len(COMPUTERS) >= 30
    assert len(TOO_SMALL) >= 2


@pytest.mark.parametrize("path", FITTING, ids=lambda path: path.stem)
def test_the_chosen_plan_has_the_properties_of_its_computer(path):
    wanted = expected(path)
    plan = fit.fit(PROFILES, computer(path)).chosen
    assert plan is not None
    bits = profile_of(plan).bits
    used = [gpu for gpu in plan.placement.device.split(",") if gpu]
    assert used == wanted.get("gpus", used)
    assert wanted.get("least_bits", 0) <= bits <= wanted.get("most_bits", 17)
    assert plan.placement.context_tokens >= wanted.get("least_context", 0)
    low, high = wanted.get("experts_in_ram", (0, 46))
    assert low <= plan.placement.cpu_expert_layers <= high
    assert plan.decode_tokens_per_s >= wanted.get("least_tokens_per_s", 0)


@pytest.mark.parametrize("path", FITTING, ids=lambda path: path.stem)
def test_every_plan_keeps_its_margins_and_uses_only_what_may_be_used(path):
    machine = computer(path)
    by_id = {gpu.id: gpu for gpu in machine.gpus}
    plans = fit.fit(PROFILES, machine).plans
    assert plans[0].verdict == "fits"
    for plan in plans:
        share = 1.0 if plan.verdict == "fits" else 0.4
        gpus = [by_id[taken.id] for taken in plan.memory.devices]
        for gpu, taken in zip(gpus, plan.memory.devices, strict=True):
            assert taken.margin_bytes >= share * room.gpu_margin(gpu)
            assert room.held(taken) + taken.margin_bytes <= gpu.free_bytes
        assert room.ram_left(plan.memory, gpus, machine.ram) >= share * room.ram_margin(machine.ram)
        known = profile_of(plan)
        held = sum(taken.weights_bytes for taken in (*plan.memory.devices, plan.memory.host))
        assert held == known.weights.total
        assert plan.placement.context_tokens % 256 == 0
        assert plan.placement.context_tokens <= 202_752
        assert (plan.placement.gpu_layers == 0) == (not gpus)
        assert "tokens/s" in plan.why
        assert plan.why.count(".") >= 1


@pytest.mark.parametrize("path", TOO_SMALL, ids=lambda path: path.stem)
def test_a_computer_that_is_too_small_is_told_what_would_be_needed(path):
    found = fit.fit(PROFILES, computer(path))
    assert found.plans == ()
    assert {refusal.model for refusal in found.refused} == set(BY_ID)
    for refusal in found.refused:
        assert "It needs about" in refusal.why
        assert "short of" in refusal.why
        assert expected(path)["names"] in refusal.why


@pytest.mark.parametrize("path", FITTING, ids=lambda path: path.stem)
def test_more_memory_never_makes_a_worse_choice(path):
    """The chosen plan of a computer with 2 GiB more everywhere is at least as fast or holds as much."""
    machine = computer(path)
    richer = replace(
        machine,
        devices=tuple(
            replace(d, total_bytes=d.total_bytes + 2 * GIB, free_bytes=d.free_bytes + 2 * GIB)
            for d in machine.devices
        ),
        ram=replace(
            machine.ram,
            total_bytes=machine.ram.total_bytes + 2 * GIB,
            available_bytes=machine.ram.available_bytes + 2 * GIB,
        ),
    )
    poor, rich = fit.fit(PROFILES, machine).chosen, fit.fit(PROFILES, richer).chosen
    assert poor is not None
    assert rich is not None
    better = (
        rich.decode_tokens_per_s >= poor.decode_tokens_per_s * 0.999,
        rich.placement.context_tokens >= poor.placement.context_tokens,
        profile_of(rich).bits >= profile_of(poor).bits,
    )
    assert any(better)


def test_experts_go_to_ram_before_whole_layers():
    for path in FITTING:
        for plan in fit.fit(PROFILES, computer(path)).plans:
            if plan.placement.gpu_layers not in (0, ALL_LAYERS):
                assert plan.placement.cpu_expert_layers == 46


@pytest.mark.parametrize(
    ("name", "whole"), [("gtx-1650-4gb", False), ("rtx-3060-ti-8gb", False), ("rtx-3060-12gb", True)]
)
def test_a_model_without_experts_moves_whole_layers(tmp_path, name, whole):
    dense = profile.read(
        write_llama(tmp_path / "dense.gguf", LlamaShape(4096, 32, 8, 128, 11_008, layers=32))
    )
    plan = fit.fit([dense], named(name)).chosen
    assert plan is not None
    assert plan.verdict == "fits"
    assert plan.placement.cpu_expert_layers == 0
    assert (plan.placement.gpu_layers == ALL_LAYERS) == whole
    assert whole or "of 32 layers fit" in plan.why


def test_the_order_of_built_in_graphics_and_card_does_not_matter():
    first = fit.fit(PROFILES, named("rtx-4070-and-uhd-770")).chosen
    second = fit.fit(PROFILES, named("uhd-770-and-rtx-4070")).chosen
    assert first is not None
    assert second is not None
    assert replace(first.placement, device="") == replace(second.placement, device="")
    assert (first.placement.device, second.placement.device) == ("Vulkan0", "Vulkan1")


def test_a_card_in_use_is_planned_by_what_is_free():
    free, taken = (
        fit.fit(PROFILES, named(f"rtx-{n}")).chosen for n in ("3090-24gb", "4090-24gb-mostly-taken")
    )
    assert free is not None
    assert taken is not None
    assert free.placement.cpu_expert_layers == 0
    assert taken.placement.cpu_expert_layers > 30
    assert all(d.weights_bytes < 6 * GIB for d in taken.memory.devices)


def test_two_cards_hold_together_what_neither_does():
    plan = fit.fit(PROFILES, named("rtx-3060-and-rtx-4070")).chosen
    assert plan is not None
    assert sum(plan.placement.split) == 48
    assert all(taken.weights_bytes > 5 * GIB for taken in plan.memory.devices)


# --- what a person decides ---------------------------------------------------------------------------------


@pytest.mark.parametrize("context", [4096, 16_384, 100_000, 202_752])
def test_a_wished_context_is_the_context(context):
    plan = fit.fit(PROFILES, named("rx-9070-xt-16gb-rocm"), Wish(context_tokens=context)).chosen
    assert plan is not None
    assert plan.placement.context_tokens == -(-context // 256) * 256


@pytest.mark.parametrize("kv", KvType)
def test_a_wished_cache_is_the_cache(kv):
    for plan in fit.fit(PROFILES, named("rtx-3090-24gb"), Wish(kv_type=kv)).plans:
        assert plan.placement.kv_type is kv


def test_a_known_sixteen_gigabyte_card_needs_about_as_many_layers_in_ram_as_people_found():
    """kr4ckhe4d/local-llm-benchmarks: 12 layers at 32k and 20 at 128k, with half our margin."""
    (known,) = (p for p in PROFILES if p.quant == "UD-Q4_K_XL")
    machine = named("rx-9070-xt-16gb-rocm")
    for context, people in ((32_768, 12), (131_072, 20)):
        plan = fit.fit([known], machine, Wish(context, KvType.Q8_0)).chosen
        assert plan is not None
        assert people - 1 <= plan.placement.cpu_expert_layers <= people + 3


def test_a_placement_that_does_not_fit_is_told_so():
    machine = named("rtx-3060-12gb")
    plan = fit.at(BY_ID["glm-4.7-flash-q8_0"], machine, Placement(context_tokens=32_768, device="CUDA0"))
    assert plan.verdict == "no"
    assert plan.memory.devices[0].margin_bytes < 0


def test_the_price_of_context_is_memory_then_layers_and_speed():
    (known,) = (p for p in PROFILES if p.quant == "UD-Q4_K_XL")
    prices = fit.prices(known, named("rx-9070-xt-16gb-rocm"), KvType.Q8_0)
    contexts = [plan.placement.context_tokens for plan in prices]
    assert contexts[:3] == [8192, 16_384, 24_576]
    assert contexts[-1] == 202_752
    moved = [plan.placement.cpu_expert_layers for plan in prices]
    speeds = [plan.decode_tokens_per_s for plan in prices]
    assert moved == sorted(moved)
    assert speeds == sorted(speeds, reverse=True)
    assert moved[0] < moved[-1]
    kept = [plan.memory.devices[0].kv_bytes for plan in prices]
    assert kept == sorted(kept)


# --- sentences ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("rx-9070-xt-16gb-rocm", "layers of experts in RAM: about"),
        ("rtx-3090-24gb", "All of it fits on the NVIDIA GeForce RTX 3090"),
        ("two-rtx-3090", "2 cards"),
        ("cpu-32gb", "There is no GPU to use"),
        ("rtx-3090-24gb-all-taken", "The processor does all the work"),
        ("cpu-16gb", "answers are noticeably worse"),
    ],
)
def test_the_reason_is_what_matters_on_that_computer(name, says):
    plan = fit.fit(PROFILES, named(name)).chosen
    assert plan is not None
    assert says in plan.why


def test_moved_experts_are_weighed_against_what_would_be_without():
    plan = fit.fit(PROFILES, named("rx-9070-xt-16gb-rocm")).chosen
    assert plan is not None
    moved = plan.placement.cpu_expert_layers
    assert plan.why.startswith(f"{moved} layers of experts in RAM: about {plan.decode_tokens_per_s:.0f}")
    assert f"but {plan.placement.context_tokens // 1024}k of context fits" in plan.why


def test_a_devices_kind_in_the_files_is_what_the_program_knows():
    for path in COMPUTERS:
        assert all(device.kind in Kind for device in computer(path).devices)
