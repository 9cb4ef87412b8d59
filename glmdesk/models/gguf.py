"""The header of a GGUF file: what the model says of itself, and where each tensor lies.

Invariant: nothing read is trusted. Every count, length and offset is checked against the bytes that are
there before it is used, so that a damaged or hostile file ends in a sentence, and before llama.cpp sees it.
Source of the format: `docs/gguf.md` in ggml, and llama.cpp's own reader for what it refuses.
"""

import mmap
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from types import MappingProxyType
from typing import Any

from glmdesk.core.errors import ModelMissing, ModelUnusable

MAGIC = b"GGUF"
VERSIONS = (2, 3)
DEFAULT_ALIGNMENT = 32
MAX_DIMENSIONS = 4
MAX_NAME_BYTES = 63  # llama.cpp keeps tensor names in 64 bytes, with a zero at the end
MAX_TEXT_BYTES = 64 * 1024 * 1024  # the longest real one, a chat template, is a few hundred KB

_FETCH_AGAIN = "Download it again, or choose another file."
_STRING, _ARRAY = 8, 9
_FORMATS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_SCALARS = {kind: struct.Struct("<" + letter) for kind, letter in _FORMATS.items()}
_U32, _U64 = _SCALARS[4], _SCALARS[10]

_BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34), 9: (32, 40),
    10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210), 15: (256, 292),
    16: (256, 66), 17: (256, 74), 18: (256, 98), 19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82),
    23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2),
    34: (256, 54), 35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18), 42: (64, 18),
}  # fmt: skip
"""ggml's tensor types: values in a block, bytes of a block (`GGML_QUANT_SIZES` in gguf-py)."""


@dataclass(frozen=True, slots=True)
class Array:
    """An array of the metadata that was checked and passed over: its element type and its length."""

    kind: int
    length: int


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor: `shape` with the fastest dimension first, `start` in bytes from the file's begin.

    `size` is in bytes, None for a number format that is newer than this table.
    """

    name: str
    kind: int
    shape: tuple[int, ...]
    start: int
    size: int | None


@dataclass(frozen=True, slots=True)
class Header:
    """What a GGUF file holds: numbers and texts of its metadata, its tensors, and the header's length."""

    version: int
    metadata: Mapping[str, Any]
    tensors: tuple[Tensor, ...]
    data_start: int
    file_bytes: int

    @property
    def missing_bytes(self) -> int:
        """How many bytes the file is short of its last tensor."""
        ends = (tensor.start + (tensor.size or 0) for tensor in self.tensors)
        return max(0, max(ends, default=0) - self.file_bytes)


def check(path: Path) -> Header:
    """The header of a whole, loadable file, or of the first of its shards, all of which are checked.

    Raises `ModelMissing` and `ModelUnusable`.
    """
    header = read(path)
    if not header.tensors:
        raise _unusable(path, "holds no weights")
    _check_length(path, header)
    for shard in _later_shards(path, header):
        _check_length(shard, read(shard))
    return header


