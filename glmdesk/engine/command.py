"""How this program starts itself as a worker: command lines and environments of its child processes."""

import os
import re
import sys
from pathlib import Path

from glmdesk.engine.place import EnginePlace, place_in

_OPENMP = {"OMP_WAIT_POLICY": "passive", "GOMP_SPINCOUNT": "20000"}
"""How llama.cpp's threads wait for each other: some 20 us of spinning, then sleep.

Without end, spinning makes decoding slower by an order of magnitude as soon as another program wants a core;
without any, each layer pays for waking up. SmolLM2 on 2 cores, tokens/s idle and beside two busy programs:
20,000 rounds 90 and 38, none 61 and 43, libgomp's own choice 73 and 2.
"""

_NO_BACKTRACE = {"GGML_NO_BACKTRACE": "1"}
"""An engine that aborts is to be gone at once.

Where a debugger is installed, ggml would have it look at the process first: half a minute on a busy computer.
"""

_SECRET = re.compile(r"(?i)(?:key|token|secret|password|credentials?)$")
"""Names of variables that hold what no worker needs to know."""

_NEEDED = ("SYSTEMROOT", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def command(*arguments: str, place: EnginePlace | None = None) -> list[str]:
    """The command line that runs this program with `arguments`, from source and frozen alike.

    `place` says whose llama.cpp the child is to use, by default the one that our environment names. `-P`
    keeps the current folder, which may be anybody's project, out of the child's import path.
    """
    if place is None:
        place = place_in(os.environ)
    if place.folder:
        arguments = (*arguments, "--engine", place.folder)
    if place.python:
        return [place.python, "-P", "-m", "glmdesk", *arguments]
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(f"glmdesk-worker{program.suffix}")), *arguments]
    return [sys.executable, "-P", "-m", "glmdesk", *arguments]


def worker_command(script: str = "", place: EnginePlace | None = None) -> list[str]:
    """The command line of a worker; with `script`, of one that replays that file."""
    return command("--worker", *(["--script", script] if script else []), place=place)


def worker_environment() -> dict[str, str]:
    """The environment of a worker: ours without keys, with Python in UTF-8 and unbuffered.

    What a person has set for OpenMP stays.
    """
    own = {name: value for name, value in os.environ.items() if not _SECRET.search(name)}
    if getattr(sys, "frozen", False):
        own.pop("PYTHONPATH", None)
        own.pop("PYTHONHOME", None)
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        known = own.get("PYTHONPATH")
        own["PYTHONPATH"] = f"{checkout}{os.pathsep}{known}" if known else str(checkout)
    return _OPENMP | _NO_BACKTRACE | own | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def bare_environment() -> dict[str, str]:
    """The worker's environment without anything that Python itself does not need."""
    own = worker_environment()
    return {name: own[name] for name in (*_NEEDED, "PYTHONUTF8", "PYTHONUNBUFFERED") if name in own}
