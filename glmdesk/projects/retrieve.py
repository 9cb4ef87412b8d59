"""The files and functions of a project that a question is about, best first.

Files are found by their words (BM25 over path, definitions, body and comments), then judged by what the
question names and by the best of their own pieces; pieces are ranked inside the best files alone.
"""

import math
import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from glmdesk.projects.chunks import Piece
from glmdesk.projects.grammars import CODE_SUFFIXES
from glmdesk.projects.index import DECODER, FilePieces, Indexed, ProjectIndex
from glmdesk.projects.mentions import Candidate, add_named
from glmdesk.projects.postings import word_id
from glmdesk.projects.question import Question, read_question
from glmdesk.projects.words import words_of

CANDIDATES = 60
"""Files whose pieces are looked at."""

_MOST_WORDS = 32
_WEIGHTS = (3.0, 2.0, 1.0, 1.0)  # of path, definitions, body, comments
_K1, _B = 1.2, 0.6
_HEAD_ALONE = 0.5  # what a piece of a line or two, such as the head of a class, is worth
_LEAST_LENGTH = 0.6  # of the average: a piece of one line is not better for being short
_TESTS = re.compile(
    r"(?:^|/)(?:tests?|testing|specs?|__tests__|e2e|fixtures?|testdata)/"
    r"|(?:^|/)(?:test_[^/]*|[^/]*_test|[^/]*[._-](?:test|spec)s?|conftest|[^/]*Tests?)\.\w+$"
)
_ASIDE = re.compile(
    r"(?:^|/)(?:examples?|samples?|demos?|benchmarks?|docs?|documentation|changelogs?|scripts?|tools?|\.github)/"
    r"|(?:^|/)(?:changelog|changes|history|news|authors|contributing|readme)[^/]*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\.([A-Za-z0-9+]+)$")


@dataclass(frozen=True, slots=True)
class RankedFile:
    """A file with its score; higher is better, and scores of one question can be compared."""

    path: str
    score: float
    file: Indexed


