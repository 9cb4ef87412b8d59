"""A question finds the file and the function that it is about, and names are found exactly."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.packing import changed_since, pack
from glmdesk.projects.project import opened
from glmdesk.projects.retrieve import CANDIDATES, Ranking, Retrieval
from tests.projects.trees import plant


def method(name: str, words: str) -> str:
    body = "        value = value + 1\n" * 12
    return f"    def {name}(self, value):\n        # {words}\n{body}        return value\n\n"


FILES = {
    "lib/cache.py": "class Cache:\n"
    + method("evict_oldest", "drop the entry that was used least lately")
    + method("store", "put an entry in, with the time it may live")
    + method("_touch", "note the time of use"),
    "lib/http.py": "class Server:\n"
    + method("listen", "accept connections on the port")
    + method("reply", 'send "content length mismatch" back'),
    "lib/errors.py": "class CacheError(Exception):\n    pass\n\n\nclass HttpError(Exception):\n    pass\n",
    "tests/test_cache.py": "def test_evict_oldest():\n    evict_oldest()\n    # entry used least lately\n",
    "docs/cache.md": "# Cache\nThe cache drops the entry that was used least lately.\n",
    "util/helpers/text.py": "def trim(text):\n    return text.strip()\n",
    "other/helpers/text.py": "def trim_all(texts):\n    return [trim(text) for text in texts]\n",
}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ProjectIndex]:
    """A small library with its tests and documentation."""
    with opened(plant(tmp_path / "p", FILES), tmp_path / "cache", rules=()) as made:
        for _ in made.refresh():
            pass
        yield made


@pytest.fixture
def rank(index: ProjectIndex) -> Callable[[str], Ranking]:
    """Ask."""
    return Retrieval(index).rank


@pytest.mark.parametrize(
    ("question", "path", "name"),
    [
        ("Where is the least used entry dropped from the cache?", "lib/cache.py", "Cache.evict_oldest"),
        ("`Cache.store` keeps entries for too long", "lib/cache.py", "Cache.store"),
        ("how does the server accept connections", "lib/http.py", "Server.listen"),
        ('I get "content length mismatch"', "lib/http.py", "Server.reply"),
        ("what is in lib/errors.py?", "lib/errors.py", "HttpError"),
        ('Oh\n  File "/srv/lib/http.py", line 5, in listen\nOSError', "lib/http.py", "Server.listen"),
        ("crash in other/helpers/text.py", "other/helpers/text.py", "trim_all"),
    ],
)  # fmt: skip
def test_a_question_finds_its_file_and_function(
    rank: Callable[[str], Ranking], question: str, path: str, name: str
) -> None:
    ranking = rank(question)
    assert ranking.files[0].path == path
    assert name in [piece.piece.name for piece in ranking.pieces[:3]]


def test_tests_come_behind_unless_the_question_is_about_them(rank: Callable[[str], Ranking]) -> None:
    def place(question: str) -> int:
        return [file.path for file in rank(question).files].index("tests/test_cache.py")

    assert place("evict oldest entry used least lately") > 0
    assert place("the test of evict oldest") == 0


@pytest.mark.parametrize(
    "question", ["", "   ", "zzzz qqqq", '"', "a OR b NOT (", "*", "NEAR(", "\ud800", "🙂", "x" * 50_000]
)
def test_no_question_breaks_it(rank: Callable[[str], Ranking], question: str) -> None:
    rank(question)


def count(texts: list[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def test_what_is_packed_never_exceeds_the_budget(index: ProjectIndex) -> None:
    for budget in (1, 30, 100, 300, 1_000):
        packed = pack(index, "how does the cache evict entries", budget, count)
        assert packed.tokens <= budget
        assert len(packed.sources) == len(packed.source_tokens)


def test_the_best_function_goes_in_whole_and_first(index: ProjectIndex) -> None:
    packed = pack(index, "drop the entry that was used least lately", 260, count)
    source = packed.sources[0]
    assert (source.path, source.name) == ("lib/cache.py", "Cache.evict_oldest")
    lines = FILES["lib/cache.py"].split("\n")
    assert source.text == "\n".join(lines[source.start - 1 : source.end])
    assert source.text.rstrip().endswith("return value")


def test_a_project_that_fits_goes_in_whole_in_the_order_of_its_paths(index: ProjectIndex) -> None:
    one, other = (pack(index, question, 5_000, count) for question in ("cache", "http server"))
    assert one.whole
    assert [source.path for source in one.sources] == sorted(FILES)
    assert one.sources == other.sources


def test_files_that_changed_since_are_added_as_they_are_now(index: ProjectIndex) -> None:
    packed = pack(index, "cache", 5_000, count)
    plant(index.files.path, {"lib/errors.py": "class Other(Exception):\n    pass\n"})
    (changed,) = changed_since(index, packed.sources)
    assert (changed.path, changed.start, changed.end) == ("lib/errors.py", 1, 2)


def test_what_the_best_function_calls_comes_along_by_its_signature(index: ProjectIndex) -> None:
    packed = pack(index, "what does trim_all in other/helpers/text.py do", 120, count)
    assert ("util/helpers/text.py", "trim") in [(source.path, source.name) for source in packed.sources]


def test_keys_are_held_back_from_what_is_packed(tmp_path: Path) -> None:
    plant(tmp_path / "k", {"conf.py": "def connect():\n    key = 'AKIAQ3EGRZ7W2XKNV5DL'\n    return key\n"})
    with opened(tmp_path / "k", tmp_path / "cache", rules=()) as index:
        for _ in index.refresh():
            pass
        packed = pack(index, "connect", 500, count)
    assert "AKIA" not in packed.sources[0].text


def test_a_word_that_nearly_all_files_have_finds_them_where_nothing_rarer_is_asked_for(
    tmp_path: Path,
) -> None:
    files = {f"part{number}.py": f"def session_{number}():\n    pass\n" for number in range(90)}
    plant(tmp_path / "p", {**files, "other.py": "def ledger():\n    return session\n"})
    with opened(tmp_path / "p", tmp_path / "cache", rules=()) as index:
        for _ in index.refresh():
            pass
        retrieval = Retrieval(index)
        assert len(retrieval.rank("where is the session?").files) == CANDIDATES
        ranked = retrieval.rank("where is the ledger of the session?")
        assert ranked.files[0].path == "other.py"
        assert len(ranked.files) == CANDIDATES
