"""The ledger of a prompt: which part of which message each of its tokens belongs to.

Invariant: the entries of what is in the prompt add up to the number of its tokens.
"""

from collections.abc import Callable, Iterator, Sequence

from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.marks import NO_MESSAGE, Dropped, MarkedText, Span, plain
from glmdesk.engine.llama.tokens import Stretch

Owner = tuple[int, LedgerKind]
FORMAT: Owner = (NO_MESSAGE, LedgerKind.FORMAT)


def ledger_of(
    marked: MarkedText,
    stretches: Sequence[Stretch],
    piece_bytes: Callable[[int], int],
    tokens_alone: Callable[[Dropped], int],
) -> tuple[LedgerEntry, ...]:
    """One entry for each part, in the order of the text, and one for all that the template wrote.

    `piece_bytes` gives the length of a token's text, `tokens_alone` the size of a part that was left out.
    A token on the border of two parts belongs to the one in which it begins.
    """
    counts: dict[Owner, int] = {FORMAT: 0} | {(span.message, span.kind): 0 for span in marked.spans}
    first = 0
    for stretch in stretches:
        while first < len(marked.spans) and marked.spans[first].end <= stretch.start:
            first += 1
        borders = list(_borders(stretch, marked.spans[first:] if first < len(marked.spans) else ()))
        if len(borders) == 1:
            counts[borders[0][1]] += len(stretch.tokens)
        else:
            for owner in _owners(stretch, borders, marked.text, piece_bytes):
                counts[owner] += 1
    left_out: dict[Owner, int] = {}
    for part in marked.dropped:
        owner = (part.message, part.kind)
        left_out[owner] = left_out.get(owner, 0) + tokens_alone(part)
    return tuple(
        LedgerEntry(message, kind, tokens, dropped)
        for entries, dropped in ((counts, False), (left_out, True))
        for (message, kind), tokens in entries.items()
    )


def _borders(stretch: Stretch, spans: Sequence[Span]) -> Iterator[tuple[int, Owner]]:
    """Where each owner's characters begin inside the stretch; the first begins with it."""
    position = stretch.start
    for span in spans:
        if span.start >= stretch.end:
            break
        if span.start > position:
            yield position, FORMAT
        yield max(span.start, stretch.start), (span.message, span.kind)
        position = span.end
    if position < stretch.end or stretch.start == stretch.end:  # a token that stands for no text
        yield position, FORMAT


def _owners(
    stretch: Stretch, borders: Sequence[tuple[int, Owner]], text: str, piece_bytes: Callable[[int], int]
) -> Iterator[Owner]:
    """The owner of each token, found by counting bytes."""
    starts = [_bytes(text[stretch.start : position]) for position, _ in borders]
    length = _bytes(text[stretch.start : stretch.end])
    lengths = list(map(piece_bytes, stretch.tokens))
    position = length - sum(lengths)  # below zero where a vocabulary puts a space before the text
    index = 0
    for size in lengths:
        while index + 1 < len(borders) and starts[index + 1] <= position:
            index += 1
        yield borders[index][1]
        position += size


def _bytes(text: str) -> int:
    return len(plain(text).encode("utf-8", "replace"))
