"""Places in files that an answer cites, and how they stand in its text: as links, or struck out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from glmdesk.core.spans import Span, Spans, Style

SOURCE_SCHEME = "source:"
"""Of links inside the program; `core.links` allows no such address in a text."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that an answer cites, from `start` to `end` of its text; `why` is empty where it holds.

    `path` is the file that is meant, in full where the answer shortened it; lines are 1-based, both included.
    """

    start: int
    end: int
    path: str
    first: int
    last: int
    why: str = ""

    @property
    def holds(self) -> bool:
        """Whether file, lines and names are there."""
        return not self.why

    @property
    def place(self) -> str:
        """The place as it is written: reader.py:41-58."""
        return f"{self.path}:{self.first}" + (f"-{self.last}" if self.last != self.first else "")

    @property
    def link(self) -> str:
        """The address of the place inside the program."""
        return f"{SOURCE_SCHEME}{self.first}-{self.last}:{self.path}"


Cited = Mapping[str, Citation]
"""Citations by the words with which an answer makes them."""


def cited_in(text: str, citations: Sequence[Citation]) -> Cited:
    """The citations of an answer by their words; of those made twice one that does not hold counts."""
    cited: dict[str, Citation] = {}
    for citation in citations:
        words = text[citation.start : citation.end]
        if words and (words not in cited or not citation.holds):
            cited[words] = citation
    return cited


def place_in(link: str) -> tuple[str, int, int] | None:
    """Path, first and last line of a `Citation.link`; None for any other address."""
    lines, colon, path = link.removeprefix(SOURCE_SCHEME).partition(":")
    first, dash, last = lines.partition("-")
    if not (link.startswith(SOURCE_SCHEME) and colon and dash and first.isdigit() and last.isdigit()):
        return None
    return path, int(first), int(last)


def with_citations(spans: Spans, cited: Cited) -> Spans:
    """The spans with each citation as a span of its own: a link where it holds, else struck out."""
    if not cited:
        return spans
    words = sorted(cited, key=len, reverse=True)
    return tuple(part for span in spans for part in _parted(span, words, cited))


def _parted(span: Span, words: Sequence[str], cited: Cited) -> list[Span]:
    if span.href or span.style & Style.FORMULA:
        return [span]
    for word in words:
        before, found, after = span.text.partition(word)
        if found:
            citation = cited[word]
            style = span.style if citation.holds else span.style | Style.STRIKE
            middle = Span(word, style, citation.link if citation.holds else "")
            sides = (replace(span, text=before), replace(span, text=after))
            left, right = ([] if not side.text else _parted(side, words, cited) for side in sides)
            return [*left, middle, *right]
    return [span]
