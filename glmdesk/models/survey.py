"""What of all models fits this computer: those on offer and those on its disk, each with its verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glmdesk.core.errors import GlmdeskError
from glmdesk.core.plan import KvType, Plan
from glmdesk.machine.devices import Machine
from glmdesk.models import fit, profile
from glmdesk.models.catalog import Catalog, Relative
from glmdesk.models.computer import Computer
from glmdesk.models.library import ModelFile
from glmdesk.models.profile import Profile
from glmdesk.models.reasons import of_relative
from glmdesk.models.search import Wish

_GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A model and what is to be said of it: the best plan, or why there is none.

    `model` is a catalogue's id, or a path for a file that is in no catalogue; `path` is empty where the file
    is not on this disk. `bits` are those of a weight. What is `promising` has no plan, but room enough.
    """

    model: str
    name: str
    quant: str
    file_bytes: int
    path: str = ""
    plan: Plan | None = None
    why: str = ""
    bits: float = 0.0
    promising: bool = False


def survey(catalog: Catalog, files: Sequence[ModelFile], computer: Computer) -> tuple[Surveyed, ...]:
    """Every model, the best that fit first; a file on disk that is on offer too is one model.

    The far larger relatives come last.
    """
    places = {file.path.name: file for file in files}
    names = {offer.profile.model: offer.name for offer in catalog.offers}
    subjects: list[tuple[Profile, ModelFile | None]] = [
        (offer.profile, places.pop(offer.file, None)) for offer in catalog.offers
    ]
    broken = []
    for file in places.values():
        try:
            subjects.append((profile.read(file.path), file))
        except (GlmdeskError, OSError) as error:
            broken.append(_broken(file, error))
    found = fit.fit([known for known, _ in subjects], computer.machine, Wish(), computer.extra)
    order = {plan.model: place for place, plan in enumerate(found.plans)}
    plans = {plan.model: plan for plan in found.plans}
    refusals = {refusal.model: refusal.why for refusal in found.refused}
    ranked = sorted(subjects, key=lambda subject: order.get(subject[0].model, len(order)))
    free = computer.machine.disk.free_bytes
    good = tuple(
        _surveyed(known, names.get(known.model, ""), file, plans, refusals, free) for known, file in ranked
    )
    here = [file.path.name for file in files]
    far = (relative for relative in catalog.relatives if not _is_here(relative, here))
    return (*good, *broken, *(_far(relative, computer.machine) for relative in far))


def prices(known: Profile, computer: Computer, kv_type: KvType) -> tuple[Plan, ...]:
    """For each 8k of context the quickest plan."""
    return fit.prices(known, computer.machine, kv_type, computer.extra)


def profile_of(model: str, catalog: Catalog, file: ModelFile | None = None) -> Profile:
    """The profile of a model by its id or path, by the header of its `file` where there is one.

    Raises as `profile.read` does.
    """
    offer = catalog.offer(model)
    if offer is not None and file is None:
        return offer.profile
    return profile.read(file.path if file else Path(model))


def _surveyed(
    known: Profile,
    name: str,
    file: ModelFile | None,
    plans: dict[str, Plan],
    refusals: dict[str, str],
    disk_free: int,
) -> Surveyed:
    path = str(file.path) if file else ""
    plan, why = plans.get(known.model), refusals.get(known.model, "")
    if plan is not None and not file and 0 < disk_free < known.file_bytes:
        plan = None
        why = f"The file has {_gib(known.file_bytes)} and the disk only {_gib(disk_free)} free."
    name = name or (file.name if file else known.model)
    why = plan.why if plan else why
    return Surveyed(known.model, name, known.quant, known.file_bytes, path, plan, why, known.bits)


def _is_here(relative: Relative, names: Sequence[str]) -> bool:
    return any(name.startswith(f"{relative.name}-{relative.quant}") for name in names)


def _far(relative: Relative, machine: Machine) -> Surveyed:
    promising, why = of_relative(relative, machine)
    return Surveyed(
        relative.id, f"{relative.name} {relative.quant}", relative.quant, relative.file_bytes,
        why=why, bits=relative.bits, promising=promising,
    )  # fmt: skip


def _broken(file: ModelFile, error: Exception) -> Surveyed:
    told = error.explanation.happened if isinstance(error, GlmdeskError) else "The file cannot be read."
    return Surveyed(str(file.path), file.name, "", 0, str(file.path), None, told)


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GiB"
