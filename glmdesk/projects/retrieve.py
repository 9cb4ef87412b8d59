"""The files and functions of a project that a question is about, best first.

Files are found by their words (BM25 over path, definitions, body and comments), then judged by what the
question names and by the best of their own pieces; pieces are ranked inside the best files alone.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from glmdesk.projects.chunks import Piece
from glmdesk.projects.grammars import CODE_SUFFIXES
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.intake import pieces_in
from glmdesk.projects.mentions import Candidate, add_named
from glmdesk.projects.postings import HEAD, TEST, Postings, postings_in, word_id
from glmdesk.projects.question import Question, read_question

CANDIDATES = 60
"""Files whose pieces are looked at."""

_MOST_WORDS = 32
_MOST_PIECES = 400  # that are ranked; more fit into no prompt
_IDF_OF_HALF = math.log(
    2
)  # a word that more than half of the files have adds nothing to SQLite's BM25, but time
_WEIGHTS = (3.0, 2.0, 1.0, 1.0)  # of path, definitions, body, comments
_K1, _B = 1.2, 0.6
_HEAD_ALONE = 0.5  # what a piece of a line or two, such as the head of a class, is worth
_TEST_ALONE = 0.5  # likewise a test beside what it tries, as for the tests in files of their own
_NAMED, _POINTED_TO = 4.0, 20.0  # what it adds that a piece has a name of the question, or a line of it
_LEAST_LENGTH = 0.6  # of the average: a piece of one line is not better for being short
_TESTS = re.compile(
    r"(?:^|/)(?:tests?|testing|specs?|__tests__|e2e|fixtures?|testdata)/"
    r"|(?:^|/)(?:tests?|test_[^/]*|[^/]*_test|[^/]*[._-](?:test|spec)s?|conftest|[^/]*Tests?)\.\w+$"
)
_ASIDE = re.compile(
    r"(?:^|/)(?:examples?|samples?|demos?|benchmarks?|benches|docs?|documentation|changelogs?|scripts?|tools?|\.github)/"
    r"|(?:^|/)(?:changelog|changes|history|news|authors|contributing|readme)[^/]*$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\.([A-Za-z0-9+]+)$")


@dataclass(frozen=True, slots=True)
class RankedFile:
    """A file with its score; higher is better, and scores of one question can be compared."""

    path: str
    score: float


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
        self._index, self._connection = index, index.connection

    def rank(self, text: str, most: int = CANDIDATES) -> Ranking:
        """The files and pieces that a question is about; empty where nothing has a word of it."""
        question = read_question(text)
        documents = self._index.folders().total()
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
        rarer = [word for word in telling if idf[word] > _IDF_OF_HALF]
        found = self._having(rarer, most)
        return found if len(found) >= most else self._having(telling, most)

    def _having(self, words: Sequence[str], most: int) -> dict[int, Candidate]:
        """The files with any of the words, best first by BM25."""
        if not words:
            return {}
        terms = " OR ".join(f'"{word}"' for word in words)
        rows = self._connection.execute(
            "SELECT f.id, f.path, -r.score FROM ("
            " SELECT rowid, bm25(found, ?, ?, ?, ?) AS score FROM found WHERE found MATCH ?"
            " ORDER BY score LIMIT ?) AS r JOIN files AS f ON f.id = r.rowid",
            (*_WEIGHTS, terms, most),
        )
        return {file: Candidate(path, base) for file, path, base in rows}

    def _judged(
        self, question: Question, idf: Mapping[str, float], candidates: Mapping[int, Candidate]
    ) -> Ranking:
        if not candidates:
            return Ranking()
        top = max(candidate.base for candidate in candidates.values()) or 1.0
        likely = sorted(candidates.items(), key=lambda item: -item[1].base / top - item[1].boost)
        opened = self._postings(file for file, _ in likely[:CANDIDATES])
        own = self._piece_scores(question, idf, candidates, opened)
        best = max((max(scores.values(), default=0.0) for scores in own.values()), default=0.0) or 1.0
        files: list[RankedFile] = []
        found: list[tuple[float, str, int, int]] = []
        for file, candidate in candidates.items():
            path, scores = candidate.path, own.get(file, {})
            most = nlargest(3, scores.values())
            inside = (most[0] + 0.3 * sum(most[1:])) / (1.6 * best) if most else 0.0
            score = (candidate.base / top + inside + candidate.boost) * _prior(path, question)
            files.append(RankedFile(path, score))
            if file in opened:
                telling = scores or dict.fromkeys(range(len(opened[file].doubts)), 0.0)
                found += [
                    (-score * (0.3 + 0.7 * telling[number] / best), path, number, file) for number in telling
                ]
        files.sort(key=lambda ranked_file: (-ranked_file.score, ranked_file.path))
        return Ranking(tuple(files), tuple(self._ranked(sorted(found)[:_MOST_PIECES])))

    def _piece_scores(
        self,
        question: Question,
        idf: Mapping[str, float],
        candidates: Mapping[int, Candidate],
        opened: Mapping[int, Postings],
    ) -> dict[int, dict[int, float]]:
        """The scores of the pieces of each file, of those that have any."""
        weights = {word_id(word): idf[word] * question.words[word] for word in idf}
        names: dict[int, float] = {}
        for name, weight in question.names.items():
            number = word_id(name.lower().rpartition(".")[2])
            names[number] = names.get(number, 0.0) + weight
        lengths = [length for postings in opened.values() for length in postings.piece_lengths()]
        average = sum(lengths) / max(1, len(lengths)) or 1.0
        worth = {HEAD: _HEAD_ALONE, TEST: 1.0 if question.about_tests else _TEST_ALONE}
        scores = {
            file: _scored(postings, weights, names, average, worth) for file, postings in opened.items()
        }
        for file in opened:
            for line in candidates[file].lines:
                for number, piece in enumerate(self._pieces(file)):
                    if piece.start <= line <= piece.end:
                        scores[file][number] = scores[file].get(number, 0.0) + _POINTED_TO
        return scores

    def _ranked(self, found: Iterable[tuple[float, str, int, int]]) -> Iterator[RankedPiece]:
        pieces: dict[int, list[Piece]] = {}
        for less, path, number, file in found:
            if file not in pieces:
                pieces[file] = self._pieces(file)
            yield RankedPiece(path, pieces[file][number], -less, number)

    def _pieces(self, file: int) -> list[Piece]:
        ((blob,),) = self._connection.execute("SELECT pieces FROM files WHERE id = ?", (file,))
        return pieces_in(blob)

    def _postings(self, candidates: Iterable[int]) -> dict[int, Postings]:
        marks = ",".join(str(int(file)) for file in candidates)
        rows = self._connection.execute(
            f"SELECT id, postings FROM files WHERE id IN ({marks}) AND postings IS NOT NULL"  # noqa: S608
        )
        return {file: postings_in(blob) for file, blob in rows}


def _scored(
    postings: Postings,
    weights: Mapping[int, float],
    names: Mapping[int, float],
    average: float,
    worth: Mapping[int, float],
) -> dict[int, float]:
    """BM25 of each piece that has a word of the question, more for what the question names."""
    scores: dict[int, float] = {}
    lengths = postings.piece_lengths()
    shortest, by_length = _K1 * (1 - _B + _B * _LEAST_LENGTH), _K1 * _B / average
    for word, number, count in postings.of(weights):
        length = max(shortest, _K1 * (1 - _B) + by_length * lengths[number])
        scores[number] = scores.get(number, 0.0) + weights[word] * count * (_K1 + 1) / (count + length)
    own_names = postings.own_names()
    if named := names.keys() & set(own_names):
        for number, name in enumerate(own_names):
            if name in named:
                scores[number] = scores.get(number, 0.0) + _NAMED * names[name]
    for word, number, count in postings.of_names(weights):
        scores[number] = scores.get(number, 0.0) + 0.5 * count * weights[word]
    for number in scores:
        for doubt, share in worth.items():
            if postings.doubts[number] & doubt:
                scores[number] *= share
    return scores


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
