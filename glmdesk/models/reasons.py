"""Why a plan is as it is, and why a model does not fit: a sentence each, with figures a person can weigh."""

from dataclasses import replace

from glmdesk.core.plan import ALL_LAYERS, KvType, Placement
from glmdesk.machine.devices import Machine
from glmdesk.models import room
from glmdesk.models.catalog import Relative
from glmdesk.models.memory import Extra
from glmdesk.models.placements import Placer, Seat, choices_of_gpus
from glmdesk.models.preference import LEAST_BITS, LEAST_CONTEXT
from glmdesk.models.profile import Profile

_GB = 1e9
_GIB = 1024**3
_WITH_WORK = 1.1  # of the size of a model's files, for the context and the work


def why(profile: Profile, seat: Seat, machine: Machine, extra: Extra) -> str:
    """What a plan does and what that gives."""
    placement = seat.placement
    speed, context = _rate(seat.speed.decode), _thousands(placement.context_tokens)
    moved = placement.cpu_expert_layers
    layers = _moved_layers(profile, placement)
    if not seat.gpus:
        reason = "The processor does all the work" if machine.gpus else "There is no GPU to use"
        sentence = f"{reason}: about {speed} tokens/s, with {context} of context."
    elif layers:
        sentence = (
            f"Only {profile.shape.layers - layers} of {profile.shape.layers} layers fit on {_names(seat)}: "
            f"about {speed} tokens/s, with {context} of context."
        )
    elif moved:
        without = Placer(profile, machine, extra).seat(replace(placement, cpu_expert_layers=0), seat.gpus)
        plural = "layer" if moved == 1 else "layers"
        sentence = (
            f"{moved} {plural} of experts in RAM: about {speed} tokens/s instead of "
            f"{_rate(without.speed.decode)}, but {context} of context fits."
        )
    else:
        sentence = f"All of it fits on {_names(seat)}: about {speed} tokens/s, with {context} of context."
    return " ".join([sentence, *_concessions(profile, seat)])


def refusal(profile: Profile, machine: Machine, context_tokens: int | None, extra: Extra) -> str:
    """What a model would need, beside what this computer has."""
    placer = Placer(profile, machine, extra)
    context = context_tokens or LEAST_CONTEXT
    least = Placement(context_tokens=context, kv_type=KvType.Q8_0, gpu_layers=0)
    nearest = placer.seat(least, ())
    for gpus in choices_of_gpus(machine):
        if gpus:
            ids = ",".join(gpu.id for gpu in gpus)
            on_gpu = replace(
                least, gpu_layers=ALL_LAYERS, device=ids, cpu_expert_layers=profile.shape.moe_layers
            )
            nearest = min(nearest, placer.seat(on_gpu, gpus), key=lambda s: _missing(s, machine))
    short = room.shortage(nearest.memory, nearest.gpus, machine.ram)
    place = f"on {short.device}" if short.device else "in RAM"
    needed = needs(profile.file_bytes)
    return (
        f"It needs {needed} of free memory with {_thousands(context)} of context; "
        f"this computer is short of {_gib(short.missing_bytes)} {place}."
    )


def needs(file_bytes: int) -> str:
    """About how much memory a file of that size needs in all: itself, and a tenth for working."""
    return f"about {file_bytes * _WITH_WORK / _GIB:,.0f} GiB"


def of_relative(relative: Relative, machine: Machine) -> tuple[bool, str]:
    """Whether this computer could hold one of the far larger models, and what that would take."""
    size = relative.file_bytes
    about = "" if relative.exact else "about "
    takes = (
        f"{relative.name} takes {about}{size / _GB:,.0f} GB at {relative.bits} bits and needs "
        f"{needs(size)} of free memory"
    )
    has = _gib(room.all_memory(machine))
    if size * _WITH_WORK > room.all_memory(machine):
        return False, f"{takes}; this computer has {has}."
    free = machine.disk.free_bytes
    if 0 < free < size:
        return False, f"{takes}; the disk has only {_gib(free)} free."
    return True, f"{takes}, of which this computer has {has}. How fast it is shows once it is here."


def _missing(seat: Seat, machine: Machine) -> int:
    return room.shortage(seat.memory, seat.gpus, machine.ram).missing_bytes


def _concessions(profile: Profile, seat: Seat) -> list[str]:
    """What a person should know that they might not have wished for."""
    told = []
    if profile.bits < LEAST_BITS:
        told.append(
            f"Only {profile.bits:.1f} bits a weight fit, so answers are noticeably worse than with 4."
        )
    if seat.placement.kv_type is KvType.Q4_0:
        told.append("The context is kept in 4 bits, which costs some accuracy.")
    if seat.verdict is room.Verdict.TIGHT:
        told.append("It is tight: close other programs before a long chat.")
    return told


def _moved_layers(profile: Profile, placement: Placement) -> int:
    if placement.gpu_layers == ALL_LAYERS:
        return 0
    return max(0, profile.shape.units - placement.gpu_layers)


def _names(seat: Seat) -> str:
    if len(seat.gpus) == 1:
        return f"the {seat.gpus[0].name}"
    return f"{len(seat.gpus)} cards"


def _rate(tokens_per_s: float) -> str:
    return f"{tokens_per_s:.0f}" if tokens_per_s >= 10 else f"{tokens_per_s:.1f}"


def _thousands(tokens: int) -> str:
    """Tokens as people say them: 32k for 32,768."""
    return f"{tokens // 1024}k" if tokens >= 1024 else str(tokens)


def _gib(size: int) -> str:
    return f"{size / _GIB:.1f} GiB"
