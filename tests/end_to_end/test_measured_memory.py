"""What a worker really allocates was predicted: real loads, split between processor and software GPU."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glmdesk.core.plan import KvType, Memory, Placement
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_environment
from glmdesk.engine.protocol import Failed, Load, Loaded
from glmdesk.machine.detection import detect
from glmdesk.machine.devices import Disk
from glmdesk.models import profile
from glmdesk.models.memory import predict

PLACEMENTS: list[dict[str, Any]] = [
    {"gpu_layers": 0},
    {},
    {"gpu_layers": 3},
    {"cpu_expert_layers": 2},
    {"kv_type": KvType.Q8_0, "cpu_expert_layers": 1},
]


@pytest.fixture
def worker() -> Iterator[Child]:
    with Child(env=worker_environment() | {"GGML_VK_VISIBLE_DEVICES": "0"}) as child:
        if not any(device.kind == "gpu" for device in child.hello.devices):
            pytest.skip("no Vulkan build, or no Vulkan device")
        yield child


def measured(worker: Child, path: Path, placement: Placement) -> Loaded:
    for event in worker.request(lambda request_id: Load(request_id, str(path), placement)):
        assert not isinstance(event, Failed), event
        if isinstance(event, Loaded):
            return event
    raise AssertionError("nothing was loaded")


def total(memory: Memory) -> int:
    parts = (*memory.devices, memory.host)
    return sum(part.weights_bytes + part.kv_bytes + part.compute_bytes for part in parts)


@pytest.mark.vulkan
@pytest.mark.parametrize("placed", PLACEMENTS, ids=str)
@pytest.mark.parametrize("model", ["tiny_glm", "smollm2"])
def test_every_device_takes_what_was_predicted(worker, request, model, placed):
    path: Path = request.getfixturevalue(model)
    placement = Placement(**{"context_tokens": 4096, "ubatch": 256, "threads": 1, **placed})
    loaded = measured(worker, path, placement)
    machine = detect(worker.hello.devices, Disk())
    gpus = tuple(d for d in machine.devices if d.id in {used.id for used in loaded.memory.devices})
    predicted = predict(profile.read(path), placement, gpus, machine.ram)
    assert [d.id for d in predicted.devices] == [d.id for d in loaded.memory.devices]
    for expected, real in zip(predicted.devices, loaded.memory.devices, strict=True):
        assert expected.weights_bytes == pytest.approx(real.weights_bytes, rel=0.001, abs=20_000)
        assert expected.kv_bytes == pytest.approx(real.kv_bytes, rel=0.001, abs=20_000)
    assert predicted.host.weights_bytes == pytest.approx(
        loaded.memory.host.weights_bytes, rel=0.02, abs=20_000
    )
    if "gpu_layers" not in placed:
        assert total(predicted) == pytest.approx(total(loaded.memory), rel=0.02)
