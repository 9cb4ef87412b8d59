"""A text cut into tokens of which each can say what comes next.

A model without memory knows only the last token, so no token may be used twice: a repeated word is joined
with what follows it until the cut ends in something new. That last piece is what the tokenizer makes of the
end of the text so far, so that an answer which was cut and re-read goes on where it stopped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from tests.models.glm import spelled

TOOL_MARKS = ("<tool_call>", "</tool_call>", "<arg_key>", "</arg_key>", "<arg_value>", "</arg_value>")

_PIECE = re.compile(  # the pre-tokenizer `glm4` of llama.cpp, in Python's classes
    r"'(?:[sStTmMdD]|[rR][eE]|[vV][eE]|[lL][lL])"
    r"|(?:[^\r\n\w]|_)?[^\W\d_]+|\d{1,3}| ?(?:[^\s\w]|_)+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
_MARK = re.compile("(" + "|".join(map(re.escape, TOOL_MARKS)) + ")")
_WIDE = 0x800  # characters from here on take three or four bytes


@dataclass(frozen=True, slots=True)
class Step:
    """One token, and the last piece of the text so far (empty inside a character), in byte-level spelling."""

    token: str
    ends_with: str = ""


def steps(text: str, used: set[bytes]) -> list[Step]:
    """The tokens that spell `text`, none of which is in `used`, which grows; raises ValueError when stuck."""
    cut: list[Step] = []
    for stretch in filter(None, _MARK.split(text)):
        if stretch in TOOL_MARKS:
            if stretch.encode() in used:
                raise ValueError(f"{stretch} can be said only once")
            used.add(stretch.encode())
            cut.append(Step(stretch))
        else:
            cut += _plain(stretch, used)
    return cut


def prose(words: int, seed: int = 0) -> str:
    """Sentences of that many distinct made-up words, each one token; another seed gives other words."""
    syllables = [a + b for a, b in product("bdfgklmnprstvz", "aeiou")]
    made = (a + b + c for a, b, c in product(syllables, repeat=3) if len({a, b, c}) == 3)
    chosen = [word for i, word in enumerate(made) if i % 97 == seed % 97][:words]
    if len(chosen) < words:
        raise ValueError(f"at most {len(chosen)} words")
    sentences = [chosen[i : i + 12] for i in range(0, words, 12)]
    return " ".join(" ".join([first.capitalize(), *rest]) for first, *rest in sentences)


def _plain(text: str, used: set[bytes]) -> list[Step]:
    cut: list[tuple[bytes, bytes]] = []
    pending, so_far = b"", b""
    for part in _halves(match.group() for match in _PIECE.finditer(text)):
        pending += part
        so_far += part
        end = _last_piece(so_far)
        if pending in used or end in used:
            continue
        used |= {pending, end} - {b""}
        cut.append((pending, end))
        pending = b""
    if pending:
        last = (cut.pop()[0] if cut else b"") + pending
        if last in used:
            raise ValueError(f"nothing in {last.decode(errors='replace')!r} is new")
        used.add(last)
        cut.append((last, b""))
    return [Step(spelled(token), spelled(end)) for token, end in cut]


def _halves(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces, cut inside their first wide character so that its bytes come in two tokens."""
    for piece in pieces:
        wide = next((i for i, character in enumerate(piece) if ord(character) >= _WIDE), None)
        if wide is None:
            yield piece.encode()
        else:
            inside = len(piece[:wide].encode()) + 2
            yield piece.encode()[:inside]
            yield piece.encode()[inside:]


def _last_piece(text: bytes) -> bytes:
    try:
        decoded = text.decode()
    except UnicodeDecodeError:
        return b""
    return [match.group() for match in _PIECE.finditer(decoded[-200:])][-1].encode()
