"""Bytes of the KV cache: what a model keeps of every token it has read.

Sources: llama.cpp's `llama_kv_cache` (one row of keys and one of values a layer and cell; none of values with
latent attention) and the sizes of ggml's blocks. For GLM-4.7-Flash that is 54,144 bytes a token at f16,
28,764 at q8_0 and 15,228 at q4_0.
"""

from glmdesk.core.plan import KvType
from glmdesk.models import ggml
from glmdesk.models.shape import Shape

CONTEXT_STEP = 256
"""Contexts are whole multiples of this many cells."""

_KINDS = {kv: ggml.NUMBERS[kv.value.upper()] for kv in KvType}


def cells(context_tokens: int, trained_context: int) -> int:
    """The cells that a wished context gets: rounded up, but not beyond what the model was trained for."""
    most = trained_context // CONTEXT_STEP * CONTEXT_STEP
    wanted = -(-context_tokens // CONTEXT_STEP) * CONTEXT_STEP
    return max(CONTEXT_STEP, min(wanted, most) if most else wanted)


def bytes_of(widths: tuple[int, int], kv_type: KvType) -> int:
    """Bytes of one token's keys and values in a layer, rows that are no whole blocks rounded up."""
    _, values, size = ggml.BLOCKS[_KINDS[kv_type]]
    return sum(-(-width // values) * size for width in widths)


def is_possible(shape: Shape, kv_type: KvType) -> bool:
    """False where a row is not whole blocks of that number format: llama.cpp then makes no context."""
    block = ggml.values_per_block(_KINDS[kv_type])
    return all(keys % block == 0 and values % block == 0 for keys, values in shape.kv_widths)
