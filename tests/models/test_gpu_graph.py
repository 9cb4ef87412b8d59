"""A GPU's buffer is the dry run's, figure by figure: beside whole layers in RAM, and beside another GPU.

The figures were printed by llama.cpp with Vulkan devices (llama-cpp-python 0.3.36); they need none here.
"""

from pathlib import Path

import pytest

from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Placement
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import profile
from glmdesk.models.graph_memory import Buffer, Graph, Result
from glmdesk.models.memory import Layout, gpu_buffer, predict
from glmdesk.models.profile import Profile
from tests.models import twin

KIB = 1024
GPU = Device("Vulkan0", "llvmpipe", Kind.GPU, "Vulkan", 1 << 31, 1 << 31, largest_tensor_bytes=1 << 27)


def buffer(known: Profile, placement: Placement, cpu_layers: int) -> int:
    return gpu_buffer(known, placement, GPU, Layout(cpu_layers, (known.shape.layers,)))


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
    found = buffer(profile.read(tiny_glm), placement, cpu_layers)
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
    found = buffer(profile.read(smollm2), placement, cpu_layers)
    assert found == pytest.approx(kib * KIB, rel=1e-4)


@pytest.mark.parametrize(
    ("quant", "kv", "cpu_layers", "experts", "batch", "context", "size"),
    [
        ("Q2_K", "f16", 24, 0, 512, 8192, 152_627_072),
        ("Q2_K", "f16", 24, 46, 512, 8192, 152_627_072),
        ("Q2_K", "q8_0", 24, 46, 512, 32_768, 209_555_392),
        ("Q2_K", "f16", 1, 0, 128, 32_768, 98_799_488),
        ("Q2_K", "q8_0", 2, 46, 128, 65_536, 201_560_000),
        ("Q2_K", "q4_0", 38, 46, 1024, 16_384, 210_366_432),
        ("Q2_K", "f16", 24, 46, 128, 8192, 100_721_152),
        ("Q4_K_M", "f16", 2, 8, 512, 8192, 179_611_520),
        ("Q4_K_M", "f16", 2, 46, 512, 32_768, 200_583_168),
        ("Q4_K_M", "q8_0", 2, 46, 512, 32_768, 234_962_880),
        ("Q4_K_M", "q4_0", 2, 46, 512, 8192, 164_931_584),
        ("Q4_K_M", "q8_0", 2, 46, 128, 32_768, 132_424_192),
        ("Q4_K_M", "q4_0", 24, 46, 512, 8192, 179_611_648),
    ],
)
def test_layers_of_the_full_size_model(tmp_path, quant, kv, cpu_layers, experts, batch, context, size):
    known = profile.read(twin.write(tmp_path / f"GLM-4.7-Flash-{quant}.gguf", quant))
    placement = Placement(context, KvType(kv), cpu_expert_layers=experts, ubatch=batch)
    assert buffer(known, placement, cpu_layers) == pytest.approx(size, rel=0.03)


@pytest.mark.parametrize(
    ("gpu_layers", "split", "context", "batch", "sizes"),
    [
        (ALL_LAYERS, (24, 24), 4096, 512, (111_173_632, 124_674_112)),
        (ALL_LAYERS, (36, 12), 4096, 128, (27_793_408, 31_168_576)),
        (30, (15, 15), 4096, 512, (134_276_992, 78_518_288)),
    ],
)
def test_shares_of_two_gpus(tmp_path, gpu_layers, split, context, batch, sizes):
    known = profile.read(twin.write(tmp_path / "GLM-4.7-Flash-Q2_K.gguf", "Q2_K"))
    placement = Placement(context, gpu_layers=gpu_layers, ubatch=batch, split=split)
    predicted = predict(known, placement, (GPU, GPU), Ram(1 << 36, 1 << 36))
    for part, size in zip(predicted.devices, sizes, strict=True):
        assert part.compute_bytes == pytest.approx(size, rel=1e-3)


def test_small_batches_are_left_to_the_processor(tiny_glm):
    known = profile.read(tiny_glm)
    small, usual = (Placement(4096, ubatch=batch) for batch in (16, 128))
    assert buffer(known, small, 2) == buffer(known, small, 0)
    assert buffer(known, usual, 2) > buffer(known, usual, 0)


def test_without_flash_attention_every_head_keeps_its_scores(tiny_glm):
    known = profile.read(tiny_glm)
    on, off = (Placement(4096, flash_attention=flash) for flash in (FlashAttention.ON, FlashAttention.OFF))
    scores = 4 * 512 * 4096 * known.shape.heads
    assert buffer(known, off, 2) - buffer(known, on, 2) == pytest.approx(scores, rel=0.5)


# --- the allocator -----------------------------------------------------------------------------------------


def played(graph: Graph) -> int:
    empty = Buffer()
    graph.play(empty)
    return empty.size


def test_the_place_of_a_result_is_free_behind_its_last_reader():
    graph = Graph()
    first = graph.add(1600)
    second = graph.add(1600, first)
    graph.add(1600, second)
    assert played(graph) == 3200


def test_a_result_takes_the_place_of_one_that_nothing_else_reads():
    graph = Graph()
    first = graph.add(1600)
    graph.add(1600, first, over=(first,))
    assert played(graph) == 1600
    graph = Graph()
    first = graph.add(1600)
    graph.add(1600, first, over=(first,))
    graph.read(first)
    assert played(graph) == 3200


def test_the_smallest_stretch_that_holds_a_result_is_taken():
    graph = Graph()
    large, between, small, behind = graph.add(4000), graph.add(160), graph.add(1600), graph.add(160)
    graph.read(large, small)
    both = graph.add(1600), graph.add(4000)
    graph.read(between, behind, *both)
    assert played(graph) == 4000 + 160 + 1600 + 160


def test_stretches_beside_each_other_become_one():
    graph = Graph()
    parts = [graph.add(1600) for _ in range(3)]
    end = graph.add(160)
    for part in (parts[0], parts[2], parts[1]):
        graph.read(part)
    graph.read(graph.add(4800), end)
    assert played(graph) == 4800 + 160


def test_what_is_given_later_has_its_place_where_something_was_given_last():
    graph = Graph()
    weight = graph.give(1600)
    product = graph.add(1600, weight)
    late = Result(1600, is_promised=True)
    graph.read(product, late)
    assert played(graph) == 4800


def test_a_graph_goes_on_where_one_before_it_ended():
    first, second, place = Graph(), Graph(), Buffer()
    kept, passing = first.add(1600), first.add(3200)
    first.read(kept, passing)
    first.keep(kept)
    first.play(place)
    second.read(Result(kept.size, begin=kept.begin), second.add(3200))
    second.play(place)
    assert place.size == 1600 + 3200
    assert place.stretches == Buffer().stretches


def test_what_holds_nothing_takes_nothing():
    assert played(Graph()) == 0


def test_files_of_catalogues_have_pieces_too(twin: Path):
    dense, *others = profile.read(twin).weights.pieces
    assert {"attn_q_a", "ffn_up"} <= dense.of_kind.keys()
    for layer in others:
        assert {"attn_q_a", "ffn_down_exps", "ffn_gate_shexp"} <= layer.of_kind.keys()
