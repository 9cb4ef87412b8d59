"""llama.cpp's own table of what it took, by kind of buffer, where it can be read.

`llama_get_memory_breakdown` is exported but returns a C++ map, so it is read only where the layout of that
map is known: GCC's library on 64-bit x86 Linux. It is for processes that may be lost; elsewhere, and where
the table makes no sense, there is none.
"""

import ctypes
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glmdesk.engine.llama.library import Library

_FUNCTION = "_Z26llama_get_memory_breakdownPK13llama_context"
_MOST_BUFFERS = 64
_LARGEST = 1 << 50


@dataclass(frozen=True, slots=True)
class Buffers:
    """Bytes of weights, of the context's cache, and of computing."""

    weights: int
    cache: int
    compute: int


class _Map(ctypes.Structure):
    """`std::map` of libstdc++: an empty comparison, the node before the first, and the count."""

    _fields_ = (
        ("compare", ctypes.c_uint64),
        ("color", ctypes.c_uint64),
        ("root", ctypes.c_uint64),
        ("leftmost", ctypes.c_uint64),
        ("rightmost", ctypes.c_uint64),
        ("count", ctypes.c_uint64),
    )


class _Node(ctypes.Structure):
    """A node of the map: its place in the tree, a buffer type, and `llama_memory_breakdown_data`."""

    _fields_ = (
        ("color", ctypes.c_uint64),
        ("parent", ctypes.c_uint64),
        ("left", ctypes.c_uint64),
        ("right", ctypes.c_uint64),
        ("buffer_type", ctypes.c_uint64),
        ("weights", ctypes.c_uint64),
        ("cache", ctypes.c_uint64),
        ("compute", ctypes.c_uint64),
    )


def read(library: Library, context: Any) -> Mapping[str, Buffers] | None:
    """What a context and its model took, by the name of the buffer type; None where it cannot be told."""
    function = library.optional(_FUNCTION)
    name_of = library.optional("ggml_backend_buft_name")
    if function is None or name_of is None or not _layout_is_known():
        return None
    function.restype, function.argtypes = ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_void_p)
    name_of.restype, name_of.argtypes = ctypes.c_char_p, (ctypes.c_uint64,)
    result = _Map()
    function(ctypes.addressof(result), context)
    if not 0 < result.count <= _MOST_BUFFERS:
        return None
    found: dict[str, Buffers] = {}
    waiting = [result.root]
    while waiting:
        place = waiting.pop()
        if not place:
            continue
        node = _Node.from_address(place)
        found[name_of(node.buffer_type).decode()] = Buffers(node.weights, node.cache, node.compute)
        waiting += [node.left, node.right]
    sane = all(max(b.weights, b.cache, b.compute) < _LARGEST for b in found.values())
    return found if len(found) == result.count and sane else None


def _layout_is_known() -> bool:
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    return "libstdc++" in Path("/proc/self/maps").read_text("ascii", "replace")
