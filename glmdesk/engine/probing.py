"""Whether an engine runs on this computer: tried in a process of its own, and remembered for this driver.

Invariant: a driver that takes a process down takes a probe down, never the window; and an engine that failed
is not tried again until the graphics driver is another.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from glmdesk import whole_file
from glmdesk.core.errors import EngineError, EngineLost
from glmdesk.core.phrases import english
from glmdesk.engine.child import Child
from glmdesk.engine.command import worker_command, worker_environment
from glmdesk.engine.loss import Cause
from glmdesk.engine.packs import Installed, refusal
from glmdesk.engine.place import HERE, EnginePlace
from glmdesk.engine.protocol import DeviceInfo

_GPU_KINDS = ("gpu", "igpu")
_BEST_FIRST = ("CUDA", "ROCm", "Metal", "Vulkan")
_RECORDS = "probes.json"


class Outcome(StrEnum):
    """What came of a probe."""

    WORKS = "works"  # with a graphics card
    NO_GPU = "no_gpu"  # it runs, but finds no card
    CRASHED = "crashed"
    FAILED = "failed"  # it said why it cannot start, or said nothing


class Probe(msgspec.Struct, frozen=True, omit_defaults=True):
    """One probe: of which build, with which driver, and what came of it; `happened` is a sentence."""

    build: str
    driver: str
    outcome: Outcome
    happened: str = ""
    gpus: tuple[str, ...] = ()
    tried: float = 0.0  # Unix seconds

    def still_holds(self, build: str, driver: str) -> bool:
        """Whether nothing has changed that could change the outcome."""
        return (self.build, self.driver) == (build, driver)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The engine that is to run, by its name ("" for the one of this installation or environment)."""

    place: EnginePlace = HERE
    name: str = ""


def probe(title: str, place: EnginePlace, build: str, driver: str) -> Probe:
    """Start the engine at `place`, ask for its devices, and end it: some tenths of a second, or 30 s."""
    now = time.time()
    try:
        with Child(worker_command(place=place), worker_environment()) as worker:
            devices = worker.hello.devices
    except EngineLost as error:
        crashed = error.cause in (Cause.CRASH, Cause.ABORT, Cause.INSTRUCTION)
        if error.cause is Cause.REFUSED:
            happened = f"The {title} engine does not start here. {error.explanation.happened}"
        elif crashed:
            happened = f"The {title} engine crashed on this computer's graphics driver."
        else:
            happened = f"The {title} engine does not start here."
        return Probe(build, driver, Outcome.CRASHED if crashed else Outcome.FAILED, happened, (), now)
    except EngineError:
        return Probe(build, driver, Outcome.FAILED, f"The {title} engine does not answer.", (), now)
    gpus = tuple(_named(device) for device in devices if device.kind in _GPU_KINDS)
    if not gpus:
        happened = f"The {title} engine runs, but finds no graphics card that it can use."
        return Probe(build, driver, Outcome.NO_GPU, happened, (), now)
    return Probe(build, driver, Outcome.WORKS, "", gpus, now)


def build_of(engine: Installed) -> str:
    """What tells one build of an engine from another."""
    return f"{engine.manifest.name} {engine.manifest.version} {engine.manifest.sha256[:16]}"


def read_records(engines: Path) -> dict[str, Probe]:
    """The last probe of each engine, by its name; none where they cannot be read."""
    try:
        return msgspec.json.decode((engines / _RECORDS).read_bytes(), type=dict[str, Probe])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def write_records(engines: Path, records: dict[str, Probe]) -> None:
    """Keep the probes; a crash leaves the old file or the new one. Raises `OSError`."""
    engines.mkdir(parents=True, exist_ok=True)
    whole_file.write(engines / _RECORDS, msgspec.json.format(msgspec.json.encode(records, enc_hook=english)))


def choose(wanted: str, engines: Sequence[Installed], records: dict[str, Probe], driver: str) -> Chosen:
    """The engine that a person wants, else the best one that is known to work with this driver.

    `wanted` is an engine's name, the path of a Python, or "" for the best; what is gone gives the best too.
    """
    if wanted and Path(wanted).is_absolute() and Path(wanted).is_file():
        return Chosen(EnginePlace(python=wanted), wanted)
    runnable = {engine.manifest.name: engine for engine in engines if not refusal(engine.manifest)}
    if wanted in runnable:
        return _chosen(runnable[wanted])
    working = [
        engine
        for name, engine in runnable.items()
        if (known := records.get(name)) is not None
        and known.outcome is Outcome.WORKS
        and known.still_holds(build_of(engine), driver)
    ]
    return _chosen(min(working, key=_rank)) if working else Chosen()


def to_probe(engines: Sequence[Installed], records: dict[str, Probe], driver: str) -> tuple[Installed, ...]:
    """The added engines that were never tried with this build and this driver."""
    return tuple(
        engine
        for engine in engines
        if engine.manifest.backend
        and not refusal(engine.manifest)
        and not ((known := records.get(engine.manifest.name)) and known.still_holds(build_of(engine), driver))
    )


def _chosen(engine: Installed) -> Chosen:
    return Chosen(EnginePlace(folder=str(engine.folder)), engine.manifest.name)


def _rank(engine: Installed) -> int:
    backend = engine.manifest.backend
    return _BEST_FIRST.index(backend) if backend in _BEST_FIRST else len(_BEST_FIRST)


def _named(device: DeviceInfo) -> str:
    return device.name or device.id
