"""Which words are in which pieces of one file, packed so that a question looks up only its own words.

Four sorted or parallel arrays of unsigned integers: each word of the file (crc32, ascending), where its
postings end, and for each posting the piece's number and how often the word is there.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec

_FOUR_BYTES = "I"
_TWO_BYTES = "H"
_MOST = 65_535


class Postings(msgspec.Struct, frozen=True, array_like=True):
    """The words of a file by piece; `lengths` is how many words each piece has."""

    words: bytes = b""
    ends: bytes = b""
    pieces: bytes = b""
    counts: bytes = b""
    lengths: bytes = b""

    def of(self, words: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """For those of `words` that are in the file: the word, a piece's number, how often it is there."""
        known, ends = _unpacked(_FOUR_BYTES, self.words), _unpacked(_FOUR_BYTES, self.ends)
        pieces, counts = _unpacked(_TWO_BYTES, self.pieces), _unpacked(_TWO_BYTES, self.counts)
        for word in words:
            place = bisect_left(known, word)
            if place < len(known) and known[place] == word:
                for posting in range(ends[place - 1] if place else 0, ends[place]):
                    yield word, pieces[posting], counts[posting]

    def piece_lengths(self) -> "array[int]":
        """Words of each piece."""
        return _unpacked(_FOUR_BYTES, self.lengths)


def packed(texts: Sequence[str]) -> Postings:
    """The postings of pieces, each given as its words with spaces between."""
    found: dict[int, list[tuple[int, int]]] = {}
    lengths = array(_FOUR_BYTES)
    for number, text in enumerate(texts[: _MOST + 1]):
        counted = Counter(text.split())
        lengths.append(counted.total())
        for word, count in counted.items():
            found.setdefault(word_id(word), []).append((number, min(count, _MOST)))
    words = array(_FOUR_BYTES, sorted(found))
    ends, pieces, counts = array(_FOUR_BYTES), array(_TWO_BYTES), array(_TWO_BYTES)
    for known in words:
        for number, count in found[known]:
            pieces.append(number)
            counts.append(count)
        ends.append(len(pieces))
    return Postings(*(part.tobytes() for part in (words, ends, pieces, counts, lengths)))


def word_id(word: str) -> int:
    """The number that stands for a word."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def _unpacked(code: str, data: bytes) -> "array[int]":
    made = array(code)
    made.frombytes(data)
    return made
