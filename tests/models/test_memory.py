"""What is predicted is what llama.cpp's own allocator says, buffer by buffer."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from glmdesk.core.plan import HostMemory, KvType, Memory, Placement
from glmdesk.engine.command import worker_environment
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import kv_cache, profile
from glmdesk.models.memory import DRIVER_BYTES, Layout, allowance, layout_of, predict
from glmdesk.models.profile import Profile
from tests.models import twin as twin_model

GIB = 1024**3
MIB = 1024**2
RAM = Ram(64 * GIB, 60 * GIB)
SOFTWARE_GPU = Device(
    "Vulkan0", "llvmpipe", Kind.GPU, "Vulkan", 2 * GIB, 2 * GIB, largest_tensor_bytes=128 * MIB
)

TWIN = [
    {"context_tokens": context, "kv_type": kv, "ubatch": batch, "gpu_layers": 0}
    for context, kv, batch in product((4096, 32_768, 202_752), KvType, (128, 1024))
]
STARTER = [
    {"context_tokens": context, "kv_type": kv, "ubatch": batch, "gpu_layers": 0}
    for context, kv, batch in product((500, 8192), KvType, (64, 512))
]
SMALL = [
    {"context_tokens": 2048, "kv_type": kv, "ubatch": batch, "gpu_layers": 0}
    for kv, batch in product(KvType, (64, 512))
]


@pytest.fixture(scope="module")
def on_cpu(tiny_glm: Path) -> Iterator[DryRunner]:
    """Dry runs without a GPU, in a process that is there before the first test."""
    own = worker_environment()
    own.pop("GGML_VK_VISIBLE_DEVICES", None)
    with DryRunner(env=own) as runner:
        runner.measure(tiny_glm, Placement(gpu_layers=0))
        yield runner


@pytest.fixture(scope="module")
def on_gpu(tiny_glm: Path) -> Iterator[DryRunner]:
    """Dry runs with Mesa's software GPU, which takes no tensor above 128 MiB."""
    yield from vulkan_runner(tiny_glm, GGML_VK_VISIBLE_DEVICES="0")


@pytest.fixture(scope="module")
def on_two_gpus(tiny_glm: Path) -> Iterator[DryRunner]:
    """Dry runs with the same software GPU twice, its graphs in llama.cpp's order as with CUDA."""
    yield from vulkan_runner(tiny_glm, GGML_VK_VISIBLE_DEVICES="0,0", GGML_VK_DISABLE_GRAPH_OPTIMIZE="1")


def vulkan_runner(model: Path, **settings: str) -> Iterator[DryRunner]:
    with DryRunner(env=worker_environment() | settings) as runner:
        if not runner.measure(model, Placement()).devices:
            pytest.skip("no Vulkan build, or no Vulkan device")
        yield runner


@pytest.fixture(scope="module")
def two_bit_twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return twin_model.write(tmp_path_factory.mktemp("models") / "GLM-4.7-Flash-Q2_K.gguf", "Q2_K")


def taken(part: Any) -> tuple[int, int, int]:
    return part.weights_bytes, part.kv_bytes, part.compute_bytes


def total(memory: Memory) -> int:
    return sum(map(sum, map(taken, (*memory.devices, memory.host))))


def assert_close(predicted: Any, measured: Any) -> None:
    """The bounds that are promised; llama.cpp prints hundredths of a MiB."""
    for expected, real, bound in zip(taken(predicted), taken(measured), (0.001, 0.001, 0.05), strict=True):
        assert expected == pytest.approx(real, rel=bound, abs=0.02 * MIB)


@pytest.mark.parametrize("placed", TWIN, ids=str)
def test_the_full_size_model_on_the_processor(on_cpu, twin, placed):
    measured = on_cpu.measure(twin, Placement(**placed))
    predicted = predict(profile.read(twin), Placement(**placed), (), RAM)
    assert_close(predicted.host, measured.host)
    assert total(predicted) == pytest.approx(total(measured), rel=0.01)


@pytest.mark.parametrize("placed", STARTER, ids=str)
def test_the_starter_model_on_the_processor(on_cpu, smollm2, placed):
    measured = on_cpu.measure(smollm2, Placement(**placed))
    predicted = predict(profile.read(smollm2), Placement(**placed), (), RAM)
    assert_close(predicted.host, measured.host)
    assert total(predicted) == pytest.approx(total(measured), rel=0.01)


@pytest.mark.parametrize("placed", SMALL, ids=str)
def test_the_tiny_model_on_the_processor(on_cpu, tiny_glm, placed):
    measured = on_cpu.measure(tiny_glm, Placement(**placed))
    assert_close(predict(profile.read(tiny_glm), Placement(**placed), (), RAM).host, measured.host)


