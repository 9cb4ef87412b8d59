"""Bytes of a GPU's compute buffer where whole layers lie in RAM, by playing llama.cpp's graph.

From batches of 32 tokens on llama.cpp computes those layers on the GPU as well: each weight is copied right
before it is used and its place is free again behind it, and so are a layer's keys and values. How far the
buffer grows depends on every layer before, as formats differ from layer to layer; so all of them are played.
"""

from dataclasses import dataclass
from functools import lru_cache

from glmdesk.models.compute import Load
from glmdesk.models.graph_memory import Buffer, Graph, Result, Stretch
from glmdesk.models.layer_graph import Layer, LayerGraph
from glmdesk.models.shape import Shape
from glmdesk.models.weights import Piece

_FLOAT = 4
_KEPT = 512


@dataclass(frozen=True, slots=True)
class _Between:
    """What there is between two layers: the free places, the last result's, and those of inputs."""

    free: tuple[Stretch, ...]
    flow: Stretch
    inputs: tuple[tuple[str, Stretch], ...] = ()


@lru_cache(_KEPT)
def on_gpu(
    shape: Shape,
    load: Load,
    pieces: tuple[tuple[Piece, ...], ...],
    cpu_layers: int,
    cpu_experts: range,
    largest: int = 0,
) -> int:
    """The buffer with the first `cpu_layers` layers in RAM, and the experts of the layers `cpu_experts`.

    What is above `largest` bytes, if that is not 0, the device cannot hold: the processor multiplies it.
    """
    steps = _steps(shape, load, largest)
    size, between = steps.begin()
    for place, own in enumerate(pieces):
        in_ram = place < cpu_layers
        layer = Layer(
            own,
            in_ram,
            experts_in_ram=in_ram or place in cpu_experts,
            is_last_in_ram=place == cpu_layers - 1,
            is_last=place == len(pieces) - 1,
        )
        grown, between = steps.beyond(layer, between)
        size = max(size, grown)
    return size


class _Steps:
    """What each layer makes of the buffer, remembered: few of them find what none before them found."""

    def __init__(self, shape: Shape, load: Load, largest: int) -> None:
        self._shape, self._load, self._largest = shape, load, largest
        self._known: dict[tuple[Layer, _Between], tuple[int, _Between]] = {}

    def begin(self) -> tuple[int, _Between]:
        """The buffer with the batch's embeddings in it."""
        embeddings = Result(_FLOAT * self._shape.embedding * min(self._load.ubatch, self._load.cells))
        buffer = Buffer()
        begin = buffer.take(embeddings.size)
        return buffer.size, _Between(buffer.stretches, (begin, embeddings.size))

    def beyond(self, layer: Layer, before: _Between) -> tuple[int, _Between]:
        """The buffer's largest size within a layer, and what there is behind it."""
        known = self._known.get((layer, before))
        if known is None:
            known = self._known[layer, before] = self._played(layer, before)
        return known

    def _played(self, layer: Layer, before: _Between) -> tuple[int, _Between]:
        graph, buffer = Graph(), Buffer(before.free)
        inputs = {name: _held(place) for name, place in before.inputs}
        own = LayerGraph(graph, inputs, layer, self._shape, self._load, self._largest)
        flow = own.add(_held(before.flow))
        if not layer.is_last:
            graph.keep(flow, *inputs.values())
        graph.play(buffer)
        places = ((name, (held.begin, held.size)) for name, held in inputs.items())
        return buffer.size, _Between(buffer.stretches, (flow.begin, flow.size), tuple(places))


_steps = lru_cache(_KEPT)(_Steps)


def _held(place: Stretch) -> Result:
    begin, size = place
    return Result(size, begin=begin)
