"""Layers and experts go where the placement says, and the memory of each device is measured."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from glmdesk.core.plan import Placement
from glmdesk.engine.backend import BackendError
from glmdesk.engine.llama import placing
from glmdesk.engine.llama.devices import Device
from glmdesk.engine.llama.library import library
from glmdesk.engine.llama.memory import measured, offloaded_layers
from glmdesk.engine.protocol import DeviceInfo

ROOT = Path(__file__).parent.parent.parent.parent
PLACEMENTS: list[dict[str, Any]] = [
    {"gpu_layers": -1},
    {"gpu_layers": 2},
    {"gpu_layers": -1, "cpu_expert_layers": 2},
    {"gpu_layers": -1, "cpu_expert_layers": 99},
    {"gpu_layers": 0},
    {"gpu_layers": -1, "device": "Vulkan0", "split": [5]},
]


def device(name: str, kind: str = "gpu", handle: int = 0) -> Device:
    return Device(handle, DeviceInfo(name, name, kind, "any", 8 << 30, 6 << 30))


@pytest.fixture(scope="module")
def on_gpu(tiny_glm: Path) -> list[dict[str, Any]]:
    """What was loaded on Mesa's software GPU, placement by placement."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.engine.llama.offload", str(tiny_glm), json.dumps(PLACEMENTS)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "GGML_VK_VISIBLE_DEVICES": "0"},
        timeout=80,
    )
    assert child.returncode == 0, child.stderr
    found = json.loads(child.stdout)
    if not found:
        pytest.skip("no Vulkan build, or no Vulkan device")
    return found


@pytest.mark.vulkan
def test_all_layers_go_to_the_gpu(on_gpu):
    everything, cpu = on_gpu[0], on_gpu[4]
    assert everything["placement"]["gpu_layers"] == 5
    assert everything["placement"]["device"] == "Vulkan0"
    (gpu,) = everything["memory"]["devices"]
    assert gpu["id"] == "Vulkan0"
    assert gpu["free_bytes"] > 0
    assert gpu["kv_bytes"] == cpu["memory"]["host"]["kv_bytes"] > 0
    host = everything["memory"]["host"]
    assert gpu["weights_bytes"] + host["weights_bytes"] == pytest.approx(
        cpu["memory"]["host"]["weights_bytes"], abs=30_000
    )
    assert host["weights_bytes"] < 0.1 * gpu["weights_bytes"]  # the embeddings of the tokens
    assert host["kv_bytes"] == 0


@pytest.mark.vulkan
def test_some_layers_go_to_the_gpu_with_their_share_of_the_cache(on_gpu):
    part, everything = on_gpu[1], on_gpu[0]
    assert part["placement"]["gpu_layers"] == 2
    (gpu,) = part["memory"]["devices"]
    assert 0 < gpu["weights_bytes"] < everything["memory"]["devices"][0]["weights_bytes"]
    assert (
        gpu["kv_bytes"] * 4 == everything["memory"]["devices"][0]["kv_bytes"]
    )  # 1 of 4; the other is the output
    assert part["memory"]["host"]["kv_bytes"] == 3 * gpu["kv_bytes"]


@pytest.mark.vulkan
def test_the_experts_of_the_first_layers_stay_on_the_cpu(on_gpu):
    none, two, all_three = on_gpu[0], on_gpu[2], on_gpu[3]
    assert two["placement"]["cpu_expert_layers"] == 2
    assert all_three["placement"]["cpu_expert_layers"] == 3, "the first of the four layers is dense"
    layer = 3 * 8 * 128 * 256 * 2  # up, gate and down of 8 experts, 128 by 256 numbers of 2 bytes
    for placed, layers in ((two, 2), (all_three, 3)):
        moved = (
            none["memory"]["devices"][0]["weights_bytes"] - placed["memory"]["devices"][0]["weights_bytes"]
        )
        assert moved == pytest.approx(layers * layer, abs=30_000)
        assert placed["memory"]["devices"][0]["kv_bytes"] == none["memory"]["devices"][0]["kv_bytes"]


@pytest.mark.vulkan
def test_without_layers_on_it_the_gpu_is_not_touched(on_gpu):
    assert on_gpu[4]["placement"]["device"] == ""
    assert on_gpu[4]["memory"]["devices"] == []


@pytest.mark.vulkan
def test_a_device_and_a_split_can_be_named(on_gpu):
    assert on_gpu[5]["memory"]["devices"] == on_gpu[0]["memory"]["devices"]


