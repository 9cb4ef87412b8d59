"""The ladder of smaller plans: what is tried after a model did not load, or was lost, by its plan.

Invariant: a descent takes at most `MOST_STEPS` steps, and none of them twice; only a GPU that failed gets one
more chance with the same placement. Each step comes with a sentence for people.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from glmdesk.core.phrases import phrase
from glmdesk.core.plan import ALL_LAYERS, FlashAttention, KvType, Memory, Placement, Plan
from glmdesk.engine.loss import Cause, Loss
from glmdesk.engine.protocol import DeviceInfo, Failed, FailureKind

MOST_STEPS = 6
LEAST_CONTEXT = 4096
"""Tokens; below this a chat with a thinking model is over after an answer or two."""

SMALL_UBATCH = 128
"""Tokens read at once: a quarter of the usual compute buffer, prompts are read more slowly."""

_OFFLOADING = ("gpu", "igpu")


class Trouble(StrEnum):
    """What calls for another plan."""

    MEMORY = "memory"
    ATTENTION = "attention"  # flash attention, or the number format of the KV cache
    DEVICE = "device"  # the GPU failed while it worked
    DEVICE_GONE = "device_gone"  # the GPU is no longer there


@dataclass(frozen=True, slots=True)
class Extent:
    """What of a model can be moved: its layers, how many have experts, and whether there is a GPU at all.

    Without `layers` (0, unknown) nothing is moved by halves.
    """

    layers: int = 0
    expert_layers: int = 0
    has_gpu: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: the placement to try, and what happened and is tried now, for people."""

    placement: Placement
    sentence: str


def smaller(plan: Plan, rung: Rung, *, lasting: bool) -> Plan:
    """`plan` by the placement of a rung; what was foreseen in bytes and tokens/s was for another one."""
    return replace(
        plan,
        placement=rung.placement,
        memory=Memory(),
        prefill_tokens_per_s=None,
        decode_tokens_per_s=None,
        why=rung.sentence,
        lasting=lasting,
        measured=False,
    )


class Descent:
    """The way down from one plan; forgets nothing of what was tried."""

    def __init__(self, placement: Placement, extent: Extent) -> None:
        self._placement = placement
        self._extent = extent
        self._tried = {placement}
        self._steps = 0
        self._short_of_memory = False
        self._plain_kv = False
        self._same_again = True

    def next(self, trouble: Trouble) -> Rung | None:
        """The next step, None at the end of the ladder."""
        if self._steps >= MOST_STEPS:
            return None
        rung = next(self._untried(trouble), None)
        if rung is not None:
            self._steps += 1
            self._placement = rung.placement
            self._tried.add(rung.placement)
        return rung

    def steadied(self) -> None:
        """The plan worked for a while: a GPU that fails now gets another chance."""
        self._same_again = True

    def _untried(self, trouble: Trouble) -> Iterator[Rung]:
        self._short_of_memory |= trouble is Trouble.MEMORY
        self._plain_kv |= trouble is Trouble.ATTENTION
        if trouble is Trouble.DEVICE and self._same_again and _on_gpu(self._placement, self._extent):
            self._same_again = False
            yield Rung(self._placement, phrase("The GPU failed. Trying once more with the same plan."))
        rungs = ladder(self._placement, trouble, self._extent, may_quantise=not self._plain_kv)
        yield from (rung for rung in rungs if rung.placement not in self._tried)
        if trouble is Trouble.ATTENTION and self._short_of_memory:
            plain = replace(self._placement, kv_type=KvType.F16)
            smaller = ladder(plain, Trouble.MEMORY, self._extent, may_quantise=False)
            yield from (rung for rung in smaller if rung.placement not in self._tried)


def ladder(
    placement: Placement, trouble: Trouble, extent: Extent, *, may_quantise: bool = True
) -> tuple[Rung, ...]:
    """All steps below `placement`, each from the one before; none where nothing smaller is left."""
    if trouble is Trouble.MEMORY:
        rungs = tuple(_smaller(placement, extent, may_quantise=may_quantise))
    elif trouble is Trouble.ATTENTION:
        rungs = tuple(_plainer(placement))
    elif _on_gpu(placement, extent):
        sentence = phrase("The GPU is no longer there. Trying with the processor alone, which is slower.")
        if trouble is Trouble.DEVICE:
            sentence = phrase("The GPU failed. Trying with the processor alone, which is slower.")
        rungs = (Rung(_on_processor(placement), sentence),)
    else:
        rungs = ()
    return rungs[:MOST_STEPS]


def trouble_of_failure(failed: Failed, placement: Placement, devices: Sequence[DeviceInfo]) -> Trouble | None:
    """What a refused load calls for; None where no other placement would help."""
    if failed.kind is FailureKind.OUT_OF_MEMORY:
        return Trouble.MEMORY
    if failed.kind is not FailureKind.BAD_REQUEST:
        return None
    there = {device.id for device in devices}
    named = {name.strip() for name in placement.device.split(",") if name.strip()}
    if placement.gpu_layers and not named <= there:
        return Trouble.DEVICE_GONE
    return Trouble.ATTENTION


