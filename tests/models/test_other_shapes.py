"""Predictions for models of other shapes: wide and narrow, with experts, with layers that are not loaded."""

from collections.abc import Iterator

import pytest

from glmdesk.core.plan import KvType, Placement
from glmdesk.engine.command import worker_environment
from glmdesk.engine.dry_runner import DryRunner
from glmdesk.machine.devices import Ram
from glmdesk.models import profile
from glmdesk.models.memory import predict
from tests.models.bare_shapes import LlamaShape, write_glm_with_a_further_layer, write_llama

RAM = Ram(1 << 36, 1 << 36)
SHAPES = {
    "like Llama 7B": (LlamaShape(4096, 32, 8, 128, 11_008), 0.01),
    "wider attention than layers": (LlamaShape(1024, 16, 4, 128, 3072), 0.01),
    "attention alone": (LlamaShape(1024, 32, 8, 128, 1024), 0.07),
    "many experts": (LlamaShape(2048, 32, 4, 128, 6144, experts=16, used=8, expert_width=768), 0.01),
    "wide experts": (LlamaShape(2048, 32, 4, 128, 6144, experts=16, used=8, expert_width=1536), 0.1),
}


@pytest.fixture
def runner() -> Iterator[DryRunner]:
    own = worker_environment()
    own.pop("GGML_VK_VISIBLE_DEVICES", None)
    with DryRunner(env=own) as real:
        yield real


@pytest.mark.parametrize("kv", [KvType.F16, KvType.Q8_0])
@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_takes_what_was_predicted(runner, tmp_path, name, kv):
    shape, bound = SHAPES[name]
    path = write_llama(tmp_path / "model.gguf", shape)
    placement = Placement(context_tokens=8192, kv_type=kv, gpu_layers=0)
    measured = runner.measure(path, placement).host
    predicted = predict(profile.read(path), placement, (), RAM).host
    assert predicted.weights_bytes == pytest.approx(measured.weights_bytes, rel=0.001)
    assert predicted.kv_bytes == measured.kv_bytes
    assert predicted.compute_bytes == pytest.approx(measured.compute_bytes, rel=bound)


def test_a_layer_that_only_predicts_further_tokens_is_not_loaded(runner, tmp_path):
    path = write_glm_with_a_further_layer(tmp_path / "model.gguf")
    known = profile.read(path)
    assert (known.shape.layers, known.shape.further_layers) == (4, 1)
    placement = Placement(context_tokens=2048, gpu_layers=0)
    measured = runner.measure(path, placement).host
    predicted = predict(known, placement, (), RAM).host
    assert predicted.weights_bytes == pytest.approx(measured.weights_bytes, rel=0.001)
    assert predicted.weights_bytes < 0.95 * path.stat().st_size
    assert predicted.kv_bytes == measured.kv_bytes == 2048 * 4 * 256
