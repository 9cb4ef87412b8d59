"""What must be known of a model's file to tell what it needs: its shape and its weights, from its header."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from glmdesk.core.plan import KvType
from glmdesk.models import ggml, gguf, kv_cache
from glmdesk.models.gguf_header import Header
from glmdesk.models.shape import Shape, shape_of
from glmdesk.models.weights import Weights, parameters_of, weights_of


@dataclass(frozen=True)
class Profile:
    """A file of weights, here or on offer; `model` is a path or a catalogue's id.

    `layers_before[i]` and `experts_before[i]` are the bytes of all layers before layer i, and
    `cell_before[kv][i]` those that they keep for one token, `values_before[i]` how many values that is.
    """

    model: str
    quant: str
    file_bytes: int
    shape: Shape
    weights: Weights
    parameters: int
    layers_before: tuple[int, ...] = field(init=False, repr=False)
    experts_before: tuple[int, ...] = field(init=False, repr=False)
    cell_before: Mapping[KvType, tuple[int, ...]] = field(init=False, repr=False)
    values_before: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "layers_before", tuple(accumulate(self.weights.layers, initial=0)))
        object.__setattr__(self, "experts_before", tuple(accumulate(self.weights.experts, initial=0)))
        widths = self.shape.kv_widths
        object.__setattr__(self, "cell_before", {kv: _running(widths, kv) for kv in KvType})
        object.__setattr__(self, "values_before", tuple(accumulate(map(sum, widths), initial=0)))

    @property
    def bits(self) -> float:
        """Bits a parameter."""
        return 8 * self.weights.total / self.parameters


def _running(widths: Sequence[tuple[int, int]], kv_type: KvType) -> tuple[int, ...]:
    return tuple(accumulate((kv_cache.bytes_of(cell, kv_type) for cell in widths), initial=0))


def read(path: Path) -> Profile:
    """The profile of a whole model at `path`, all shards included; raises as `gguf.check` does."""
    return of(gguf.parts(path), str(path))


def of(headers: Sequence[Header], model: str) -> Profile:
    """The profile that the headers of a model's files give; raises `ModelUnusable`."""
    first = headers[0]
    shape = shape_of(first.metadata)
    tensors = [tensor for header in headers for tensor in header.tensors]
    kind = first.metadata.get("general.file_type")
    return Profile(
        model=model,
        quant=ggml.QUANTISATIONS.get(kind, "") if isinstance(kind, int) else "",
        file_bytes=sum(header.file_bytes for header in headers),
        shape=shape,
        weights=weights_of(tensors, shape),
        parameters=parameters_of(tensors),
    )