def trouble_of_loss(loss: Loss | None, *, loading: bool) -> Trouble | None:
    """What a lost worker calls for; None where the same again is all that can be done.

    llama.cpp aborts where an allocation inside it fails, which is most likely while loading; later it does
    so, or crashes, when the driver of a GPU fails.
    """
    cause = loss.cause if loss else None
    if cause is Cause.MEMORY or (loading and cause is Cause.ABORT):
        return Trouble.MEMORY
    return Trouble.DEVICE if not loading and cause in (Cause.ABORT, Cause.CRASH) else None


def is_lasting(trouble: Trouble) -> bool:
    """Whether the next start would meet the same trouble: not after a GPU failed.

    A worker that was killed counts as one that ran out of memory, at work too: systems kill for hardly
    anything else, and some of the programs that do (systemd-oomd, earlyoom) leave no other trace.
    """
    return trouble in (Trouble.MEMORY, Trouble.ATTENTION)


def extent_of(layers: int, expert_layers: int, devices: Sequence[DeviceInfo]) -> Extent:
    """The extent of a model of so many layers on the devices that the engine lists."""
    return Extent(layers, expert_layers, any(device.kind in _OFFLOADING for device in devices))


def _smaller(start: Placement, extent: Extent, *, may_quantise: bool) -> Iterator[Rung]:
    here = start
    if here.ubatch > SMALL_UBATCH:
        here = replace(here, ubatch=SMALL_UBATCH)
        slower = phrase("reading prompts in steps of {count} tokens, a little slower", count=SMALL_UBATCH)
        yield _after_memory(here, slower)
    # llama.cpp quantises the values' half of the cache only with flash attention.
    if may_quantise and here.kv_type is KvType.F16 and here.flash_attention is not FlashAttention.OFF:
        here = replace(here, kv_type=KvType.Q8_0)
        halved = phrase("the context in 8-bit: half the memory, almost the same quality")
        yield _after_memory(here, halved)
    if here.context_tokens > LEAST_CONTEXT:
        here = _with_half_context(here)
        yield _with_context(here)
    for rung in _off_the_gpu(here, extent):
        here = rung.placement
        yield rung
    while here.context_tokens > LEAST_CONTEXT:
        here = _with_half_context(here)
        yield _with_context(here)


def _off_the_gpu(start: Placement, extent: Extent) -> Iterator[Rung]:
    if not _on_gpu(start, extent):
        return
    here = start
    if here.cpu_expert_layers < extent.expert_layers:
        left = extent.expert_layers - here.cpu_expert_layers
        moved = here.cpu_expert_layers + (left + 1) // 2
        here = replace(here, cpu_expert_layers=moved)
        in_ram = phrase("the experts of {count} layers in RAM, which is slower", count=moved)
        yield _after_memory(here, in_ram)
    all_of_them = extent.layers + 1 if extent.layers else 0  # llama.cpp counts the output as one more
    on_gpu = all_of_them if here.gpu_layers == ALL_LAYERS else here.gpu_layers
    if on_gpu > 1:
        # The split is for the layers as they were; empty, llama.cpp shares them by free memory.
        here = replace(here, gpu_layers=on_gpu // 2, split=())
        fewer = phrase(
            "{count} layers on the GPU instead of {before}, which is slower", count=on_gpu // 2, before=on_gpu
        )
        yield _after_memory(here, fewer)
    yield _after_memory(_on_processor(here), phrase("the processor alone, which is much slower"))


def _plainer(start: Placement) -> Iterator[Rung]:
    """Without what failed: only where the plan asked for something that a driver may lack."""
    if start.kv_type is KvType.F16 and start.flash_attention is not FlashAttention.ON:
        return
    automatic = replace(start, kv_type=KvType.F16, flash_attention=FlashAttention.AUTO)
    plainer = phrase(
        "The engine could not use this kind of context here. Trying with the context in 16-bit, which takes "
        "more memory."
    )
    yield Rung(automatic, plainer)
    off = replace(automatic, flash_attention=FlashAttention.OFF)
    without = phrase(
        "The engine could not use this kind of context here. Trying without flash attention, which takes "
        "more memory."
    )
    yield Rung(off, without)


def _with_half_context(placement: Placement) -> Placement:
    return replace(placement, context_tokens=max(LEAST_CONTEXT, placement.context_tokens // 2))


def _with_context(placement: Placement) -> Rung:
    return _after_memory(placement, phrase("a context of {count} tokens", count=placement.context_tokens))


def _after_memory(placement: Placement, tried: str) -> Rung:
    sentence = phrase("There was not enough memory. Trying again with {tried}.", tried=tried)
    return Rung(placement, sentence)


def _on_gpu(placement: Placement, extent: Extent) -> bool:
    return placement.gpu_layers != 0 and (extent.has_gpu or bool(placement.device))


def _on_processor(placement: Placement) -> Placement:
    return replace(placement, gpu_layers=0, cpu_expert_layers=0, device="", split=())
