"""Engines that a person can add: what is on offer, what is installed, and how one becomes the other.

A pack is a whole llama.cpp for one kind of graphics card, as one or more wheels with known hashes; installed,
it is an engine's folder (`engine.place`). Invariant: nothing whose hash is not the one in the catalogue is
ever unpacked, and nothing is fetched that this computer or this program could not run.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from glmdesk.core.errors import DownloadError, DownloadHalted, EngineRefused, Explanation
from glmdesk.core.phrases import phrase
from glmdesk.engine.place import Manifest, bundled, manifest_of, this_platform
from glmdesk.engine.processor import missing, spoken
from glmdesk.engine.protocol import VERSION
from glmdesk.engine.unpacking import size_of, unpack

BUNDLED = "cpu"
"""The name of the engine that comes with the program."""


class Wheel(msgspec.Struct, frozen=True):
    """A file of a pack, and where it can be had: an address, or TAG/NAME among this program's downloads."""

    name: str
    url: str
    bytes: int
    sha256: str


class Pack(msgspec.Struct, frozen=True):
    """An engine on offer; the first wheel holds llama.cpp, the others its runtime libraries."""

    name: str
    title: str
    about: str
    backend: str
    version: str
    platform: str
    protocol: int
    unpacked_bytes: int
    wheels: tuple[Wheel, ...]
    needs: tuple[str, ...] = ()

    @property
    def download_bytes(self) -> int:
        """What is to be downloaded."""
        return sum(wheel.bytes for wheel in self.wheels)


class Catalogue(msgspec.Struct, frozen=True):
    """The file `engines.json`: the days on which versions of llama-cpp-python came out, and the packs."""

    released: dict[str, str] = {}
    packs: tuple[Pack, ...] = ()

    @property
    def for_this_computer(self) -> tuple[Pack, ...]:
        """The packs that can run here, one of each name."""
        return tuple(pack for pack in self.packs if not refusal(pack))


@dataclass(frozen=True, slots=True)
class Installed:
    """An engine on this disk."""

    folder: Path
    manifest: Manifest
    bytes: int


Fetch = Callable[[Wheel, Path], Path]
"""Brings a wheel into a folder, checked against its hash; raises `GlmdeskError`."""


def read_catalogue(file: Path) -> Catalogue:
    """What is on offer; nothing where the file cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Catalogue)
    except (OSError, msgspec.DecodeError):
        return Catalogue()


def refusal(pack: Pack | Manifest) -> str:
    """Why this computer cannot run an engine, as a sentence; empty where nothing speaks against it."""
    if pack.platform != this_platform():
        return f"The {pack.title} engine is made for {pack.platform}; this computer is {this_platform()}."
    if pack.protocol != VERSION:
        newer = pack.protocol > VERSION
        return f"The {pack.title} engine needs {'a newer' if newer else 'an older'} version of glmdesk."
    if lacking := missing(pack.needs):
        return f"The {pack.title} engine needs {spoken(lacking)}, which this computer's processor has not."
    return ""


def install(pack: Pack, engines: Path, fetch: Fetch) -> Installed:
    """Fetch and unpack; an engine of that name is replaced once the new one is whole.

    What came of a download that broke off is kept for the next try. Raises `EngineRefused`.
    """
    _refuse(pack)
    downloads = _downloads(pack.name, engines)
    try:
        files = [fetch(wheel, downloads) for wheel in pack.wheels]
    except DownloadHalted as error:
        told = error.explanation
        raise EngineRefused(_not_here(pack, told), told.kept, told.action, detail=error.detail) from error
    except DownloadError as error:
        action = phrase("Try again later, or install it from a file.")
        raise EngineRefused(
            _not_here(pack, error.explanation), phrase("Nothing was installed."), action, detail=error.detail
        ) from error
    try:
        return install_from(files, pack, engines)
    finally:
        shutil.rmtree(downloads, ignore_errors=True)


def install_from(files: Sequence[Path], pack: Pack, engines: Path) -> Installed:
    """Unpack the files of a pack that are here already, in its order; raises `EngineRefused`."""
    _refuse(pack)
    for wheel, file in zip(pack.wheels, files, strict=True):
        _check(wheel, file, pack)
    first = pack.wheels[0].sha256
    manifest = Manifest(
        pack.name, pack.title, pack.version, pack.platform, pack.protocol, pack.needs, first, pack.backend
    )
    folder = engines / pack.name
    try:
        engines.mkdir(parents=True, exist_ok=True)
        size = unpack(files, folder, manifest)
    except zipfile.BadZipFile as error:
        raise EngineRefused(
            phrase("The file of the {name} engine is not what it should be.", name=pack.title),
            phrase("Nothing was installed."),
            phrase("Try again later; this is a fault of the one who offers it."),
            detail=str(error),
        ) from error
    except OSError as error:
        raise EngineRefused(
            phrase("The {name} engine could not be written to {folder}.", name=pack.title, folder=engines),
            phrase("Nothing was installed."),
            phrase("It takes {count} MB: make room, then try again.", count=round(pack.unpacked_bytes / 1e6)),
            detail=str(error),
        ) from error
    return Installed(folder, manifest, size)


def pack_of(files: Sequence[Path], packs: Sequence[Pack]) -> tuple[Pack, list[Path]]:
    """The pack that `files` are, by their hashes, and the files in its order; raises `EngineRefused`."""
    by_hash = {_digest(file): file for file in files}
    for pack in packs:
        hashes = [wheel.sha256 for wheel in pack.wheels]
        if set(hashes) == set(by_hash):
            return pack, [by_hash[each] for each in hashes]
    names = ", ".join(file.name for file in files)
    raise EngineRefused(
        phrase("{names}: none of the engines that this version of glmdesk knows.", names=names),
        phrase("Nothing was installed."),
        phrase("To use a llama.cpp of your own, choose the Python it is installed in."),
    )


def installed(engines: Path) -> tuple[Installed, ...]:
    """The engines on this disk: the one that came with the program, then those that were added, by name."""
    own = bundled()
    folders = [*([own] if own else []), *(sorted(engines.iterdir()) if engines.is_dir() else [])]
    return tuple(
        Installed(folder, manifest, size_of(folder))
        for folder in folders
        if not folder.name.startswith(".") and (manifest := manifest_of(folder)) is not None
    )


def remove(name: str, engines: Path) -> None:
    """Take an added engine away; raises `OSError`."""
    folder = engines / name
    if folder.parent == engines and manifest_of(folder) is not None:
        shutil.rmtree(folder)
        shutil.rmtree(_downloads(name, engines), ignore_errors=True)


def _downloads(name: str, engines: Path) -> Path:
    return engines / f".{name}.downloads"


def _refuse(pack: Pack) -> None:
    if why := refusal(pack):
        raise EngineRefused(why, phrase("Nothing was installed."), phrase("Choose another engine."))


def _not_here(pack: Pack, told: Explanation) -> str:
    return phrase("The {name} engine was not downloaded. {why}", name=pack.title, why=told.happened)


def _check(wheel: Wheel, file: Path, pack: Pack) -> None:
    try:
        digest = _digest(file)
    except OSError as error:
        raise EngineRefused(
            phrase("The file of the {name} engine cannot be read.", name=pack.title), detail=str(error)
        ) from error
    if digest != wheel.sha256:
        raise EngineRefused(
            phrase("The file of the {name} engine is not the one that was published.", name=pack.title),
            phrase("It was not installed."),
            phrase("Try again; if it happens again, leave this engine alone."),
            detail=f"{file.name}: {digest}, not {wheel.sha256}",
        )


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
