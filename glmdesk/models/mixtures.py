"""The tensors of a GLM-4.7-Flash in a quantisation, made up from its shape: for files that are not here yet.

A file's size is known before it is downloaded, how it is divided is not. llama.cpp's quantiser
(`llama-quant.cpp`, without an importance matrix) gives each kind of tensor its number format; the sum is
within two per cent of the published files and is then scaled to the published size. Makers who choose formats
of their own change the division between experts and the rest by a few per cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from glmdesk.models import ggml
from glmdesk.models.gguf_header import Tensor
from glmdesk.models.shape import Shape


@dataclass(frozen=True, slots=True)
class Mixture:
    """Number formats by kind of tensor; `down` is for those of `ffn_down` that `where` picks."""

    usual: str
    output: str = "Q6_K"
    embedding: str = ""
    attention_output: str = ""
    down: str = ""
    where: str = "none"  # none, some, first, all


MIXTURES = {
    "Q2_K": Mixture("Q2_K", down="Q3_K", where="all", attention_output="Q3_K"),
    "Q4_0": Mixture("Q4_0"),
    "Q4_1": Mixture("Q4_1"),
    "Q4_K_S": Mixture("Q4_K", down="Q5_K", where="first"),
    "Q4_K_M": Mixture("Q4_K", down="Q6_K", where="some"),
    "Q4_K_L": Mixture("Q4_K", output="Q8_0", embedding="Q8_0", down="Q6_K", where="some"),
    "Q5_K_S": Mixture("Q5_K"),
    "Q5_K_M": Mixture("Q5_K", down="Q6_K", where="some"),
    "Q5_K_L": Mixture("Q5_K", output="Q8_0", embedding="Q8_0", down="Q6_K", where="some"),
    "Q6_K": Mixture("Q6_K"),
    "Q6_K_L": Mixture("Q6_K", output="Q8_0", embedding="Q8_0"),
    "Q8_0": Mixture("Q8_0", output="Q8_0"),
    "BF16": Mixture("BF16", output="BF16"),
}

_SMALL_BLOCKS = {"Q2_K": "Q4_0", "Q3_K": "Q4_0", "Q4_K": "Q5_0", "Q5_K": "Q5_1", "Q6_K": "Q8_0"}
"""What a format of 256-value blocks becomes where rows are no multiple of 256."""

_DYNAMIC = "UD-"
"""Unsloth's own choice of formats, told from llama.cpp's by this prefix."""


def tensors(shape: Shape, quant: str) -> tuple[Tensor, ...]:
    """The tensor table, offsets left out; raises KeyError for a quantisation without a known mixture."""
    mixture = MIXTURES[quant.removeprefix(_DYNAMIC).replace("_XL", "_M")]
    return tuple(_tensor(name, values, mixture, shape.layers) for name, values in _table(shape))


def _tensor(name: str, values: tuple[int, ...], mixture: Mixture, layers: int) -> Tensor:
    kind = ggml.NUMBERS[_format(name, values, mixture, layers)]
    return Tensor(name, kind, values, 0, ggml.size_of(kind, values))


def _format(name: str, values: tuple[int, ...], mixture: Mixture, layers: int) -> str:
    if len(values) < 2 or "ffn_gate_inp" in name:
        return "F32"
    kind = mixture.usual
    if name == "output.weight":
        kind = mixture.output
    elif name == "token_embd.weight":
        kind = mixture.embedding or mixture.usual
    elif "attn_output" in name:
        kind = mixture.attention_output or mixture.usual
    elif "ffn_down" in name and _is_picked(mixture.where, int(name.split(".")[1]), layers):
        kind = mixture.down
    return kind if values[0] % ggml.values_per_block(ggml.NUMBERS[kind]) == 0 else _SMALL_BLOCKS[kind]


def _is_picked(where: str, layer: int, layers: int) -> bool:
    """llama.cpp's `use_more_bits`: the first and the last eighth, and every third between."""
    first = layers // 8
    if where == "some":
        return layer < first or layer >= 7 * layers // 8 or (layer - first) % 3 == 2
    return where == "all" or (where == "first" and layer < first)


def _table(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Names and shapes, the fastest dimension first."""
    wide = (shape.embedding, shape.vocabulary)
    yield from (("output.weight", wide), ("output_norm.weight", wide[:1]), ("token_embd.weight", wide))
    for layer in range(shape.layers):
        parts = _dense(shape) if layer < shape.dense_layers else _experts(shape)
        for name, values in (*_attention(shape), *parts):
            yield f"blk.{layer}.{name}", values


def _attention(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    width, heads, latent = shape.embedding, shape.heads, shape.latent
    yield "attn_norm.weight", (width,)
    yield "attn_q_a.weight", (width, shape.query_rank)
    yield "attn_q_a_norm.weight", (shape.query_rank,)
    yield "attn_q_b.weight", (shape.query_rank, heads * shape.key_length)
    yield "attn_kv_a_mqa.weight", (width, latent + shape.rope)
    yield "attn_kv_a_norm.weight", (latent,)
    yield "attn_k_b.weight", (shape.key_length - shape.rope, latent, heads)
    yield "attn_v_b.weight", (latent, shape.value_length, heads)
    yield "attn_output.weight", (heads * shape.value_length, width)
    yield "ffn_norm.weight", (width,)


def _dense(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "ffn_gate.weight", (shape.embedding, shape.feed_forward)
    yield "ffn_up.weight", (shape.embedding, shape.feed_forward)
    yield "ffn_down.weight", (shape.feed_forward, shape.embedding)


def _experts(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    width, inner, shared = shape.embedding, shape.expert_width, shape.shared_experts * shape.expert_width
    yield "ffn_gate_inp.weight", (width, shape.experts)
    yield "exp_probs_b.bias", (shape.experts,)
    yield "ffn_gate_exps.weight", (width, inner, shape.experts)
    yield "ffn_up_exps.weight", (width, inner, shape.experts)
    yield "ffn_down_exps.weight", (inner, width, shape.experts)
    yield "ffn_gate_shexp.weight", (width, shared)
    yield "ffn_up_shexp.weight", (width, shared)
    yield "ffn_down_shexp.weight", (shared, width)
