"""Plans how models are loaded on this computer, and learns from how the loads went.

What is learned lies in a few small files among the caches: dry runs, what drivers take beside llama.cpp's
buffers, placements that worked where the plan failed, and tuned ones. Without them everything still works,
by estimates. Methods take their time and may be called from several threads.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock

from glmdesk.core.errors import GlmdeskError, ModelTooLarge
from glmdesk.core.phrases import phrase
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.machine import gpu_rates
from glmdesk.machine.detection import EngineDevice
from glmdesk.machine.devices import Device, Machine
from glmdesk.models import correction, fit, profile, room
from glmdesk.models.computer import Computer, Folders, described, measured_bandwidth, this_one
from glmdesk.models.dry_runs import DryRuns, Measure, verified
from glmdesk.models.library import ModelFile
from glmdesk.models.memory import layout_of
from glmdesk.models.profile import Profile
from glmdesk.models.remembered import Origin, Placements, Remembered
from glmdesk.models.room import Verdict
from glmdesk.models.search import Wish
from glmdesk.models.speed import speed_of

_DRY_RUNS_FILE = "dry-runs.json"
_PLACEMENTS_FILE = "placements.json"
_UNCERTAIN = 1 / 3
"""How far the estimate of a compute buffer may be off (`models.compute`)."""

_SECOND_THOUGHTS = 2


@dataclass(frozen=True, slots=True)
class Listing:
    """What an engine told of itself: its devices and llama.cpp's commit; and the memory its model holds."""

    devices: Sequence[EngineDevice]
    commit: str = ""
    held: Memory | None = None


class Planner:
    """Plans for this computer, or for the one in the file `hardware`.

    `measure` is llama.cpp's dry run, `rates` measures GPUs of which nobody tells how fast they are.
    """

    def __init__(
        self,
        folders: Folders,
        measure: Measure,
        hardware: Path | None = None,
        rates: gpu_rates.Measure | None = None,
    ) -> None:
        self._folders, self._measure, self._hardware, self._rates = folders, measure, hardware, rates
        self._lock = RLock()

    def get_ready(self) -> None:
        """Measure what plans need and nobody has measured yet: half a second, once on each computer."""
        with self._lock:
            if self._hardware is None:
                measured_bandwidth(self._folders)

    def computer(self, listing: Listing) -> Computer:
        """The computer as it is now, less what the loaded model holds of it."""
        if self._hardware is not None:
            return described(self._hardware, self._folders)
        with self._lock:
            # A GPU that holds a model is busy, and may have no room for a measurement.
            rates = self._rates if listing.held is None else None
            found = this_one(listing.devices, listing.commit, self._folders, rates)
        if listing.held is None:
            return found
        return replace(found, machine=found.machine.with_given_back(listing.held))

    def plan(self, model: ModelFile, listing: Listing, context_tokens: int = 0) -> Plan:
        """How to load a model; 0 `context_tokens` leaves them open.

        Raises `ModelUnusable` for a file that is no model, `ModelTooLarge` for one that does not fit.
        """
        computer, known = self.computer(listing), profile.read(model.path)
        planned = self._from_memory(model.path, known, computer, context_tokens)
        if planned is None:
            best = _best(model, known, computer, context_tokens)
            planned = self._confirmed(best, known, computer, context_tokens)
        return replace(
            planned,
            layers=known.shape.layers,
            expert_layers=known.shape.moe_layers,
            asked_tokens=context_tokens,
        )

    def exact(self, plan: Plan, path: Path, computer: Computer) -> Plan:
        """`plan` with llama.cpp's own figures for its buffers; raises `EngineError` where it gives none."""
        measured = self._dry_runs(computer).memory(path, plan.placement)
        return _verified(plan, measured, computer)

    def known_exactly(self, plans: Sequence[Plan], path: Path, computer: Computer) -> dict[Plan, Plan]:
        """The plans that llama.cpp gave figures for before, with those; nothing is run."""
        runs = self._dry_runs(computer)
        figures = ((plan, runs.known(path, plan.placement)) for plan in plans)
        return {plan: _verified(plan, found, computer) for plan, found in figures if found is not None}

    def speed(
        self, path: Path, placement: Placement, computer: Computer, depth_tokens: int
    ) -> tuple[float, float]:
        """Tokens/s that a model should read and write in a placement with so much context in use."""
        known, gpus = profile.read(path), _gpus(placement, computer.machine)
        layout = layout_of(known, placement, gpus)
        found = speed_of(known, placement, layout, gpus, computer.machine, max(1, depth_tokens))
        return found.prefill, found.decode

    def loaded(self, path: Path, plan: Plan, measured: Memory, listing: Listing) -> None:
        """Learn from a load: what its devices hold beside what was foreseen, and a smaller plan that worked.

        `measured` is what the engine reported, each device's margin being what it had free afterwards.
        """
        computer = self.computer(listing)
        foreseen = plan.memory
        if not foreseen.devices:
            known = profile.read(path)
            foreseen = fit.at(known, computer.machine, plan.placement, computer.extra).memory
        with self._lock:
            self._correct(foreseen, measured, computer)
            if plan.lasting:
                found = Remembered(plan.placement, Origin.SMALLER)
                self._placements(computer).keep(path, plan.asked_tokens, found)

    def tuned(self, path: Path, plan: Plan, listing: Listing) -> None:
        """Use this plan, whose speed was measured, for the file from now on."""
        found = Remembered(plan.placement, Origin.TUNED, plan.prefill_tokens_per_s, plan.decode_tokens_per_s)
        with self._lock:
            self._placements(self.computer(listing)).keep(path, plan.asked_tokens, found)

    def forget(self, path: Path, origin: Origin = Origin.SMALLER) -> bool:
        """Plan anew for a file, whatever failed before; True where something was forgotten."""
        with self._lock:
            return Placements(self._folders.cache / _PLACEMENTS_FILE, "").forget(path, origin)

    def _from_memory(self, path: Path, known: Profile, computer: Computer, asked_tokens: int) -> Plan | None:
        """The remembered placement as a plan, where it still has room."""
        found = self._placements(computer).of(path, asked_tokens)
        if found is None or not _is_possible(found.placement, computer.machine):
            return None
        plan = fit.at(known, computer.machine, found.placement, computer.extra)
        if Verdict[plan.verdict.upper()] is Verdict.NO and found.origin is Origin.TUNED:
            return None
        if found.origin is Origin.SMALLER:
            why = (
                "This smaller plan worked after a larger one ran out of memory here. "
                "Choose the model again to try the larger one."
            )
            return replace(plan, why=why, lasting=True)
        return replace(
            plan,
            prefill_tokens_per_s=found.prefill_tokens_per_s,
            decode_tokens_per_s=found.decode_tokens_per_s,
            why=_tuned_words(found),
            measured=True,
        )

    def _confirmed(self, planned: Plan, known: Profile, computer: Computer, asked_tokens: int) -> Plan:
        """The plan by llama.cpp's own figures, where these could make a difference; else as it is.

        Where they take a plan's room away, another is sought with what was underestimated set aside.
        """
        path = Path(known.model)
        for _ in range(_SECOND_THOUGHTS):
            if not _is_close(planned, computer):
                return planned
            try:
                checked = self.exact(planned, path, computer)
            except (GlmdeskError, OSError):
                return planned
            if Verdict[checked.verdict.upper()] >= Verdict[planned.verdict.upper()]:
                return checked
            computer = _with_set_aside(computer, planned, checked)
            found = fit.fit((known,), computer.machine, Wish(asked_tokens or None), computer.extra)
            if found.chosen is None:
                return checked
            planned = found.chosen
        return planned

    def _correct(self, foreseen: Memory, measured: Memory, computer: Computer) -> None:
        path = self._folders.cache / correction.FILE
        learned = correction.load(path, computer.engine)
        before, cards = {d.id: d for d in foreseen.devices}, {d.id: d for d in computer.machine.devices}
        for taken in measured.devices:
            card = cards.get(taken.id)
            if card is not None and taken.id in before and not card.unified:
                # What others take of shared memory meanwhile says nothing about a driver.
                learned = learned.learned(card, before[taken.id], taken, taken.margin_bytes or None)
        correction.save(path, learned)

    def _dry_runs(self, computer: Computer) -> DryRuns:
        return DryRuns(self._folders.cache / _DRY_RUNS_FILE, computer.engine, self._measure)

    def _placements(self, computer: Computer) -> Placements:
        return Placements(self._folders.cache / _PLACEMENTS_FILE, computer.description)


