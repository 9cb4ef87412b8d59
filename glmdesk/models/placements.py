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
from glmdesk.models.splitting import missing, split

_BATCHES_WITH_COPIES = (2048, 1024)
"""Larger batches read prompts faster where experts are copied to the GPU once a batch."""

_MUCH_MORE = 1.25

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


@dataclass(frozen=True, slots=True)
class _Trial:
    """A seat before anybody asks how fast it is."""

    placement: Placement
    gpus: tuple[Device, ...]
    memory: Memory


class Placer:
    """Places one model on one computer; `extra` tells what a driver holds beside llama.cpp's buffers."""

    def __init__(self, profile: Profile, machine: Machine, extra: Extra) -> None:
        self._profile, self._machine, self._extra = profile, machine, extra

    def seat(self, placement: Placement, gpus: Sequence[Device]) -> Seat:
        """The given placement as it is, its layers split by room where it does not say how."""
        return self._seated(self._tried(placement, gpus))

    def _tried(self, placement: Placement, gpus: Sequence[Device]) -> _Trial:
        if len(gpus) > 1 and not placement.split:
            placement = replace(placement, split=split(self._profile, placement, gpus, self._extra))
        return _Trial(
            placement, tuple(gpus), predict(self._profile, placement, gpus, self._machine.ram, self._extra)
        )

    def _seated(self, trial: _Trial) -> Seat:
        layout = layout_of(self._profile, trial.placement, trial.gpus)
        speed = speed_of(self._profile, trial.placement, layout, trial.gpus, self._machine)
        return Seat(trial.placement, trial.gpus, trial.memory, speed, self._verdict(trial))

    def _verdict(self, trial: _Trial) -> Verdict:
        return room.verdict(trial.memory, trial.gpus, self._machine.ram)

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
        trial = self._fewest_moved(wanted, gpus, least)
        if trial is None:
            return None
        return self._seated(self._with_larger_batch(trial, least) if ubatch >= USUAL_BATCH else trial)

    def _fewest_moved(self, placement: Placement, gpus: Sequence[Device], least: Verdict) -> _Trial | None:
        trial = self._tried(placement, gpus)
        if self._verdict(trial) >= least:
            return trial
        if not gpus or _leaves_room(trial, least):
            return None  # it is the RAM that has no room, and moving takes more of it
        moved = self._with_experts_moved(placement, gpus, least)
        moved = moved or self._with_layers_moved(placement, gpus, least)
        return moved if moved and self._verdict(moved) >= least else None

    def _with_experts_moved(
        self, placement: Placement, gpus: Sequence[Device], least: Verdict
    ) -> _Trial | None:
        """The experts of as few layers in RAM as leave room on the GPUs, or None where all are too few."""
        most = self._profile.shape.moe_layers
        if not most:
            return None
        one = replace(placement, cpu_expert_layers=1)
        if len(gpus) == 1:
            (taken,) = predict(self._profile, one, gpus, self._machine.ram, self._extra).devices
            short = room.gpu_room_needed(gpus[0], least) - taken.margin_bytes
        else:
            short = missing(self._profile, one, gpus, self._extra)
        count = self._count_that_frees(short)
        while 0 < count <= most:  # a layer cannot be cut where one card ends, so some more may have to go
            trial = self._tried(replace(placement, cpu_expert_layers=count), gpus)
            if _leaves_room(trial, least):
                return trial
            count += 1
        return None

    def _count_that_frees(self, size: int) -> int:
        """Layers whose experts, the first one's aside, are at least `size` bytes; 0 where all are less."""
        before, first = self._profile.experts_before, self._profile.shape.dense_layers
        end = bisect_left(before, before[first + 1] + size, first + 1)
        return end - first if end < len(before) else 0

    def _with_layers_moved(
        self, placement: Placement, gpus: Sequence[Device], least: Verdict
    ) -> _Trial | None:
        """All experts and as few whole layers in RAM as leave room on the GPUs, or None."""
        layers = self._profile.shape.layers
        moved = replace(placement, cpu_expert_layers=self._profile.shape.moe_layers)

        def without(count: int) -> _Trial:
            return self._tried(replace(moved, gpu_layers=layers - count + 1), gpus)

        if layers < 2 or not _leaves_room(without(layers - 1), least):
            return None
        return without(_least_that(lambda n: _leaves_room(without(n), least), 1, layers - 1))

    def _with_larger_batch(self, trial: _Trial, least: Verdict) -> _Trial:
        if not trial.placement.cpu_expert_layers:
            return trial
        for batch in _BATCHES_WITH_COPIES:
            if batch <= trial.placement.context_tokens:
                larger = self._tried(replace(trial.placement, ubatch=batch, split=()), trial.gpus)
                if self._verdict(larger) >= least:
                    return larger
        return trial


def choices_of_gpus(machine: Machine) -> Iterator[tuple[Device, ...]]:
    """The sets of GPUs worth trying: the quickest, all cards together, a much roomier one, and none."""
    if machine.gpus:
        quickest = max(machine.gpus, key=lambda gpu: gpu.bandwidth_bytes_per_s or 0)
        roomiest = max(machine.gpus, key=lambda gpu: gpu.free_bytes)
        yield (quickest,)
        cards = [g for g in machine.gpus if not g.unified and g.backend == machine.gpus[0].backend]
        if len(cards) > 1:
            yield tuple(cards)
        if roomiest.free_bytes > _MUCH_MORE * quickest.free_bytes:
            yield (roomiest,)
    yield ()


def _leaves_room(trial: _Trial, least: Verdict) -> bool:
    """True where the GPUs have room, whatever the RAM has: that only gets less with every step."""
    return room.gpus_verdict(trial.memory, trial.gpus) >= least


def _least_that(holds: Callable[[int], bool], low: int, high: int) -> int:
    """The smallest number from `low` to `high` for which `holds`, which it does for `high` and all above."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
