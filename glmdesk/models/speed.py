"""How fast a placement should be: a roofline of bytes over bandwidth, with what each backend really reaches.

Writing a token reads every active weight once, and the KV cache of all that was read before; each device does
its part one after the other. Reading a prompt multiplies, so there the device's arithmetic counts, and the
copying of experts from RAM once a batch. The constants are fitted to published measurements of this model:
llama.cpp pull requests 19092 and 19097 (RTX 3090), llama.cpp's `benches/` (DGX Spark, M2 Ultra),
kr4ckhe4d/local-llm-benchmarks (RX 9070 XT with experts in RAM, R9700), fromthematrix.dev (Strix Halo).
They agree within a fifth with each of these, at empty and at 32k of context.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from glmdesk.core.plan import KvType, Placement
from glmdesk.machine.devices import Device, Kind, Machine
from glmdesk.models.memory import Layout
from glmdesk.models.profile import Profile
from glmdesk.models.shape import Shape

TYPICAL_DEPTH = 4096
"""Tokens that stand before the one being written, for the speed that a plan states."""

_USUAL_RAM = 40e9
_USUAL_GPU = 250e9
_WEIGHTS_EFFICIENCY, _CACHE_EFFICIENCY = 0.75, 0.65
"""The share of their bandwidth that devices reach, reading weights and reading the cache."""

_HALF = 2
_FLOPS_PER_BANDWIDTH = 100
"""16-bit operations that a GPU does in the time it reads a byte, where nothing better is known."""

_CPU_FLOPS_PER_CORE = 40e9
_CPU_ATTENTION_PER_CORE = {KvType.F16: 20e9, KvType.Q8_0: 8e9, KvType.Q4_0: 8e9}
"""Operations a second that a core does in products of batches, and in attention to a cache.

Two thirds of what one core of a Zen 4 EPYC does with this model's layers: 60, 32 and 13 thousand million.
"""

_PREFILL_EFFICIENCY = 0.12
_ATTENTION_EFFICIENCY = 0.15
_PCIE_BYTES_PER_S = 18e9
_CPU_LAYER_S = 0.00035
"""What it costs a token to go from the GPU to a layer's experts in RAM and back."""


@dataclass(frozen=True, slots=True)
class _Backend:
    """Seconds a token beside the reading, and the share of its arithmetic that attention reaches."""

    fixed_s: float
    attention: float
    quantised: float = 0.7


