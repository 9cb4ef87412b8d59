"""How well questions find their files: `python -m tests.benchmarks.retrieval TASKS ARCHIVES [MODEL.gguf]`.

TASKS is a file of JSON lines: `package` and `version` (a source archive), `query`, `files` (those that
answer it). ARCHIVES is a folder of the archives, as `pip download --no-deps --no-binary :all:` leaves them.
Tests and changelogs are left out of the corpus.

Prints a table: the share of `files` among the first 1, 5 and 10 files, and with at least one source inside
8,000, 16,000 and 32,000 tokens, beside BM25 over whole files and keyword grep by the same
tokenizer (MODEL's, else the starter's).
"""

import json
import math
import re
import sys
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from glmdesk.cli.counting import counter
from glmdesk.projects.files import ProjectFiles
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.packing import TokenCounter, estimated, pack

FIRST, BUDGETS = (1, 5, 10), (8_000, 16_000, 32_000)
LEFT_OUT = re.compile(
    r"(^|/)(tests?|testing|changelog)(/|$)|(^|/)(test_[^/]*|conftest|[^/]*_test)\.py$"
    r"|(^|/)(changes|changelog|history|news)[^/]*$",
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Za-z_]\w+")
STOP = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "this",
        "that",
        "from",
        "are",
        "not",
        "was",
        "were",
        "have",
        "has",
        "when",
        "then",
        "into",
        "use",
        "used",
        "can",
    ]
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a method found: files best first, and which files have text inside each budget."""

    files: Sequence[str]
    inside: dict[int, set[str]]


def corpus(archive: Path, target: Path) -> Path:
    """Unpack an archive without its tests and changelogs; returns the folder of the project."""
    with tarfile.open(archive) as opened:
        members = [
            member
            for member in opened.getmembers()
            if member.isfile() and not LEFT_OUT.search(member.name.partition("/")[2])
        ]
        opened.extractall(target, members, filter="data")
    (folder,) = target.iterdir()
    return folder


class WholeFiles:
    """Two baselines on the texts that the index holds: BM25 (k1 1.2, b 0.75) and a count of found words."""

    def __init__(self, texts: dict[str, str], count: TokenCounter) -> None:
        self.tokens = dict(zip(texts, count(list(texts.values())), strict=True))
        self._counts = {path: Counter(map(str.lower, WORD.findall(text))) for path, text in texts.items()}
        self._lengths = {path: counts.total() for path, counts in self._counts.items()}
        self._average = sum(self._lengths.values()) / max(1, len(texts))
        self._homes = Counter(word for counts in self._counts.values() for word in counts)

    def bm25(self, query: str) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for word in map(str.lower, WORD.findall(query)):
            idf = math.log(1 + (len(self._counts) - self._homes[word] + 0.5) / (self._homes[word] + 0.5))
            for path, counts in self._counts.items():
                if count := counts[word]:
                    length = 1.2 * (0.25 + 0.75 * self._lengths[path] / self._average)
                    scores[path] += idf * count * 2.2 / (count + length)
        return sorted(scores, key=lambda path: (-scores[path], path))

    def grep(self, query: str) -> list[str]:
        words = {word.lower() for word in WORD.findall(query)} - STOP
        scores = {path: sum(word in counts for word in words) for path, counts in self._counts.items()}
        return sorted((path for path in scores if scores[path]), key=lambda path: (-scores[path], path))

    def found(self, files: Sequence[str]) -> Found:
        """Whole files, best first, while they fit."""
        inside: dict[int, set[str]] = {}
        for budget in BUDGETS:
            left, inside[budget] = budget, set()
            for path in files:
                if self.tokens[path] <= left:
                    left -= self.tokens[path]
                    inside[budget].add(path)
        return Found(files, inside)


def ours(index: ProjectIndex, query: str, count: TokenCounter) -> Found:
    """What `glmdesk find` gives."""
    packed = {budget: pack(index, query, budget, count) for budget in BUDGETS}
    return Found(
        [file.path for file in packed[BUDGETS[0]].files],
        {budget: {source.path for source in one.sources} for budget, one in packed.items()},
    )


def shares(found: Found, gold: Sequence[str]) -> Iterator[float]:
    for most in FIRST:
        yield sum(path in found.files[:most] for path in gold) / len(gold)
    for budget in BUDGETS:
        yield sum(path in found.inside[budget] for path in gold) / len(gold)


def main() -> None:
    """Print the table."""
    tasks = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    archives = {path.name.lower(): path for path in Path(sys.argv[2]).glob("*.tar.gz")}
    sums: dict[str, list[float]] = {}
    times: list[float] = []
    with ExitStack() as stack:
        count = stack.enter_context(counter(sys.argv[3] if len(sys.argv) > 3 else "", estimated))
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        known: dict[str, tuple[ProjectIndex, WholeFiles]] = {}
        for task in tasks:
            name = f"{task['package']}-{task['version']}".lower()
            if name not in known:
                files = stack.enter_context(ProjectFiles(corpus(archives[f"{name}.tar.gz"], place / name)))
                index = stack.enter_context(ProjectIndex(files, place / "cache"))
                for _ in index.refresh():
                    pass
                texts = {path: files.read(path, reveal=True).text for path in index.paths()}
                known[name] = index, WholeFiles(texts, count)
            index, whole = known[name]
            found = {"glmdesk find": ours(index, task["query"], count)}
            begun = time.process_time()
            pack(index, task["query"], BUDGETS[0])
            times.append(time.process_time() - begun)
            found["BM25, whole files"] = whole.found(whole.bm25(task["query"]))
            found["keyword grep"] = whole.found(whole.grep(task["query"]))
            for method, one in found.items():
                row = sums.setdefault(method, [0.0] * (len(FIRST) + len(BUDGETS)))
                sums[method] = [a + b for a, b in zip(row, shares(one, task["files"]), strict=True)]
    _print(sums, len(tasks), times)


def _print(sums: dict[str, list[float]], tasks: int, times: list[float]) -> None:
    heads = [f"@{most}" for most in FIRST] + [f"{budget // 1000}k" for budget in BUDGETS]
    print(f"{f'{tasks} tasks':<20}" + "".join(f"{head:>8}" for head in heads))
    for method, row in sums.items():
        print(f"{method:<20}" + "".join(f"{value / tasks:>8.3f}" for value in row))
    times.sort()
    print(f"one answer of 8k, CPU: median {times[len(times) // 2] * 1e3:.0f} ms,", end=" ")
    print(f"95 % below {times[int(len(times) * 0.95)] * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
