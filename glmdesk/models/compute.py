"""Bytes of llama.cpp's compute buffers, estimated: the largest set of intermediate results alive at once.

The exact figure is llama.cpp's own, by a dry run. This estimate says in a microsecond what that says in half
a second. Its terms were found by dry runs of one shape after another (llama-cpp-python 0.3.36, flash
attention on, one row of logits): each is the number of 32-bit values a token of a batch that are alive at the
busiest place of a layer. For GLM-4.7-Flash and for models like Llama it meets the dry run within one per
cent, on the processor, on one GPU, and with experts on the CPU. For other mixtures of experts it is up to a
quarter too high. Where whole layers lie in RAM the order of copies decides, which `gpu_graph` plays.
"""

from dataclasses import dataclass
from functools import lru_cache

from glmdesk.core.plan import KvType
from glmdesk.models.shape import Shape

_FLOAT, _HALF = 4, 2
_INPUTS = 24
"""Bytes a token of positions, places in the cache and the like."""

_OFFLOADED_BATCH = 32
"""From batches of this many tokens on, weights in RAM are copied to the GPU and multiplied there."""

_HALVED_KEYS = ("CUDA", "ROCm", "HIP", "MUSA")
"""Backends whose flash attention makes a 16-bit copy of a layer's quantised keys and values first."""

_ROTATED = 64
_KEPT = 2048
"""Results that are remembered: a search asks for the same ones over and over."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a compute buffer depends on, beside the model; `cells` is the context as it is kept.

    `kept_back` are the kinds of experts that a GPU cannot take in one piece and leaves to the processor.
    """

    cells: int
    ubatch: int
    kv_type: KvType
    flash_attention: bool = True
    backend: str = ""
    kept_back: frozenset[str] = frozenset()


@lru_cache(_KEPT)
def on_host_alone(shape: Shape, load: Load) -> int:
    """The processor's buffer where it does everything."""
    return _own(shape, load, on_gpu=False)


@lru_cache(_KEPT)
def beside_a_gpu(shape: Shape, load: Load, batches: int = 1) -> int:
    """The host's buffer where GPUs compute: inputs of so many batches, embeddings, what is left to it."""
    inputs = _batch(load) * (_FLOAT * shape.embedding + _INPUTS) + _mask(load) + rotation(shape, load)
    return batches * inputs + _batch(load) * _FLOAT * max(shape.embedding, _kept_back(shape, load))


@lru_cache(_KEPT)
def on_gpu(shape: Shape, load: Load, expert_tensor: int = 0) -> int:
    """A GPU's buffer for its own layers, or for experts in RAM and what is beside them.

    `expert_tensor` is the size of the largest one that is copied from there.
    """
    own = _own(shape, load, on_gpu=True)
    if not (expert_tensor and is_copied(load)):
        return own
    copied = expert_tensor + _batch(load) * _FLOAT * _busy_experts(shape)
    return max(own, copied + _mask(load) + _batch(load) * _INPUTS)


def is_copied(load: Load) -> bool:
    """Whether a GPU multiplies with what lies in RAM: for small batches the processor is quicker."""
    return _batch(load) >= _OFFLOADED_BATCH


def logits(shape: Shape) -> int:
    """The host's buffer for one row of results."""
    return _FLOAT * shape.vocabulary


def _own(shape: Shape, load: Load, *, on_gpu: bool) -> int:
    """The busiest place of a layer: its feed-forward, or its attention right behind a layer of experts."""
    batch = _batch(load)
    rows = _residual_rows(shape, load, on_gpu=on_gpu)
    values = [0]
    if shape.dense_layers:
        values.append(3 * shape.feed_forward + shape.attention_output)
    if shape.moe_layers:
        used, width = shape.experts_used, shape.expert_width
        values.append(max(3 * used * width + shape.attention_output, used * (2 * shape.embedding + width)))
    feed_forward = batch * _FLOAT * (max(values) + rows * shape.embedding)
    attention = batch * _FLOAT * _busy_attention(shape, rows) + halved_keys(shape, load)
    return max(feed_forward, attention) + batch * _INPUTS + _scores(shape, load) + rotation(shape, load)


def _residual_rows(shape: Shape, load: Load, *, on_gpu: bool) -> int:
    """Rows of the layer's input that are alive beside its results; equal widths are computed in place."""
    if shape.is_mla or shape.moe_layers:
        return 2 if on_gpu else 3
    if shape.attention_output != shape.embedding:
        return 2
    if on_gpu:
        return 1
    return 3 if load.kv_type is KvType.F16 else 2


def _busy_attention(shape: Shape, rows: int) -> int:
    if not shape.is_mla:
        keys, _ = shape.widest_cell
        return 2 * shape.attention_output + 2 * shape.embedding + 3 * keys
    queries = shape.heads * (2 * shape.latent + shape.rope)
    behind = shape.experts_used * shape.embedding + 3 * shape.experts if shape.moe_layers else 0
    return queries + behind + (rows + 1) * shape.embedding


def _busy_experts(shape: Shape) -> int:
    """Values a token while copied weights are multiplied, one tensor after the other."""
    if not shape.moe_layers:
        return shape.feed_forward + shape.embedding
    used, width = shape.experts_used, shape.expert_width
    return max(3 * used * width + shape.attention_output, used * width + (used + 4) * shape.embedding)


def _kept_back(shape: Shape, load: Load) -> int:
    """Values a token of the experts that the processor multiplies for want of room for their tensor.

    The mask's place is free by then, and takes what fits into it.
    """
    if not load.kept_back:
        return 0
    inner, outer = shape.experts_used * shape.expert_width, shape.experts_used * shape.embedding
    needed = inner + outer if load.kept_back == {"down"} else 3 * inner
    mask = load.cells * _HALF // _FLOAT
    if mask >= needed:
        return 0
    return needed - inner if mask >= inner else needed


def _batch(load: Load) -> int:
    return min(load.ubatch, load.cells)


def _scores(shape: Shape, load: Load) -> int:
    """What grows with batch and context: the mask, and without flash attention a score for each head."""
    if load.flash_attention:
        return _mask(load)
    return _batch(load) * load.cells * (_FLOAT * shape.heads + _FLOAT + _HALF)


def _mask(load: Load) -> int:
    return _batch(load) * load.cells * _HALF


def halved_keys(shape: Shape, load: Load) -> int:
    """The 16-bit copy of one layer's keys and values that some backends make of a quantised cache."""
    if load.backend not in _HALVED_KEYS or load.kv_type is KvType.F16 or not load.flash_attention:
        return 0
    return load.cells * _HALF * sum(shape.widest_cell)


def rotation(shape: Shape, load: Load) -> int:
    """Two small matrices that spread outliers before keys and values are quantised."""
    if shape.is_mla or load.kv_type is KvType.F16 or shape.key_length % _ROTATED:
        return 0
    return 2 * _FLOAT * _ROTATED**2
