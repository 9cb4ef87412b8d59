"""The engines as a person is shown them: each with its state in a sentence, and what can be done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glmdesk.engine.packs import BUNDLED, Catalogue, Installed, Pack, refusal
from glmdesk.engine.probing import Outcome, Probe, build_of


@dataclass(frozen=True, slots=True)
class Coming:
    """How far a download is, 0 to 1, and what it is waiting for ("" while it comes)."""

    fraction: float = 0.0
    waits_for: str = ""


@dataclass(frozen=True, slots=True)
class EngineOffer:
    """One engine; `coming` is set while it is being downloaded and installed."""

    name: str
    title: str
    about: str
    version: str
    bytes: int  # on disk where it is installed, else of the download
    installed: bool = False
    in_use: bool = False
    can_install: bool = False
    can_remove: bool = False
    can_use: bool = False
    says: str = ""
    trouble: bool = False
    coming: Coming | None = None


@dataclass(frozen=True, slots=True)
class EnginesState:
    """All that the page of the engines shows; `wanted` is the setting, "" for the best that works."""

    offers: tuple[EngineOffer, ...] = ()
    wanted: str = ""
    python: str = ""  # of a person's own, where that is wanted


def offers(
    catalogue: Catalogue,
    engines: Sequence[Installed],
    records: Mapping[str, Probe],
    driver: str,
    current: str,
    coming: Mapping[str, Coming],
) -> tuple[EngineOffer, ...]:
    """What is installed, the bundled engine first, then what else could be on this computer."""
    packs = {pack.name: pack for pack in catalogue.for_this_computer}
    here = [_of_installed(engine, packs, records, driver, current, coming) for engine in engines]
    if not any(engine.manifest.name == BUNDLED for engine in engines):
        here.insert(0, _own(current))
    names = {offer.name for offer in here}
    there = [_of_pack(pack, coming) for name, pack in packs.items() if name not in names]
    return (*here, *there)


def _own(current: str) -> EngineOffer:
    """The llama.cpp of the Python environment that the program runs in."""
    return EngineOffer(
        "", "This installation", "The llama-cpp-python that glmdesk was installed with.", "", 0,
        installed=True, in_use=current == "", can_use=True,
    )  # fmt: skip


def _of_installed(
    engine: Installed,
    packs: Mapping[str, Pack],
    records: Mapping[str, Probe],
    driver: str,
    current: str,
    coming: Mapping[str, Coming],
) -> EngineOffer:
    manifest = engine.manifest
    is_bundled = manifest.name == BUNDLED
    pack = packs.get(manifest.name)
    says, trouble = refusal(manifest), bool(refusal(manifest))
    known = records.get(manifest.name)
    if not says and known is not None and known.still_holds(build_of(engine), driver):
        says, trouble = _told(known)
    about = "For every processor; comes with glmdesk." if is_bundled else pack.about if pack else ""
    return EngineOffer(
        manifest.name,
        manifest.title,
        about,
        manifest.version,
        engine.bytes,
        installed=True,
        in_use=current == manifest.name or (is_bundled and current == ""),
        can_install=pack is not None and pack.version != manifest.version and manifest.name not in coming,
        can_remove=not is_bundled,
        can_use=not refusal(manifest),
        says=says,
        trouble=trouble,
        coming=coming.get(manifest.name),
    )


def _of_pack(pack: Pack, coming: Mapping[str, Coming]) -> EngineOffer:
    return EngineOffer(
        pack.name,
        pack.title,
        pack.about,
        pack.version,
        pack.download_bytes,
        can_install=pack.name not in coming,
        coming=coming.get(pack.name),
    )


def _told(known: Probe) -> tuple[str, bool]:
    if known.outcome is Outcome.WORKS:
        return f"Works here, with {', '.join(known.gpus)}.", False
    return known.happened, True
