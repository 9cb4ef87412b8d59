"""Markdown as it streams: finished blocks that never change again, and a tail that is still growing.

Only the tail is parsed when text arrives. However the text is cut into pieces, the blocks after `close` are
those of one parse of the whole text (tests/core/test_block_stream.py), save that a block that takes too long
to be parsed again and again is made into several.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from glmdesk.core.blocks import Block, Kind, Parsed, References, TooManySteps, closer_of, opener_of, parsed
from glmdesk.core.dialect import awaits_address

LONGEST_BLOCK = 10_000  # characters; a list of so many takes 3 ms, and is parsed each time it has grown
_LONGEST_EMPTY = 1_000  # characters of nothing but references and empty lines

_LINE_END = re.compile(r"\n(?=\S)")


class BlockStream:
    """Blocks of a text that arrives in pieces; none but fenced code is longer than `longest` characters."""

    def __init__(self, longest: int = LONGEST_BLOCK) -> None:
        self.done: list[Block] = []  # only ever appended to
        self.open: tuple[Block, ...] = ()  # what the tail holds so far
        self.references: References = {}  # known once the text is complete
        self._longest = longest
        self._tail = ""
        self._code, self._code_at = "", 0  # of the fence that the tail begins with; it is not parsed again
        self._defined: dict[str, Any] = {}  # in what is done
        self._last = Parsed([], {})  # of the tail
        self._carriage_return = ""  # a "\r" that may turn out to be half of a line end

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks so far, first to last."""
        return (*self.done, *self.open)

    def feed(self, delta: str) -> None:
        """Take the next piece of text."""
        text = self._carriage_return + delta
        self._carriage_return = "\r" if text.endswith("\r") else ""
        text = _normal(text.removesuffix(self._carriage_return))
        for start in range(0, len(text), self._longest):
            self._tail += text[start : start + self._longest]
            self._settle()

    def close(self) -> None:
        """No more text will come: every block is done, and so are the references."""
        self.feed("\n" if self._carriage_return else "")
        self._finish(self.open)
        self.open = ()
        last = {label: _target(defined) for label, defined in self._last.references.items()}
        self.references = {**last, **self._defined}

    def _settle(self) -> None:
        while not self._is_settled():
            pass
        blocks = self._last.blocks
        growing = _undecided(blocks)
        self._finish(blocks[:-growing])
        self.open = tuple(blocks[-growing:])
        self._set_code_aside()

    def _is_settled(self) -> bool:
        """Parse the tail; False where something of it has been ended early, so that there is another tail."""
        try:
            self._last = self._parsed(self._tail)
        except TooManySteps:
            self._end_half()
            return False
        blocks = self._last.blocks
        if not blocks and len(self._tail) > min(self._longest, _LONGEST_EMPTY):
            self._finish([Block(Kind.PARAGRAPH, self._tail)])
            return False
        for index, block in enumerate(blocks):
            if end := _early_end(block, self._longest):
                self._finish([*blocks[:index], replace(block, source=block.source[:end])])
                if block.kind is Kind.TABLE:
                    self._tail = _header(block) + self._tail
                return False
        return True

    def _end_half(self) -> None:
        """Finish what is in the first half of the tail; a table goes on with the same header."""
        end = _middle(self._tail)
        while True:
            try:
                self._last = self._parsed(self._tail[:end])
                break
            except TooManySteps:
                end = _middle(self._tail[:end])
        *whole, last = self._last.blocks or [Block(Kind.PARAGRAPH, self._tail[:end])]
        if whole:
            self._finish(whole)
        elif last.kind is Kind.CODE and (opener := opener_of(last.source)):
            self._finish_fence(last, opener)
        else:
            self._finish([last])
            next_line, _, _ = self._tail.partition("\n")
            if last.kind is Kind.TABLE and "|" in next_line and last.source.rstrip() != _header(last).strip():
                self._tail = _header(last) + self._tail

    def _finish_fence(self, code: Block, opener: re.Match[str]) -> None:
        """Finish the code that the tail begins with, to where its fence is closed."""
        source = code.source + self._tail[len(code.source) - len(self._code) :]
        closer = closer_of(opener).search(source, opener.end())
        end = len(source) if closer is None else closer.end() + 1
        self._finish([replace(code, source=source[:end])])

    def _parsed(self, text: str) -> Parsed:
        """`text` is the tail, or its beginning; the code that has been set aside is put in its place."""
        blocks, references = parsed(text)
        if self._code:
            source = blocks[0].source
            blocks[0] = replace(
                blocks[0], source=source[: self._code_at] + self._code + source[self._code_at :]
            )
        return Parsed(blocks, references)

    def _finish(self, blocks: Sequence[Block]) -> None:
        """Move the first blocks of the tail to `done`."""
        if not blocks:
            return
        self.done += [replace(block, closed=True) for block in blocks]
        end = sum(len(block.source) for block in blocks) - len(self._code)
        lines = self._tail.count("\n", 0, end)
        for label, defined in self._last.references.items():
            if defined["map"][1] <= lines:
                self._defined.setdefault(label, _target(defined))
        self._tail = self._tail[end:]
        self._code = ""

    def _set_code_aside(self) -> None:
        """Complete lines of a fence that is open decide nothing about what follows."""
        opener = opener_of(self._tail) if [block.kind for block in self.open] == [Kind.CODE] else None
        end = self._tail.rfind("\n") + 1
        if opener is None or closer_of(opener).search(self._tail, opener.end(), end):
            return
        start = opener.end()
        if "|" in opener[0]:  # the line after it decides whether both are a table
            start = self._tail.find("\n", start) + 1
        if not 0 < start < end:
            return
        self._code_at = start
        self._code += self._tail[self._code_at : end]
        self._tail = self._tail[: self._code_at] + self._tail[end:]


