"""The header of a GGUF file: what the model says of itself, and where each tensor lies.

Invariant: nothing read is trusted, so that a damaged or hostile file ends in a sentence, and before llama.cpp
sees it. The file may be on this disk, still on its way, or elsewhere and only its first bytes at hand.
"""

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from glmdesk.core.errors import ModelMissing, ModelUnusable
from glmdesk.core.phrases import phrase
from glmdesk.models import shards
from glmdesk.models.gguf_header import FETCH_AGAIN, Flaw, Header, Tensor
from glmdesk.models.gguf_parser import MoreNeeded, parse

__all__ = ["Header", "Source", "Tensor", "check", "parts", "read", "read_from"]

_FIRST_BYTES = 1024 * 1024
_GROWTH = 4
_LARGEST_HEADER = 256 * 1024 * 1024
"""Real headers take 1 to 20 MB, nearly all of it vocabulary."""


class Source(Protocol):
    """A file of known length of which stretches can be read, for example by HTTP's Range."""

    @property
    def name(self) -> str:
        """The file's name for people."""
        ...

    @property
    def size(self) -> int:
        """The whole file's length in bytes."""
        ...

    def read(self, offset: int, size: int) -> bytes:
        """At most `size` bytes from `offset`, fewer only at the end of the file; raises OSError."""
        ...


def check(path: Path) -> Header:
    """The header of a whole, loadable file, or of the first of its shards, all of which are checked.

    Raises `ModelMissing` and `ModelUnusable`.
    """
    return parts(path)[0]


def parts(path: Path) -> tuple[Header, ...]:
    """The headers of a whole model's files, the only one or all shards; raises as `check` does."""
    first = read(path)
    if not first.tensors and not _shard_count(first):
        raise _unusable(path.name, "holds no weights")
    _check_length(path, first)
    headers = [first]
    for shard in _later_shards(path, first):
        header = read(shard)
        _check_length(shard, header)
        headers.append(header)
    return tuple(headers)


def read(path: Path) -> Header:
    """The header of `path`, whose data may still be on its way; raises `ModelMissing`, `ModelUnusable`."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            if size == 0:
                raise _unusable(path.name, "is empty")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return parse(data, size)
    except Flaw as flaw:
        raise _unusable(path.name, flaw.what, flaw.action) from flaw
    except FileNotFoundError as error:
        raise ModelMissing(
            phrase("The file {name} is not there any more.", name=path.name),
            action=phrase("Choose another model."),
            detail=str(path),
        ) from error
    except OSError as error:
        raise ModelUnusable(
            phrase("The file {name} cannot be read.", name=path.name),
            action=phrase("Check that it is a file and that you may read it."),
            detail=str(error),
        ) from error


def read_from(source: Source) -> Header:
    """The header of `source`, of which little more than that is read; raises `ModelUnusable`, OSError."""
    data = b""
    wanted = _FIRST_BYTES
    while True:
        more = source.read(len(data), min(wanted, source.size) - len(data))
        data += more
        try:
            return parse(data, source.size)
        except Flaw as flaw:
            raise _unusable(source.name, flaw.what, flaw.action) from flaw
        except MoreNeeded:
            if not more or wanted >= _LARGEST_HEADER:
                raise _unusable(source.name, "has no end to its header") from None
        wanted = len(data) * _GROWTH


def _check_length(path: Path, header: Header) -> None:
    if header.missing_bytes:
        raise ModelUnusable(
            phrase(
                "The file {name} is cut short: {count} bytes are missing.",
                name=path.name,
                count=header.missing_bytes,
            ),
            action=FETCH_AGAIN,
            detail=f"{path} has {header.file_bytes} bytes",
        )


def _shard_count(header: Header) -> int:
    """How many files the model is split into, 0 for a single one."""
    count = header.metadata.get("split.count", 1)
    return count if isinstance(count, int) and count > 1 else 0


def _later_shards(path: Path, header: Header) -> Iterator[Path]:
    count = _shard_count(header)
    if not count:
        return
    named = shards.all_of(path)
    if len(named) != count:
        raise _unusable(
            path.name, f"is one of {count} parts, and not named as their first", "Choose the first part."
        )
    yield from named[1:]


def _unusable(name: str, what: str, action: str = FETCH_AGAIN) -> ModelUnusable:
    return ModelUnusable(f"The file {name} {what}.", action=action)
