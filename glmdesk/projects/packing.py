"""The text of a project that goes into a prompt for one question, within a budget of tokens.

Invariant: what is packed is never longer than the budget by the counter's own count, every source is a whole
piece of its file, and a project that fits goes in whole, its files in the order of their paths, so that the
next question finds the same beginning.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from glmdesk.core.chat import Source
from glmdesk.core.quoting import quoted
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.neighbours import signatures_around
from glmdesk.projects.overview import overview
from glmdesk.projects.passages import Passages
from glmdesk.projects.retrieve import RankedFile, RankedPiece, Ranking, Retrieval

TokenCounter = Callable[[Sequence[str]], Sequence[int]]
"""Tokens of each of several texts."""

CHARACTERS_A_TOKEN = 3.6
"""Of code, for what is not counted: the measured mean of GLM's and SmolLM2's tokenizers on Python and C."""

_SPREAD = 0.85  # what a further piece of one file is worth, of the one before
_MAP_SHARE, _MOST_MAP = 0.06, 400  # of the budget; tokens
_SIGNATURE_SHARE = 0.08
_NUMBERS = 5  # characters that the number of a line takes
_HEADER_TOKENS = 40  # of a source's marks
_LEAST_COST = 60  # tokens of a piece that says anything
_MOST_MISSES = 40  # pieces too long for the room that is left, before what is shorter is not worth the search


@dataclass(frozen=True, slots=True)
class Packed:
    """What goes into the prompt: `sources` best first, the tokens of each, and of all together.

    `overview` is the map of the project that stands before them, None where the project is there `whole`.
    """

    files: tuple[RankedFile, ...] = ()
    sources: tuple[Source, ...] = ()
    source_tokens: tuple[int, ...] = ()
    tokens: int = 0
    overview: Source | None = None
    whole: bool = False

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """The map and the sources, as they stand in the prompt."""
        return (self.overview, *self.sources) if self.overview is not None else self.sources

    def to_json(self) -> dict[str, object]:
        """The shape that commands print: `sources` with place, name and tokens, and the tokens of all."""
        sources = [
            {
                "path": source.path,
                "start": source.start,
                "end": source.end,
                "name": source.name,
                "tokens": own,
            }
            for source, own in zip(self.sources, self.source_tokens, strict=True)
        ]
        return {"sources": sources, "tokens": self.tokens, "whole": self.whole}


def estimated(texts: Sequence[str]) -> list[int]:
    """The likely tokens of texts, for where no model is at hand to count."""
    return [round(len(text) / CHARACTERS_A_TOKEN) for text in texts]


def pack(index: ProjectIndex, question: str, budget: int, count: TokenCounter = estimated) -> Packed:
    """What of the project goes into the prompt of `question`; empty where nothing fits or is found."""
    ranking = Retrieval(index).rank(question)
    if (whole := _whole(index, ranking, budget, count)) is not None:
        return whole
    room = budget
    map_text = overview(index, ranking, min(_MOST_MAP, int(budget * _MAP_SHARE)) * CHARACTERS_A_TOKEN)
    passages = Passages(index)
    chosen = list(_chosen(passages, ranking, int(room * 1.1)))
    around = signatures_around(index, passages, chosen, int(budget * _SIGNATURE_SHARE * CHARACTERS_A_TOKEN))
    main = int(budget * (1 - _SIGNATURE_SHARE)) if around else budget
    sources = [Source(".", map_text, name="map of the project"), *chosen, *around]
    tokens = count([quoted([source]) for source in sources])
    kept = _fitting(sources, tokens, len(chosen) + 1, main, budget)
    while kept:
        (total,) = count([quoted([sources[place] for place in kept])])
        if total <= budget:
            break
        kept.pop()
    else:
        return Packed(ranking.files)
    first = sources[kept[0]] if kept[0] == 0 else None
    rest = [place for place in kept if place]
    return Packed(
        ranking.files,
        tuple(sources[place] for place in rest),
        tuple(tokens[place] for place in rest),
        total,
        first,
    )


def changed_since(index: ProjectIndex, earlier: Sequence[Source]) -> tuple[Source, ...]:
    """Files of `earlier` sources that read otherwise now, each as it is: they are added, nothing is moved."""
    newest = {source.path: source for source in earlier if source.has_lines and source.path != "."}
    changed = []
    for path, source in sorted(newest.items()):
        read = index.read(path)
        lines = lines_of(read.text)
        now = "\n".join(lines[source.start - 1 : source.end])
        if read.reason is None and now.rstrip("\n") != source.text.rstrip("\n"):
            changed.append(Source(path, "\n".join(lines), 1, len(lines)))
    return tuple(changed)


def _whole(index: ProjectIndex, ranking: Ranking, budget: int, count: TokenCounter) -> Packed | None:
    """All files, when they fit."""
    extent = index.extent
    if not extent.complete or not extent.files or extent.characters / CHARACTERS_A_TOKEN > budget:
        return None
    sources: list[Source] = []
    for (path,) in index.connection.execute("SELECT path FROM files WHERE reason IS NULL ORDER BY path"):
        read = index.read(path)
        if read.reason is None:
            lines = lines_of(read.text)
            sources.append(Source(path, "\n".join(lines), 1, len(lines)))
    (total,) = count([quoted(sources)])
    if total > budget:
        return None
    tokens = tuple(count([quoted([source]) for source in sources]))
    return Packed(ranking.files, tuple(sources), tokens, total, whole=True)


def _chosen(passages: Passages, ranking: Ranking, room: int) -> Iterator[Source]:
    """The best pieces while there is room by estimate, the files' variety weighed against each score."""
    misses = 0
    for ranked in _spread(ranking.pieces):
        piece = ranked.piece
        if room <= _LEAST_COST or misses > _MOST_MISSES:
            return
        if _cost(0, piece.end - piece.start) > room:
            misses += 1
            continue
        lines = list(passages.lines(ranked.path, piece.start, piece.end))
        while lines and not lines[-1].strip():
            lines.pop()
        if not lines:
            continue
        text = "\n".join(lines)
        cost = _cost(len(text), len(lines))
        if cost > room:
            misses += 1
        else:
            room -= cost
            yield Source(ranked.path, text, piece.start, piece.start + len(lines) - 1, piece.name)


def _cost(characters: int, lines: int) -> int:
    """The likely tokens of a piece."""
    return int((characters + _NUMBERS * lines) / CHARACTERS_A_TOKEN) + _HEADER_TOKENS


def _spread(pieces: Sequence[RankedPiece]) -> list[RankedPiece]:
    """The pieces best first, each further one of a file worth less than the one before."""
    seen: Counter[str] = Counter()
    weighed: list[tuple[float, int]] = []
    for place, ranked in enumerate(pieces):
        weighed.append((-ranked.score * _SPREAD ** seen[ranked.path], place))
        seen[ranked.path] += 1
    return [pieces[place] for _, place in sorted(weighed)]


def _fitting(
    sources: Sequence[Source], tokens: Sequence[int], mains: int, main: int, budget: int
) -> list[int]:
    """Which sources fit: the first `mains` of them into `main` tokens, the others into what is left."""
    kept: list[int] = []
    used = 0
    for place in range(len(sources)):
        if sources[place].text and used + tokens[place] <= (main if place < mains else budget):
            kept.append(place)
            used += tokens[place]
    return kept
