"""The state of a sequence on disk: its tokens with their keys and values, by llama.cpp's own format.

A file is written under another name first, so that there is never half of one. llama.cpp crashes on files
that are no states or not whole, so a seal is written behind each, and looked at before llama.cpp does: the
length, and a sum of the first and the last megabyte. To sum up all of it would take longer than reading it.
"""

import ctypes
import hashlib
import os
from array import array
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from glmdesk.engine.backend import BackendError
from glmdesk.engine.protocol import FailureKind

_SEQUENCE = 0
_MAGIC = b"glmdesk1"
_LENGTH_BYTES, _SUM_BYTES = 8, 32
_SEAL_BYTES = len(_MAGIC) + _LENGTH_BYTES + _SUM_BYTES
_SUMMED = 1024 * 1024
_UNFINISHED = ".part"
_INT = ctypes.c_int32


def size_of(api: Any, context: Any) -> int:
    """Bytes that the state would take, without its tokens."""
    return int(api.llama_state_seq_get_size(context, _SEQUENCE))


def save(api: Any, context: Any, tokens: "array[int]", path: Path) -> None:
    """Write the state to `path`; raises `BackendError`."""
    unfinished = path.with_name(path.name + _UNFINISHED)
    values = (_INT * len(tokens)).from_buffer(tokens[:])
    try:
        written = api.llama_state_seq_save_file(
            context, os.fsencode(unfinished), _SEQUENCE, values, len(tokens)
        )
        if not written:
            raise BackendError(FailureKind.BUG, "What the model has read could not be kept.")
        with unfinished.open("r+b") as file:
            file.seek(0, os.SEEK_END)
            file.write(_seal_of(file, file.tell()))
        unfinished.replace(path)
    except OSError as error:
        raise BackendError(FailureKind.BUG, "What the model has read could not be kept.") from error
    finally:
        with suppress(OSError):
            unfinished.unlink()


def restore(api: Any, context: Any, capacity: int, path: Path) -> "array[int]":
    """The tokens of the state in `path`, which the context has now; raises `BackendError`."""
    if not _is_whole(path):
        raise BackendError(FailureKind.BAD_REQUEST, "What was kept of this chat is damaged.")
    values = (_INT * capacity)()
    count = ctypes.c_size_t(0)
    taken = api.llama_state_seq_load_file(
        context, os.fsencode(path), _SEQUENCE, values, capacity, ctypes.byref(count)
    )
    if not taken or count.value > capacity:
        raise BackendError(FailureKind.BAD_REQUEST, "What was kept of this chat is not of this model.")
    return array("i", values[: count.value])


def _is_whole(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            length = file.seek(0, os.SEEK_END) - _SEAL_BYTES
            if length < 0:
                return False
            file.seek(length)
            return file.read() == _seal_of(file, length)
    except OSError:
        return False


def _seal_of(file: IO[bytes], length: int) -> bytes:
    """What stands behind the first `length` bytes of a whole file; leaves the file at their end."""
    summed = hashlib.blake2b(digest_size=_SUM_BYTES)
    for start, end in ((0, min(_SUMMED, length)), (max(0, length - _SUMMED), length)):
        file.seek(start)
        summed.update(file.read(end - start))
    return _MAGIC + length.to_bytes(_LENGTH_BYTES, "little") + summed.digest()
