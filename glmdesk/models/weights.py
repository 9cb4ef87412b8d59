"""What a model's weights are made of, layer by layer, so that any placement is a few additions.

llama.cpp gives each tensor to the device of its layer (`llama_model_loader::create_tensor`): the token
embedding always stays in RAM, the output goes where the layers end, and a model that uses its embedding as
output too gets a second copy where that is another device.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod

from glmdesk.models.gguf_parser import Tensor
from glmdesk.models.shape import Shape

_INPUT = ("token_embd", "position_embd", "token_types", "per_layer_token_embd")
_OUTPUT = ("output", "output_norm", "cls", "cls.output")
_EXPERTS = re.compile(r"ffn_(?:up|down|gate|gate_up)_(?:ch)?exps")
_LAYER = re.compile(r"blk\.(\d+)\.")
_ALIGNMENT = 32
"""Every tensor begins at a multiple of this many bytes (ggml's TENSOR_ALIGNMENT, the file's own default)."""


@dataclass(frozen=True)
class Weights:
    """Bytes of a model's tensors, padded as they lie in memory.

    `layers` without the routed experts, which are `experts`, both for each layer; `tied` is the second copy
    of an embedding that is the output too, 0 where the output is a tensor of its own.
    """

    input: int
    output: int
    layers: tuple[int, ...]
    experts: tuple[int, ...]
    tied: int = 0
    largest_expert_tensor: int = 0
    largest_layer_tensor: int = 0

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
            scaled(self.largest_expert_tensor),
            scaled(self.largest_layer_tensor),
        )


def weights_of(tensors: Iterable[Tensor], shape: Shape) -> Weights:
    """The weights in a tensor table; tensors of layers that only predict further tokens are not loaded."""
    inputs = outputs = embedding = largest = largest_expert = 0
    layers, experts = [0] * shape.layers, [0] * shape.layers
    has_output = False
    for tensor in tensors:
        size = -(-tensor.size // _ALIGNMENT) * _ALIGNMENT
        name = tensor.name.rpartition(".")[0] or tensor.name
        layer = _LAYER.match(tensor.name)
        if layer:
            place = int(layer[1])
            if place >= shape.layers:
                continue
            if _EXPERTS.search(name):
                experts[place] += size
                largest_expert = max(largest_expert, size)
            else:
                layers[place] += size
            largest = max(largest, size)
        elif name in _OUTPUT:
            outputs += size
            has_output = has_output or name == "output"
        elif name in _INPUT:
            inputs += size
            embedding = size if name == "token_embd" else embedding
        else:  # such as rope_freqs, a few bytes that every layer uses
            layers[0] += size
    tied = 0 if has_output else embedding
    return Weights(inputs, outputs, tuple(layers), tuple(experts), tied, largest_expert, largest)


def parameters_of(tensors: Iterable[Tensor]) -> int:
    """The number of parameters in a tensor table."""
    return sum(prod(tensor.shape) for tensor in tensors)
