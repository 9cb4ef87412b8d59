"""The structure of GLM-4.7-Flash as GGUF has it, for any size: metadata, tensors and special tokens.

Sources: the configuration in transformers (`glm4_moe_lite`), llama.cpp's converter (`conversion/glm.py`,
`conversion/deepseek.py`) and its loader (`src/models/deepseek2.cpp`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gguf import ExpertGatingFuncType, GGUFWriter, LlamaFileType, TokenType

ARCHITECTURE = "deepseek2"
TEMPLATE = (Path(__file__).parent.parent / "data" / "templates" / "GLM-4.7-Flash.jinja").read_text("utf-8")

CONTROL_TOKENS = (
    "<|endoftext|>", "[MASK]", "[gMASK]", "[sMASK]", "<sop>", "<eop>",
    "<|system|>", "<|user|>", "<|assistant|>", "<|observation|>",
    "<|begin_of_image|>", "<|end_of_image|>", "<|begin_of_video|>", "<|end_of_video|>",
    "<|begin_of_audio|>", "<|end_of_audio|>", "<|begin_of_transcription|>", "<|end_of_transcription|>",
    "<|code_prefix|>", "<|code_middle|>", "<|code_suffix|>",
)  # fmt: skip
USER_DEFINED_TOKENS = (
    "<think>", "</think>", "<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>",
    "<arg_key>", "</arg_key>", "<arg_value>", "</arg_value>", "/nothink",
)  # fmt: skip
MORE_CONTROL_TOKENS = ("<|begin_of_box|>", "<|end_of_box|>", "<|image|>", "<|video|>")
SPECIAL_TOKENS = CONTROL_TOKENS + USER_DEFINED_TOKENS + MORE_CONTROL_TOKENS
"""In the order of their ids, which begin at 154,820 in the real file."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Every size of a model; lengths are numbers of values, `vocabulary` includes the special tokens."""

    layers: int
    embedding: int
    vocabulary: int
    heads: int
    query_rank: int
    latent: int
    rope: int
    key_head: int  # with the rope part
    value_head: int
    dense_layers: int
    dense_width: int
    experts: int
    experts_used: int
    expert_width: int
    context: int = 202_752


GLM_4_7_FLASH = Shape(
    layers=47,
    embedding=2048,
    vocabulary=154_880,
    heads=20,
    query_rank=768,
    latent=512,
    rope=64,
    key_head=256,
    value_head=256,
    dense_layers=1,
    dense_width=10_240,
    experts=64,
    experts_used=4,
    expert_width=1536,
)


def _byte_alphabet() -> dict[int, str]:
    shown = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return {byte: chr(byte) for byte in shown} | {byte: chr(256 + i) for i, byte in enumerate(hidden)}


BYTE_ALPHABET = _byte_alphabet()
"""The printable character that stands for each byte in a byte-level BPE vocabulary (GPT-2's table)."""


def spelled(text: bytes) -> str:
    """How a byte-level vocabulary writes `text`."""
    return "".join(BYTE_ALPHABET[byte] for byte in text)


def special_token_types() -> list[TokenType]:
    """The types of `SPECIAL_TOKENS`, in order."""
    return [TokenType.USER_DEFINED if t in USER_DEFINED_TOKENS else TokenType.CONTROL for t in SPECIAL_TOKENS]


def add_model(writer: GGUFWriter, shape: Shape, name: str, file_type: LlamaFileType) -> None:
    """Write what the file says of the model itself."""
    writer.add_type("model")
    writer.add_name(name)
    writer.add_license("mit")
    writer.add_file_type(file_type)
    writer.add_quantization_version(2)
    writer.add_block_count(shape.layers)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.embedding)
    writer.add_feed_forward_length(shape.dense_width)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(1)  # multi-head latent attention runs as multi-query attention
    writer.add_rope_freq_base(1_000_000.0)
    writer.add_rope_dimension_count(shape.rope)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_q_lora_rank(shape.query_rank)
    writer.add_kv_lora_rank(shape.latent)
    writer.add_key_length(shape.latent + shape.rope)
    writer.add_value_length(shape.latent)
    writer.add_key_length_mla(shape.key_head)
    writer.add_value_length_mla(shape.value_head)
    writer.add_leading_dense_block_count(shape.dense_layers)
    writer.add_expert_count(shape.experts)
    writer.add_expert_used_count(shape.experts_used)
    writer.add_expert_group_count(1)
    writer.add_expert_group_used_count(1)
    writer.add_expert_feed_forward_length(shape.expert_width)
    writer.add_expert_shared_count(1)
    writer.add_expert_gating_func(ExpertGatingFuncType.SIGMOID)
    writer.add_expert_weights_scale(1.8)
    writer.add_expert_weights_norm(True)


