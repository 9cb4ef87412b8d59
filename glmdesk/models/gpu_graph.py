"""Bytes of a GPU's compute buffer, by playing llama.cpp's graph of its layers.

From batches of 32 tokens on llama.cpp computes layers in RAM on the GPU as well: each weight is copied right
before it is used and its place is free again behind it, and so are a layer's keys and values. How far the
buffer grows depends on every layer before, as formats differ from layer to layer; so all of them are played.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from glmdesk.models.compute import Load
from glmdesk.models.graph_memory import Buffer, Graph, Result, Stretch
from glmdesk.models.layer_graph import FLOW, Experts, Layer, LayerGraph
from glmdesk.models.shape import Shape
from glmdesk.models.weights import Pieces

_FLOAT = 4
_KEPT_BUFFERS, _KEPT_STEPS = 4096, 256


@dataclass(frozen=True, slots=True)
class Share:
    """The layers that a GPU computes, from `begin` up to `end`; those before `cpu_layers` lie in RAM.

    So do the experts of the layers `cpu_experts`. What is above `largest` bytes, if that is not 0, the device
    cannot hold: the processor multiplies it. `copies` is how many batches are on their way at once.
    """

    begin: int
    end: int
    cpu_layers: int
    cpu_experts: range
    largest: int = 0
    copies: int = 1
    is_first: bool = True

    def experts(self, layer: int) -> Experts:
        """Where a layer's experts are: the first GPU multiplies with all that lie in RAM."""
        if layer >= self.cpu_layers and layer not in self.cpu_experts:
            return Experts.HERE
        return Experts.COPIED if self.is_first else Experts.ELSEWHERE


@dataclass(frozen=True, slots=True)
class _Between:
    """What there is between two layers: the free places, and those of results that are still read."""

    free: tuple[Stretch, ...] = Buffer().stretches
    held: tuple[tuple[str, Stretch], ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """How far the buffer grows within a layer, what is set aside for it, and what there is behind it."""

    size: int
    set_aside: int
    behind: _Between


@lru_cache(_KEPT_BUFFERS)
def buffer(shape: Shape, load: Load, pieces: tuple[Pieces, ...], share: Share) -> int:
    """The buffer of a GPU with this `share` of the layers, whose tensors are `pieces`."""
    steps = _steps(shape, load, share.largest, share.copies)
    step = steps.begin() if share.begin == 0 else _Step(0, 0, _Between())
    size, set_aside = step.size, step.set_aside
    for layer in _layers(pieces, share):
        step = steps.beyond(layer, step.behind)
        size, set_aside = max(size, step.size), set_aside + step.set_aside
    return size + set_aside


def _layers(pieces: tuple[Pieces, ...], share: Share) -> Iterator[Layer]:
    """All layers that a GPU computes, and behind them those of other GPUs whose experts it has."""
    own = range(share.begin, share.end)
    given = [place for place in own if share.experts(place) is not Experts.HERE] or [share.begin]
    has_output = share.end == len(pieces)
    for place in own:
        yield Layer(
            pieces[place],
            in_ram=place < share.cpu_layers,
            experts=share.experts(place),
            is_last_in_ram=place == share.cpu_layers - 1,
            is_last_given=has_output and place == given[-1],
            is_last_here=place == share.end - 1,
            is_last=has_output and place == share.end - 1,
        )
    if share.is_first:
        for place in range(share.end, len(pieces)):
            if place in share.cpu_experts:
                yield Layer(pieces[place], experts=Experts.COPIED, is_another_gpus=True)


class _Steps:
    """What each layer makes of the buffer, remembered: few of them find what none before them found."""

    def __init__(self, shape: Shape, load: Load, largest: int, copies: int) -> None:
        self._shape, self._load, self._largest, self._copies = shape, load, largest, copies
        self._known: dict[tuple[Layer, _Between], _Step] = {}

    def begin(self) -> _Step:
        """The buffer with the batch's embeddings in it."""
        graph = Graph(self._copies)
        size = _FLOAT * self._shape.embedding * min(self._load.ubatch, self._load.cells)
        return _step(graph, Buffer(), {FLOW: graph.give(size)})

    def beyond(self, layer: Layer, before: _Between) -> _Step:
        """The step through a layer from what there is in front of it."""
        known = self._known.get((layer, before))
        if known is None:
            known = self._known[layer, before] = self._played(layer, before)
        return known

    def _played(self, layer: Layer, before: _Between) -> _Step:
        graph = Graph(self._copies)
        held = {name: Result(size, begin=begin) for name, (begin, size) in before.held}
        LayerGraph(graph, held, layer, self._shape, self._load, self._largest).add()
        return _step(graph, Buffer(before.free), {} if layer.is_last_here else held)


_steps = lru_cache(_KEPT_STEPS)(_Steps)


def _step(graph: Graph, buffer: Buffer, held: Mapping[str, Result]) -> _Step:
    """Play the graph; what is `held` is read by a later one."""
    graph.keep(*held.values())
    graph.play(buffer)
    places = tuple((name, (result.begin, result.size)) for name, result in held.items())
    return _Step(buffer.size, graph.set_aside, _Between(buffer.stretches, places))
