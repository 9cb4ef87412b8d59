"""An answer with the places that it cites as links, or struck out where they do not hold."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glmdesk.core.citations import Citation
from glmdesk.core.prose import Line, Piece, Table
from glmdesk.core.spans import Span, Spans, Style

Cited = Mapping[str, Citation]
"""Citations by the words with which an answer makes them."""

NOTHING_CITED: Cited = {}


def cited_in(text: str, citations: Sequence[Citation]) -> Cited:
    """The citations of an answer by their words; of those made twice one that does not hold counts."""
    cited: dict[str, Citation] = {}
    for citation in citations:
        words = text[citation.start : citation.end]
        if words and (words not in cited or not citation.holds):
            cited[words] = citation
    return cited


def with_citations(spans: Spans, cited: Cited) -> Spans:
    """The spans with each citation as a span of its own: a link where it holds, else struck out."""
    words = re.compile("|".join(map(re.escape, sorted(cited, key=len, reverse=True))) or r"(?!)")
    return tuple(part for span in spans for part in _parted(span, words, cited))


def cited_piece(piece: Piece, cited: Cited) -> Piece:
    """A piece of an answer with its citations as they are checked; code stays as it is."""
    match piece:
        case Line(spans=spans):
            return replace(piece, spans=with_citations(spans, cited))
        case Table(header=header, rows=rows):
            return replace(
                piece,
                header=tuple(with_citations(cell, cited) for cell in header),
                rows=tuple(tuple(with_citations(cell, cited) for cell in row) for row in rows),
            )
        case _:
            return piece


def _parted(span: Span, words: re.Pattern[str], cited: Cited) -> Iterator[Span]:
    if span.href or span.style & Style.FORMULA:
        yield span
        return
    reached = 0
    for found in words.finditer(span.text):
        if found.start() > reached:
            yield replace(span, text=span.text[reached : found.start()])
        citation = cited[found[0]]
        style = span.style if citation.holds else span.style | Style.STRIKE
        yield Span(found[0], style, citation.link if citation.holds else "")
        reached = found.end()
    if reached < len(span.text):
        yield replace(span, text=span.text[reached:])
