"""A GPU's buffer beside whole layers in RAM is the dry run's, figure by figure.

The figures were printed by llama.cpp with a Vulkan device (llama-cpp-python 0.3.36); they need no such device
here.
"""

from pathlib import Path

import pytest

from glmdesk.core.plan import FlashAttention, KvType, Placement
from glmdesk.machine.devices import Device, Kind
from glmdesk.models import profile
from glmdesk.models.graph_memory import Graph
from glmdesk.models.memory import gpu_buffer
from tests.models import twin

KIB = 1024
GPU = Device("Vulkan0", "llvmpipe", Kind.GPU, "Vulkan", 1 << 31, 1 << 31, largest_tensor_bytes=1 << 27)


@pytest.mark.parametrize(
    ("kv", "cpu_layers", "batch", "kib"),
    [
        ("f16", 4, 128, 5055.9),
        ("f16", 2, 512, 12_959.9),
        ("f16", 1, 128, 4031.9),
        ("q8_0", 4, 64, 2639.9),
        ("q8_0", 3, 512, 11_936.0),
        ("q4_0", 1, 512, 13_984.0),
    ],
)
def test_layers_of_the_tiny_model(tiny_glm, kv, cpu_layers, batch, kib):
    placement = Placement(4096, KvType(kv), ubatch=batch)
    found = gpu_buffer(profile.read(tiny_glm), placement, GPU, cpu_layers)
    assert found == pytest.approx(kib * KIB, rel=1e-4)


@pytest.mark.parametrize(
    ("kv", "cpu_layers", "batch", "kib"),
    [
        ("f16", 30, 64, 5610.8),
        ("f16", 21, 128, 5451.0),
        ("f16", 1, 512, 18_124.5),
        ("q8_0", 30, 128, 5275.0),
        ("q8_0", 1, 64, 2794.8),
        ("q4_0", 21, 512, 18_140.5),
    ],
)
def test_layers_of_the_starter_model(smollm2, kv, cpu_layers, batch, kib):
    placement = Placement(4096, KvType(kv), ubatch=batch)
    found = gpu_buffer(profile.read(smollm2), placement, GPU, cpu_layers)
    assert found == pytest.approx(kib * KIB, rel=1e-4)


@pytest.mark.parametrize(
    ("kv", "cpu_layers", "experts", "batch", "context", "size"),
    [
        ("f16", 24, 0, 512, 8192, 152_627_072),
        ("f16", 24, 46, 512, 8192, 152_627_072),
        ("q8_0", 24, 46, 512, 32_768, 209_555_392),
        ("f16", 1, 0, 128, 32_768, 98_799_488),
        ("q8_0", 2, 46, 128, 65_536, 201_560_000),
        ("q4_0", 38, 46, 1024, 16_384, 210_366_432),
    ],
)
def test_layers_of_the_full_size_model(tmp_path, kv, cpu_layers, experts, batch, context, size):
    known = profile.read(twin.write(tmp_path / "GLM-4.7-Flash-Q2_K.gguf", "Q2_K"))
    placement = Placement(context, KvType(kv), cpu_expert_layers=experts, ubatch=batch)
    assert gpu_buffer(known, placement, GPU, cpu_layers) == pytest.approx(size, rel=0.05)


def test_small_batches_are_left_to_the_processor(tiny_glm):
    known = profile.read(tiny_glm)
    small, usual = (Placement(4096, ubatch=batch) for batch in (16, 128))
    assert gpu_buffer(known, small, GPU, 2) == gpu_buffer(known, small, GPU, 0)
    assert gpu_buffer(known, usual, GPU, 2) > gpu_buffer(known, usual, GPU, 0)


def test_without_flash_attention_every_head_keeps_its_scores(tiny_glm):
    known = profile.read(tiny_glm)
    on, off = (Placement(4096, flash_attention=flash) for flash in (FlashAttention.ON, FlashAttention.OFF))
    scores = 4 * 512 * 4096 * known.shape.heads
    assert gpu_buffer(known, off, GPU, 2) - gpu_buffer(known, on, GPU, 2) == pytest.approx(scores, rel=0.5)


# --- the allocator -----------------------------------------------------------------------------------------


def test_the_place_of_a_result_is_free_behind_its_last_reader():
    graph = Graph()
    first = graph.add(1600)
    second = graph.add(1600, first)
    graph.add(1600, second)
    assert graph.play() == 3200


def test_a_result_takes_the_place_of_one_that_nothing_else_reads():
    graph = Graph()
    first = graph.add(1600)
    graph.add(1600, first, over=(first,))
    assert graph.play() == 1600
    graph = Graph()
    first = graph.add(1600)
    graph.add(1600, first, over=(first,))
    graph.read(first)
    assert graph.play() == 3200


def test_the_smallest_stretch_that_holds_a_result_is_taken():
    graph = Graph()
    large, between, small, behind = graph.add(4000), graph.add(160), graph.add(1600), graph.add(160)
    graph.read(large, small)
    both = graph.add(1600), graph.add(4000)
    graph.read(between, behind, *both)
    assert graph.play() == 4000 + 160 + 1600 + 160


def test_stretches_beside_each_other_become_one():
    graph = Graph()
    parts = [graph.add(1600) for _ in range(3)]
    end = graph.add(160)
    for part in (parts[0], parts[2], parts[1]):
        graph.read(part)
    graph.read(graph.add(4800), end)
    assert graph.play() == 4800 + 160


def test_what_holds_nothing_takes_nothing():
    assert Graph().play() == 0


def test_files_of_catalogues_have_pieces_too(twin: Path):
    kinds = {piece.kind for piece in profile.read(twin).weights.pieces}
    assert {"attn_q_a", "ffn_up", "ffn_down_exps", "ffn_gate_shexp"} <= kinds
