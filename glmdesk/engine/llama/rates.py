"""How fast a GPU reads its memory, as a writing model does: by products of a large matrix with a vector.

What comes out is what llama.cpp's own kernels reach, a tenth or two below the maker's figure; so a speed that
is foreseen by it is rather too low than too high.
"""

import ctypes
import time
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from glmdesk.engine.llama.devices import OFFLOADING, devices
from glmdesk.engine.llama.library import Library, library

_F32, _F16 = 0, 1  # enum ggml_type
_COLUMNS = 4096
_SIZES = tuple(mib * 1024**2 for mib in (256, 128, 64, 32))
"""The matrix, in bytes: above what any GPU's cache holds, where the device takes it."""

_SHARE = 4
"""It may take this part of what is free on the device."""

_PRODUCTS = 4
"""In one go, so that starting it counts for little."""

_LONGEST_S = 0.5
_POINTER, _SIZE, _INT = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int


class _Arena(ctypes.Structure):
    """`struct ggml_init_params` of ggml.h."""

    _fields_ = (("size", _SIZE), ("memory", _POINTER), ("no_alloc", ctypes.c_bool))


_FUNCTIONS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "ggml_init": (_POINTER, (_Arena,)),
    "ggml_free": (None, (_POINTER,)),
    "ggml_new_tensor_2d": (_POINTER, (_POINTER, _INT, ctypes.c_int64, ctypes.c_int64)),
    "ggml_mul_mat": (_POINTER, (_POINTER, _POINTER, _POINTER)),
    "ggml_new_graph": (_POINTER, (_POINTER,)),
    "ggml_build_forward_expand": (None, (_POINTER, _POINTER)),
    "ggml_backend_dev_init": (_POINTER, (_POINTER, ctypes.c_char_p)),
    "ggml_backend_dev_supports_op": (ctypes.c_bool, (_POINTER, _POINTER)),
    "ggml_backend_free": (None, (_POINTER,)),
    "ggml_backend_alloc_ctx_tensors": (_POINTER, (_POINTER, _POINTER)),
    "ggml_backend_buffer_clear": (None, (_POINTER, ctypes.c_uint8)),
    "ggml_backend_buffer_free": (None, (_POINTER,)),
    "ggml_backend_graph_compute": (_INT, (_POINTER, _POINTER)),
    "ggml_backend_synchronize": (None, (_POINTER,)),
}
_ARENA_BYTES = 4 * 1024**2


def rates(ids: Collection[str]) -> dict[str, float]:
    """Bytes a second by device, for those of `ids` that can be measured; raises `BackendError`."""
    engine = library()
    found = [d for d in devices(engine) if d.info.id in ids and d.info.kind in OFFLOADING]
    measured = {d.info.id: _rate(engine, d.handle, d.info.free_bytes // _SHARE) for d in found}
    return {name: rate for name, rate in measured.items() if rate > 0}


def _rate(engine: Library, device: int, room: int) -> float:
    """Bytes a second, 0 where the device cannot do it."""
    ggml = {name: engine.function(name, *types) for name, types in _FUNCTIONS.items()}
    sizes = (size for size in _SIZES if size <= room)
    return next((rate for size in sizes if (rate := _measured(ggml, device, size))), 0.0)


def _measured(ggml: dict[str, Any], device: int, size: int) -> float:
    with ExitStack() as held:
        arena = held.enter_context(
            _kept(ggml["ggml_init"](_Arena(_ARENA_BYTES, None, True)), ggml["ggml_free"])
        )
        backend = held.enter_context(
            _kept(ggml["ggml_backend_dev_init"](device, None), ggml["ggml_backend_free"])
        )
        if not (arena and backend):
            return 0.0
        matrix = ggml["ggml_new_tensor_2d"](arena, _F16, _COLUMNS, size // (2 * _COLUMNS))
        vector = ggml["ggml_new_tensor_2d"](arena, _F32, _COLUMNS, 1)
        graph = ggml["ggml_new_graph"](arena)
        for _ in range(_PRODUCTS):
            product = ggml["ggml_mul_mat"](arena, matrix, vector)
            if not ggml["ggml_backend_dev_supports_op"](device, product):
                return 0.0
            ggml["ggml_build_forward_expand"](graph, product)
        allocated = ggml["ggml_backend_alloc_ctx_tensors"](arena, backend)
        buffer = held.enter_context(_kept(allocated, ggml["ggml_backend_buffer_free"]))
        if not buffer:
            return 0.0
        ggml["ggml_backend_buffer_clear"](buffer, 0)
        return _PRODUCTS * size / _seconds(ggml, backend, graph)


def _seconds(ggml: dict[str, Any], backend: int, graph: int) -> float:
    """Of the quickest of several rounds; the first one makes kernels ready, and does not count."""
    best, end = float("inf"), float("inf")
    while time.perf_counter() < end:
        begin = time.perf_counter()
        if ggml["ggml_backend_graph_compute"](backend, graph):
            return float("inf")
        ggml["ggml_backend_synchronize"](backend)
        if end < float("inf"):
            best = min(best, time.perf_counter() - begin)
        else:
            end = time.perf_counter() + _LONGEST_S
    return best


@contextmanager
def _kept(handle: int | None, free: Any) -> Iterator[int | None]:
    try:
        yield handle
    finally:
        if handle:
            free(handle)
