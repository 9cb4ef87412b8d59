"""Engines for graphics cards: a wheel of llama-cpp-python, built elsewhere, becomes an offer of the program.

The first wheel holds the bindings and llama.cpp; more hold the runtime libraries that it needs, such as
nvidia-cuda-runtime-cu12 and nvidia-cublas-cu12 from the package index. What is said of a pack is read from
its files; the catalogue is resources/engines.json.
"""

import email
import re
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from glmdesk.engine.packs import Catalogue, Pack, Wheel, read_catalogue
from glmdesk.engine.place import Manifest
from glmdesk.engine.protocol import VERSION as PROTOCOL
from glmdesk.engine.unpacking import unpack
from installers.building.engines import libraries_in, needs_of
from installers.building.ground import BUILD, DIST, RESOURCES, BuildError, fresh, sha256, told

CATALOGUE = RESOURCES / "engines.json"
_ROUND = 100_000  # bytes
_SYSTEMS = (("win", "windows"), ("macosx", "macos"), ("", "linux"))  # of tags such as manylinux_2_35_x86_64
_MACHINES = {"amd64": "x86_64", "aarch64": "arm64"}
_TAG = re.compile(r".*?(x86_64|amd64|arm64|aarch64)")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A back-end, by the library that holds it."""

    library: str
    name: str
    title: str
    about: str


_KINDS = (
    _Kind("ggml-cuda", "cuda", "CUDA", "For graphics cards of NVIDIA."),
    _Kind("ggml-hip", "rocm", "ROCm", "For graphics cards of AMD."),
    _Kind("ggml-metal", "metal", "Metal", "For Apple's processors."),
    _Kind("ggml-vulkan", "vulkan", "Vulkan", "For graphics cards of NVIDIA, AMD and Intel."),
)


def pack(files: Sequence[Path], catalogue: Path = CATALOGUE, downloads: Path = DIST) -> Pack:
    """Describe the pack in the catalogue, in place of an older one, and lay its files ready for upload.

    Raises `BuildError` for what is no such wheel.
    """
    known = read_catalogue(catalogue)
    kind, version, platform, needs = _read(files[0])
    if version not in known.released:
        raise BuildError(f"{catalogue.name} does not tell on which day llama-cpp-python {version} came out.")
    for runtime in files[1:]:
        if _platform(runtime) != platform:
            raise BuildError(f"{runtime.name} is not for {platform}.")
    tag = f"engines-{version}"
    names = [f"llama_cpp_python-{version}-{kind.name}-{platform}.whl", *(file.name for file in files[1:])]
    manifest = Manifest(kind.name, kind.title, version, platform, PROTOCOL, needs, backend=kind.title)
    unpacked = unpack(files, fresh(BUILD / "packs") / f"{kind.name}-{platform}", manifest)
    made = Pack(
        name=kind.name,
        title=kind.title,
        about=kind.about,
        backend=kind.title,
        version=version,
        platform=platform,
        protocol=PROTOCOL,
        unpacked_bytes=-(-unpacked // _ROUND) * _ROUND,
        wheels=tuple(_wheel(file, name, tag) for file, name in zip(files, names, strict=True)),
        needs=needs,
    )
    _write(catalogue, known, made)
    folder = downloads / tag
    folder.mkdir(parents=True, exist_ok=True)
    for file, name in zip(files, names, strict=True):
        shutil.copyfile(file, folder / name)
        told(folder / name)
    print(
        f"{catalogue.name} offers {made.title} {version} for {platform}; upload the files under the tag {tag}"
    )
    return made


def _read(file: Path) -> tuple[_Kind, str, str, tuple[str, ...]]:
    """What a wheel of llama-cpp-python is: its back-end, version, platform, and the instructions it needs."""
    about = _metadata(file, "METADATA")
    if about["Name"].lower().replace("_", "-") != "llama-cpp-python":
        raise BuildError(f"{file.name} is no wheel of llama-cpp-python.")
    libraries = libraries_in(file)
    held = [kind for kind in _KINDS if kind.library in libraries]
    if not held:
        raise BuildError(f"{file.name} holds no back-end for graphics cards.")
    platform = _platform(file)
    return held[0], about["Version"], platform, needs_of(libraries, platform)


def _platform(file: Path) -> str:
    tag = _metadata(file, "WHEEL")["Tag"].rpartition("-")[2]
    machine = _TAG.fullmatch(tag)
    if machine is None:
        raise BuildError(f"{file.name} is for no platform that glmdesk knows: {tag}.")
    system = next(name for start, name in _SYSTEMS if tag.startswith(start))
    return f"{system}-{_MACHINES.get(machine[1], machine[1])}"


def _metadata(file: Path, name: str) -> dict[str, str]:
    try:
        with zipfile.ZipFile(file) as archive:
            (path,) = [each for each in archive.namelist() if each.endswith(f".dist-info/{name}")]
            return dict(email.message_from_bytes(archive.read(path)).items())
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise BuildError(f"{file} is no wheel: {error}") from error


def _wheel(file: Path, name: str, tag: str) -> Wheel:
    return Wheel(name, f"{tag}/{name}", file.stat().st_size, sha256(file))


def _write(catalogue: Path, known: Catalogue, made: Pack) -> None:
    others = [each for each in known.packs if (each.name, each.platform) != (made.name, made.platform)]
    packs = sorted((*others, made), key=lambda each: (each.platform, each.name))
    text = msgspec.json.format(msgspec.json.encode(Catalogue(known.released, tuple(packs))))
    catalogue.write_bytes(text + b"\n")
