"""The vocabulary of a loaded model: tokens to bytes, text to tokens, and which tokens are control tokens."""

import ctypes
from array import array
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

_UNKNOWN, _CONTROL, _USER_DEFINED = 1 << 0, 1 << 3, 1 << 4  # enum llama_token_attr
_STRIPS_LEFT, _STRIPS_RIGHT = 1 << 7, 1 << 8
_BYTE_LEVEL = 2  # LLAMA_VOCAB_TYPE_BPE
_PIECE_BYTES = 512


def is_markup(text: str) -> bool:
    """Whether a user-defined token is a mark such as `<think>` or `/nothink`, and no run of spaces, say.

    Vocabularies hold both under one type; only marks mean something to a template.
    """
    if len(text) < 3 or any(character.isspace() for character in text):
        return False
    return (text[0], text[-1]) in (("<", ">"), ("[", "]")) or (text[0] == "/" and text[1:].isalpha())


class Vocabulary:
    """Reads the vocabulary of a model that must stay loaded; every piece is asked for once and kept."""

    def __init__(self, api: Any, handle: int) -> None:
        self._api, self._handle = api, handle
        self._buffer = ctypes.create_string_buffer(_PIECE_BYTES)
        self._pieces: dict[int, bytes] = {}
        self.texts: dict[int, str] = {}  # of tokens that were met: whole characters, no end of a turn
        self.size: int = api.llama_vocab_n_tokens(handle)
        self.byte_level = api.llama_vocab_type(handle) == _BYTE_LEVEL
        self.begin: int = api.llama_vocab_bos(handle)
        self.adds_begin: bool = api.llama_vocab_get_add_bos(handle) and self._is_token(self.begin)
        self._read_specials()
        self.adds_space = self._detokenized(self.tokens("a")) == b" a"

    def _read_specials(self) -> None:
        attributes = self._api.llama_vocab_get_attr
        specials: dict[str, int] = {}
        ids: set[int] = set()
        left: set[int] = set()
        right: set[int] = set()
        for token in range(self.size):
            attribute = attributes(self._handle, token)
            if not attribute & (_CONTROL | _USER_DEFINED | _UNKNOWN):
                continue
            text = self.piece(token).decode("utf-8", "replace")
            if attribute & _USER_DEFINED and not is_markup(text):
                continue
            ids.add(token)
            if len(text) > 1:
                specials.setdefault(text, token)
            if attribute & _STRIPS_LEFT:
                left.add(token)
            if attribute & _STRIPS_RIGHT:
                right.add(token)
        self.specials: Mapping[str, int] = MappingProxyType(specials)
        self.special_ids, self.strips_left, self.strips_right = map(frozenset, (ids, left, right))

    def piece(self, token: int) -> bytes:
        """The bytes of a token, control tokens as they are written."""
        known = self._pieces.get(token)
        if known is None:
            known = self._pieces[token] = self._piece(token)
        return known

    def is_end(self, token: int) -> bool:
        """Whether the model ends its turn with `token`."""
        return bool(self._api.llama_vocab_is_eog(self._handle, token))

    def text_of(self, token: int) -> str:
        """The text of a token, empty for none."""
        return self.piece(token).decode("utf-8", "replace") if self._is_token(token) else ""

    @property
    def end(self) -> int:
        """The end-of-text token, -1 for none."""
        return int(self._api.llama_vocab_eos(self._handle))

    def tokens(self, text: str, *, specials: bool = False) -> "array[int]":
        """The tokens of `text`; control tokens in it are parsed only with `specials`."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        while True:
            found = (ctypes.c_int32 * room)()
            count = self._api.llama_tokenize(self._handle, data, len(data), found, room, False, specials)
            if count >= 0:
                return array("i", memoryview(found).cast("B").cast("i")[:count])
            room = -count

    def tokens_inside(self, text: str) -> "array[int]":
        """The tokens of `text` as it stands behind other text: without a space that some vocabularies add."""
        if self.adds_space:
            before = self.tokens("\n")
            both = self.tokens("\n" + text)
            if both[: len(before)] == before:
                return both[len(before) :]
        return self.tokens(text)

    def _detokenized(self, tokens: Iterable[int]) -> bytes:
        return b"".join(map(self.piece, tokens))

    def _piece(self, token: int) -> bytes:
        buffer = self._buffer
        while True:
            room = len(buffer)
            size = self._api.llama_token_to_piece(self._handle, token, buffer, room, 0, True)
            if size >= 0:
                return buffer.raw[:size]
            buffer = ctypes.create_string_buffer(-size)

    def _is_token(self, token: int) -> bool:
        return 0 <= token < self.size
