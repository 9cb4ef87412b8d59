"""The results of a layer in the order in which llama.cpp computes them on a GPU, copies from RAM among them.

The order is that of `deepseek2.cpp` and `llama.cpp` with `llm_graph_context::build_moe_ffn`; what is copied,
and when, is decided by `ggml_backend_sched_split_graph` (llama-cpp-python 0.3.36).
"""

from dataclasses import dataclass
from enum import Enum, auto

from glmdesk.models import compute, kv_cache
from glmdesk.models.compute import Load
from glmdesk.models.graph_memory import Graph, Result
from glmdesk.models.shape import Shape
from glmdesk.models.weights import Pieces

_FLOAT, _HALF, _INDEX, _PLACE = 4, 2, 4, 8
_ROUTER = "ffn_gate_inp"
FLOW = "flow"
"""What goes from layer to layer."""


class Experts(Enum):
    """Where the weights of a layer's experts lie, and which GPU multiplies with them."""

    HERE = auto()
    COPIED = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of `pieces`, in RAM or on the GPU; the last one is followed by the output.

    Behind the one that `is_last_given` nothing comes from other devices; the one that `is_last_here` is the
    last of the GPU's own. Of one that `is_another_gpus` only the experts are computed here.
    """

    pieces: Pieces
    experts: Experts
    in_ram: bool = False
    is_last_in_ram: bool = False
    is_last_given: bool = False
    is_last_here: bool = False
    is_last: bool = False
    is_another_gpus: bool = False

    @property
    def has_experts(self) -> bool:
        """Whether a router chooses among feed-forward networks."""
        return _ROUTER in self.pieces.of_kind


class LayerGraph:
    """Adds one layer to a graph; `held` are results of layers before, and inputs of the whole batch.

    What is above `largest` bytes is not copied.
    """

    def __init__(
        self,
        graph: Graph,
        held: dict[str, Result],
        layer: Layer,
        shape: Shape,
        load: Load,
        largest: int,
    ) -> None:
        self._graph, self._held, self._layer = graph, held, layer
        self._shape, self._load, self._largest = shape, load, largest
        self._tokens = self._rows = min(load.ubatch, load.cells)

    def add(self) -> None:
        """Add the layer, computed from the flow that is held; its own result is held then."""
        if self._layer.is_another_gpus:
            self._add_experts()
            return
        flow = self._held[FLOW] = self._whole(self._held.pop(FLOW, None))
        if self._layer.is_last_here and not self._layer.is_last:
            self._graph.read(self._normed(flow), flow)

    def _whole(self, flow: Result | None) -> Result:
        """Without `flow` another device has the layer before, and normalises its result before both come."""
        embedding = _FLOAT * self._shape.embedding * self._tokens
        normed = self._scaled(self._normed(flow) if flow else self._graph.give(embedding), "attn_norm")
        attended = (self._latent_attention if self._shape.is_mla else self._attention)(normed)
        after = self._values(self._shape.embedding, *self._weight("attn_output"), attended)
        flow = flow or Result(embedding, is_promised=True)
        if self._layer.is_last:  # it goes on with the token whose successor is asked for
            self._rows = 1
            after, flow = (self._values(self._shape.embedding, part, self._asked()) for part in (after, flow))
        after = self._added(after, flow)
        normed = self._scaled(self._normed(after), "ffn_norm")
        if self._layer.has_experts:
            after = self._added(self._experts(normed), after)
        else:
            after = self._added(self._dense(normed, self._shape.feed_forward), after)
        if self._layer.is_last_in_ram:  # the next layer's keys go to a cache on the GPU
            self._graph.fulfil(self._cells())
        if self._layer.is_last_given:
            self._graph.fulfil(self._asked())
        if not self._layer.is_last:
            return after
        return self._values(self._shape.vocabulary, self._scaled(self._normed(after), "output_norm"))

    def _add_experts(self) -> None:
        embedding, experts, used = self._shape.embedding, self._shape.experts, self._shape.experts_used
        chosen = experts * (self._tokens - 1) + used  # of all experts in their order, as far as the last one
        counts = (embedding * self._tokens, chosen, used * self._tokens)
        promised = (Result(_FLOAT * count, is_promised=True) for count in counts)
        self._graph.read(self._routed_total(*promised))

    def _latent_attention(self, normed: Result) -> Result:
        shape, heads, latent = self._shape, self._shape.heads, self._shape.latent
        query = normed
        if shape.query_rank:
            query = self._values(shape.query_rank, *self._weight("attn_q_a"), normed)
            query = self._values(shape.query_rank, query, over=(query,))
            norm = self._weight("attn_q_a_norm")
            query = self._values(shape.query_rank, query, *norm, over=(query,))
        kind = "attn_q_b" if shape.query_rank else "attn_q"
        query = self._values(heads * shape.key_length, *self._weight(kind), query)
        absorbed = self._values(heads * latent, *self._weight("attn_k_b"), query)
        turned = self._values(heads * shape.rope, query, self._places())
        query = self._values(heads * (latent + shape.rope), absorbed, turned)
        pressed = self._values(latent + shape.rope, *self._weight("attn_kv_a_mqa"), normed)
        key = self._values(latent, pressed)
        key = self._values(latent, key, *self._weight("attn_kv_a_norm"), over=(key,))
        turned = self._values(shape.rope, pressed, self._places())
        self._kept(self._values(latent + shape.rope, key, turned))
        result = self._attend(query, heads * latent)
        result = self._values(heads * shape.value_length, *self._weight("attn_v_b"), result)
        return self._values(heads * shape.value_length, result)

    def _attention(self, normed: Result) -> Result:
        shape, (keys, values) = self._shape, self._shape.widest_cell
        query = self._values(shape.heads * shape.key_length, *self._weight("attn_q"), normed)
        query = self._rotated(self._values(shape.heads * shape.key_length, query, self._places()), "keys")
        value = self._rotated(self._values(values, *self._weight("attn_v"), normed), "values")
        key = self._values(keys, *self._weight("attn_k"), normed)
        key = self._rotated(self._values(keys, key, self._places()), "keys")
        self._kept(key, value)
        return self._rotated(self._attend(query, shape.attention_output), "values")

    def _rotated(self, result: Result, matrix: str) -> Result:
        """Spread over all values of a head before it is quantised, by a small matrix."""
        size = compute.rotation(self._shape, self._load) // 2
        return self._graph.add(result.size, self._input(matrix, size), result) if size else result

    def _kept(self, *results: Result) -> None:
        """Keys and values on their way to the cache, in RAM or here."""
        for result in results:
            if self._layer.in_ram:
                self._graph.read(result)
            else:
                self._graph.add(0, result, self._cells())

    def _cells(self) -> Result:
        return self._input("cells", _PLACE * self._tokens)

    def _asked(self) -> Result:
        """Which tokens' successors are asked for."""
        return self._input("asked", _INDEX)

    def _places(self) -> Result:
        return self._input("places", _INDEX * self._tokens)

    def _attend(self, query: Result, values: int) -> Result:
        load, graph = self._load, self._graph
        keys, others = self._shape.widest_cell
        copies: tuple[Result, ...] = ()
        if self._layer.in_ram:
            sizes = [load.cells * kv_cache.bytes_of(cell, load.kv_type) for cell in ((keys, 0), (0, others))]
            if self._shape.is_mla:  # the values are the keys without the turned part at their end
                sizes[1] = sizes[0] - kv_cache.bytes_of((self._shape.rope, 0), load.kv_type)
            copies = tuple(map(graph.give, sizes))
        mask = self._input("mask", self._tokens * load.cells * _HALF)
        if load.flash_attention:
            halved = compute.halved_keys(self._shape, load)
            return graph.add(_FLOAT * self._tokens * values + halved, query, *copies, mask)
        scores = self._values(load.cells * self._shape.heads, query, *copies[:1])
        scores = self._values(load.cells * self._shape.heads, scores, mask, over=(scores,))
        return self._values(values, scores, *copies[1:])

    def _dense(self, normed: Result, width: int, suffix: str = "") -> Result:
        gate = self._values(width, *self._weight(f"ffn_gate{suffix}"), normed)
        up = self._values(width, *self._weight(f"ffn_up{suffix}"), normed)
        inner = self._values(width, gate, up)
        down = self._weight(f"ffn_down{suffix}")
        return self._values(self._shape.embedding, *down, inner)

    def _experts(self, normed: Result) -> Result:
        shape, used = self._shape, self._shape.experts_used
        chances = self._values(shape.experts, *self._weight("ffn_gate_inp"), normed)
        chances = self._values(shape.experts, chances, over=(chances,))
        biased = self._values(shape.experts, chances, *self._weight("exp_probs_b"))
        order = self._values(shape.experts, biased)
        shares = self._values(used, chances, order)
        whole = self._values(1, shares)
        whole = self._values(1, whole, over=(whole,))
        shares = self._values(used, shares, whole)
        shares = self._values(used, shares)
        total = self._routed_total(normed, order, shares)
        if not shape.shared_experts:
            return total
        width = shape.shared_experts * shape.expert_width
        return self._added(total, self._dense(normed, width, "_shexp"))

    def _routed_total(self, normed: Result, order: Result, shares: Result) -> Result:
        """What the chosen experts say, weighted and added up."""
        shape, used = self._shape, self._shape.experts_used
        if self._layer.experts is Experts.ELSEWHERE:
            self._graph.read(normed, order, shares)
            return self._graph.give(_FLOAT * shape.embedding * self._rows)
        gate = self._routed(used * shape.expert_width, "ffn_gate_exps", normed, order)
        up = self._routed(used * shape.expert_width, "ffn_up_exps", normed, order)
        inner = self._values(used * shape.expert_width, gate, up)
        outer = self._routed(used * shape.embedding, "ffn_down_exps", inner, order)
        outer = self._values(used * shape.embedding, outer, shares, over=(outer,))
        total = self._values(shape.embedding, outer, outer)
        for _ in range(used - 2):
            total = self._values(shape.embedding, total, outer, over=(total,))
        return total

    def _routed(self, values: int, kind: str, *sources: Result) -> Result:
        """The experts' product, which the processor works out where their tensor has no room here."""
        if self._layer.experts is Experts.HERE:
            return self._values(values, *sources)
        if size := self._copied(kind):
            return self._values(values, self._graph.give(size), *sources)
        self._graph.read(*sources)
        return self._graph.give(_FLOAT * values * self._rows)

    def _normed(self, flow: Result) -> Result:
        return self._values(self._shape.embedding, flow)

    def _scaled(self, normed: Result, kind: str) -> Result:
        return self._values(self._shape.embedding, normed, *self._weight(kind), over=(normed,))

    def _added(self, result: Result, other: Result) -> Result:
        return self._values(self._shape.embedding, result, other, over=(result, other))

    def _weight(self, kind: str) -> tuple[Result, ...]:
        """The copy of a weight, or none where it is here already."""
        size = self._copied(kind) if self._layer.in_ram else 0
        return (self._graph.give(size),) if size else ()

    def _copied(self, kind: str) -> int:
        """Bytes of a tensor that is copied for this layer, 0 where there is none or the processor has it."""
        size = self._layer.pieces.of_kind.get(kind, 0)
        too_large = self._largest and size > self._largest
        return size if compute.is_copied(self._load) and not too_large else 0

    def _input(self, name: str, size: int) -> Result:
        """An input of the whole batch: copied when it is first needed, and kept until it was last."""
        if name not in self._held:
            self._held[name] = Result(size, is_promised=True)
        return self._held[name]

    def _values(self, count: int, *sources: Result, over: tuple[Result, ...] = ()) -> Result:
        """A result of so many 32-bit values for each token that is computed here."""
        return self._graph.add(_FLOAT * count * (self._rows), *sources, over=over)
