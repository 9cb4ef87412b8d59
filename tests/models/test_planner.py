"""A plan is checked by llama.cpp where that matters, and every load teaches the next plan something."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from glmdesk.core.errors import EngineLost
from glmdesk.core.plan import DeviceMemory, KvType, Memory, Placement
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import correction, profile
from glmdesk.models.computer import Folders
from glmdesk.models.library import named
from glmdesk.models.memory import predict
from glmdesk.models.planner import Listing, Planner
from glmdesk.models.remembered import Origin
from glmdesk.paths import resources

GIB, MIB = 1024**3, 1024**2


@dataclass(frozen=True)
class Card:
    """A card as an engine lists it."""

    id: str = "CUDA0"
    name: str = "NVIDIA GeForce RTX 4090"
    kind: str = "gpu"
    backend: str = "CUDA"
    total_bytes: int = 24 * GIB
    free_bytes: int = 23 * GIB
    pci: str = ""


class Allocator:
    """llama.cpp's dry run, which finds compute buffers of another size than the estimate."""

    def __init__(self, factor: float = 1.0) -> None:
        self.factor = factor
        self.asked: list[Placement] = []

    def __call__(self, path: Path, placement: Placement) -> Memory:
        self.asked.append(placement)
        card = Device("CUDA0", Card.name, Kind.GPU, "CUDA", Card.total_bytes, Card.free_bytes)
        gpus = (card,) if placement.gpu_layers else ()
        memory = predict(profile.read(path), placement, gpus, Ram(64 * GIB, 60 * GIB))
        taken = (replace(d, compute_bytes=round(d.compute_bytes * self.factor)) for d in memory.devices)
        return Memory(tuple(taken), memory.host)


def planner_of(folder: Path, measure: Allocator) -> Planner:
    return Planner(Folders(folder, folder, resources()), measure)


@pytest.fixture
def allocator() -> Allocator:
    return Allocator()


@pytest.fixture
def planner(tmp_path: Path, allocator: Allocator) -> Planner:
    planner = planner_of(tmp_path, allocator)
    planner.get_ready()
    return planner


def listing(**card: int) -> Listing:
    return Listing((Card(**card),), "b1")


def test_where_there_is_ample_room_llama_cpp_is_not_asked(planner, allocator, tiny_glm):
    assert planner.plan(named(tiny_glm), listing()).verdict == "fits"
    assert allocator.asked == []


def test_a_card_that_the_engine_does_not_know_has_no_part_in_a_plan(tmp_path, allocator, tiny_glm):
    hardware = Path(__file__).parent.parent / "data/hardware/rtx-3060-that-the-engine-cannot-use.json"
    plan = Planner(Folders(tmp_path, tmp_path, resources()), allocator, hardware).plan(
        named(tiny_glm), Listing(())
    )
    assert (plan.placement.device, plan.memory.devices, plan.verdict) == ("", (), "fits")


def test_where_it_is_close_llama_cpp_is_asked_once(planner, allocator, twin):
    first = planner.plan(named(twin), listing(), 202_752)
    assert first.placement.context_tokens == 202_752
    assert len(allocator.asked) == 1
    assert planner.plan(named(twin), listing(), 202_752).memory.devices == first.memory.devices
    assert len(allocator.asked) == 1


def test_a_plan_that_llama_cpp_finds_too_large_gives_way_to_a_smaller_one(planner, allocator, tmp_path, twin):
    estimated = planner.plan(named(twin), listing(), 202_752)
    (tmp_path / "dry-runs.json").unlink()
    allocator.factor = 2.0
    found = planner.plan(named(twin), listing(), 202_752)
    assert found.placement.cpu_expert_layers > estimated.placement.cpu_expert_layers
    assert found.verdict == "fits"


def test_a_dry_run_that_fails_leaves_the_estimate(tmp_path, twin):
    def lost(path: Path, placement: Placement) -> Memory:
        raise EngineLost("llama.cpp cannot do that on this device.")

    plan = Planner(Folders(tmp_path, tmp_path, resources()), lost).plan(named(twin), listing(), 202_752)
    assert plan.verdict == "fits"


def test_what_a_driver_takes_beside_the_buffers_is_reserved_next_time(planner, tmp_path, twin):
    plan = planner.plan(named(twin), listing(), 32_768)
    (taken,) = plan.memory.devices
    held = taken.weights_bytes + taken.kv_bytes + taken.compute_bytes
    left = taken.free_bytes - held - 1500 * MIB
    planner.loaded(twin, plan, Memory((replace(taken, margin_bytes=left),), plan.memory.host), listing())
    again = planner.plan(named(twin), listing(), 32_768)
    assert again.memory.devices[0].margin_bytes >= 0
    reserved = json.loads((tmp_path / correction.FILE).read_bytes())
    assert list(reserved.values()) == [1500 * MIB]


def test_the_smaller_plan_that_worked_is_used_until_it_is_planned_anew(planner, tiny_glm):
    best = planner.plan(named(tiny_glm), listing())
    small = replace(best, placement=replace(best.placement, kv_type=KvType.Q8_0, ubatch=128), lasting=True)
    planner.loaded(tiny_glm, small, Memory((DeviceMemory("CUDA0"),)), listing())
    again = planner.plan(named(tiny_glm), listing())
    assert (again.placement, again.lasting) == (small.placement, True)
    assert "Choose the model again" in again.why
    assert planner.plan(named(tiny_glm), listing(), 4096).lasting is False
    assert planner.plan(named(tiny_glm), replace(listing(), commit="b2")).lasting is False
    assert planner.forget(tiny_glm)
    assert planner.plan(named(tiny_glm), listing()).placement == best.placement


def test_a_passing_step_down_is_not_remembered(planner, tiny_glm):
    best = planner.plan(named(tiny_glm), listing())
    planner.loaded(tiny_glm, best, best.memory, listing())
    assert planner.plan(named(tiny_glm), listing()).placement == best.placement


def test_a_tuned_plan_is_used_with_its_measured_speed(planner, tiny_glm):
    best = planner.plan(named(tiny_glm), listing())
    tuned = replace(
        best,
        placement=replace(best.placement, ubatch=1024),
        prefill_tokens_per_s=900.0,
        decode_tokens_per_s=77.0,
    )
    planner.tuned(tiny_glm, tuned, listing())
    again = planner.plan(named(tiny_glm), listing())
    assert (again.placement.ubatch, again.decode_tokens_per_s, again.measured) == (1024, 77.0, True)
    assert planner.forget(tiny_glm, Origin.TUNED)
    assert not planner.plan(named(tiny_glm), listing()).measured


def test_a_remembered_card_that_is_gone_is_planned_without(planner, tiny_glm):
    best = planner.plan(named(tiny_glm), listing())
    planner.loaded(tiny_glm, replace(best, lasting=True), best.memory, listing())
    alone = planner.plan(named(tiny_glm), Listing((), "b1"))
    assert alone.placement.gpu_layers == 0
