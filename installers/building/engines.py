"""The engine that every package carries: llama.cpp for any processor, as a folder with its manifest."""

import os
import re
import shutil
import sys
import zipfile
from collections.abc import Collection
from pathlib import Path

from glmdesk.engine.packs import BUNDLED
from glmdesk.engine.place import Manifest, this_platform
from glmdesk.engine.processor import EXPECTED
from glmdesk.engine.protocol import VERSION as PROTOCOL
from glmdesk.engine.unpacking import unpack
from installers.building.ground import BUILD, BuildError, run, told

ENGINE_VERSION = "0.3.36"
OPTIONS = (
    "-DGGML_BACKEND_DL=ON -DGGML_CPU_ALL_VARIANTS=ON -DGGML_NATIVE=OFF -DLLAVA_BUILD=OFF"
    " -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_TOOLS=OFF -DLLAMA_BUILD_SERVER=OFF"
)
"""One libggml, and the code for each generation of processors in a library of its own, chosen at run time."""

WHEELS = BUILD / "engine-wheel"
FOLDER = BUILD / "engine"
_LIBRARY = re.compile(r"(?:^|/)(?:lib)?(ggml-[a-z0-9-]+)\.(?:so|dll|dylib)")
_OPENMP = "libgomp.so.1"  # of the compiler; not every system has it


def wheel() -> Path:
    """Compile the wheel, unless it is there: 15 to 35 minutes on two cores."""
    if found := _ready_wheel():
        return told(found)
    run(
        sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-binary=llama-cpp-python",
        "--wheel-dir", WHEELS, f"llama-cpp-python=={ENGINE_VERSION}",
        env={"CMAKE_ARGS": OPTIONS, "PIP_NO_CACHE_DIR": "1"},
    )  # fmt: skip
    made = _ready_wheel()
    if made is None:
        raise BuildError("pip made no wheel of llama-cpp-python.")
    return told(made)


def folder() -> Path:
    """The bundled engine, unpacked from its wheel, with the OpenMP library that it needs."""
    found = _ready_wheel()
    if found is None:
        raise BuildError(
            "The engine is not built yet: run installers/build.py engine, or set ENGINE_WHEEL to a wheel."
        )
    needs = needs_of(libraries_in(found), this_platform())
    unpack([found], FOLDER, Manifest(BUNDLED, "Processor", ENGINE_VERSION, this_platform(), PROTOCOL, needs))
    libraries = FOLDER / "llama_cpp" / "lib"
    if sys.platform.startswith("linux"):
        shutil.copy2(run("gcc", f"-print-file-name={_OPENMP}").strip(), libraries / _OPENMP)
        for library in libraries.iterdir():
            run("strip", "--strip-unneeded", library)
    return FOLDER


def libraries_in(wheel: Path) -> frozenset[str]:
    """The libraries of ggml in a wheel, as ggml-cuda or ggml-cpu-haswell, on all systems alike."""
    with zipfile.ZipFile(wheel) as archive:
        return frozenset(found[1] for name in archive.namelist() if (found := _LIBRARY.search(name)))


def needs_of(libraries: Collection[str], platform: str) -> tuple[str, ...]:
    """What a processor must have; nothing where there is a library for each, else what llama.cpp expects."""
    for_each = any(name.startswith("ggml-cpu-") for name in libraries)
    return EXPECTED if platform.endswith("x86_64") and not for_each else ()


def _ready_wheel() -> Path | None:
    given = os.environ.get("ENGINE_WHEEL")
    if given:
        if not Path(given).is_file():
            raise BuildError(f"ENGINE_WHEEL names no file: {given}")
        return Path(given)
    return next(iter(sorted(WHEELS.glob("llama_cpp_python-*.whl"))), None)