def add_tokenizer(
    writer: GGUFWriter,
    tokens: Sequence[str],
    types: Sequence[TokenType],
    merges: Sequence[str],
    template: str,
) -> None:
    """Write the vocabulary, the end tokens as the real file has them, and the chat template."""
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("glm4")
    writer.add_token_list(list(tokens))
    writer.add_token_types(list(types))
    writer.add_token_merges(list(merges))
    ids = {token: i for i, token in enumerate(tokens)}
    writer.add_bos_token_id(ids["[gMASK]"])
    writer.add_eos_token_id(ids["<|endoftext|>"])
    writer.add_unk_token_id(ids["<|endoftext|>"])
    writer.add_pad_token_id(ids["<|endoftext|>"])
    writer.add_eot_token_id(ids["<|user|>"])
    writer.add_eom_token_id(ids["<|observation|>"])
    writer.add_chat_template(template)


def tensor_table(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Name and shape of every tensor, in the order of the file; the last dimension runs fastest (NumPy's)."""
    yield "output.weight", (shape.vocabulary, shape.embedding)
    yield "output_norm.weight", (shape.embedding,)
    yield "token_embd.weight", (shape.vocabulary, shape.embedding)
    for layer in range(shape.layers):
        for name, dimensions in _attention(shape):
            yield f"blk.{layer}.{name}", dimensions
        for name, dimensions in _dense(shape) if layer < shape.dense_layers else _experts(shape):
            yield f"blk.{layer}.{name}", dimensions


def _attention(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "attn_norm.weight", (shape.embedding,)
    yield "attn_q_a.weight", (shape.query_rank, shape.embedding)
    yield "attn_q_a_norm.weight", (shape.query_rank,)
    yield "attn_q_b.weight", (shape.heads * shape.key_head, shape.query_rank)
    yield "attn_kv_a_mqa.weight", (shape.latent + shape.rope, shape.embedding)
    yield "attn_kv_a_norm.weight", (shape.latent,)
    yield "attn_k_b.weight", (shape.heads, shape.latent, shape.key_head - shape.rope)
    yield "attn_v_b.weight", (shape.heads, shape.value_head, shape.latent)
    yield "attn_output.weight", (shape.embedding, shape.heads * shape.value_head)
    yield "ffn_norm.weight", (shape.embedding,)


def _dense(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "ffn_gate.weight", (shape.dense_width, shape.embedding)
    yield "ffn_up.weight", (shape.dense_width, shape.embedding)
    yield "ffn_down.weight", (shape.embedding, shape.dense_width)


def _experts(shape: Shape) -> Iterator[tuple[str, tuple[int, ...]]]:
    yield "ffn_gate_inp.weight", (shape.experts, shape.embedding)
    yield "exp_probs_b.bias", (shape.experts,)
    yield "ffn_gate_exps.weight", (shape.experts, shape.expert_width, shape.embedding)
    yield "ffn_up_exps.weight", (shape.experts, shape.expert_width, shape.embedding)
    yield "ffn_down_exps.weight", (shape.experts, shape.embedding, shape.expert_width)
    yield "ffn_gate_shexp.weight", (shape.expert_width, shape.embedding)
    yield "ffn_up_shexp.weight", (shape.expert_width, shape.embedding)
    yield "ffn_down_shexp.weight", (shape.embedding, shape.expert_width)
