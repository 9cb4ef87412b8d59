"""How quick a folder of code is read and asked: `python -m tests.benchmarks.project_speed [FOLDER] [FILES]`.

FOLDER is a real tree, such as an unpacked source archive of CPython; FILES (100,000) the size of a generated
one. Prints seconds to the first answer and to the whole index, milliseconds of a question (of 200 made from
names in the tree) with its 8,000 tokens packed, and until ten changed files are known, told which they are or
looked for; the longest wait of a cancel or of a question while the index grows, and memory. CPU time stands
in brackets, for busy machines.
"""

import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.packing import pack
from glmdesk.projects.project import opened

BUDGET = 8_000  # tokens
DICE = random.Random(7)
VERBS = ["load", "parse", "render", "close", "merge", "encode", "route", "expire", "count", "verify"]
NOUNS = ["token", "session", "header", "window", "cache", "model", "socket", "chunk", "widget", "ledger"]


def grow(folder: Path, files: int) -> None:
    """Small modules, a hundred to a folder."""
    for number in range(files):
        home = folder / f"part{number // 10_000}" / f"unit{number // 100 % 100}"
        home.mkdir(parents=True, exist_ok=True)
        functions = "".join(
            f"def {DICE.choice(VERBS)}_{DICE.choice(NOUNS)}_{DICE.randrange(5_000)}(value):\n"
            f"    # {DICE.choice(VERBS)} the {DICE.choice(NOUNS)} before the {DICE.choice(NOUNS)}\n"
            f"    return value + {DICE.randrange(900)}\n\n\n"
            for _ in range(4)
        )
        (home / f"module{number}.py").write_text(functions)


def measure(folder: Path, cache: Path) -> None:
    """Print the figures of one tree."""
    with opened(folder, cache) as index:
        begun = last = time.perf_counter()
        cpu = last_cpu = time.process_time()
        first = first_cpu = longest = longest_cpu = 0.0
        for extent in index.refresh():
            now, now_cpu = time.perf_counter(), time.process_time()
            longest, last = max(longest, now - last), now
            longest_cpu, last_cpu = max(longest_cpu, now_cpu - last_cpu), now_cpu
            if not first and extent.files:
                pack(index, "where is the session closed?", BUDGET)
                first, first_cpu = time.perf_counter() - begun, time.process_time() - cpu
                last, last_cpu = time.perf_counter(), time.process_time()
        whole, cpu = time.perf_counter() - begun, time.process_time() - cpu
        skipped = sum(extent.skipped.values())
        print(f"{folder.name}: {extent.files:,} files, {extent.characters / 1e6:.1f} M characters,", end=" ")
        print(f"{skipped:,} left out")
        print(f"  first answer {first:.2f} s ({first_cpu:.2f}), whole {whole:.1f} s ({cpu:.1f}),", end=" ")
        print(f"cancel within {longest * 1e3:.0f} ms ({longest_cpu * 1e3:.0f})")
        _questions(index)
        _touched(index)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in (cache / "projects").iterdir()) / 1e6
    print(f"  memory at most {most:.0f} MB, index {size:.0f} MB")


def _questions(index: ProjectIndex) -> None:
    names = [name for (name,) in index.connection.execute("SELECT DISTINCT name FROM names LIMIT 20000")]
    times, cpu_times = [], []
    for _ in range(200):
        words = " ".join(DICE.sample(names, min(len(names), DICE.randint(1, 4)))).replace("_", " ")
        question = f"Why does it {DICE.choice(VERBS)} the {DICE.choice(NOUNS)} when {words} fails?"
        begun, cpu = time.perf_counter(), time.process_time()
        pack(index, question, BUDGET)
        times.append(time.perf_counter() - begun)
        cpu_times.append(time.process_time() - cpu)
    (median, most), (cpu_median, cpu_most) = (
        (sorted(each)[100] * 1e3, sorted(each)[190] * 1e3) for each in (times, cpu_times)
    )
    print(f"  a question: median {median:.0f} ms ({cpu_median:.0f}),", end=" ")
    print(f"95 % below {most:.0f} ms ({cpu_most:.0f})")


def _touched(index: ProjectIndex) -> None:
    touched = index.paths()[:10]
    for path in touched:
        file = index.files.path / path
        told = file.stat()
        file.write_text(file.read_text(errors="replace") + "\n# one more line\n")
        os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns + 1_000_000_000))
    begun, cpu = time.perf_counter(), time.process_time()
    steps = index.refresh(touched)
    next(steps)
    early, early_cpu = time.perf_counter() - begun, time.process_time() - cpu
    for _ in steps:
        pass
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(f"  ten files changed: known {early * 1e3:.0f} ms ({early_cpu * 1e3:.0f}),", end=" ")
    print(f"looked for {wall * 1e3:.0f} ms ({cpu * 1e3:.0f})")


def main() -> None:
    """Print the figures of a real tree, copied nowhere, and of a generated one."""
    with tempfile.TemporaryDirectory() as place:
        if len(sys.argv) > 1 and sys.argv[1] != "-":
            measure(Path(sys.argv[1]), Path(place) / "real")
        files = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
        if files:
            tree = Path(place) / "generated"
            grow(tree, files)
            measure(tree, Path(place) / "made")


if __name__ == "__main__":
    main()
