"""Where a model's bytes go: the values that the fit, the engine and the screens share.

All sizes are bytes, all lengths tokens; `to_json` gives the shapes that the commands print.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

ALL_LAYERS = -1
"""`gpu_layers` for "every layer"."""


class KvType(StrEnum):
    """Number format of the KV cache, by llama.cpp's names."""

    F16 = "f16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"


class FlashAttention(StrEnum):
    """Whether flash attention is used; AUTO lets llama.cpp decide from the device."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Placement:
    """How a model is loaded; 0 threads means one for each physical core.

    `device` is a GPU's id, several with commas between, or empty for the engine's own choice. `split` says
    how many of the `gpu_layers`, the output counted as the last one, each of those GPUs gets; empty for
    shares by free memory.
    """

    context_tokens: int = 8192
    kv_type: KvType = KvType.F16
    flash_attention: FlashAttention = FlashAttention.AUTO
    gpu_layers: int = ALL_LAYERS
    cpu_expert_layers: int = 0
    ubatch: int = 512
    threads: int = 0
    device: str = ""
    split: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DeviceMemory:
    """What a model takes of one GPU, beside what the GPU has."""

    id: str
    weights_bytes: int = 0
    kv_bytes: int = 0
    compute_bytes: int = 0
    free_bytes: int = 0
    margin_bytes: int = 0


@dataclass(frozen=True, slots=True)
class HostMemory:
    """What a model takes of the RAM, beside what the RAM has."""

    weights_bytes: int = 0
    kv_bytes: int = 0
    compute_bytes: int = 0
    available_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What a model takes, device by device."""

    devices: tuple[DeviceMemory, ...] = ()
    host: HostMemory = field(default_factory=HostMemory)

    def to_json(self) -> dict[str, Any]:
        """The MEMORY object of the commands."""
        return {"devices": [asdict(device) for device in self.devices], "host": asdict(self.host)}


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How the memory of a device would be divided; the name is empty for the RAM.

    `shared` memory is one for the processor and a GPU in it. `margin_bytes` are to stay free, `others_bytes`
    are held by other programs.
    """

    name: str
    total_bytes: int
    others_bytes: int = 0
    weights_bytes: int = 0
    kv_bytes: int = 0
    compute_bytes: int = 0
    margin_bytes: int = 0
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A model in a placement, with what it takes, how fast it should be, and why this one.

    `layers`, `expert_layers` of them with experts, are what another placement could move; 0 where unknown.
    `asked_tokens` is the context that a person asked for, 0 where it was left open. `lasting` tells that it
    took the place of one that failed, and is to be used at the next start too; `measured` that its speed was
    measured on this computer.
    """

    model: str
    quant: str
    file_bytes: int
    placement: Placement
    memory: Memory
    prefill_tokens_per_s: float | None = None
    decode_tokens_per_s: float | None = None
    verdict: str = "fits"
    why: str = ""
    layers: int = 0
    expert_layers: int = 0
    asked_tokens: int = 0
    lasting: bool = False
    measured: bool = False

    def to_json(self) -> dict[str, Any]:
        """The PLAN object of the commands."""
        return {
            "model": self.model,
            "quant": self.quant,
            "file_bytes": self.file_bytes,
            "context_tokens": self.placement.context_tokens,
            "kv_type": self.placement.kv_type.value,
            "flash_attention": self.placement.flash_attention.value,
            "gpu_layers": self.placement.gpu_layers,
            "cpu_expert_layers": self.placement.cpu_expert_layers,
            "ubatch": self.placement.ubatch,
            **self.memory.to_json(),
            "prefill_tokens_per_s": self.prefill_tokens_per_s,
            "decode_tokens_per_s": self.decode_tokens_per_s,
            "verdict": self.verdict,
            "why": self.why,
        }
