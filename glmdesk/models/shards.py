"""Models in several files: llama.cpp finds all of them from the first, NAME-00001-of-00003.gguf."""

import re
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"(.*)-(\d{5})-of-(\d{5})\.gguf", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `count` files; the first has the number 1."""

    stem: str
    number: int
    count: int


def parse(name: str) -> Shard | None:
    """What the name of a file tells; None for that of a whole model."""
    match = _NAME.fullmatch(name)
    return Shard(match[1], int(match[2]), int(match[3])) if match else None


def all_of(file: Path) -> tuple[Path, ...]:
    """All files of the model whose first, or only, file this is."""
    shard = parse(file.name)
    if shard is None or shard.number != 1:
        return (file,)
    numbers = range(1, shard.count + 1)
    return tuple(file.with_name(f"{shard.stem}-{n:05}-of-{shard.count:05}.gguf") for n in numbers)


def is_later(name: str) -> bool:
    """Whether it is a file that another one stands for."""
    shard = parse(name)
    return shard is not None and shard.number != 1
