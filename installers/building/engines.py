"""The engine that every package carries: llama.cpp for any processor, as a folder with its manifest."""

import os
import shutil
import sys
from pathlib import Path

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
_OPENMP = ("libgomp.so.1",)  # of the compiler; not every system has it


def wheel() -> Path:
    """Compile the wheel, unless it is there: 15 to 35 minutes on two cores."""
    if found := _ready_wheel():
        return told(found)
    command = [
        "pip",
        "wheel",
        "--no-deps",
        "--no-binary=llama-cpp-python",
        f"llama-cpp-python=={ENGINE_VERSION}",
    ]
    run(
        sys.executable,
        "-m",
        *command,
        "--wheel-dir",
        WHEELS,
        env={"CMAKE_ARGS": OPTIONS, "PIP_NO_CACHE_DIR": "1"},
    )
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
    # A build with a library for each processor runs on all; any other needs what llama.cpp expects.
    plain = Manifest("cpu", "Processor", ENGINE_VERSION, this_platform(), PROTOCOL)
    unpack([found], FOLDER, plain)
    libraries = FOLDER / "llama_cpp" / "lib"
    if not list(libraries.glob("*ggml-cpu-*")):
        needy = Manifest("cpu", "Processor", ENGINE_VERSION, this_platform(), PROTOCOL, EXPECTED)
        unpack([found], FOLDER, needy)
    if sys.platform.startswith("linux"):
        for name in _OPENMP:
            shutil.copy2(run("gcc", f"-print-file-name={name}").strip(), libraries / name)
        for library in libraries.iterdir():
            run("strip", "--strip-unneeded", library)
    return FOLDER


def _ready_wheel() -> Path | None:
    given = os.environ.get("ENGINE_WHEEL")
    if given:
        if not Path(given).is_file():
            raise BuildError(f"ENGINE_WHEEL names no file: {given}")
        return Path(given)
    return next(iter(sorted(WHEELS.glob("llama_cpp_python-*.whl"))), None)
