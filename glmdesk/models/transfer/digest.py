"""SHA-256 that can be put aside and gone on with: a resumed download is not read again from its start.

Python's own hashes cannot be saved. OpenSSL, which they are made of, keeps the state of SHA-256 in 112 plain
bytes (`SHA256_CTX` in openssl/sha.h, unchanged since 0.9.8); it is asked by ctypes. Where that is not to be
had, and whenever a saved state is not exactly as expected, the caller reads the file from its start.
"""

import ctypes
import hashlib
import sys
from functools import cache
from typing import Any

_WORDS = 28
_SIZE_AT = 8  # the two words that hold the number of bits so far
_MD_LEN = 32


class Digest:
    """The hash of what was given to `update`; `saved` is empty where it cannot be put aside."""

    def __init__(self) -> None:
        self._library = _openssl()
        self._python = hashlib.sha256() if self._library is None else None
        self._state = (ctypes.c_uint32 * _WORDS)()
        if self._library is not None:
            self._library.SHA256_Init(self._state)

    @classmethod
    def resumed(cls, saved: str, length: int) -> "Digest | None":
        """The digest of `length` bytes that was `saved`; None where it cannot be gone on with."""
        digest = cls()
        try:
            state = bytes.fromhex(saved)
        except ValueError:
            return None
        if digest._library is None or len(state) != ctypes.sizeof(digest._state):
            return None
        ctypes.memmove(digest._state, state, len(state))
        bits = digest._state[_SIZE_AT] | digest._state[_SIZE_AT + 1] << 32
        pending, md_len = digest._state[-2], digest._state[-1]
        return digest if (bits, pending, md_len) == (8 * length, length % 64, _MD_LEN) else None

    def update(self, data: bytes) -> None:
        """Go on with `data`; other threads run meanwhile."""
        if self._library is not None:
            self._library.SHA256_Update(self._state, data, ctypes.c_size_t(len(data)))
        elif self._python is not None:
            self._python.update(data)

    def saved(self) -> str:
        """The state in hexadecimal digits."""
        return bytes(self._state).hex() if self._library is not None else ""

    def hexdigest(self) -> str:
        """The hash so far."""
        if self._python is not None:
            return self._python.hexdigest()
        assert self._library is not None
        state = (ctypes.c_uint32 * _WORDS)(*self._state)
        result = ctypes.create_string_buffer(_MD_LEN)
        self._library.SHA256_Final(result, state)
        return result.raw.hex()


@cache
def _openssl() -> Any:
    """The library with the three functions, or None; what it says of a known text is checked first."""
    try:
        import _hashlib

        library = ctypes.CDLL("libcrypto-3.dll" if sys.platform == "win32" else _hashlib.__file__)
        functions = library.SHA256_Init, library.SHA256_Update, library.SHA256_Final
    except (ImportError, OSError, AttributeError):
        return None
    for function in functions:
        function.restype = ctypes.c_int
    state = (ctypes.c_uint32 * (2 * _WORDS))()  # twice the room, to see that no more than 112 bytes are used
    result = ctypes.create_string_buffer(_MD_LEN)
    text = b"glmdesk" * 100
    done = (
        library.SHA256_Init(state),
        library.SHA256_Update(state, text, ctypes.c_size_t(len(text))),
    )
    untouched = not any(state[_WORDS:]) and state[_WORDS - 1] == _MD_LEN
    if done != (1, 1) or not untouched or library.SHA256_Final(result, state) != 1:
        return None
    return library if result.raw == hashlib.sha256(text).digest() else None