def assert_close_on_gpu(runner: DryRunner, path: Path, placement: Placement) -> None:
    measured = runner.measure(path, placement)
    predicted = predict(profile.read(path), placement, (SOFTWARE_GPU,) * len(measured.devices), RAM)
    for part, real in zip(predicted.devices, measured.devices, strict=True):
        assert_close(part, real)
    assert_close(predicted.host, measured.host)
    assert total(predicted) == pytest.approx(total(measured), rel=0.01)


@pytest.mark.vulkan
@pytest.mark.parametrize("kv", KvType)
@pytest.mark.parametrize("experts", [0, 1, 3])
def test_small_models_on_a_gpu_with_experts_in_ram(on_gpu, tiny_glm, smollm2, kv, experts):
    placement = Placement(context_tokens=4096, kv_type=kv, cpu_expert_layers=experts, ubatch=256)
    assert_close_on_gpu(on_gpu, tiny_glm, placement)
    assert_close_on_gpu(on_gpu, smollm2, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize("experts", [0, 12, 46])
@pytest.mark.parametrize(("context", "batch"), [(8192, 128), (32_768, 512), (65_536, 512)])
def test_the_full_size_model_on_a_gpu(on_gpu, two_bit_twin, context, batch, experts):
    """Its output is too large for the software GPU and stays in RAM."""
    placement = Placement(context_tokens=context, cpu_expert_layers=experts, ubatch=batch)
    assert_close_on_gpu(on_gpu, two_bit_twin, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize("experts", [0, 12, 46])
@pytest.mark.parametrize("kv", KvType)
def test_experts_that_are_too_large_for_a_gpu_stay_in_ram(on_gpu, twin, kv, experts):
    placement = Placement(context_tokens=16_384, kv_type=kv, cpu_expert_layers=experts)
    assert_close_on_gpu(on_gpu, twin, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize("kv", KvType)
@pytest.mark.parametrize("layers", [1, 2, 4])
def test_small_models_with_whole_layers_in_ram(on_gpu, tiny_glm, smollm2, kv, layers):
    placement = Placement(context_tokens=4096, kv_type=kv, gpu_layers=layers, ubatch=128)
    assert_close_on_gpu(on_gpu, tiny_glm, placement)
    assert_close_on_gpu(on_gpu, smollm2, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize(("layers", "experts"), [(24, 0), (24, 46), (47, 0)])
def test_the_full_size_model_with_whole_layers_in_ram(on_gpu, two_bit_twin, layers, experts):
    placement = Placement(context_tokens=8192, gpu_layers=layers, cpu_expert_layers=experts)
    assert_close_on_gpu(on_gpu, two_bit_twin, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize("experts", [0, 8, 30])
@pytest.mark.parametrize("split", [(24, 24), (36, 12)])
def test_the_full_size_model_on_two_gpus(on_two_gpus, two_bit_twin, split, experts):
    """With the whole model there they work on four batches at once, each with inputs of its own."""
    placement = Placement(context_tokens=32_768, cpu_expert_layers=experts, split=split)
    assert_close_on_gpu(on_two_gpus, two_bit_twin, placement)


@pytest.mark.vulkan
def test_whole_layers_in_ram_are_computed_by_the_first_of_two_gpus(on_two_gpus, two_bit_twin):
    placement = Placement(context_tokens=8192, gpu_layers=30, split=(15, 15))
    assert_close_on_gpu(on_two_gpus, two_bit_twin, placement)


@pytest.mark.vulkan
@pytest.mark.parametrize("kv", KvType)
def test_small_models_on_two_gpus(on_two_gpus, tiny_glm, smollm2, kv):
    for path, split in ((tiny_glm, (3, 2)), (smollm2, (16, 15))):
        placement = Placement(context_tokens=4096, kv_type=kv, ubatch=256, split=split)
        assert_close_on_gpu(on_two_gpus, path, placement)


# --- rules that need no engine -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def glm(twin: Path) -> Profile:
    return profile.read(twin)


def gpu(name: str, free: int = 16 * GIB, backend: str = "CUDA") -> Device:
    return Device(name, name, Kind.GPU, backend, free, free)


@pytest.mark.parametrize(("kv", "per_token"), [("f16", 54_144), ("q8_0", 28_764), ("q4_0", 15_228)])
def test_a_token_of_context_takes_what_is_published(glm, kv, per_token):
    assert glm.cell_before[KvType(kv)][-1] == per_token


@pytest.mark.parametrize(
    ("wanted", "cells"), [(1, 256), (256, 256), (257, 512), (32_768, 32_768), (10**7, 202_752)]
)
def test_contexts_are_whole_steps_within_what_was_trained(wanted, cells):
    assert kv_cache.cells(wanted, 202_752) == cells


def test_a_cache_whose_rows_are_no_whole_blocks_cannot_be_quantised(glm):
    odd = replace(glm.shape, kv_widths=((100, 0),) * 47)
    assert kv_cache.is_possible(odd, KvType.F16)
    assert not kv_cache.is_possible(odd, KvType.Q8_0)
    assert kv_cache.is_possible(glm.shape, KvType.Q4_0)


def test_moving_experts_keeps_the_sum(glm):
    everything = predict(glm, Placement(), (gpu("CUDA0"),), RAM)
    moved = predict(glm, Placement(cpu_expert_layers=12), (gpu("CUDA0"),), RAM)
    gone = everything.devices[0].weights_bytes - moved.devices[0].weights_bytes
    assert gone == moved.host.weights_bytes - everything.host.weights_bytes
    assert gone == sum(glm.weights.experts[1:13])
    assert glm.weights.experts[0] == 0


def test_the_embedding_stays_in_ram_and_a_tied_one_is_copied(glm, smollm2):
    assert predict(glm, Placement(), (gpu("A"),), RAM).host.weights_bytes == glm.weights.input
    tied = profile.read(smollm2)
    on_gpu = predict(tied, Placement(), (gpu("A"),), RAM)
    assert on_gpu.devices[0].weights_bytes == tied.weights.total
    assert on_gpu.host.weights_bytes == tied.weights.tied > 0
    assert predict(tied, Placement(gpu_layers=0), (), RAM).host.weights_bytes == tied.weights.total


def test_layers_go_to_the_gpus_from_the_end_in_their_order(glm):
    cards = (gpu("A", 24 * GIB), gpu("B", 8 * GIB))
    assert layout_of(glm, Placement(), cards) == Layout(0, (36, 47))
    assert layout_of(glm, Placement(split=(10, 38)), cards) == Layout(0, (10, 47))
    assert layout_of(glm, Placement(gpu_layers=20, split=(5, 15)), cards) == Layout(28, (33, 47))
    assert layout_of(glm, Placement(gpu_layers=1), cards) == Layout(47, (47, 47))
    assert layout_of(glm, Placement(gpu_layers=0), cards) == Layout(47, ())
    assert layout_of(glm, Placement(), ()) == Layout(47, ())


def test_several_gpus_hold_together_what_one_would(glm):
    cards = (gpu("A", 24 * GIB), gpu("B", 8 * GIB))
    both = predict(glm, Placement(split=(40, 8)), cards, RAM)
    one = predict(glm, Placement(), (gpu("A", 32 * GIB),), RAM)
    assert sum(d.weights_bytes for d in both.devices) == one.devices[0].weights_bytes
    assert sum(d.kv_bytes for d in both.devices) == one.devices[0].kv_bytes
    assert [d.id for d in both.devices] == ["A", "B"]
    assert both.host == replace(one.host, compute_bytes=both.host.compute_bytes)


def test_several_gpus_have_the_inputs_of_four_batches(glm):
    cards = (gpu("A", 24 * GIB), gpu("B", 24 * GIB))
    whole = Placement(context_tokens=65_536, split=(24, 24))
    alone = predict(glm, replace(whole, split=()), cards[:1], RAM)
    overlapping = predict(glm, whole, cards, RAM)
    in_turn = predict(glm, replace(whole, cpu_expert_layers=1), cards, RAM)
    mask = 2 * whole.ubatch * whole.context_tokens
    for part, before in zip(overlapping.devices, (*alone.devices, *in_turn.devices[1:]), strict=True):
        assert 3 * mask < part.compute_bytes - before.compute_bytes < 4 * mask
    assert 3 * mask < overlapping.host.compute_bytes - alone.host.compute_bytes < 4 * mask
    assert in_turn.host.compute_bytes == alone.host.compute_bytes


def test_the_margin_is_what_buffers_and_driver_leave(glm):
    card = gpu("A", 24 * GIB)
    (device,) = predict(glm, Placement(), (card,), RAM).devices
    assert device.margin_bytes == 24 * GIB - sum(taken(device)) - allowance(card)
    (more,) = predict(glm, Placement(), (card,), RAM, lambda _device: 3 * GIB).devices
    assert device.margin_bytes - more.margin_bytes == 3 * GIB - DRIVER_BYTES["CUDA"]


def test_a_quantised_cache_is_halved_to_16_bits_on_cuda_only(glm):
    def buffer(backend: str, kv: KvType) -> int:
        placement = Placement(context_tokens=202_752, kv_type=kv, ubatch=128)
        return predict(glm, placement, (gpu("A", backend=backend),), RAM).devices[0].compute_bytes

    assert buffer("CUDA", KvType.Q8_0) - buffer("CUDA", KvType.F16) > 200 * MIB
    assert buffer("Vulkan", KvType.Q8_0) == buffer("Vulkan", KvType.F16)


def test_the_host_has_what_no_gpu_has(glm):
    memory = predict(glm, Placement(gpu_layers=24, cpu_expert_layers=30), (gpu("A"),), RAM)
    assert isinstance(memory.host, HostMemory)
    held = memory.devices[0].weights_bytes + memory.host.weights_bytes
    assert held == glm.weights.total
    kept = memory.devices[0].kv_bytes + memory.host.kv_bytes
    assert kept == 8192 * 54_144
