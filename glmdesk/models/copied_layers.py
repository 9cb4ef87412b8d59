"""Bytes of a GPU's compute buffer where whole layers lie in RAM, by playing llama.cpp's graph.

From batches of 32 tokens on llama.cpp computes those layers on the GPU as well: each weight is copied right
before it is used and its place is free again behind it, and so are a layer's keys and values. What the
scheduler copies (`ggml_backend_sched_split_graph`) and the order of a layer's results (`deepseek2.cpp`,
`llama.cpp`, `llm_graph_context::build_moe_ffn`) are followed here; the buffer is then the dry run's to the
byte for GLM-4.7-Flash and for models like Llama (llama-cpp-python 0.3.36).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from glmdesk.models import compute, kv_cache
from glmdesk.models.compute import Load
from glmdesk.models.graph_memory import Graph, Result
from glmdesk.models.shape import Shape
from glmdesk.models.weights import Piece

_FLOAT, _HALF, _INDEX, _PLACE = 4, 2, 4, 8
_ALIKE = 4
"""As many layers of a kind, one after the other, show where the buffer stops to grow."""

_MIXED = 3
"""llama.cpp's quantiser gives every third layer the larger formats (`use_more_bits`)."""

_KEPT = 512


@dataclass(frozen=True, slots=True)
class _Layer:
    in_ram: bool
    has_experts: bool
    has_large_formats: bool


def on_gpu(shape: Shape, load: Load, pieces: tuple[Piece, ...], largest: int = 0) -> int:
    """The buffer with `load.cpu_layers` in RAM, for a model whose layers have these `pieces`.

    What is above `largest` bytes, if that is not 0, the device cannot hold: the processor multiplies it.
    """
    dense, in_ram = shape.dense_layers, load.cpu_layers
    near, far = min(dense, in_ram), max(dense, in_ram)
    counts = tuple(min(count, _ALIKE) for count in (near, far - near, shape.layers - far))
    return _played(shape, replace(load, cpu_layers=int(in_ram > dense)), pieces, largest, counts)


@lru_cache(_KEPT)
def _played(
    shape: Shape, load: Load, pieces: tuple[Piece, ...], largest: int, counts: tuple[int, ...]
) -> int:
    """The buffer for so many layers: dense ones in RAM, those of one kind between, experts on the GPU.

    What is between are experts in RAM where `load.cpu_layers`, else dense layers on the GPU.
    """
    kinds = ((True, False), (True, True) if load.cpu_layers else (False, False), (False, True))
    layers = tuple(
        _Layer(in_ram, has_experts, has_large_formats=n % _MIXED == 0)
        for (in_ram, has_experts), count in zip(kinds, counts, strict=True)
        for n in range(count)
    )
    return _Model(shape, load, {piece.kind: piece for piece in pieces}, largest).buffer(layers)