@dataclass(frozen=True, slots=True)
class RankedPiece:
    """A piece of a ranked file; `score` holds the file's, so that pieces of all files can be compared."""

    path: str
    piece: Piece
    score: float
    number: int


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a question is about: files best first, and the pieces of the best of them, best first."""

    files: tuple[RankedFile, ...] = ()
    pieces: tuple[RankedPiece, ...] = ()


class Retrieval:
    """Answers questions from an index; no file is opened."""

    def __init__(self, index: ProjectIndex) -> None:
        self._connection = index.connection

    def rank(self, text: str, most: int = CANDIDATES) -> Ranking:
        """The files and pieces that a question is about; empty where nothing has a word of it."""
        question = read_question(text)
        ((documents,),) = self._connection.execute("SELECT count(*) FROM files WHERE reason IS NULL")
        if not documents:
            return Ranking()
        idf = self._rarity(question.words, documents)
        candidates = self._by_words(question, idf, most)
        add_named(self._connection, question, candidates)
        return self._judged(question, idf, candidates)

    def _rarity(self, words: Mapping[str, float], documents: int) -> dict[str, float]:
        """How telling each word is that the project has at all (BM25's idf)."""
        rarity: dict[str, float] = {}
        for word in words:
            row = self._connection.execute("SELECT doc FROM vocabulary WHERE term = ?", (word,)).fetchone()
            if row is not None:
                rarity[word] = math.log(1 + (documents - row[0] + 0.5) / (row[0] + 0.5))
        return rarity

    def _by_words(self, question: Question, idf: Mapping[str, float], most: int) -> dict[int, Candidate]:
        telling = sorted(idf, key=lambda word: -idf[word] * question.words[word])[:_MOST_WORDS]
        if not telling:
            return {}
        terms = " OR ".join(f'"{word}"' for word in telling)
        rows = self._connection.execute(
            "SELECT f.id, f.path, f.characters, f.lines, f.hidden, -r.score FROM ("
            " SELECT rowid, bm25(found, ?, ?, ?, ?) AS score FROM found WHERE found MATCH ?"
            " ORDER BY score LIMIT ?) AS r JOIN files AS f ON f.id = r.rowid",
            (*_WEIGHTS, terms, most),
        )
        return {row[0]: Candidate(Indexed(*row[:5]), row[5]) for row in rows}

    def _judged(
        self, question: Question, idf: Mapping[str, float], candidates: Mapping[int, Candidate]
    ) -> Ranking:
        if not candidates:
            return Ranking()
        top = max(candidate.base for candidate in candidates.values()) or 1.0
        weights = {word_id(word): idf[word] * question.words[word] for word in idf}
        names: dict[str, float] = {}
        for name, weight in question.names.items():
            last = name.lower().rpartition(".")[2]
            names[last] = names.get(last, 0.0) + weight
        likely = sorted(candidates.items(), key=lambda item: -item[1].base / top - item[1].boost)
        opened = self._pieces(file for file, _ in likely[:CANDIDATES])
        lengths = {file: inside.postings.piece_lengths() for file, inside in opened.items()}
        average = sum(map(sum, lengths.values())) / max(1, sum(map(len, lengths.values()))) or 1.0
        scores = {
            file: _piece_scores(inside, lengths[file], weights, names, average, candidates[file].lines)
            for file, inside in opened.items()
        }
        best = max((max(own, default=0.0) for own in scores.values()), default=0.0) or 1.0
        files: list[RankedFile] = []
        ranked: list[RankedPiece] = []
        for file, candidate in candidates.items():
            own = scores.get(file, [])
            most = sorted(own, reverse=True)[:3]
            inside = (most[0] + 0.3 * sum(most[1:])) / (1.6 * best) if most else 0.0
            score = (candidate.base / top + inside + candidate.boost) * _prior(candidate.file.path, question)
            files.append(RankedFile(candidate.file.path, score, candidate.file))
            pieces = opened[file].pieces if own else []
            telling = [number for number, found in enumerate(own) if found] or range(len(own))
            ranked += [
                RankedPiece(
                    candidate.file.path, pieces[number], score * (0.3 + 0.7 * own[number] / best), number
                )
                for number in telling
            ]
        files.sort(key=lambda ranked_file: (-ranked_file.score, ranked_file.path))
        ranked.sort(key=lambda piece: (-piece.score, piece.path, piece.number))
        return Ranking(tuple(files), tuple(ranked))

    def _pieces(self, candidates: Iterable[int]) -> dict[int, FilePieces]:
        marks = ",".join(str(int(file)) for file in candidates)
        rows = self._connection.execute(
            f"SELECT id, pieces FROM files WHERE id IN ({marks}) AND pieces IS NOT NULL"  # noqa: S608
        )
        return {file: DECODER.decode(blob) for file, blob in rows}


def _piece_scores(
    inside: FilePieces,
    lengths: "array[int]",
    weights: Mapping[int, float],
    names: Mapping[str, float],
    average: float,
    lines: Sequence[int],
) -> list[float]:
    """BM25 of each piece, more for what the question names and for the lines it points to."""
    scores = [0.0] * len(inside.pieces)
    shortest, by_length = _K1 * (1 - _B + _B * _LEAST_LENGTH), _K1 * _B / average
    for word, number, count in inside.postings.of(list(weights)):
        length = max(shortest, _K1 * (1 - _B) + by_length * lengths[number])
        scores[number] += weights[word] * count * (_K1 + 1) / (count + length)
    for number, piece in enumerate(inside.pieces):
        if piece.name:
            last, parts = _read_name(piece.name)
            if last in names:
                scores[number] += 4.0 * names[last]
            for part in parts:
                if part in weights:
                    scores[number] += 0.5 * weights[part]
        if piece.end - piece.start < 2:
            scores[number] *= _HEAD_ALONE
        if lines and any(piece.start <= line <= piece.end for line in lines):
            scores[number] += 20.0
    return scores


@lru_cache(50_000)
def _read_name(name: str) -> tuple[str, tuple[int, ...]]:
    """The last part of the name of a piece, and the words of it."""
    last = name.rpartition(".")[2].lower()
    return last, tuple(map(word_id, words_of(last).split()))


def _prior(path: str, question: Question) -> float:
    """How likely a file is meant before a word of the question is read."""
    likely = 1.0
    if _TESTS.search(path) and not question.about_tests:
        likely *= 0.5
    if _ASIDE.search(path):
        likely *= 0.6
    suffix = _SUFFIX.search(path)
    if suffix is None or suffix[1].lower() not in CODE_SUFFIXES:
        likely *= 0.7
    return likely
