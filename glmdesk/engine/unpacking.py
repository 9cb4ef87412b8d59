"""How a wheel of llama-cpp-python becomes an engine's folder: what is needed of it, all or nothing.

A wheel is a zip without symbolic links: it holds each library up to three times (`libx.so`, `libx.so.0`,
`libx.so.0.5.0`), and builds with dynamic back-ends put these into `bin`. Invariant: what lies under an
engine's final name is whole, and nothing in a wheel is written anywhere else.
"""

import compileall
import py_compile
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from glmdesk.engine.place import MANIFEST, Manifest

MAX_BYTES = 4 * 1024**3
"""More than any engine unpacks to; a zip that says more is not one."""

_LIBRARIES = "llama_cpp/lib"
_BACK_END = re.compile(r"(lib)?ggml-[a-z0-9_-]+\.(so|dll|dylib)", re.IGNORECASE)
_THIRD_NAME = re.compile(r".+\.so\.\d+\.\d+(\.\d+)?")
_NOT_NEEDED = re.compile(r"(lib)?mtmd\.|.+\.(lib|a|h|pyi|cmake)$", re.IGNORECASE)
_RUNTIME = re.compile(r".+\.(so(\.\d+)*|dll|dylib)")


def unpack(wheels: Sequence[Path], folder: Path, manifest: Manifest) -> int:
    """Make the engine's `folder` from the wheel of the bindings and those of its runtime libraries.

    An older folder is replaced. Returns the bytes on disk; raises `OSError`, or `zipfile.BadZipFile` where a
    wheel is none or would write elsewhere.
    """
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    try:
        for wheel in wheels:
            _unpack(wheel, new)
        (new / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest)))
        if folder.exists():
            shutil.rmtree(folder)
        _precompile(new)
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return size_of(folder)


def size_of(folder: Path) -> int:
    """Bytes of all files below `folder`; a link takes none."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def _unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
            raise zipfile.BadZipFile(f"{wheel.name} unpacks to more than an engine takes")
        for entry, target in _wanted(archive):
            path = folder / target
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy, 1 << 20)


def _precompile(folder: Path) -> None:
    """Spare every start of a worker the half second that reading the bindings' text takes."""
    compileall.compile_dir(
        folder / "llama_cpp", quiet=2, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH
    )


def _is_second_name(name: str, names: set[str]) -> bool:
    """The bindings open `libllama.so`; what libllama needs is opened as `libggml.so.0`."""
    if name.startswith("libllama.so."):
        return True
    return name.startswith("libggml") and name.endswith(".so") and f"{name}.0" in names


def _wanted(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, PurePosixPath]]:
    """What of a wheel belongs into the folder, and where."""
    names = {PurePosixPath(name).name for name in archive.namelist()}
    has_bindings = any(name.startswith("llama_cpp/") for name in archive.namelist())
    for entry in archive.infolist():
        path = PurePosixPath(entry.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in entry.filename:
            raise zipfile.BadZipFile(f"{entry.filename} would be written elsewhere")
        if entry.is_dir() or _THIRD_NAME.fullmatch(path.name) or _NOT_NEEDED.match(path.name):
            continue
        if _is_second_name(path.name, names):
            continue
        if not has_bindings:  # libraries of CUDA, say: side by side with llama.cpp, whose RUNPATH is $ORIGIN
            if _RUNTIME.fullmatch(path.name):
                yield entry, PurePosixPath(_LIBRARIES, path.name)
        elif path.parts[0] == "llama_cpp" or path.parts[0].endswith(".dist-info"):
            yield entry, path
        elif path.parts[0] == "bin" and _BACK_END.fullmatch(path.name):
            yield entry, PurePosixPath(_LIBRARIES, path.name)
