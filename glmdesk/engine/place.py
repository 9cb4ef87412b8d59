"""Where a child finds llama.cpp: with this program, in a folder of its own, or in another Python.

An engine's folder holds an unpacked wheel of llama-cpp-python and the manifest `engine.json`, which tells
what it was made for. The engine that comes with an installed program is such a folder, and so are the others.
"""

import platform
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

MANIFEST = "engine.json"
_BUNDLED = "engine"


@dataclass(frozen=True, slots=True)
class EnginePlace:
    """Both empty: the engine of this installation. `folder` is an engine's folder, `python` an interpreter

    with glmdesk and a llama-cpp-python of its own; at most one of the two is set.
    """

    folder: str = ""
    python: str = ""


HERE = EnginePlace()

VARIABLE = "GLMDESK_ENGINE"
"""The environment variable that says where the engine is, to this program and to all its children.

It holds the path of an engine's folder or of a Python, and wins over what a person chose in the settings."""


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an engine says of itself; `needs` are instruction sets by their names in /proc/cpuinfo."""

    name: str
    title: str
    version: str
    platform: str
    protocol: int
    needs: tuple[str, ...] = ()
    sha256: str = ""  # of the wheel it was unpacked from
    backend: str = ""  # CUDA, Vulkan, ...; empty for an engine that runs on the processor


def manifest_of(folder: Path) -> Manifest | None:
    """What the engine in `folder` says; None where there is none, or nothing that can be read."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def bundled() -> Path | None:
    """The folder of the engine that comes with an installed program; None in a Python environment."""
    home = getattr(sys, "_MEIPASS", None)
    folder = Path(home) / _BUNDLED if home else None
    return folder if folder and folder.is_dir() else None


def enter(folder: str) -> None:
    """Let this process import llama.cpp from `folder`, or from the one that came with the program."""
    chosen = Path(folder) if folder else bundled()
    if chosen is not None:
        sys.path.insert(0, str(chosen))


def place_in(environment: Mapping[str, str]) -> EnginePlace:
    """The place that `environment` names."""
    path = environment.get(VARIABLE, "")
    if not path:
        return HERE
    return EnginePlace(python=path) if Path(path).is_file() else EnginePlace(folder=path)


def take(place: EnginePlace, environment: MutableMapping[str, str]) -> None:
    """Let `environment` name `place`."""
    if place == HERE:
        environment.pop(VARIABLE, None)
    else:
        environment[VARIABLE] = place.folder or place.python


def this_platform() -> str:
    """The platform that an engine must be for: linux-x86_64, windows-x86_64, macos-arm64."""
    system = {"linux": "linux", "win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    machine = platform.machine().lower()
    return f"{system}-{ {'amd64': 'x86_64', 'aarch64': 'arm64'}.get(machine, machine) }"
