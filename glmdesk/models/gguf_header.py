"""What a GGUF file's header says, as values, and the places of its tensors, checked.

llama.cpp demands that tensors lie one behind the other in the order of the list, each at a multiple of the
alignment; `placed` refuses what is not so, and what no file could hold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from glmdesk.models import ggml

DEFAULT_ALIGNMENT = 32
LARGEST = 1 << 63
"""One more than the largest place or size that llama.cpp can count to."""

FETCH_AGAIN = "Download it again, or choose another file."


class Flaw(Exception):
    """What is wrong with a file, as the end of a sentence that begins with its name, and what to do."""

    def __init__(self, what: str, action: str = FETCH_AGAIN) -> None:
        super().__init__(what)
        self.what, self.action = what, action


@dataclass(frozen=True, slots=True)
class Array:
    """An array of the metadata: its element type, its length, and its numbers unless there are many."""

    kind: int
    length: int
    numbers: tuple[Any, ...] | None = None


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor: `shape` with the fastest dimension first, `start` in bytes from the file's begin.

    `size` is in bytes; for a number format that is newer than this program it is what the file leaves for it.
    """

    name: str
    kind: int
    shape: tuple[int, ...]
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a GGUF file holds: numbers and texts of its metadata, its tensors, and where their data begins."""

    version: int
    metadata: Mapping[str, Any]
    tensors: tuple[Tensor, ...]
    data_start: int
    file_bytes: int

    @property
    def missing_bytes(self) -> int:
        """How many bytes the file is short of its last tensor."""
        ends = (tensor.start + tensor.size for tensor in self.tensors)
        return max(0, max(ends, default=0) - self.file_bytes)


@dataclass(frozen=True, slots=True)
class Info:
    """A tensor as the file lists it."""

    name: str
    kind: int
    shape: tuple[int, ...]
    offset: int


def placed(infos: Sequence[Info], start: int, alignment: int, file_bytes: int) -> tuple[Tensor, ...]:
    """The tensors in their places: one behind the other in the order of the list, as llama.cpp demands."""
    tensors = []
    expected = 0
    for place, info in enumerate(infos):
        if info.offset != expected or start + info.offset >= LARGEST:
            raise Flaw(f"has an impossible place for the tensor {info.name!r}")
        if info.kind in ggml.FUTURE:
            following = infos[place + 1].offset if place + 1 < len(infos) else None
            size = (file_bytes - start if following is None else following) - info.offset
            if size < 0:
                raise Flaw(f"has an impossible place for the tensor {info.name!r}")
        else:
            size = _size(info)
        expected += padded(size, alignment)
        tensors.append(Tensor(info.name, info.kind, info.shape, start + info.offset, size))
    return tuple(tensors)


def _size(info: Info) -> int:
    """Bytes of a tensor of a known format."""
    if info.kind not in ggml.BLOCKS:
        raise Flaw(f"has the tensor {info.name!r} in the unknown number format {info.kind}")
    if any(length >= LARGEST for length in info.shape) or prod(info.shape) >= LARGEST:
        raise Flaw(f"has an impossible size for the tensor {info.name!r}")
    if (info.shape[0] if info.shape else 1) % ggml.values_per_block(info.kind):
        raise Flaw(f"has an impossible shape for the tensor {info.name!r}")
    size = ggml.size_of(info.kind, info.shape)
    if size >= LARGEST - DEFAULT_ALIGNMENT:
        raise Flaw(f"has an impossible size for the tensor {info.name!r}")
    return size


def padded(size: int, alignment: int) -> int:
    return -(-size // alignment) * alignment