# --- without a GPU -----------------------------------------------------------------------------------------


def test_cards_come_before_graphics_in_the_processor_and_a_name_before_both():
    cards = device("CUDA0"), device("CUDA1")
    inside = device("Vulkan0", "igpu")
    found = (*cards, inside, device("CPU", "cpu"), device("BLAS", "accel"))
    assert placing.gpus_for(Placement(), found) == cards
    assert placing.gpus_for(Placement(), (inside, device("CPU", "cpu"))) == (inside,)
    assert placing.gpus_for(Placement(device="Vulkan0"), found) == (inside,)
    assert placing.gpus_for(Placement(device="CUDA1, CUDA0"), found) == cards[::-1]
    assert placing.gpus_for(Placement(gpu_layers=0, device="CUDA0"), found) == ()
    with pytest.raises(BackendError, match="The device CPU is not there"):
        placing.gpus_for(Placement(device="CPU"), found)


@pytest.mark.parametrize("split", [(3, 2), (1, 47), (0, 5), (5, 0), (16, 16, 16), (7, 0, 41), (1, 1, 1, 1)])
def test_a_split_gives_each_device_its_number_of_layers(split):
    gpus = tuple(device(f"CUDA{n}", handle=n + 1) for n in range(len(split)))
    made = placing.parameters(library(), placing.checked(Placement(split=split)), gpus, 1)
    shares = [made.model.tensor_split[n] for n in range(len(split))]
    layers = sum(split)
    ends = [sum(shares[: n + 1]) / sum(shares) for n in range(len(split))]
    # llama.cpp: a layer goes to the first device whose end lies above the layer's own fraction.
    owners = [next(n for n, end in enumerate(ends) if end > layer / layers) for layer in range(layers)]
    assert tuple(owners.count(n) for n in range(len(split))) == split


def test_a_split_for_another_number_of_devices_is_refused():
    with pytest.raises(BackendError, match="2 parts for 1 devices"):
        placing.parameters(library(), placing.checked(Placement(split=(1, 2))), (device("CUDA0"),), 1)


def test_the_lists_for_llama_cpp_end_as_it_expects():
    gpus = device("CUDA0", handle=11), device("CUDA1", handle=12)
    made = placing.parameters(library(), placing.checked(Placement(cpu_expert_layers=2)), gpus, 1)
    handles, experts, _ = made.kept
    assert list(handles) == [11, 12, None]
    assert [place.pattern for place in experts] == [
        rb"blk\.1\.ffn_(up|down|gate|gate_up)_(ch|)exps",
        rb"blk\.2\.ffn_(up|down|gate|gate_up)_(ch|)exps",
        None,
    ]
    assert all(place.buffer_type for place in experts[:2])


def test_buffers_are_summed_by_who_owns_them():
    lines = """
load_tensors:   CPU_Mapped model buffer size =   100.00 MiB
load_tensors:   CPU_REPACK model buffer size =    10.00 MiB
load_tensors:      Vulkan1 model buffer size =  1000.50 MiB
load_tensors:     Vulkan10 model buffer size =    20.00 MiB
load_tensors: offloaded 21/48 layers to GPU
llama_context: Vulkan_Host  output buffer size =     0.59 MiB
llama_kv_cache:    Vulkan1 KV buffer size =    45.00 MiB
llama_kv_cache:   Vulkan10 KV buffer size =     5.00 MiB
llama_memory_recurrent:        CPU RS buffer size =     2.00 MiB
sched_reserve:    Vulkan1 compute buffer size =    15.51 MiB
sched_reserve: Vulkan_Host compute buffer size =     3.00 MiB
""".splitlines()
    mib = 1 << 20
    found = measured(lines, [device("Vulkan1").info, device("Vulkan10").info], 123)
    one, ten = found.devices
    assert (one.weights_bytes, one.kv_bytes, one.compute_bytes) == (
        1000.5 * mib,
        45 * mib,
        round(15.51 * mib),
    )
    assert (ten.weights_bytes, ten.kv_bytes, ten.compute_bytes) == (20 * mib, 5 * mib, 0)
    assert one.free_bytes == 6 << 30
    assert (found.host.weights_bytes, found.host.kv_bytes) == (110 * mib, 2 * mib)
    assert found.host.compute_bytes == round(0.59 * mib) + 3 * mib
    assert found.host.available_bytes == 123
    assert offloaded_layers(lines) == (21, 48)
    assert offloaded_layers(lines[:3]) == (0, 0)
