"""Headers of models of any shape, without weights: sparse files that llama.cpp takes for dry runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter

from tests.models import glm, twin

_WHOLE = GGMLQuantizationType.F32
_QUANTISED = GGMLQuantizationType.Q8_0
Table = Iterator[tuple[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class LlamaShape:
    """A model like Llama, or like Qwen's mixtures of experts where it has some."""

    embedding: int
    heads: int
    kv_heads: int
    head: int
    feed_forward: int
    layers: int = 4
    vocabulary: int = 8000
    experts: int = 0
    used: int = 0
    expert_width: int = 0


def write_llama(path: Path, shape: LlamaShape) -> Path:
    """Write a model of that shape in Q8_0."""
    writer = GGUFWriter(path, "qwen3moe" if shape.experts else "llama")
    writer.add_block_count(shape.layers)
    writer.add_context_length(65_536)
    writer.add_embedding_length(shape.embedding)
    writer.add_feed_forward_length(shape.feed_forward)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_key_length(shape.head)
    writer.add_value_length(shape.head)
    writer.add_rope_dimension_count(shape.head)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(shape.vocabulary)
    if shape.experts:
        writer.add_expert_count(shape.experts)
        writer.add_expert_used_count(shape.used)
        writer.add_expert_feed_forward_length(shape.expert_width)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([f"t{i}" for i in range(shape.vocabulary)])
    writer.add_token_types([1] * shape.vocabulary)
    writer.add_token_merges(["t 1"])
    return _finished(writer, path, _llama_table(shape))


def write_glm_with_a_further_layer(path: Path) -> Path:
    """A GLM of four layers in Q8_0, and a fifth that predicts the token after the next (MTP)."""
    shape = glm.Shape(
        layers=5, embedding=256, vocabulary=twin.FIRST_SPECIAL_TOKEN + 60, heads=4, query_rank=64, latent=96,
        rope=32, key_head=64, value_head=64, dense_layers=1, dense_width=1024, experts=8, experts_used=4,
        expert_width=128,
    )  # fmt: skip
    writer = GGUFWriter(path, glm.ARCHITECTURE)
    glm.add_model(writer, shape, "further", twin.RECIPES["Q8_0"].file_type)
    writer.add_uint32("deepseek2.nextn_predict_layers", 1)
    tokens, types = twin._vocabulary(shape.vocabulary)
    glm.add_tokenizer(writer, tokens, types, ("t h",), glm.TEMPLATE)

    def table() -> Table:
        yield from glm.tensor_table(shape)
        yield "blk.4.nextn.eh_proj.weight", (shape.embedding, 2 * shape.embedding)
        yield "blk.4.nextn.enorm.weight", (shape.embedding,)
        yield "blk.4.nextn.hnorm.weight", (shape.embedding,)

    return _finished(writer, path, table())


def _llama_table(shape: LlamaShape) -> Table:
    width, queries, keys = shape.embedding, shape.heads * shape.head, shape.kv_heads * shape.head
    yield "token_embd.weight", (shape.vocabulary, width)
    yield "output_norm.weight", (width,)
    yield "output.weight", (shape.vocabulary, width)
    for layer in range(shape.layers):
        parts: list[tuple[str, tuple[int, ...]]] = [
            ("attn_norm", (width,)), ("attn_q", (queries, width)), ("attn_k", (keys, width)),
            ("attn_v", (keys, width)), ("attn_output", (width, queries)), ("ffn_norm", (width,)),
        ]  # fmt: skip
        if shape.experts:
            count, inner = shape.experts, shape.expert_width
            parts += [
                ("attn_q_norm", (shape.head,)), ("attn_k_norm", (shape.head,)),
                ("ffn_gate_inp", (count, width)),
                ("ffn_gate_exps", (count, inner, width)), ("ffn_up_exps", (count, inner, width)),
                ("ffn_down_exps", (count, width, inner)),
            ]  # fmt: skip
        else:
            parts += [(f"ffn_{name}", (shape.feed_forward, width)) for name in ("gate", "up")]
            parts.append(("ffn_down", (width, shape.feed_forward)))
        yield from ((f"blk.{layer}.{name}.weight", values) for name, values in parts)


def _finished(writer: GGUFWriter, path: Path, table: Table) -> Path:
    total = 0
    for name, values in table:
        whole = len(values) < 2 or "ffn_gate_inp" in name
        kind = _WHOLE if whole else _QUANTISED
        size = twin.byte_size(kind, values)
        writer.add_tensor_info(name, values, np.dtype(np.float32), size, raw_dtype=kind)
        total += -(-size // 32) * 32
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    with path.open("r+b") as file:
        file.truncate(-(-path.stat().st_size // 32) * 32 + total)
    return path
