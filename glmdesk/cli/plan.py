"""`glmdesk plan`: what fits a computer, the best first, how fast it should be, and why."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glmdesk import paths
from glmdesk.cli import output
from glmdesk.core.errors import Explanation, ModelMissing
from glmdesk.core.plan import DeviceMemory, HostMemory, KvType, Plan
from glmdesk.engine.child import Child
from glmdesk.engine.dry_runner import gpu_rates
from glmdesk.machine.devices import Machine
from glmdesk.models import computer, fit, library, profile, published, reasons
from glmdesk.models.catalog import Catalog, Relative
from glmdesk.models.computer import Computer, Folders
from glmdesk.models.fit import Fit, Refusal
from glmdesk.models.profile import Profile
from glmdesk.models.search import Wish

DONE, NOTHING_FITS = 0, 3
_GIB = 1024**3


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is to be planned: files, some of them already on this disk, or models that no file is known of."""

    profiles: tuple[Profile, ...] = ()
    relatives: tuple[Relative, ...] = ()
    on_disk: bool = False


def run(arguments: argparse.Namespace) -> int:
    """Print the plans; 3 where nothing fits. Raises `GlmdeskError`."""
    subject = _subject(arguments.model)
    target = _target(arguments.hardware)
    wish = Wish(arguments.context, KvType(arguments.kv) if arguments.kv else None)
    found = _fit(subject, target, wish)
    prices = _prices(subject, found, target)
    if arguments.json:
        output.line(_described(found, prices))
    elif found.chosen:
        output.text(_readable(found, prices))
    if found.chosen:
        return DONE
    output.problem(Explanation("Nothing fits this computer.", found.refused[-1].why))
    return NOTHING_FITS


def best_offer() -> str:
    """The model on offer that suits this computer best, empty where none fits; raises `GlmdeskError`."""
    chosen = _fit(_subject(""), _target(""), Wish()).chosen
    return chosen.model if chosen else ""


def _target(hardware: str) -> Computer:
    """The computer to plan for; raises `GlmdeskError`."""
    folders = Folders(paths.models(), paths.cache(), paths.resources())
    if hardware:
        return computer.described(Path(hardware), folders)
    with Child() as worker:
        hello = worker.hello
    return computer.this_one(hello.devices, hello.commit, folders, gpu_rates)


def _subject(model: str) -> _Subject:
    """The files or relatives that `model` names; raises `GlmdeskError` where it names nothing."""
    offers = published.offered(paths.resources(), paths.cache())
    if not model:
        return _Subject(tuple(offer.profile for offer in offers.offers))
    if offer := offers.offer(model):
        return _Subject((offer.profile,))
    if relative := offers.relative(model):
        return _Subject(relatives=(relative,))
    try:
        return _Subject((profile.read(library.resolve(model).path),), on_disk=True)
    except ModelMissing as error:
        raise ModelMissing(
            error.explanation.happened, action=f"Name a file, or one of: {_names(offers)}."
        ) from error


def _names(offers: Catalog) -> str:
    return ", ".join([*(o.profile.model for o in offers.offers), *(r.id for r in offers.relatives)])


def _fit(subject: _Subject, target: Computer, wish: Wish) -> Fit:
    machine = target.machine
    free = machine.disk.free_bytes if not subject.on_disk else 0
    fits_disk = [p for p in subject.profiles if not free or p.file_bytes <= free]
    found = fit.fit(fits_disk, machine, wish, target.extra)
    too_long = (
        Refusal(p.model, f"The file has {_gib(p.file_bytes)} and the disk only {_gib(free)} free.")
        for p in subject.profiles
        if p not in fits_disk
    )
    too_large = (_refusal(relative, machine) for relative in subject.relatives)
    return Fit(found.plans, (*too_long, *found.refused, *too_large))


def _refusal(relative: Relative, machine: Machine) -> Refusal:
    """What one of the far larger models would take; raises `ModelMissing` where that is here."""
    promising, why = reasons.of_relative(relative, machine)
    if promising:
        raise ModelMissing(why, action=f"Bring it with: glmdesk pull {relative.id}")
    return Refusal(relative.id, why)


def _prices(subject: _Subject, found: Fit, target: Computer) -> tuple[Plan, ...]:
    """What each 8k of context costs with the chosen file and cache."""
    if not found.chosen:
        return ()
    chosen = next(p for p in subject.profiles if p.model == found.chosen.model)
    return fit.prices(chosen, target.machine, found.chosen.placement.kv_type, target.extra)


def _described(found: Fit, prices: Sequence[Plan]) -> dict[str, Any]:
    return {
        "plans": [plan.to_json() for plan in found.plans],
        "chosen": 0 if found.plans else None,
        "refused": [{"model": refusal.model, "why": refusal.why} for refusal in found.refused],
        "prices": [plan.to_json() for plan in prices],
    }


def _readable(found: Fit, prices: Sequence[Plan]) -> str:
    """The chosen plan in full, the others in a line each, and the price of context."""
    chosen = found.plans[0]
    lines = [f"{chosen.model} ({chosen.quant})", f"  {chosen.why}", *_memory_lines(chosen)]
    if found.plans[1:]:
        lines += ["", "Others that fit:", *(f"  {plan.model}: {plan.why}" for plan in found.plans[1:])]
    if found.refused:
        lines += ["", "What does not fit:", *(f"  {r.model}: {r.why}" for r in found.refused)]
    if prices:
        lines += ["", "What context costs:", *map(_price_line, prices)]
    return "\n".join(lines) + "\n"


def _memory_lines(plan: Plan) -> list[str]:
    lines = [
        f"  {device.id}: weights {_gib(device.weights_bytes)}, context {_gib(device.kv_bytes)}, "
        f"working {_gib(device.compute_bytes)}, stays free {_gib(device.margin_bytes)}"
        for device in plan.memory.devices
    ]
    host = plan.memory.host
    taken = host.weights_bytes + host.kv_bytes + host.compute_bytes
    return [*lines, f"  RAM: {_gib(taken)} of {_gib(host.available_bytes)} available"]


def _price_line(plan: Plan) -> str:
    placement, memory = plan.placement, plan.memory
    taken: tuple[DeviceMemory | HostMemory, ...] = (*memory.devices, memory.host)
    context = sum(part.kv_bytes + part.compute_bytes for part in taken)
    moved = f", {placement.cpu_expert_layers} layers of experts in RAM" if placement.cpu_expert_layers else ""
    rate = f"{plan.decode_tokens_per_s:.0f}" if plan.decode_tokens_per_s else "?"
    return f"  {placement.context_tokens:>9,} tokens: {_gib(context)}{moved}, about {rate} tokens/s"


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GiB"
