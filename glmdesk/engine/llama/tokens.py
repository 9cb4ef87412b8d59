"""A marked prompt made into tokens: control tokens come from the template's own text alone.

Invariant: what people, files and models supplied never becomes a control token. `core.marks` has cut it
wherever it looks like one; the text is split at the control tokens that are left, and what stands between
two cuts is tokenised apart. Cuts are needed beside llama.cpp's `parse_special`, which parses user-defined
tokens such as GLM's `<think>` in any case.
"""

import re
from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glmdesk.core.marks import CUT, pattern_of, plain
from glmdesk.engine.llama.vocabulary import Vocabulary

CACHED_CHARACTERS = 4_000_000
"""Texts whose tokens are kept: a million tokens of chat, in about 20 MB."""

_LONG = 16_384
_CHUNK = re.compile(r"[\s\S]{8192,}?\S\n(?=[A-Za-z])")
"""Where a long text can be cut without changing its tokens: no byte-level pre-tokenizer joins a line break
behind a visible character with the letter that follows it."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The tokens of characters `start` to `end` of a marked text: one control token, or text between two."""

    start: int
    end: int
    tokens: Sequence[int]


class Tokenizer:
    """Tokenises prompts, and remembers: a prompt of which a little changed costs that little.

    The memory is keyed by the plain text between two control tokens, which determines the cuts in it.
    """

    def __init__(self, vocabulary: Vocabulary, characters: int = CACHED_CHARACTERS) -> None:
        self._vocabulary = vocabulary
        self._pattern = pattern_of(vocabulary.specials)
        self._lengths = sorted({len(text) for text in vocabulary.specials}, reverse=True)
        self._known: OrderedDict[str, array[int]] = OrderedDict()
        self._characters, self._limit = 0, characters

    def encode(self, text: str) -> list[Stretch]:
        """The tokens of a marked text, front to back; characters that belong to none are in no stretch."""
        stretches: list[Stretch] = []
        start = 0
        strip = False
        for begin, end, special in self._specials_in(text):
            self._add_text(stretches, text, start, begin, strip, special in self._vocabulary.strips_left)
            stretches.append(Stretch(begin, end, (special,)))
            start, strip = end, special in self._vocabulary.strips_right
        self._add_text(stretches, text, start, len(text), strip, False)
        return stretches

    def remember(self, tokens: Sequence[int], start: int) -> None:
        """Keep the tokens from `start` on as the model made them, for when their text comes again.

        A model need not write a text in the tokens that a tokenizer would; its next prompt must have the
        tokens that were read, or their keys and values are of no use.
        """
        specials = self._vocabulary.special_ids
        while start > 0 and tokens[start - 1] not in specials:
            start -= 1
        begin = start
        for position in range(start, len(tokens) + 1):
            if position == len(tokens) or tokens[position] in specials:
                self._remember(array("i", tokens[begin:position]))
                begin = position + 1

    def _specials_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Begin, end and id of each control token, the longest where several fit."""
        position = 0
        while found := self._pattern.search(text, position):
            begin = position = found.start()
            for length in self._lengths:
                special = self._vocabulary.specials.get(text[begin : begin + length])
                if special is not None:
                    yield begin, begin + length, special
                    position = begin + length
                    break
            else:
                position += 1

    def _add_text(
        self, stretches: list[Stretch], text: str, start: int, end: int, left: bool, right: bool
    ) -> None:
        piece = text[start:end]
        if left:
            start += len(piece) - len(piece.lstrip())
        if right:
            end = start + len(text[start:end].rstrip())
        if start < end:
            stretches.append(Stretch(start, end, self._tokens(text[start:end])))

    def _tokens(self, text: str) -> "array[int]":
        key = plain(text)
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        first, *others = text.split(CUT)
        tokens = self._tokens_of_piece(first)
        if others:
            tokens = tokens[:]
            for piece in others:
                tokens += self._vocabulary.tokens_inside(piece)
        self._keep(key, tokens)
        return tokens

    def _tokens_of_piece(self, text: str) -> "array[int]":
        if len(text) <= _LONG or not self._vocabulary.byte_level:
            return self._vocabulary.tokens(text)
        tokens = array("i")
        position = 0
        while chunk := _CHUNK.match(text, position):
            tokens += self._tokens_of_chunk(chunk.group())
            position = chunk.end()
        return tokens + self._vocabulary.tokens(text[position:])

    def _tokens_of_chunk(self, text: str) -> "array[int]":
        known = self._known.get(text)
        if known is None:
            known = self._vocabulary.tokens(text)
            self._keep(text, known)
        return known

    def _remember(self, tokens: "array[int]") -> None:
        text = None
        while tokens and text is None:
            data = b"".join(map(self._vocabulary.piece, tokens))
            try:
                text = data.decode()
            except UnicodeDecodeError as error:
                if error.reason != "unexpected end of data":
                    return  # bytes that are no text: it will come back as something else
                tokens.pop()  # a character that the end cut
        if text:
            self._keep(text, tokens)

    def _keep(self, text: str, tokens: "array[int]") -> None:
        old = self._known.pop(text, None)
        self._characters += 0 if old is not None else len(text)
        self._known[text] = tokens
        while self._characters > self._limit:
            gone, _ = self._known.popitem(last=False)
            self._characters -= len(gone)
