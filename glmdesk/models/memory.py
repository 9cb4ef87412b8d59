"""Bytes that a model takes of every device in a placement, told before it is loaded.

Weights and KV cache are sums over the file's tensor table and metadata and agree with llama.cpp's allocator
to the byte, padding aside; the compute buffers come from `compute`, or from llama.cpp's dry run where its
figures are at hand. What the driver itself takes beside llama.cpp's buffers is an allowance for each backend,
which what was measured on this computer corrects.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from glmdesk.core.plan import ALL_LAYERS, DeviceMemory, FlashAttention, HostMemory, Memory, Placement
from glmdesk.machine.devices import Device, Ram
from glmdesk.models import compute, gpu_graph, kv_cache
from glmdesk.models.profile import Profile
from glmdesk.models.weights import OUTPUT_LAYER, Large

_MIB = 1024**2
DRIVER_BYTES = {"CUDA": 450 * _MIB, "ROCm": 550 * _MIB, "HIP": 550 * _MIB, "Vulkan": 250 * _MIB}
"""What a process takes of a GPU before the first buffer: the driver's context, kernels and work space.

About 300 to 450 MiB with CUDA (NVML beside llama.cpp's own sum); 566 to 633 MiB on a Radeon RX 9070 XT with
ROCm (kr4ckhe4d/local-llm-benchmarks, the card's use less weights, cache and buffers). Vulkan drivers also
round every allocation up, so its allowance is above the bare context's.
"""

OTHER_DRIVER_BYTES = 100 * _MIB
_TRIED_BATCH = 512
"""llama.cpp asks a device about each weight with a batch of this many tokens."""

_OVERLAPPING = 4
"""Batches that several GPUs have at once, each with inputs of its own (GGML_SCHED_MAX_COPIES)."""

Extra = Callable[[Device], int]
"""Bytes that a device will hold beside llama.cpp's buffers."""


def allowance(device: Device) -> int:
    """What the driver takes of a device when nothing was measured yet."""
    return DRIVER_BYTES.get(device.backend, OTHER_DRIVER_BYTES)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a model's layers are: from 0 up to `cpu_layers` in RAM, then a stretch on each GPU.

    `ends[i]` is the layer behind the last one of GPU i; the output is on the last GPU unless there is none.
    """

    cpu_layers: int
    ends: tuple[int, ...]

    def stretch(self, gpu: int) -> tuple[int, int]:
        """First layer of a GPU and the one behind its last."""
        return (self.ends[gpu - 1] if gpu else self.cpu_layers), self.ends[gpu]


def layout_of(profile: Profile, placement: Placement, gpus: Sequence[Device]) -> Layout:
    """llama.cpp's rule (`llama_model_base::load_tensors`): layers from the end, the output counted as one."""
    shape = profile.shape
    units = shape.units
    wanted = units if placement.gpu_layers == ALL_LAYERS else min(placement.gpu_layers, units)
    if not gpus or wanted <= 0:
        return Layout(shape.layers, ())
    start = units - wanted
    shares = placement.split or tuple(gpu.free_bytes for gpu in gpus)
    whole = sum(shares) or 1
    counts = [round(-(-part * wanted // whole)) for part in accumulate(shares)]
    ends = [min(shape.layers, start + count) for count in counts]
    ends[-1] = shape.layers
    return Layout(min(start, shape.layers), tuple(ends))


def predict(
    profile: Profile,
    placement: Placement,
    gpus: Sequence[Device],
    ram: Ram,
    extra: Extra = allowance,
) -> Memory:
    """What the model takes of each of `gpus`, in the engine's order, and of the RAM.

    A device's margin is what stays free there; below zero it does not fit.
    """
    shape, weights = profile.shape, profile.weights
    layout = layout_of(profile, placement, gpus)
    cells = kv_cache.cells(placement.context_tokens, shape.trained_context)
    first = shape.dense_layers if shape.moe_layers else 0
    last = first + placement.cpu_expert_layers if gpus else first
    cell_before = profile.cell_before[placement.kv_type]
    devices = []
    held = cached = 0
    for place in range(len(layout.ends)):
        begin, end = layout.stretch(place)
        size = _layers(profile, begin, end) + _experts(profile, begin, end, first, last)
        is_last = place == len(layout.ends) - 1
        if is_last:
            size += weights.output + weights.tied
        kept = _kept_back(profile, gpus[place], begin, end, range(first, last), has_output=is_last)
        size -= sum(tensor.size for tensor in kept)
        kv = cells * (cell_before[end] - cell_before[begin]) if end > begin else 0
        buffer = gpu_buffer(profile, placement, gpus[place], layout, place)
        devices.append(_device(gpus[place], size, kv, buffer, extra))
        held, cached = held + size, cached + kv
    host_weights = weights.total + (weights.tied if layout.ends else 0) - held
    host_kv = cells * cell_before[-1] - cached
    kinds = _too_large_experts(profile, gpus)
    host_compute = _host_buffer(profile, placement, layout, kinds) + compute.logits(shape)
    return Memory(tuple(devices), HostMemory(host_weights, host_kv, host_compute, ram.available_bytes))


def _kept_back(
    profile: Profile, gpu: Device, begin: int, end: int, in_ram: range, *, has_output: bool
) -> list[Large]:
    """Tensors that a GPU cannot take in one piece, nor the result of multiplying a usual batch with them."""
    limit = gpu.largest_tensor_bytes
    if not limit:
        return []
    kept = [
        tensor
        for tensor in profile.weights.large
        if tensor.size > limit
        and begin <= tensor.layer < end
        and not (tensor.expert and tensor.layer in in_ram)
    ]
    result = _TRIED_BATCH * compute.logits(profile.shape)
    if has_output:
        outputs = [tensor for tensor in profile.weights.large if tensor.layer == OUTPUT_LAYER]
        kept += [tensor for tensor in outputs if max(tensor.size, result) > limit]
    return kept


def _too_large_experts(profile: Profile, gpus: Sequence[Device]) -> frozenset[str]:
    """The kinds of experts that some GPU cannot even have copied: the processor multiplies them."""
    limit = min((gpu.largest_tensor_bytes for gpu in gpus if gpu.largest_tensor_bytes), default=0)
    if not limit:
        return frozenset()
    return frozenset(t.expert for t in profile.weights.large if t.expert and t.size > limit)


def _layers(profile: Profile, begin: int, end: int) -> int:
    """Bytes of layers without their routed experts."""
    return profile.layers_before[end] - profile.layers_before[begin] if end > begin else 0


def _experts(profile: Profile, begin: int, end: int, cpu_first: int, cpu_end: int) -> int:
    """Bytes of the routed experts of layers, less those that stay in RAM."""
    if end <= begin:
        return 0
    before = profile.experts_before
    low, high = max(begin, cpu_first), min(end, cpu_end)
    return before[end] - before[begin] - (before[high] - before[low] if high > low else 0)


def gpu_buffer(profile: Profile, placement: Placement, gpu: Device, layout: Layout, place: int = 0) -> int:
    """The compute buffer of the GPU at `place` in a layout."""
    load = _load(profile, placement, gpu.backend)
    copied = layout.cpu_layers and compute.is_copied(load)
    if len(layout.ends) == 1 and not copied:
        return compute.on_gpu(profile.shape, load, _copied_expert(profile, placement, gpu))
    begin, end = layout.stretch(place)
    first = profile.shape.dense_layers
    share = gpu_graph.Share(
        begin=0 if copied and place == 0 else begin,
        end=end,
        cpu_layers=layout.cpu_layers,
        cpu_experts=range(first, first + placement.cpu_expert_layers),
        largest=gpu.largest_tensor_bytes,
        copies=_batches_at_once(profile, placement, layout),
        is_first=place == 0,
    )
    return gpu_graph.buffer(profile.shape, load, profile.weights.pieces, share)


def _copied_expert(profile: Profile, placement: Placement, gpu: Device) -> int:
    """Bytes of the largest tensor of experts that is copied to a GPU."""
    weights, largest = profile.weights, gpu.largest_tensor_bytes
    if not placement.cpu_expert_layers:
        return 0
    if not largest:
        return weights.largest_expert_tensor
    fitting = (tensor.size for tensor in weights.large if tensor.size <= largest)
    return min(weights.largest_expert_tensor, max(fitting, default=largest))


def _batches_at_once(profile: Profile, placement: Placement, layout: Layout) -> int:
    """Several GPUs that hold the whole model work on several batches at once (`llama_context`)."""
    whole = placement.gpu_layers == ALL_LAYERS or placement.gpu_layers >= profile.shape.units
    return _OVERLAPPING if len(layout.ends) > 1 and whole and not placement.cpu_expert_layers else 1


def _load(
    profile: Profile,
    placement: Placement,
    backend: str,
    kept_back: frozenset[str] = frozenset(),
) -> compute.Load:
    return compute.Load(
        cells=kv_cache.cells(placement.context_tokens, profile.shape.trained_context),
        ubatch=placement.ubatch,
        kv_type=placement.kv_type,
        flash_attention=placement.flash_attention is not FlashAttention.OFF,
        backend=backend,
        kept_back=kept_back,
    )


def _host_buffer(profile: Profile, placement: Placement, layout: Layout, kept_back: frozenset[str]) -> int:
    load = _load(profile, placement, "CPU", kept_back)
    if layout.ends:
        return compute.beside_a_gpu(profile.shape, load, _batches_at_once(profile, placement, layout))
    return compute.on_host_alone(profile.shape, load)


def _device(gpu: Device, weights: int, kv: int, buffer: int, extra: Extra) -> DeviceMemory:
    margin = gpu.free_bytes - weights - kv - buffer - extra(gpu)
    return DeviceMemory(gpu.id, weights, kv, buffer, gpu.free_bytes, margin)
