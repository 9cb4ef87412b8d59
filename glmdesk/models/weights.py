"""What a model's weights are made of, layer by layer, so that any placement is a few additions.

llama.cpp gives each tensor to the device of its layer (`llama_model_loader::create_tensor`): the token
embedding always stays in RAM, the output goes where the layers end, and a model that uses its embedding as
output too gets a second copy where that is another device.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from math import prod

from glmdesk.models.gguf_header import Tensor
from glmdesk.models.shape import Shape

_INPUT = ("token_embd", "position_embd", "token_types", "per_layer_token_embd")
_OUTPUT = ("output", "output_norm", "cls", "cls.output")
_EXPERTS = re.compile(r"ffn_(up|down|gate|gate_up)_(?:ch)?exps")
_LAYER = re.compile(r"blk\.(\d+)\.")
_LARGE = 64 * 1024**2
_ALIGNMENT = 32
"""Every tensor begins at a multiple of this many bytes (ggml's TENSOR_ALIGNMENT, the file's own default)."""


OUTPUT_LAYER = -1


@dataclass(frozen=True, slots=True)
class Large:
    """A tensor that some devices cannot hold in one piece; `expert` is the kind of a routed expert's."""

    layer: int
    size: int
    expert: str = ""


@dataclass(frozen=True)
class Pieces:
    """Bytes of a layer's tensors by their kinds, such as `ffn_up`; layers that are alike share one."""

    sizes: tuple[tuple[str, int], ...]

    @cached_property
    def of_kind(self) -> dict[str, int]:
        """The same, to look up."""
        return dict(self.sizes)

    @cached_property
    def _hash(self) -> int:
        return hash(self.sizes)

    def __hash__(self) -> int:
        """Found once: what is remembered of layers is looked up by them all the time."""
        return self._hash


@dataclass(frozen=True)
class Weights:
    """Bytes of a model's tensors, padded as they lie in memory.

    `layers` without the routed experts, which are `experts`, both for each layer; `tied` is the second copy
    of an embedding that is the output too, 0 where the output is a tensor of its own. `pieces` are the
    tensors of each layer; `large` names those above 64 MiB.
    """

    input: int
    output: int
    layers: tuple[int, ...]
    experts: tuple[int, ...]
    tied: int = 0
    pieces: tuple[Pieces, ...] = ()
    large: tuple[Large, ...] = ()

    @cached_property
    def largest_expert_tensor(self) -> int:
        """Bytes of the largest tensor of routed experts, 0 where there are none."""
        pieces = chain.from_iterable(layer.sizes for layer in set(self.pieces))
        return max((size for kind, size in pieces if _EXPERTS.search(kind)), default=0)

    @cached_property
    def total(self) -> int:
        """All tensors of the file that are used, once."""
        return self.input + self.output + sum(self.layers) + sum(self.experts)

    def scaled_to(self, total: int) -> "Weights":
        """The same mixture at another size: every part by the same factor."""
        factor = total / self.total

        def scaled(size: int) -> int:
            return round(size * factor)

        return Weights(
            scaled(self.input),
            scaled(self.output),
            tuple(map(scaled, self.layers)),
            tuple(map(scaled, self.experts)),
            scaled(self.tied),
            _shared(tuple((kind, scaled(size)) for kind, size in layer.sizes) for layer in self.pieces),
            tuple(replace(tensor, size=scaled(tensor.size)) for tensor in self.large),
        )


def weights_of(tensors: Iterable[Tensor], shape: Shape) -> Weights:
    """The weights in a tensor table; tensors of layers that only predict further tokens are not loaded."""
    sums = _Sums(shape.layers)
    for tensor in tensors:
        sums.add(tensor)
    return sums.weights()


class _Sums:
    """Adds up tensors by where they go."""

    def __init__(self, layers: int) -> None:
        self._layers, self._experts = [0] * layers, [0] * layers
        self._input = self._output = self._embedding = self._head = 0
        self._large: list[Large] = []
        self._pieces: list[list[tuple[str, int]]] = [[] for _ in range(layers)]

    def add(self, tensor: Tensor) -> None:
        size = -(-tensor.size // _ALIGNMENT) * _ALIGNMENT
        name = tensor.name.rpartition(".")[0] or tensor.name
        layer = _LAYER.match(tensor.name)
        if layer:
            self._add_to_layer(int(layer[1]), name[layer.end() :], size)
        elif name in _OUTPUT:
            self._output += size
            self._head = size if name == "output" else self._head
        elif name in _INPUT:
            self._input += size
            self._embedding = size if name == "token_embd" else self._embedding
        else:  # such as rope_freqs, a few bytes that every layer uses
            self._layers[0] += size

    def _add_to_layer(self, layer: int, kind: str, size: int) -> None:
        if layer >= len(self._layers):
            return
        expert = _EXPERTS.search(kind)
        self._pieces[layer].append((kind, size))
        if expert:
            self._experts[layer] += size
        else:
            self._layers[layer] += size
        if size > _LARGE:
            self._large.append(Large(layer, size, expert[1] if expert else ""))

    def weights(self) -> Weights:
        tied = 0 if self._head else self._embedding
        if max(self._head, tied) > _LARGE:
            self._large.append(Large(OUTPUT_LAYER, max(self._head, tied)))
        return Weights(
            self._input,
            self._output,
            tuple(self._layers),
            tuple(self._experts),
            tied,
            _shared(map(tuple, self._pieces)),
            tuple(self._large),
        )


def _shared(layers: Iterable[tuple[tuple[str, int], ...]]) -> tuple[Pieces, ...]:
    """One object for all layers that are alike."""
    known: dict[tuple[tuple[str, int], ...], Pieces] = {}
    return tuple(known.setdefault(sizes, Pieces(sizes)) for sizes in layers)


def parameters_of(tensors: Iterable[Tensor]) -> int:
    """The number of parameters in a tensor table."""
    return sum(prod(tensor.shape) for tensor in tensors)
