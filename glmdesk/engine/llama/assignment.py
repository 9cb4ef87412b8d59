"""Which weights and which part of the cache llama.cpp gives to which device, by what it says for debugging.

A dry run allocates nothing, so its buffers have no sizes; but it says where every layer goes and which
tensors were put elsewhere, and the file says how large each tensor is.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

_ALIGNMENT = 32  # TENSOR_ALIGNMENT of ggml
_MIB = 1024 * 1024
_LAYER = re.compile(r"layer +(\d+) assigned to device (\S+),")
_OVERRIDDEN = re.compile(r"tensor (\S+) \(.*\) buffer type overridden to")
_UNUSED = re.compile(r"model has unused tensor (\S+) ")
_CACHE_LAYER = re.compile(r"llama_kv_cache\S*: layer +\d+: dev = (\S+)")
_CACHE_SIZE = re.compile(r"llama_kv_cache\S*: size = +(\d+(?:\.\d+)?) MiB")
_BLOCK = re.compile(r"blk\.(\d+)\.")
_EMBEDDING, _OUTPUT = "token_embd.weight", "output.weight"
_HOST = ""


Sizes = Mapping[str, int]
"""Bytes by GPU id, the host's under ""."""


class TensorInfo(Protocol):
    """A tensor as a file lists it; `size` in bytes."""

    @property
    def name(self) -> str: ...
    @property
    def size(self) -> int: ...


def weights(tensors: Sequence[TensorInfo], lines: Sequence[str], gpus: Sequence[str]) -> Sizes:
    """Bytes of weights on each device."""
    layers = {int(m[1]): m[2] for line in lines if (m := _LAYER.search(line))}
    overridden = {m[1] for line in lines if (m := _OVERRIDDEN.search(line))}
    unused = {m[1] for line in lines if (m := _UNUSED.search(line))}
    output = layers.get(max(layers, default=0), "")
    sums: dict[str, int] = defaultdict(int)
    for tensor in tensors:
        if tensor.name in unused:
            continue
        block = _BLOCK.match(tensor.name)
        place = layers.get(int(block[1]), "") if block else output
        if tensor.name == _EMBEDDING or tensor.name in overridden or place not in gpus:
            place = _HOST
        sums[place] += _padded(tensor.size)
    if output in gpus:
        sums[output] += copied_embedding(tensors)
    return sums


def copied_embedding(tensors: Sequence[TensorInfo]) -> int:
    """Bytes of an embedding that is the output too and lies beside it a second time, else 0."""
    if any(tensor.name == _OUTPUT for tensor in tensors):
        return 0
    return sum(_padded(tensor.size) for tensor in tensors if tensor.name == _EMBEDDING)


def cache(lines: Sequence[str], gpus: Sequence[str]) -> Sizes:
    """Bytes of the KV cache on each device; every layer takes the same."""
    places = [m[1] if m[1] in gpus else _HOST for line in lines if (m := _CACHE_LAYER.search(line))]
    total = sum(float(m[1]) for line in lines if (m := _CACHE_SIZE.search(line))) * _MIB
    return {place: round(total * places.count(place) / len(places)) for place in set(places)}


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
