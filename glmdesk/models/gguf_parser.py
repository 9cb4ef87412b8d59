"""Walks over the header of a GGUF file, front to back, and believes none of it.

Every count, length and offset is checked against the bytes that are there before it is used. Source of the
format: `docs/gguf.md` in ggml; of what is refused: llama.cpp's own reader and its tests (`gguf.cpp`,
`test-gguf.cpp`).
"""

import re
import struct
from mmap import mmap
from types import MappingProxyType
from typing import Any

from glmdesk.models.gguf_header import DEFAULT_ALIGNMENT, LARGEST, Array, Flaw, Header, Info, padded, placed

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_DIMENSIONS = 4
MAX_NAME_BYTES = 63  # llama.cpp keeps tensor names in 64 bytes, with a zero at the end
MAX_TEXT_BYTES = 64 * 1024 * 1024  # the longest real one, a chat template, is a few hundred KB
MAX_KEYS = 65_536
MAX_TENSORS = 1_048_576
MAX_TEXTS = 16_777_216  # in one array; the largest vocabulary with its merges has about a million
MAX_KEPT_NUMBERS = 4_096
"""Longer arrays of numbers are passed over; those that matter have one number for each layer."""

_TYPE_U32, _TYPE_STRING, _TYPE_ARRAY = 4, 8, 9
_FORMATS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_SCALARS = {kind: struct.Struct("<" + letter) for kind, letter in _FORMATS.items()}
_U32, _U64 = _SCALARS[_TYPE_U32], _SCALARS[10]

_RUN = 512
_SHORT = 48
_SHORT_TEXTS = b"|".join(
    re.escape(bytes([length])) + rb"\0{7}.{%d}" % length
    for length in sorted(range(_SHORT), key=lambda length: abs(length - 6))
)
_TEXT_RUN = re.compile(rb"(?s:%b){%d}+" % (b"(?:" + _SHORT_TEXTS + b")", _RUN))
"""Several hundred short texts with their lengths at once: twice as quick as a loop, and a vocabulary with its
merges has half a million."""


class MoreNeeded(Exception):
    """The header goes on behind the bytes at hand, which are fewer than the file's."""


def parse(data: bytes | mmap, file_bytes: int) -> Header:
    """The header that `data`, the first bytes of a file of `file_bytes`, begins with.

    Raises `Flaw`, and `MoreNeeded` where `data` ends inside the header but the file does not.
    """
    return _Parser(data, file_bytes).header()


class _Parser:
    """Reads one header; `_position` never passes the end."""

    def __init__(self, data: bytes | mmap, file_bytes: int) -> None:
        self._data = data
        self._size = file_bytes
        self._position = 0

    def header(self) -> Header:
        if self._size == 0:
            raise Flaw("is empty")
        if self._size < len(MAGIC) or self._take(len(MAGIC)) != MAGIC:
            raise Flaw("is no GGUF file", "Choose a file of weights in the GGUF format.")
        version = self._version()
        tensor_count, key_count = self._count(24, MAX_TENSORS), self._count(13, MAX_KEYS)
        metadata = self._metadata(key_count)
        alignment = metadata.get("general.alignment", DEFAULT_ALIGNMENT)
        if alignment <= 0 or alignment & (alignment - 1):
            raise Flaw("has an alignment that is no power of two")
        infos = [self._tensor() for _ in range(tensor_count)]
        if len({info.name for info in infos}) < len(infos):
            raise Flaw("names a tensor twice")
        start = padded(self._position, alignment)
        tensors = placed(infos, start, alignment, self._size)
        return Header(version, MappingProxyType(metadata), tensors, start, self._size)

    def _version(self) -> int:
        version: int = self._number(_U32)
        if version in VERSIONS:
            return version
        if version & 0xFFFF == 0 and version != 0:
            raise Flaw("is for big-endian machines", "Choose another file.")
        raise Flaw(f"has GGUF version {version}, which is unknown", "Choose another file, or update glmdesk.")

    def _metadata(self, count: int) -> dict[str, Any]:
        metadata: dict[str, Any] = {}
        for _ in range(count):
            key = self._text()
            if not key or key in metadata:
                raise Flaw("has an empty or doubled key in its metadata")
            kind = self._number(_U32)
            if key == "general.alignment" and kind != _TYPE_U32:
                raise Flaw("has an alignment of a wrong type")
            metadata[key] = self._value(kind)
        return metadata

    def _value(self, kind: int) -> Any:
        if kind == _TYPE_STRING:
            return self._text()
        if kind == _TYPE_ARRAY:
            return self._array()
        if kind not in _SCALARS:
            raise Flaw(f"has metadata of the unknown type {kind}")
        return self._number(_SCALARS[kind])

    def _array(self) -> Array:
        kind = self._number(_U32)
        if kind == _TYPE_STRING:
            length = self._count(8, MAX_TEXTS)
            self._pass_texts(length)
            return Array(kind, length)
        if kind not in _SCALARS:
            raise Flaw(f"has an array of the unknown type {kind}")
        form = _SCALARS[kind]
        length = self._count(form.size)
        if length > MAX_KEPT_NUMBERS:
            self._skip(length * form.size)
            return Array(kind, length)
        numbers = struct.unpack(f"<{length}{_FORMATS[kind]}", self._take(length * form.size))
        return Array(kind, length, numbers)

    def _pass_texts(self, count: int) -> None:
        """Walk over `count` texts without looking at them."""
        data, position, unpack, run = self._data, self._position, _U64.unpack_from, _TEXT_RUN.match
        try:
            while count:
                short = run(data, position) if count >= _RUN else None
                if short:
                    position, count = short.end(), count - _RUN
                    continue
                for _ in range(min(count, _RUN)):
                    position += 8 + unpack(data, position)[0]
                count -= min(count, _RUN)
        except (struct.error, OverflowError):  # the next length lies beyond the data
            position += 8
        self._skip(position - self._position)

    def _tensor(self) -> Info:
        name = self._text(MAX_NAME_BYTES)
        dimensions = self._number(_U32)
        if dimensions > MAX_DIMENSIONS:
            raise Flaw(f"has a tensor of {dimensions} dimensions")
        shape = tuple(self._number(_U64) for _ in range(dimensions))
        return Info(name, self._number(_U32), shape, self._number(_U64))

    def _text(self, limit: int = MAX_TEXT_BYTES) -> str:
        length = self._number(_U64)
        if length > limit:
            raise Flaw(f"has a text of {length:,} bytes where {limit:,} are allowed")
        return self._take(length).decode("utf-8", "replace")

    def _count(self, least_bytes: int, most: int = LARGEST) -> int:
        """A count of things that take at least so many bytes each."""
        count: int = self._number(_U64)
        if count > most or count >= 1 << 32:
            raise Flaw(f"claims to hold {count:,} entries")
        if count * least_bytes > self._size - self._position:
            raise self._cut()
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
        if length > len(self._data) - self._position:
            raise MoreNeeded
        self._position += length

    def _cut(self) -> Flaw:
        return Flaw(f"is cut short: it ends after {self._size:,} bytes, inside its header")
