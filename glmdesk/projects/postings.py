"""Which words are in which pieces of one file, packed so that a question looks up only its own words."""

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import msgspec

from glmdesk.core.parts import Parts
from glmdesk.projects.chunks import Piece
from glmdesk.projects.words import words_of

_EIGHT_BYTES, _FOUR_BYTES = "Q", "I"
_MOST = 65_535
_REST_BITS = 59
_PACKED_AT_ONCE = 10_000  # entries
_HEAD_LINES = 2
_IN_TESTS = re.compile(r"(?:^|\.)tests?(?:\.|$)")  # Rust's unit tests stand in the file that they are about

HEAD, TEST = 1, 2


class Postings(msgspec.Struct, frozen=True, array_like=True):
    """The words of a file by piece, each array of unsigned integers in the machine's own order.

    `entries` are ascending, each a word's number, a piece's (16 bits) and how often the word is there
    (16 bits); `named` the same for the words of the pieces' own names. `names` stands for each piece's own
    name, 0 where it has none, `lengths` is how many words it has, `doubts` whether it says little: `HEAD` for
    a line or two, `TEST` for a test beside what it tries.
    """

    entries: bytes = b""
    named: bytes = b""
    names: bytes = b""
    lengths: bytes = b""
    doubts: bytes = b""

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


class Counted:
    """The words of a file, counted as its pieces come one by one."""

    def __init__(self) -> None:
        self._entries, self._named = _Entries(), _Entries()
        self._names, self._lengths, self._doubts = array(_FOUR_BYTES), array(_FOUR_BYTES), bytearray()

    def add(self, piece: Piece, words: Sequence[str]) -> None:
        """Count the words of the next piece."""
        number, name = len(self._doubts), piece.last_name.lower()
        self._entries.add(words, number)
        self._named.add(words_of(name).split(), number)
        self._names.append(word_id(name) if name else 0)
        self._lengths.append(len(words))
        is_head, is_test = piece.end - piece.start < _HEAD_LINES, _IN_TESTS.search(piece.name) is not None
        self._doubts.append(is_head * HEAD | is_test * TEST)

    def packed(self) -> Parts[Postings]:
        """The postings of all that was counted."""
        entries, named = (yield from self._entries.packed()), (yield from self._named.packed())
        return Postings(entries, named, self._names.tobytes(), self._lengths.tobytes(), bytes(self._doubts))


class _Entries:
    """Entries of postings by the first bits of their words' numbers, which lie evenly."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._shares: dict[int, list[int]] = {}

    def add(self, words: Sequence[str], number: int) -> None:
        """Add those of the piece with this number."""
        ids, shares, place = self._ids, self._shares, number << 16
        for word, count in Counter(words).items():
            found = ids.get(word)
            if found is None:
                ids[word] = found = word_id(word) << 32
                shares.setdefault(found >> _REST_BITS, [])
            shares[found >> _REST_BITS].append(found | place | min(count, _MOST))

    def packed(self) -> Parts[bytes]:
        """All in order."""
        made = array(_EIGHT_BYTES)
        for share in sorted(self._shares):
            made.extend(sorted(self._shares[share]))
            if len(made) > _PACKED_AT_ONCE:
                yield
        return made.tobytes()


postings_in = msgspec.msgpack.Decoder(Postings).decode
"""The postings of a file as the index keeps them."""


def word_id(word: str) -> int:
    """The number that stands for a word."""
    return crc32(word.encode("utf-8", "surrogatepass"))


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
