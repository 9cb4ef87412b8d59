"""Damaged models through the whole load path: `python -m tests.benchmarks.broken_files [--flips N]`.

Each of 2,000 byte flips of the tiny GLM is checked and planned in this process, then loaded and asked by a
real worker; a worker that dies is replaced. Every truncation inside the header and every 997th in the data is
refused before llama.cpp sees it. Prints a line of JSON for whatever broke a bound, and the counts at the end:
no check may raise anything but an error for people, no worker may use more than 2 GB or 20 s.
"""

import argparse
import json
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from glmdesk.core.chat import Role
from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PromptMessage
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Done, Failed, Generate, Load, Prompt
from glmdesk.machine.devices import Machine, Ram
from glmdesk.models import fit, gguf, profile
from tests.models import tiny_glm
from tests.models.broken import flipped, flips, lengths

MOST_BYTES, MOST_S = 2_000_000_000, 20.0
RAM = Machine((), Ram(1 << 35, 1 << 35), cores=2)


class Workers:
    """Real workers, one after the other; `peak_bytes` is the most that any of them held."""

    def __init__(self) -> None:
        self.worker: Child | None = None
        self.started = 0
        self.peak_bytes = 0

    def load_and_ask(self, path: Path) -> str:
        """How a load, and a question to what was loaded, ended."""
        if self.worker is None or self.worker.loss is not None:
            self.worker = Child()
            self.started += 1
        placement = Placement(1024, gpu_layers=0, ubatch=128, threads=1)
        for event in self.worker.request(lambda i: Load(i, str(path), placement), MOST_S):
            if isinstance(event, Failed):
                return self._ended("load", event)
        prompt = Prompt((PromptMessage(Role.USER, "Hello"),))
        for event in self.worker.request(lambda i: Generate(i, prompt, max_tokens=8), MOST_S):
            if isinstance(event, Failed):
                return self._ended("answer", event)
            if isinstance(event, Done):
                self._look()
        return "answered"

    def close(self) -> None:
        """End the last one."""
        if self.worker is not None:
            self.worker.close()

    def _ended(self, what: str, failed: Failed) -> str:
        assert self.worker is not None, "it was started"
        if self.worker.loss is not None:
            return f"worker lost at {what}: {self.worker.loss.cause.value}"
        self._look()
        return f"{what} refused: {failed.kind.value}"

    def _look(self) -> None:
        assert self.worker is not None, "it was started"
        for line in Path(f"/proc/{self.worker.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                self.peak_bytes = max(self.peak_bytes, int(line.split()[1]) * 1024)


def planned(path: Path) -> str:
    """How the check and the plan of a file end; anything but an error for people is a fault."""
    try:
        gguf.check(path)
        fit.fit((profile.read(path),), RAM)
    except GlmdeskError:
        return "refused"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"fault: {type(error).__name__}: {error}"
    return "planned"


def flip_all(path: Path, count: int) -> dict[str, Any]:
    """Every flip through both processes."""
    ends: Counter[str] = Counter()
    slowest_plan = slowest_worker = 0.0
    workers = Workers()
    for flip in flips(path, count):
        with flipped(path, flip):
            begun = time.monotonic()
            plan = planned(path)
            middle = time.monotonic()
            answer = workers.load_and_ask(path)
            ended = time.monotonic()
        slowest_plan = max(slowest_plan, middle - begun)
        slowest_worker = max(slowest_worker, ended - middle)
        if plan.startswith("fault") or ended - middle > MOST_S or middle - begun > 1:
            print(json.dumps({"flip": [flip.place, flip.bits], "plan": plan, "worker": answer}), flush=True)
        ends[f"{plan.partition(':')[0]}, {answer}"] += 1
        if ends.total() % 100 == 0:
            print(json.dumps({"done": ends.total(), "peak_bytes": workers.peak_bytes}), flush=True)
    workers.close()
    in_bounds = workers.peak_bytes < MOST_BYTES and slowest_worker < MOST_S
    faults = sum(number for end, number in ends.items() if end.startswith("fault"))
    return {
        "flips": count,
        "ends": dict(ends.most_common()),
        "workers": workers.started,
        "peak_bytes": workers.peak_bytes,
        "slowest_plan_s": round(slowest_plan, 3),
        "slowest_worker_s": round(slowest_worker, 3),
        "within_bounds": in_bounds and not faults,
    }


def cut_all(path: Path) -> dict[str, Any]:
    """Every truncation, the longest first, so that cutting is all that is to be done."""
    accepted, slowest, count = [], 0.0, 0
    for length in lengths(path, 1, 997):
        with path.open("r+b") as file:
            file.truncate(length)
        begun = time.perf_counter()
        if planned(path) != "refused":
            accepted.append(length)
        slowest = max(slowest, time.perf_counter() - begun)
        count += 1
    return {"truncations": count, "not_refused": accepted, "slowest_check_s": round(slowest, 4)}


def main() -> None:
    """Print what broke a bound, and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--flips", type=int, default=2000)
    count = parser.parse_args().flips
    with tempfile.TemporaryDirectory() as folder:
        whole = tiny_glm.write(Path(folder) / "whole.gguf")
        copy = Path(folder) / "broken.gguf"
        shutil.copyfile(whole, copy)
        print(json.dumps(cut_all(copy)), flush=True)
        shutil.copyfile(whole, copy)
        print(json.dumps(flip_all(copy, count)), flush=True)


if __name__ == "__main__":
    main()
