"""What the best pieces of an answer call: one step further, by signature alone."""

import re
from collections.abc import Sequence

from glmdesk.core.chat import Source
from glmdesk.projects.chunks import Piece
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.passages import Passages

# A call of something of its own: what is called on another value may be anybody's.
_CALLED = re.compile(r"(?:(?<![\w.>:])|\b(?:self|cls|this)(?:\.|->))([A-Za-z_]\w{2,})\s*\(")
_LOOKED_AT = 5  # of the best pieces
_MOST_HOMES = 2  # a name that is defined in more places says nothing
_MOST_ALIKE = 8  # whatever their case
_MOST_LINES = 8  # of a signature


def signatures_around(
    index: ProjectIndex, passages: Passages, chosen: Sequence[Source], characters: int
) -> list[Source]:
    """The heads of definitions which the first of `chosen` call and none of them holds."""
    held = {(source.path, line) for source in chosen for line in range(source.start, source.end + 1)}
    found: list[Source] = []
    seen: set[str] = set()
    for source in chosen[:_LOOKED_AT]:
        for name in dict.fromkeys(_CALLED.findall(source.text)):
            if name.lower() in seen:
                continue
            seen.add(name.lower())
            for path, piece in _homes(index, name):
                if (path, piece.start) in held:
                    continue
                head = _head(passages, path, piece)
                characters -= len(head.text) + len(head.path) + 60
                if characters < 0:
                    return found
                found.append(head)
    return found


def _homes(index: ProjectIndex, name: str) -> list[tuple[str, Piece]]:
    alike = index.definitions(name, _MOST_ALIKE)
    homes = [(path, piece) for path, piece in alike if piece.last_name == name]
    return homes if len(homes) <= _MOST_HOMES and len(alike) < _MOST_ALIKE else []


def _head(passages: Passages, path: str, piece: Piece) -> Source:
    """A definition up to where its signature ends."""
    lines = passages.lines(path, piece.start, piece.end)
    wanted = "".join(piece.signature.split())
    length = 1
    for length in range(1, min(len(lines), _MOST_LINES) + 1):
        if wanted in "".join("".join(lines[:length]).split()):
            break
    return Source(path, "\n".join(lines[:length]), piece.start, piece.start + length - 1, piece.name)
