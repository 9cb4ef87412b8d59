"""The gate of every package: the bundle opens its window, loads a small GLM and answers; and its start."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from installers.building.ground import ROOT, BuildError, the_bundle

RUNS = 7
SLOWEST_START = 1.3  # times the time of the source
_PATIENCE_S = 180.0


def run_bundle() -> None:
    """Run the bundle without a Python around it; raises `BuildError` without an answer."""
    run_program(the_bundle() / f"glmdesk{'.exe' if sys.platform == 'win32' else ''}")


def run_program(program: Path) -> None:
    """The same for a program that was installed somewhere."""
    from tests.models import tiny_glm

    with tempfile.TemporaryDirectory() as folder:
        model = tiny_glm.write(Path(folder) / "tiny-glm.gguf")
        environment = _clean(Path(folder))
        answer, _ = _smoke([str(program)], model, environment)
        print(f"{program}: {answer['engine']}, llama.cpp {answer['commit']}, said {answer['answer'][:40]!r}")
        ways = {"bundle": ([str(program)], environment), "source": _source(Path(folder))}
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(RUNS):  # in turn, so that both have the same disturbances
            for name, (command, env) in ways.items():
                seconds[name].append(_smoke(command, model, env)[1])
    figures = ", ".join(
        f"{name} {min(values) * 1000:.0f} ms (median {median(values) * 1000:.0f})"
        for name, values in seconds.items()
    )
    ratio = min(seconds["bundle"]) / min(seconds["source"])  # what disturbs a start only adds to it
    print(f"from start to painted window: {figures}, ratio {ratio:.2f} ({RUNS} runs each)")
    if ratio > SLOWEST_START:
        raise BuildError(
            f"The bundle starts too slowly: {SLOWEST_START} times the source's time is the limit."
        )


def _smoke(command: Sequence[str], model: Path, environment: dict[str, str]) -> tuple[dict[str, str], float]:
    """What the program said, and the seconds to its painted window."""
    began = time.perf_counter()
    with subprocess.Popen(
        [*command, "--smoke", str(model)], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        painted = process.stdout.readline().strip() == "painted"
        seconds = time.perf_counter() - began
        try:
            rest, _ = process.communicate(timeout=_PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            raise BuildError(f"{command[0]} did not end by itself.") from None
    if not painted or process.returncode != 0:
        raise BuildError(f"{command[0]} --smoke gave no answer (status {process.returncode}): {rest}")
    return json.loads(rest.splitlines()[-1]), seconds


def _clean(folder: Path) -> dict[str, str]:
    kept = ("PATH", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "SYSTEMROOT", "LANG")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    return own | {"GLMDESK_HOME": str(folder / "home"), "HOME": str(folder), "QT_QPA_PLATFORM": platform}


def _source(folder: Path) -> tuple[list[str], dict[str, str]]:
    return [sys.executable, "-m", "glmdesk"], _clean(folder) | {"PYTHONPATH": str(ROOT)}
