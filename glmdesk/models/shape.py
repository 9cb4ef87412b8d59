"""The sizes of a model: how wide, how deep, how many experts, how its attention keeps what it has read.

They come from a file's metadata, under the keys that llama.cpp reads (`llm_load_hparams` and the loaders of
each architecture), or from the catalogue for a file that is not here yet.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from glmdesk.core.errors import ModelUnusable
from glmdesk.models.gguf_header import Array


@dataclass(frozen=True, eq=False)
class Shape:
    """Sizes in numbers of values; `layers` without those that only predict further tokens (MTP).

    Each is equal to itself alone, which makes it a cheap key.

    `kv_widths` are the values that each layer keeps for a token, keys and values apart. With multi-head
    latent attention (`latent`, `rope` above 0) the values are part of the keys and take nothing.
    """

    architecture: str
    layers: int
    embedding: int
    heads: int
    key_length: int
    value_length: int
    kv_widths: tuple[tuple[int, int], ...]
    feed_forward: int
    vocabulary: int
    trained_context: int
    latent: int = 0
    rope: int = 0
    experts: int = 0
    experts_used: int = 0
    expert_width: int = 0
    shared_experts: int = 0
    dense_layers: int = 0
    query_rank: int = 0
    further_layers: int = 0

    @property
    def is_mla(self) -> bool:
        """True for multi-head latent attention."""
        return self.latent > 0

    @property
    def units(self) -> int:
        """What llama.cpp counts as layers that go to a GPU: all of them, and the output."""
        return self.layers + self.further_layers + 1

    @property
    def moe_layers(self) -> int:
        """Layers with routed experts."""
        return self.layers - self.dense_layers if self.experts else 0

    @cached_property
    def widest_cell(self) -> tuple[int, int]:
        """Keys and values of the layer that keeps most for a token."""
        return max(self.kv_widths, key=sum)

    @property
    def attention_output(self) -> int:
        """Values that all heads together give for a token."""
        return self.heads * self.value_length


def shape_of(metadata: Mapping[str, Any]) -> Shape:
    """The sizes in a file's metadata; raises `ModelUnusable` where one that every model has is missing."""
    read = _Reader(metadata)
    architecture = str(metadata.get("general.architecture", ""))
    further = read.number("nextn_predict_layers")
    layers = read.needed("block_count") - further
    embedding = read.needed("embedding_length")
    heads = max(1, read.largest("attention.head_count"))
    key = read.number("attention.key_length") or embedding // heads
    value = read.number("attention.value_length") or embedding // heads
    key_mla, value_mla = read.number("attention.key_length_mla"), read.number("attention.value_length_mla")
    mla = bool(key_mla and value_mla)
    rope = read.number("rope.dimension_count")
    kv_heads = read.each("attention.head_count_kv", layers, heads)
    experts = read.number("expert_count")
    return Shape(
        architecture=architecture,
        layers=layers,
        embedding=embedding,
        heads=heads,
        key_length=key_mla if mla else key,
        value_length=value_mla if mla else value,
        kv_widths=tuple((key * count, 0 if mla else value * count) for count in kv_heads),
        feed_forward=read.largest("feed_forward_length"),
        vocabulary=read.number("vocab_size") or read.length("tokenizer.ggml.tokens"),
        trained_context=read.number("context_length"),
        latent=key - rope if mla else 0,
        rope=rope if mla else 0,
        experts=experts,
        experts_used=read.largest("expert_used_count"),
        expert_width=read.largest("expert_feed_forward_length"),
        shared_experts=read.number("expert_shared_count"),
        dense_layers=min(layers, read.number("leading_dense_block_count")) if experts else layers,
        query_rank=read.number("attention.q_lora_rank"),
        further_layers=further,
    )


class _Reader:
    """Numbers of one architecture; what is not there is 0."""

    def __init__(self, metadata: Mapping[str, Any]) -> None:
        self._metadata = metadata
        self._prefix = f"{metadata.get('general.architecture', '')}."

    def number(self, key: str) -> int:
        value = self._metadata.get(self._prefix + key)
        return value if isinstance(value, int) and value > 0 else 0

    def needed(self, key: str) -> int:
        value = self.number(key)
        if not value:
            raise ModelUnusable(
                "The file does not say how large its model is.",
                action="Choose another file.",
                detail=f"{self._prefix}{key} is missing",
            )
        return value

    def largest(self, key: str) -> int:
        """One number, or the largest where each layer has its own."""
        value = self._metadata.get(self._prefix + key)
        if isinstance(value, Array) and value.numbers:
            return max(0, *(int(number) for number in value.numbers))
        return self.number(key)

    def each(self, key: str, layers: int, otherwise: int) -> tuple[int, ...]:
        """A number for every layer."""
        value = self._metadata.get(self._prefix + key)
        if isinstance(value, Array) and value.numbers and len(value.numbers) >= layers:
            return tuple(max(0, int(number)) for number in value.numbers[:layers])
        return (self.number(key) or otherwise,) * layers

    def length(self, key: str) -> int:
        """The length of an array that belongs to no architecture."""
        value = self._metadata.get(key)
        return value.length if isinstance(value, Array) else 0