def _target(defined: Mapping[str, Any]) -> dict[str, Any]:
    """What a reference stands for, without the lines of the tail that say so."""
    return {name: value for name, value in defined.items() if name != "map"}


def _undecided(blocks: Sequence[Block]) -> int:
    """How many of the last blocks may still become others, or more of the one before them."""
    if not blocks or _begun(blocks[-1]):
        return 1
    line_is_whole = "\n" in blocks[-1].source  # then it has decided what the line before it is
    return 2 if line_is_whole or len(blocks) < 2 or _begun(blocks[-2]) else 3


def _begun(block: Block) -> bool:
    """Whether what is there already decides what `block` is, and that it begins where it does.

    If not, it may turn out to be more of the block before it: a line that reads `3` so far may become
    `3. item` and belong to the list before it. Two lines take a table, whose second one, the delimiters, has
    as many columns as the first, and `[label]:`, which is a definition if the next line is an address.
    """
    first, _, _ = block.source.partition("\n")
    takes_two = "|" in first or (block.kind is Kind.PARAGRAPH and awaits_address(first))
    return block.source.count("\n") >= (2 if takes_two else 1)


def _early_end(block: Block, longest: int) -> int:
    """Where to end a block that is too long, 0 if it is not: before a line that is not indented, or any."""
    source = block.source
    if len(source) <= longest or (block.kind is Kind.CODE and opener_of(source)):
        return 0
    ends = [match.end() for match in _LINE_END.finditer(source, 0, longest)]
    end = ends[-1] if ends else source.rfind("\n", 0, longest) + 1 or longest
    if block.kind is not Kind.TABLE:
        return end
    first_row = source.find("\n", source.index(_header(block)) + len(_header(block))) + 1
    return max(end, first_row) if 0 < first_row < len(source) else 0


def _middle(text: str) -> int:
    """Where to end about half of a text: before a line that is not indented, if there is one, or any."""
    half = max(1, len(text) // 2)
    ends = [match.end() for match in _LINE_END.finditer(text)]
    first = [end for end in ends if end <= half]
    return (first or ends or [text.rfind("\n", 0, half) + 1 or text.find("\n", half, -1) + 1 or half])[-1]


def _header(table: Block) -> str:
    """The two lines that make a table one."""
    return "".join(table.source.lstrip("\n").splitlines(keepends=True)[:2])


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
