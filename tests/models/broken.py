"""A good model damaged in many ways, the same each time: bytes flipped, and the end cut off."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from glmdesk.models import gguf

IN_HEADER = 0.8
"""The share of flips that hit the header, which is a hundredth of the file but all that is parsed."""


@dataclass(frozen=True, slots=True)
class Flip:
    """The byte at `place` is changed by these bits."""

    place: int
    bits: int


def flips(path: Path, count: int, seed: int = 7) -> list[Flip]:
    """So many flips of the file, one bit or several at a time."""
    chance = random.Random(seed)
    start, size = gguf.check(path).data_start, path.stat().st_size
    return [
        Flip(
            chance.randrange(start) if chance.random() < IN_HEADER else chance.randrange(start, size),
            chance.choice((1 << chance.randrange(8), chance.randrange(1, 256), 0xFF)),
        )
        for _ in range(count)
    ]


@contextmanager
def flipped(path: Path, flip: Flip) -> Iterator[None]:
    """The file with one byte changed, put back afterwards."""
    _change(path, flip)
    try:
        yield
    finally:
        _change(path, flip)


def _change(path: Path, flip: Flip) -> None:
    with path.open("r+b") as file:
        file.seek(flip.place)
        byte = file.read(1)[0]
        file.seek(flip.place)
        file.write(bytes([byte ^ flip.bits]))


def lengths(path: Path, step_in_header: int, step_in_data: int) -> list[int]:
    """Lengths to cut the file to, the longest first."""
    start, size = gguf.check(path).data_start, path.stat().st_size
    return [*range(size - 1, start - 1, -step_in_data), *range(start - 1, -1, -step_in_header)]