def _best(model: ModelFile, known: Profile, computer: Computer, asked_tokens: int) -> Plan:
    found = fit.fit((known,), computer.machine, Wish(asked_tokens or None), computer.extra)
    if found.chosen is None:
        why = found.refused[0].why
        happened = phrase("{name} does not fit this computer. {why}", name=model.name, why=why)
        raise ModelTooLarge(happened, action=phrase("Choose a smaller model or a smaller context."))
    return found.chosen


def _gpus(placement: Placement, machine: Machine) -> tuple[Device, ...]:
    """The GPUs that a placement names, in its order; those that the engine does not know have no name."""
    known = {device.id: device for device in machine.devices if device.id}
    return tuple(known[name] for name in placement.device.split(",") if name in known)


def _is_possible(placement: Placement, machine: Machine) -> bool:
    """Whether the devices that a placement names are there."""
    return len(_gpus(placement, machine)) == len([name for name in placement.device.split(",") if name])


def _is_close(plan: Plan, computer: Computer) -> bool:
    """Whether compute buffers that are larger than estimated would leave less room than needed."""
    memory, machine = plan.memory, computer.machine
    gpus = _gpus(plan.placement, machine)
    for gpu, taken in zip(gpus, memory.devices, strict=True):
        if taken.margin_bytes - _UNCERTAIN * taken.compute_bytes < room.gpu_margin(gpu):
            return True
    left = room.ram_left(memory, gpus, machine.ram)
    return left - _UNCERTAIN * memory.host.compute_bytes < room.ram_margin(machine.ram)


def _verified(plan: Plan, measured: Memory, computer: Computer) -> Plan:
    machine = computer.machine
    return verified(plan, measured, _gpus(plan.placement, machine), machine.ram, computer.extra)


def _with_set_aside(computer: Computer, estimated: Plan, exact: Plan) -> Computer:
    """The computer less what the estimate left out."""
    pairs = zip(estimated.memory.devices, exact.memory.devices, strict=True)
    more = {d.id: max(0, room.held(real) - room.held(d)) for d, real in pairs}
    on_host = max(0, room.held(exact.memory.host) - room.held(estimated.memory.host))
    machine, extra = computer.machine, computer.extra
    ram = replace(machine.ram, available_bytes=max(0, machine.ram.available_bytes - on_host))
    return replace(
        computer,
        machine=replace(machine, ram=ram),
        extra=lambda device: extra(device) + more.get(device.id, 0),
    )


def _tuned_words(found: Remembered) -> str:
    rate = found.decode_tokens_per_s
    speed = f": {rate:.0f} tokens/s as measured" if rate else ""
    return f"Tuned on this computer{speed}, with {found.placement.context_tokens // 1024}k of context."