_BACKENDS = {
    "CUDA": _Backend(0.006, 0.2, 0.85),
    "ROCm": _Backend(0.010, 0.035),
    "HIP": _Backend(0.010, 0.035),
    "Metal": _Backend(0.012, 0.043),
    "MTL": _Backend(0.012, 0.043),
    "Vulkan": _Backend(0.007, 0.08),
}
_OTHER = _Backend(0.010, 0.05)
_CPU_FIXED_S = 0.002


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second, reading a prompt and writing an answer."""

    prefill: float
    decode: float


def speed_of(
    profile: Profile,
    placement: Placement,
    layout: Layout,
    gpus: Sequence[Device],
    machine: Machine,
    depth: int = TYPICAL_DEPTH,
) -> Speed:
    """The speed with `depth` tokens of context in use."""
    ram = _ram_rate(machine)
    cpu = _Part(profile, 0, layout.cpu_layers, 0, has_output=not layout.ends)
    seconds = cpu.active_bytes / (ram * _WEIGHTS_EFFICIENCY)
    attention = _cores(machine) * _CPU_ATTENTION_PER_CORE[placement.kv_type]
    seconds += cpu.attention_operations(depth) / attention
    reading = cpu.operations / (_cores(machine) * _CPU_FLOPS_PER_CORE) if not gpus else 0.0
    reading += cpu.attention_operations(depth // 2) / attention
    seconds += 0.0 if gpus else _CPU_FIXED_S
    copied = cpu.layer_bytes if gpus else 0
    fixed = 0.0
    for place, gpu in enumerate(gpus):
        begin, end = layout.stretch(place)
        in_ram = placement.cpu_expert_layers
        part = _Part(profile, begin, end, in_ram, has_output=place == len(gpus) - 1)
        rate, backend = _gpu_rate(gpu, ram), _BACKENDS.get(gpu.backend, _OTHER)
        seconds += part.active_bytes / (rate * _WEIGHTS_EFFICIENCY)
        flops = gpu.flops_per_s or _FLOPS_PER_BANDWIDTH * rate
        share = backend.attention * (1 if placement.kv_type is KvType.F16 else backend.quantised)
        seconds += max(
            part.cache_values * _HALF * depth / (rate * _CACHE_EFFICIENCY),
            part.attention_operations(depth) / (flops * share),
        )
        seconds += part.active_cpu_expert_bytes / (ram * _WEIGHTS_EFFICIENCY)
        seconds += part.cpu_expert_layers * _CPU_LAYER_S
        fixed = max(fixed, backend.fixed_s)
        reading += part.operations / (flops * _PREFILL_EFFICIENCY)
        reading += part.attention_operations(depth // 2) / (flops * _ATTENTION_EFFICIENCY)
        copied += part.cpu_expert_bytes
    batch = max(1, min(placement.ubatch, placement.context_tokens))
    unified = any(gpu.unified for gpu in gpus)
    reading += copied / ((ram if unified else min(ram, _PCIE_BYTES_PER_S)) * batch)
    return Speed(1 / reading if reading else 0.0, 1 / (seconds + fixed))


class _Part:
    """A stretch of layers on one device, with the experts of some of them in RAM."""

    def __init__(
        self, profile: Profile, begin: int, end: int, experts_in_ram: int, *, has_output: bool
    ) -> None:
        self._shape = shape = profile.shape
        self._layers = max(0, end - begin)
        first = shape.dense_layers
        low, high = max(begin, first), min(end, first + experts_in_ram)
        self.cpu_expert_layers = max(0, high - low) if shape.moe_layers else 0
        experts, layers = profile.experts_before, profile.layers_before
        self.layer_bytes = layers[end] - layers[begin] + experts[end] - experts[begin] if end > begin else 0
        self.cpu_expert_bytes = experts[high] - experts[low] if self.cpu_expert_layers else 0
        used = shape.experts_used / shape.experts if shape.experts else 0.0
        own_experts = experts[end] - experts[begin] - self.cpu_expert_bytes if end > begin else 0
        own_layers = layers[end] - layers[begin] if end > begin else 0
        output = (profile.weights.output + profile.weights.tied) if has_output else 0
        self.active_bytes = own_layers + own_experts * used + output
        self.active_cpu_expert_bytes = self.cpu_expert_bytes * used
        bits = profile.bits or 16
        active = own_layers + (own_experts + self.cpu_expert_bytes) * used
        self.operations = 2 * active * 8 / bits
        values = profile.values_before
        self.cache_values = values[end] - values[begin] if end > begin else 0

    def attention_operations(self, depth: int) -> float:
        """Operations of one token's attention to `depth` tokens."""
        return 2.0 * self._layers * depth * _attention_values(self._shape)


def _attention_values(shape: Shape) -> int:
    """Products for each cell and layer: with latent attention every head reads the whole latent."""
    if shape.is_mla:
        return shape.heads * (2 * shape.latent + shape.rope)
    return shape.heads * (shape.key_length + shape.value_length)


def _ram_rate(machine: Machine) -> float:
    return machine.ram.bandwidth_bytes_per_s or _USUAL_RAM


def _gpu_rate(gpu: Device, ram: float) -> float:
    if gpu.bandwidth_bytes_per_s:
        return gpu.bandwidth_bytes_per_s
    return ram if gpu.unified or gpu.kind is Kind.IGPU else _USUAL_GPU


def _cores(machine: Machine) -> int:
    return machine.cores or 4
