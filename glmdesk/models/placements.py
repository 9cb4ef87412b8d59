"""The quickest placement of a model at a context: everything on the GPU, else experts in RAM, else layers.

The experts of a layer are nearly all of its bytes but only a sixteenth of them is read for a token, so they
go to RAM first; whole layers follow only when all experts are there and it is still too much. What a GPU
holds shrinks with every step, so the fewest steps that fit are found by halving.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Memory, Placement
from glmdesk.machine.devices import Device, Machine
from glmdesk.models import room
from glmdesk.models.memory import Extra, layout_of, predict
from glmdesk.models.profile import Profile
from glmdesk.models.room import Verdict
from glmdesk.models.speed import Speed, speed_of
from glmdesk.models.splitting import split

_BATCHES_WITH_COPIES = (2048, 1024)
"""Larger batches read prompts faster where experts are copied to the GPU once a batch."""

USUAL_BATCH = 512
SMALL_BATCH = 128


@dataclass(frozen=True, slots=True)
class Seat:
    """A placement on the GPUs that it names, with what it takes and how fast it is."""

    placement: Placement
    gpus: tuple[Device, ...]
    memory: Memory
    speed: Speed
    verdict: Verdict


class Placer:
    """Places one model on one computer; `extra` tells what a driver holds beside llama.cpp's buffers."""

    def __init__(self, profile: Profile, machine: Machine, extra: Extra) -> None:
        self._profile, self._machine, self._extra = profile, machine, extra

    def seat(self, placement: Placement, gpus: Sequence[Device]) -> Seat:
        """The given placement as it is."""
        gpus = tuple(gpus)
        if len(gpus) > 1:
            counts = split(self._profile, placement, gpus, self._extra)
            placement = replace(placement, split=counts)
        memory = predict(self._profile, placement, gpus, self._machine.ram, self._extra)
        layout = layout_of(self._profile, placement, gpus)
        speed = speed_of(self._profile, placement, layout, gpus, self._machine)
        verdict = room.verdict(memory, gpus, self._machine.ram)
        return Seat(placement, gpus, memory, speed, verdict)

    def quickest(
        self,
        context_tokens: int,
        kv_type: KvType,
        gpus: Sequence[Device],
        least: Verdict = Verdict.FITS,
        ubatch: int = USUAL_BATCH,
    ) -> Seat | None:
        """The quickest seat on exactly these GPUs (none: the processor) that is at least `least`, or None.

        Where experts are in RAM the batch grows as far as there is room, from `ubatch` on.
        """
        wanted = Placement(
            context_tokens=context_tokens,
            kv_type=kv_type,
            flash_attention=FlashAttention.AUTO,
            gpu_layers=ALL_LAYERS if gpus else 0,
            ubatch=ubatch,
            device=",".join(gpu.id for gpu in gpus),
        )
        seat = self._fewest_moved(wanted, gpus, least)
        return self._with_larger_batch(seat, least) if seat and ubatch >= USUAL_BATCH else seat

    def _fewest_moved(self, placement: Placement, gpus: Sequence[Device], least: Verdict) -> Seat | None:
        seat = self.seat(placement, gpus)
        if seat.verdict >= least or not gpus:
            return seat if seat.verdict >= least else None
        if room.gpus_verdict(seat.memory, gpus) >= least:
            return None  # it is the RAM that has no room, and moving takes more of it
        moved = self._with_experts_moved(placement, gpus, least) or self._with_layers_moved(
            placement, gpus, least
        )
        seat = self.seat(moved, gpus) if moved else seat
        return seat if seat.verdict >= least else None

    def _with_experts_moved(
        self, placement: Placement, gpus: Sequence[Device], least: Verdict
    ) -> Placement | None:
        """The experts of as few layers in RAM as leave room on the GPUs, or None where all are too few."""
        most = self._profile.shape.moe_layers
        if not most:
            return None
        if len(gpus) == 1:
            return self._with_experts_summed(placement, gpus[0], least)
        if not self._leaves_room(replace(placement, cpu_expert_layers=most), gpus, least):
            return None
        count = _least_that(
            lambda k: self._leaves_room(replace(placement, cpu_expert_layers=k), gpus, least), 1, most
        )
        return replace(placement, cpu_expert_layers=count)

    def _with_experts_summed(self, placement: Placement, gpu: Device, least: Verdict) -> Placement | None:
        """The same for one GPU, by adding up: each further layer gives back its experts."""
        one = replace(placement, cpu_expert_layers=1)
        (taken,) = predict(self._profile, one, (gpu,), self._machine.ram, self._extra).devices
        missing = room.gpu_room_needed(gpu, least) - taken.margin_bytes
        before, first = self._profile.experts_before, self._profile.shape.dense_layers
        end = bisect_left(before, before[first + 1] + missing, first + 1)
        return replace(placement, cpu_expert_layers=end - first) if end < len(before) else None

    def _with_layers_moved(
        self, placement: Placement, gpus: Sequence[Device], least: Verdict
    ) -> Placement | None:
        """All experts and as few whole layers in RAM as leave room on the GPUs, or None."""
        layers = self._profile.shape.layers
        moved = replace(placement, cpu_expert_layers=self._profile.shape.moe_layers)

        def without(count: int) -> Placement:
            return replace(moved, gpu_layers=layers - count + 1)

        if layers < 2 or not self._leaves_room(without(layers - 1), gpus, least):
            return None
        return without(_least_that(lambda n: self._leaves_room(without(n), gpus, least), 1, layers - 1))

    def _leaves_room(self, placement: Placement, gpus: Sequence[Device], least: Verdict) -> bool:
        """True where the GPUs have room, whatever the RAM has: that only gets less with every step."""
        if len(gpus) > 1:
            placement = replace(placement, split=split(self._profile, placement, gpus, self._extra))
        memory = predict(self._profile, placement, gpus, self._machine.ram, self._extra)
        return room.gpus_verdict(memory, gpus) >= least

    def _with_larger_batch(self, seat: Seat, least: Verdict) -> Seat:
        if not seat.placement.cpu_expert_layers:
            return seat
        for batch in _BATCHES_WITH_COPIES:
            if batch > seat.placement.context_tokens:
                continue
            larger = self.seat(replace(seat.placement, ubatch=batch), seat.gpus)
            if larger.verdict >= least:
                return larger
        return seat


def choices_of_gpus(machine: Machine) -> Iterator[tuple[Device, ...]]:
    """The sets of GPUs worth trying: each alone, the quickest first, all cards together, and none."""
    gpus = sorted(machine.gpus, key=lambda gpu: -(gpu.bandwidth_bytes_per_s or 0))
    yield from ((gpu,) for gpu in gpus[:2])
    cards = [gpu for gpu in machine.gpus if not gpu.unified and gpu.backend == machine.gpus[0].backend]
    if len(cards) > 1:
        yield tuple(cards)
    yield ()


def _least_that(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The smallest number from `low` to `high` for which `holds`, which it does for `high` and all above."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
