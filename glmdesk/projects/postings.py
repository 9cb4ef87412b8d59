"""Which words are in which pieces of one file, packed so that a question looks up only its own words."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import msgspec

from glmdesk.projects.chunks import Piece
from glmdesk.projects.words import words_of

_EIGHT_BYTES, _FOUR_BYTES = "Q", "I"
_MOST = 65_535
_HEAD_LINES = 2


class Postings(msgspec.Struct, frozen=True, array_like=True):
    """The words of a file by piece, each array of unsigned integers in the machine's own order.

    `entries` are ascending, each a word's number, a piece's (16 bits) and how often the word is there
    (16 bits); `named` the same for the words of the pieces' own names. `names` stands for each piece's own
    name, 0 where it has none, `lengths` is how many words it has, and `heads` tells those of a line or two.
    """

    entries: bytes = b""
    named: bytes = b""
    names: bytes = b""
    lengths: bytes = b""
    heads: bytes = b""

    def of(self, words: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """For those of `words` that are in the file: the word, a piece's number, how often it is there."""
        return _found(_unpacked(_EIGHT_BYTES, self.entries), words)

    def of_names(self, words: Iterable[int]) -> Iterator[tuple[int, int, int]]:
        """The same for the words in the names of pieces."""
        return _found(_unpacked(_EIGHT_BYTES, self.named), words)

    def own_names(self) -> "array[int]":
        """The number of each piece's own name in lower case."""
        return _unpacked(_FOUR_BYTES, self.names)

    def piece_lengths(self) -> "array[int]":
        """Words of each piece."""
        return _unpacked(_FOUR_BYTES, self.lengths)


def packed(pieces: Sequence[Piece], texts: Sequence[str]) -> Postings:
    """The postings of pieces; `texts` are the words of each, with spaces between them.

    What is beyond the first 65,536 pieces is not found.
    """
    pieces = pieces[: _MOST + 1]
    counted = [Counter(text.split()) for text in texts[: _MOST + 1]]
    names = [piece.last_name for piece in pieces]
    return Postings(
        _entries(counted),
        _entries([Counter(words_of(name.lower()).split()) for name in names]),
        array(_FOUR_BYTES, [word_id(name.lower()) if name else 0 for name in names]).tobytes(),
        array(_FOUR_BYTES, [each.total() for each in counted]).tobytes(),
        bytes(piece.end - piece.start < _HEAD_LINES for piece in pieces),
    )


postings_in = msgspec.msgpack.Decoder(Postings).decode
"""The postings of a file as the index keeps them."""


@lru_cache(200_000)
def word_id(word: str) -> int:
    """The number that stands for a word."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _entries(counted: Sequence[Counter[str]]) -> bytes:
    entries = [
        word_id(word) << 32 | number << 16 | min(count, _MOST)
        for number, counts in enumerate(counted)
        for word, count in counts.items()
    ]
    return array(_EIGHT_BYTES, sorted(entries)).tobytes()


def _found(entries: "array[int]", words: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    for word in words:
        place = bisect_left(entries, word << 32)
        while place < len(entries) and (entry := entries[place]) >> 32 == word:
            yield word, entry >> 16 & _MOST, entry & _MOST
            place += 1


def _unpacked(code: str, data: bytes) -> "array[int]":
    made = array(code)
    made.frombytes(data)
    return made
