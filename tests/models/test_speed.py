"""The stated speeds are those that people measured with this model."""

from dataclasses import replace

import pytest

from glmdesk import paths
from glmdesk.core.plan import KvType, Placement
from glmdesk.machine import bandwidth
from glmdesk.machine.devices import Device, Kind, Machine, Ram
from glmdesk.models import catalog
from glmdesk.models.memory import layout_of
from glmdesk.models.profile import Profile
from glmdesk.models.speed import Speed, speed_of

GIB = 1024**3
OFFERS = {
    offer.profile.quant: offer.profile for offer in catalog.read(paths.resources() / "models.json").offers
}
LISTED = bandwidth.listed(paths.resources() / "devices.json")


def machine(name: str, backend: str, ram_rate: float = 45e9, cores: int = 16) -> Machine:
    device = Device("X0", name, Kind.GPU, backend, 200 * GIB, 200 * GIB)
    return bandwidth.with_rates(
        Machine((device,), Ram(64 * GIB, 60 * GIB, ram_rate), cores=cores), LISTED, None
    )


def speed(profile: Profile, computer: Machine, depth: int, **placed: object) -> Speed:
    placement = Placement(context_tokens=131_072, **placed)
    return speed_of(
        profile, placement, layout_of(profile, placement, computer.gpus), computer.gpus, computer, depth
    )


@pytest.mark.parametrize(
    ("name", "backend", "quant", "kv", "experts", "depth", "measured"),
    [
        ("RTX 3090", "CUDA", "Q2_K", "f16", 0, 0, 123.7),  # llama.cpp PR 19097
        ("RTX 3090", "CUDA", "Q2_K", "f16", 0, 32_768, 77.7),
        ("NVIDIA GB10", "CUDA", "Q8_0", "f16", 0, 0, 48.7),  # llama.cpp benches/dgx-spark
        ("NVIDIA GB10", "CUDA", "Q8_0", "f16", 0, 32_768, 32.7),
        ("Apple M2 Ultra", "Metal", "Q8_0", "f16", 0, 0, 59.6),  # llama.cpp benches/mac-m2-ultra
        ("Apple M2 Ultra", "Metal", "Q8_0", "f16", 0, 32_768, 21.8),
        ("Radeon AI PRO R9700", "ROCm", "Q8_0", "f16", 0, 8192, 60.5),  # kr4ckhe4d
        ("Radeon AI PRO R9700", "ROCm", "Q8_0", "f16", 0, 65_536, 29.8),
        ("Radeon AI PRO R9700", "ROCm", "Q8_0", "q8_0", 0, 131_072, 14.5),
        ("Radeon AI PRO R9700", "ROCm", "UD-Q4_K_XL", "q8_0", 0, 0, 74.8),
        ("Radeon RX 9070 XT", "ROCm", "UD-Q4_K_XL", "q8_0", 12, 0, 42.2),
        ("Radeon RX 9070 XT", "ROCm", "UD-Q4_K_XL", "q8_0", 12, 32_768, 29.5),
        ("Radeon 8060S", "Vulkan", "Q5_K_M", "f16", 0, 7600, 48.0),  # fromthematrix.dev
    ],
)
def test_writing_is_as_quick_as_measured(name, backend, quant, kv, experts, depth, measured):
    found = speed(OFFERS[quant], machine(name, backend), depth, kv_type=KvType(kv), cpu_expert_layers=experts)
    assert found.decode == pytest.approx(measured, rel=0.22)


@pytest.mark.parametrize(
    ("name", "backend", "quant", "measured"),
    [
        ("Apple M2 Ultra", "Metal", "Q8_0", 1629),
        ("NVIDIA GB10", "CUDA", "Q8_0", 2364),
        ("Radeon AI PRO R9700", "ROCm", "Q8_0", 3000),
    ],
)
def test_reading_is_within_twice_of_what_was_measured(name, backend, quant, measured):
    found = speed(OFFERS[quant], machine(name, backend), 1024)
    assert measured / 2 < found.prefill < measured * 2


def test_experts_in_ram_cost_what_their_bandwidth_costs():
    profile = OFFERS["UD-Q4_K_XL"]
    slow, quick = (machine("RTX 4070", "CUDA", rate) for rate in (30e9, 90e9))
    assert speed(profile, slow, 0, cpu_expert_layers=0) == speed(profile, quick, 0, cpu_expert_layers=0)
    ratios = [
        speed(profile, quick, 0, cpu_expert_layers=k).decode
        / speed(profile, slow, 0, cpu_expert_layers=k).decode
        for k in (8, 24, 46)
    ]
    assert 1 < ratios[0] < ratios[1] < ratios[2] < 3


def test_experts_in_ram_are_far_better_than_whole_layers_in_ram():
    profile = OFFERS["UD-Q4_K_XL"]
    computer = machine("RTX 4070", "CUDA", cores=8)
    experts = speed(profile, computer, 4096, cpu_expert_layers=23, kv_type=KvType.Q8_0)
    layers = speed(profile, computer, 4096, gpu_layers=24, kv_type=KvType.Q8_0)
    assert experts.decode > 1.3 * layers.decode


def test_a_larger_batch_reads_quicker_where_experts_are_copied():
    profile = OFFERS["UD-Q4_K_XL"]
    computer = machine("RTX 4070", "CUDA")
    small, large = (speed(profile, computer, 0, cpu_expert_layers=20, ubatch=b).prefill for b in (512, 2048))
    assert large > 1.5 * small


def test_the_processor_alone_is_held_back_by_its_memory_and_by_long_contexts():
    profile = OFFERS["UD-Q4_K_XL"]
    server = Machine((), Ram(256 * GIB, 250 * GIB, 200e9), cores=32)
    desk = replace(server, ram=Ram(64 * GIB, 60 * GIB, 50e9), cores=8)

    def rate(computer: Machine, depth: int) -> float:
        placement = Placement(context_tokens=65_536, gpu_layers=0)
        return speed_of(profile, placement, layout_of(profile, placement, ()), (), computer, depth).decode

    assert 3 < rate(server, 0) / rate(desk, 0) < 4.1
    assert rate(desk, 32_768) < rate(desk, 0) / 3


def test_two_cards_take_turns():
    profile = OFFERS["Q8_0"]
    one = machine("RTX 3090", "CUDA")
    first = one.gpus[0]
    second = replace(first, id="X1", bandwidth_bytes_per_s=first.bandwidth_bytes_per_s / 2)
    two = replace(one, devices=(first, second))

    def rate(split: tuple[int, int]) -> float:
        return speed(profile, two, 0, split=split).decode

    assert rate((47, 1)) > rate((24, 24)) > rate((1, 47))