class _Model:
    """Adds a model's layers to a graph, all computed on the GPU."""

    def __init__(self, shape: Shape, load: Load, pieces: Mapping[str, Piece], largest: int) -> None:
        self._shape, self._load, self._pieces, self._largest = shape, load, pieces, largest
        self._graph = Graph()
        self._tokens = min(load.ubatch, load.cells)
        self._inputs: dict[str, Result] = {}

    def buffer(self, layers: tuple[_Layer, ...]) -> int:
        """Bytes for these layers and the output of one token."""
        flow = self._values(self._shape.embedding)
        for layer in layers[:-1]:
            flow = self._layer(flow, layer, rows=self._tokens)
        flow = self._layer(flow, layers[-1], rows=1)
        flow = self._normed(flow, layers[-1], "output_norm", rows=1)
        self._values(self._shape.vocabulary, flow, rows=1)
        return self._graph.play()

    def _layer(self, flow: Result, layer: _Layer, rows: int) -> Result:
        normed = self._normed(flow, layer, "attn_norm")
        attended = (self._latent_attention if self._shape.is_mla else self._attention)(normed, layer)
        after = self._values(self._shape.embedding, *self._weight(layer, "attn_output"), attended)
        if rows < self._tokens:  # the last layer goes on with the tokens that are asked for
            after, flow = (self._values(self._shape.embedding, part, rows=rows) for part in (after, flow))
        after = self._added(after, flow, rows)
        normed = self._normed(after, layer, "ffn_norm", rows)
        if layer.has_experts:
            return self._added(self._experts(normed, layer, rows), after, rows)
        return self._added(self._dense(normed, layer, self._shape.feed_forward, rows), after, rows)

    def _latent_attention(self, normed: Result, layer: _Layer) -> Result:
        shape, heads, latent = self._shape, self._shape.heads, self._shape.latent
        query = normed
        if shape.query_rank:
            query = self._values(shape.query_rank, *self._weight(layer, "attn_q_a"), normed)
            query = self._values(shape.query_rank, query, over=(query,))
            norm = self._weight(layer, "attn_q_a_norm")
            query = self._values(shape.query_rank, query, *norm, over=(query,))
        kind = "attn_q_b" if shape.query_rank else "attn_q"
        query = self._values(heads * shape.key_length, *self._weight(layer, kind), query)
        weight = self._weight(layer, "attn_k_b")
        places = self._input("places", _INDEX * self._tokens)
        absorbed = self._values(heads * latent, *weight, query)
        turned = self._values(heads * shape.rope, query, places)
        query = self._values(heads * (latent + shape.rope), absorbed, turned)
        pressed = self._values(latent + shape.rope, *self._weight(layer, "attn_kv_a_mqa"), normed)
        key = self._values(latent, pressed)
        key = self._values(latent, key, *self._weight(layer, "attn_kv_a_norm"), over=(key,))
        turned = self._values(shape.rope, pressed, places)
        self._kept(layer, self._values(latent + shape.rope, key, turned))
        result = self._attend(query, layer, heads * latent)
        result = self._values(heads * shape.value_length, *self._weight(layer, "attn_v_b"), result)
        return self._values(heads * shape.value_length, result)

    def _attention(self, normed: Result, layer: _Layer) -> Result:
        shape, (keys, values) = self._shape, self._shape.widest_cell
        rotation = compute.rotation(shape, self._load) // 2
        weight = self._weight(layer, "attn_q")
        places = self._input("places", _INDEX * self._tokens)
        if rotation:
            self._input("keys", rotation)
        query = self._values(shape.heads * shape.key_length, *weight, normed)
        query = self._values(shape.heads * shape.key_length, query, places)
        query = self._rotated(query, "keys", rotation)
        weight = self._weight(layer, "attn_v")
        if rotation:
            self._input("values", rotation)
        value = self._rotated(self._values(values, *weight, normed), "values", rotation)
        key = self._values(keys, *self._weight(layer, "attn_k"), normed)
        key = self._rotated(self._values(keys, key, places), "keys", rotation)
        self._kept(layer, key, value)
        return self._rotated(self._attend(query, layer, shape.attention_output), "values", rotation)

    def _rotated(self, result: Result, matrix: str, size: int) -> Result:
        """Spread over all values of a head before it is quantised, by a small matrix."""
        return self._graph.add(result.size, self._input(matrix, size), result) if size else result

    def _kept(self, layer: _Layer, *results: Result) -> None:
        """Keys and values on their way to the cache, in RAM or here."""
        place = () if layer.in_ram else (self._input("cells", _PLACE * self._tokens),)
        for result in results:
            self._graph.read(result, *place)

    def _attend(self, query: Result, layer: _Layer, values: int) -> Result:
        load, graph = self._load, self._graph
        keys, others = self._shape.widest_cell
        copies: tuple[Result, ...] = ()
        if layer.in_ram:
            sizes = [load.cells * kv_cache.bytes_of(cell, load.kv_type) for cell in ((keys, 0), (0, others))]
            if self._shape.is_mla:  # the values are the keys without the turned part at their end
                sizes[1] = sizes[0] - kv_cache.bytes_of((self._shape.rope, 0), load.kv_type)
            copies = tuple(map(graph.add, sizes))
        mask = self._input("mask", self._tokens * load.cells * _HALF)
        if load.flash_attention:
            halved = compute.halved_keys(self._shape, load)
            return graph.add(_FLOAT * self._tokens * values + halved, query, *copies, mask)
        scores = self._values(load.cells * self._shape.heads, query, *copies[:1])
        scores = self._values(load.cells * self._shape.heads, scores, mask, over=(scores,))
        return self._values(values, scores, *copies[1:])

    def _dense(self, normed: Result, layer: _Layer, width: int, rows: int, suffix: str = "") -> Result:
        gate = self._values(width, *self._weight(layer, f"ffn_gate{suffix}"), normed, rows=rows)
        up = self._values(width, *self._weight(layer, f"ffn_up{suffix}"), normed, rows=rows)
        inner = self._values(width, gate, up, rows=rows)
        down = self._weight(layer, f"ffn_down{suffix}")
        return self._values(self._shape.embedding, *down, inner, rows=rows)

    def _experts(self, normed: Result, layer: _Layer, rows: int) -> Result:
        shape, used = self._shape, self._shape.experts_used
        chances = self._values(shape.experts, *self._weight(layer, "ffn_gate_inp"), normed, rows=rows)
        chances = self._values(shape.experts, chances, over=(chances,), rows=rows)
        biased = self._values(shape.experts, chances, *self._weight(layer, "exp_probs_b"), rows=rows)
        order = self._values(shape.experts, biased, rows=rows)
        shares = self._values(used, chances, order, rows=rows)
        whole = self._values(1, self._values(1, shares, rows=rows), rows=rows)
        shares = self._values(used, shares, whole, over=(shares,), rows=rows)
        gate = self._routed(used * shape.expert_width, layer, "ffn_gate_exps", rows, normed, order)
        up = self._routed(used * shape.expert_width, layer, "ffn_up_exps", rows, normed, order)
        inner = self._values(used * shape.expert_width, gate, up, rows=rows)
        outer = self._routed(used * shape.embedding, layer, "ffn_down_exps", rows, inner, order)
        outer = self._values(used * shape.embedding, outer, shares, over=(outer,), rows=rows)
        total = self._values(shape.embedding, outer, outer, rows=rows)
        for _ in range(used - 2):
            total = self._values(shape.embedding, total, outer, over=(total,), rows=rows)
        if not shape.shared_experts:
            return total
        width = shape.shared_experts * shape.expert_width
        return self._added(total, self._dense(normed, layer, width, rows, "_shexp"), rows)

    def _routed(self, values: int, layer: _Layer, kind: str, rows: int, *sources: Result) -> Result:
        """The experts' product, which the processor works out where their tensor has no room here."""
        if not (layer.in_ram or self._load.cpu_experts):
            return self._values(values, *sources, rows=rows)
        if size := self._copied(layer, kind):
            return self._values(values, self._graph.add(size), *sources, rows=rows)
        self._graph.read(*sources)
        return self._values(values, rows=rows)

    def _normed(self, flow: Result, layer: _Layer, kind: str, rows: int = 0) -> Result:
        normed = self._values(self._shape.embedding, flow, rows=rows)
        weight = self._weight(layer, kind)
        return self._values(self._shape.embedding, normed, *weight, over=(normed,), rows=rows)

    def _added(self, result: Result, other: Result, rows: int) -> Result:
        return self._values(self._shape.embedding, result, other, over=(result, other), rows=rows)

    def _weight(self, layer: _Layer, kind: str) -> tuple[Result, ...]:
        """The copy of a weight, or none where it is here already."""
        size = self._copied(layer, kind) if layer.in_ram else 0
        return (self._graph.add(size),) if size else ()

    def _copied(self, layer: _Layer, kind: str) -> int:
        """Bytes of a tensor in this layer, 0 where there is none or it is too large to be copied."""
        piece = self._pieces.get(kind)
        if piece is None:
            return 0
        size = piece.most if layer.has_large_formats else piece.least
        return 0 if self._largest and size > self._largest else size

    def _input(self, name: str, size: int) -> Result:
        """An input of the whole batch: copied when it is first needed, and kept until it was last."""
        if name not in self._inputs:
            self._inputs[name] = self._graph.add(size)
        return self._inputs[name]

    def _values(self, count: int, *sources: Result, over: tuple[Result, ...] = (), rows: int = 0) -> Result:
        """A result of so many 32-bit values for each token of the batch, or for `rows` tokens."""
        return self._graph.add(_FLOAT * count * (rows or self._tokens), *sources, over=over)
