"""What of a file's text goes into an index: its pieces, the words of all and of each, and what is held back.

Made with pauses, so that a file of data keeps nobody waiting.
"""

from dataclasses import dataclass

from glmdesk.core.parts import Parts
from glmdesk.core.secrets import Secret, secrets_by_parts
from glmdesk.projects.chunks import Piece, pieces_of
from glmdesk.projects.comments import comments_in
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.grammars import language_of
from glmdesk.projects.postings import Counted, Postings
from glmdesk.projects.words import words_of

_PART = 32_768  # characters
_COMMENTS_A_PART = 5_000


@dataclass(frozen=True, slots=True)
class Contents:
    """What is kept of a text; words are separated by spaces."""

    secrets: tuple[Secret, ...]
    pieces: list[Piece]
    postings: Postings
    body: str
    defined: str
    comments: str


def contents_of(path: str, text: str) -> Parts[Contents]:
    """The contents of a file."""
    lines = lines_of(text)
    pieces = yield from pieces_of(path, text)
    counted, body, done = Counted(), [], 0
    for piece in pieces:
        own = "\n".join(lines[piece.start - 1 : piece.end])
        words = yield from _words(own)
        body.append(words)
        counted.add(piece, words.split())
        done += len(own)
        if done >= _PART:
            done = 0
            yield
    postings = yield from counted.packed()
    secrets = yield from secrets_by_parts(text)
    comments = yield from _words("\n".join((yield from _comments(path, text))))
    defined = words_of(" ".join({piece.name for piece in pieces if piece.name}))
    return Contents(secrets, pieces, postings, " ".join(body), defined, comments)


def _words(text: str) -> Parts[str]:
    """The words of a text; a long one is cut between two of them, or where there is no space in so long."""
    words: list[str] = []
    start = 0
    while len(text) - start > _PART:
        end = max(text.rfind(space, start + 1, start + _PART) for space in " \n")
        end = end if end > start else start + _PART
        words.append(words_of(text[start:end]))
        start = end
        yield
    return " ".join([*words, words_of(text[start:])])


def _comments(path: str, text: str) -> Parts[list[str]]:
    found: list[str] = []
    for comment in comments_in(language_of(path), text):
        found.append(comment)
        if len(found) % _COMMENTS_A_PART == 0:
            yield
    return found
