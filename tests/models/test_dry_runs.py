"""llama.cpp's figures are asked for once, and replace the estimate in a plan."""

from dataclasses import replace
from pathlib import Path

import pytest

from glmdesk.core.plan import DeviceMemory, HostMemory, Memory, Placement, Plan
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models.dry_runs import DryRuns, verified

GIB = 1024**3
MEMORY = Memory((DeviceMemory("CUDA0", 10 * GIB, GIB, 5),), HostMemory(3, 4, 5, 6))


class Engine:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked: list[Placement] = []

    def measure(self, _path: Path, placement: Placement) -> Memory:
        self.asked.append(placement)
        return MEMORY


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"weights")
    return path


def test_the_same_question_is_asked_once_even_after_a_restart(tmp_path, model):
    engine = Engine()
    for _ in range(3):
        runs = DryRuns(tmp_path / "runs.json", "b1", engine.measure)
        assert runs.memory(model, Placement()) == MEMORY
        assert runs.memory(model, Placement()) == MEMORY
    assert len(engine.asked) == 1


def test_another_placement_build_or_file_is_another_question(tmp_path, model):
    engine = Engine()
    path = tmp_path / "runs.json"
    DryRuns(path, "b1", engine.measure).memory(model, Placement())
    DryRuns(path, "b1", engine.measure).memory(model, Placement(ubatch=256))
    DryRuns(path, "b2", engine.measure).memory(model, Placement())
    model.write_bytes(b"other weights")
    DryRuns(path, "b1", engine.measure).memory(model, Placement())
    assert len(engine.asked) == 4


def test_only_the_newest_are_kept(tmp_path, model):
    engine = Engine()
    runs = DryRuns(tmp_path / "runs.json", "b1", engine.measure)
    for context in range(310):
        runs.memory(model, Placement(context_tokens=context + 1))
    later = DryRuns(tmp_path / "runs.json", "b1", engine.measure)
    later.memory(model, Placement(context_tokens=310))
    assert len(engine.asked) == 310
    later.memory(model, Placement(context_tokens=1))
    assert len(engine.asked) == 311


@pytest.mark.parametrize("content", ["", "[]", '{"a": 1, "b": {"devices": 3}}'])
def test_a_spoiled_memory_is_asked_again(tmp_path, model, content):
    (tmp_path / "runs.json").write_text(content)
    engine = Engine()
    assert DryRuns(tmp_path / "runs.json", "b1", engine.measure).memory(model, Placement()) == MEMORY
    assert len(engine.asked) == 1


def test_a_plan_is_held_against_the_figures():
    card = Device("CUDA0", "Card", Kind.GPU, "CUDA", 16 * GIB, 14 * GIB)
    ram = Ram(32 * GIB, 20 * GIB)
    plan = Plan("m", "Q4_K_M", 1, Placement(), Memory(), verdict="fits", why="Why.")
    checked = verified(plan, MEMORY, (card,), ram, lambda _device: GIB)
    (taken,) = checked.memory.devices
    assert (taken.free_bytes, taken.margin_bytes) == (14 * GIB, 2 * GIB - 5)
    assert checked.memory.host.available_bytes == 20 * GIB
    assert (checked.verdict, checked.why) == ("fits", "Why.")
    fuller = replace(card, free_bytes=12 * GIB + GIB // 2)
    assert verified(plan, MEMORY, (fuller,), ram, lambda _device: GIB).verdict == "tight"
    assert verified(plan, MEMORY, (replace(card, free_bytes=GIB),), ram).verdict == "no"