def read(path: Path) -> Header:
    """The header of `path`, whose data may still be on its way; raises `ModelMissing`, `ModelUnusable`."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size < len(MAGIC):
                raise _unusable(path, "is empty" if size == 0 else "is no GGUF file")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _Reader(data, path).header()
    except FileNotFoundError as error:
        raise ModelMissing(
            f"The file {path.name} is not there any more.",
            action="Choose another model.",
            detail=str(path),
        ) from error
    except OSError as error:
        raise ModelUnusable(
            f"The file {path.name} cannot be read.",
            action="Check that it is a file and that you may read it.",
            detail=str(error),
        ) from error


def _check_length(path: Path, header: Header) -> None:
    if header.missing_bytes:
        raise ModelUnusable(
            f"The file {path.name} is cut short: {header.missing_bytes:,} bytes are missing.",
            action=_FETCH_AGAIN,
            detail=f"{path} has {header.file_bytes} bytes",
        )


def _later_shards(path: Path, header: Header) -> Iterator[Path]:
    count = header.metadata.get("split.count", 1)
    match = re.fullmatch(r"(.*)-00001-of-(\d{5})\.gguf", path.name)
    if not isinstance(count, int) or count <= 1:
        return
    if match is None or int(match[2]) != count:
        raise _unusable(
            path, f"is one of {count} parts, and not named as their first", "Choose the first part."
        )
    for number in range(2, count + 1):
        yield path.with_name(f"{match[1]}-{number:05}-of-{count:05}.gguf")


def _unusable(path: Path, what: str, action: str = _FETCH_AGAIN) -> ModelUnusable:
    return ModelUnusable(f"The file {path.name} {what}.", action=action, detail=str(path))


class _Reader:
    """Reads one header, front to back; `position` never passes the end."""

    def __init__(self, data: mmap.mmap, path: Path) -> None:
        self._data, self._path = data, path
        self._size = len(data)
        self._position = 0

    def header(self) -> Header:
        if self._take(4) != MAGIC:
            raise self._damaged("is no GGUF file", "Choose a file of weights in the GGUF format.")
        version = self._number(_U32)
        if version not in VERSIONS:
            swapped = version & 0xFFFF == 0 and version != 0
            what = (
                "is for big-endian machines" if swapped else f"has GGUF version {version}, which is unknown"
            )
            raise self._damaged(what, "Choose another file, or update glmdesk.")
        tensor_count, key_count = self._count(24), self._count(13)
        metadata = self._metadata(key_count)
        alignment = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
        if not isinstance(alignment, int) or alignment <= 0 or alignment & (alignment - 1):
            raise self._damaged("has an alignment that is no power of two")
        infos = [self._tensor() for _ in range(tensor_count)]
        if len({name for name, *_ in infos}) < len(infos):
            raise self._damaged("names a tensor twice")
        start = -(-self._position // alignment) * alignment
        tensors = tuple(self._placed(info, start, alignment) for info in infos)
        return Header(version, MappingProxyType(metadata), tensors, start, self._size)

    def _metadata(self, count: int) -> dict[str, Any]:
        metadata: dict[str, Any] = {}
        for _ in range(count):
            key = self._text()
            if not key or key in metadata:
                raise self._damaged("has an empty or doubled key in its metadata")
            metadata[key] = self._value(self._number(_U32))
        return metadata

    def _value(self, kind: int) -> Any:
        if kind == _STRING:
            return self._text()
        if kind == _ARRAY:
            return self._array()
        if kind not in _SCALARS:
            raise self._damaged(f"has metadata of the unknown type {kind}")
        return self._number(_SCALARS[kind])

    def _array(self) -> Array:
        kind = self._number(_U32)
        if kind == _STRING:
            length = self._count(8)
            self._pass_texts(length)
        elif kind in _SCALARS:
            length = self._count(_SCALARS[kind].size)
            self._skip(length * _SCALARS[kind].size)
        else:
            raise self._damaged(f"has an array of the unknown type {kind}")
        return Array(kind, length)

    def _pass_texts(self, count: int) -> None:
        """Walk over `count` texts; in a loop without calls, for a vocabulary has half a million."""
        data, size, position, unpack = self._data, self._size, self._position, _U64.unpack_from
        for _ in range(count):
            if position + 8 > size:
                raise self._cut()
            position += 8 + unpack(data, position)[0]
        if position > size:
            raise self._cut()
        self._position = position

    def _tensor(self) -> tuple[str, int, tuple[int, ...], int]:
        name = self._text(MAX_NAME_BYTES)
        dimensions = self._number(_U32)
        if dimensions > MAX_DIMENSIONS:
            raise self._damaged(f"has a tensor of {dimensions} dimensions")
        shape = tuple(self._number(_U64) for _ in range(dimensions))
        return name, self._number(_U32), shape, self._number(_U64)

    def _placed(self, info: tuple[str, int, tuple[int, ...], int], start: int, alignment: int) -> Tensor:
        name, kind, shape, offset = info
        values = prod(shape)
        if values >= 1 << 63 or offset % alignment or start + offset >= 1 << 63:
            raise self._damaged(f"has an impossible size or place for the tensor {name!r}")
        size = None
        if kind in _BLOCKS:
            per_block, block_bytes = _BLOCKS[kind]
            if (shape[0] if shape else 1) % per_block:
                raise self._damaged(f"has an impossible shape for the tensor {name!r}")
            size = values // per_block * block_bytes
        return Tensor(name, kind, shape, start + offset, size)

    def _text(self, limit: int = MAX_TEXT_BYTES) -> str:
        length = self._number(_U64)
        if length > limit:
            raise self._damaged(f"has a text of {length:,} bytes where {limit:,} are allowed")
        return self._take(length).decode("utf-8", "replace")

    def _count(self, least_bytes: int) -> int:
        """A count of things that take at least so many bytes each."""
        count: int = self._number(_U64)
        if count * least_bytes > self._size - self._position:
            raise self._cut() if count < 1 << 32 else self._damaged(f"claims to hold {count:,} entries")
        return count

    def _number(self, form: struct.Struct) -> Any:
        self._skip(form.size)
        return form.unpack_from(self._data, self._position - form.size)[0]

    def _take(self, length: int) -> bytes:
        self._skip(length)
        return self._data[self._position - length : self._position]

    def _skip(self, length: int) -> None:
        if length > self._size - self._position:
            raise self._cut()
        self._position += length

    def _cut(self) -> ModelUnusable:
        return self._damaged(f"is cut short: it ends after {self._size:,} bytes, inside its header")

    def _damaged(self, what: str, action: str = _FETCH_AGAIN) -> ModelUnusable:
        return _unusable(self._path, what, action)
