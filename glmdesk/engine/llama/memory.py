"""What a loaded model really takes, read from the lines in which llama.cpp reports every buffer."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from glmdesk.core.plan import DeviceMemory, HostMemory, Memory
from glmdesk.engine.protocol import DeviceInfo

_MIB = 1024 * 1024
_LINE = re.compile(r"\S+:\s+(\S+)\s+(.*?)\s*buffer size =\s*(\d+(?:\.\d+)?) MiB")
_OFFLOADED = re.compile(r"offloaded (\d+)/(\d+) layers to GPU")
_HOST = ""


def measured(lines: Iterable[str], gpus: Sequence[DeviceInfo], available_bytes: int) -> Memory:
    """The buffers that `lines` report, by device; `gpus` and `available_bytes` as they were before.

    llama.cpp prints hundredths of a MiB, so each buffer is exact to 10 KB.
    """
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for line in lines:
        if match := _LINE.match(line):
            sums[_owner(match[1], gpus), _use(match[2])] += round(float(match[3]) * _MIB)
    return Memory(
        tuple(
            DeviceMemory(
                gpu.id,
                sums[gpu.id, "weights"],
                sums[gpu.id, "kv"],
                sums[gpu.id, "compute"],
                free_bytes=gpu.free_bytes,
            )
            for gpu in gpus
        ),
        HostMemory(sums[_HOST, "weights"], sums[_HOST, "kv"], sums[_HOST, "compute"], available_bytes),
    )


def with_all_weights(memory: Memory, weights_bytes: int) -> Memory:
    """`memory` with the host's weights as what the GPUs do not hold of all `weights_bytes`.

    Of weights that are mapped from the file llama.cpp reports the stretch from the first to the last one,
    whatever lies between; and those it repacks for the processor it reports twice.
    """
    on_gpus = sum(device.weights_bytes for device in memory.devices)
    return replace(memory, host=replace(memory.host, weights_bytes=max(0, weights_bytes - on_gpus)))


def offloaded_layers(lines: Iterable[str]) -> tuple[int, int]:
    """Layers on the GPU, and layers there are, the output layer included; zeros when nothing was said."""
    for line in lines:
        if match := _OFFLOADED.search(line):
            return int(match[1]), int(match[2])
    return 0, 0


def _owner(buffer: str, gpus: Sequence[DeviceInfo]) -> str:
    """`Vulkan0` and `MTL0_Mapped` are a device's, `CPU_Mapped` and `CUDA_Host` the host's."""
    return next((gpu.id for gpu in gpus if buffer == gpu.id or buffer.startswith(f"{gpu.id}_")), _HOST)


def _use(what: str) -> str:
    """The output buffer counts as compute; recurrent and other states are what a KV cache is elsewhere."""
    return {"model": "weights", "compute": "compute", "output": "compute"}.get(what, "kv")
