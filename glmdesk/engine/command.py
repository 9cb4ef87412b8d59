"""How this program starts itself as a worker: command lines and environments of its child processes."""

import os
import sys
from pathlib import Path

_NEEDED = ("SYSTEMROOT", "PYTHONPATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def command(*arguments: str) -> list[str]:
    """The command line that runs this program with `arguments`, from source and frozen alike.

    `-P` keeps the current folder, which may be anybody's project, out of the child's import path.
    """
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(f"glmdesk-worker{program.suffix}")), *arguments]
    return [sys.executable, "-P", "-m", "glmdesk", *arguments]


def worker_command(script: str = "") -> list[str]:
    """The command line of a worker; with `script`, of one that replays that file."""
    return command("--worker", *(["--script", script] if script else []))


def worker_environment() -> dict[str, str]:
    """The environment of a worker: ours, with Python in UTF-8 and unbuffered.

    The threads of llama.cpp's OpenMP sleep while they wait for each other, unless a person set it otherwise:
    as soon as another program wants a core, threads that spin make decoding slower by an order of magnitude
    (SmolLM2 on 2 busy cores: 2 tokens/s spinning, 30 to 39 sleeping).
    """
    own = dict(os.environ)
    if getattr(sys, "frozen", False):
        own.pop("PYTHONPATH", None)
        own.pop("PYTHONHOME", None)
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file():
        known = own.get("PYTHONPATH")
        own["PYTHONPATH"] = f"{checkout}{os.pathsep}{known}" if known else str(checkout)
    return {"OMP_WAIT_POLICY": "passive"} | own | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}


def bare_environment() -> dict[str, str]:
    """The worker's environment without anything that Python itself does not need."""
    own = worker_environment()
    return {name: own[name] for name in (*_NEEDED, "PYTHONUTF8", "PYTHONUNBUFFERED") if name in own}
