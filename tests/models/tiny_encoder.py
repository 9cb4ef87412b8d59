"""A BERT of one small layer: a file of weights that llama.cpp loads, and that can hold no conversation."""

from pathlib import Path

import numpy as np
from gguf import GGUFWriter, TokenType

_WIDTH, _TOKENS = 32, ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "\u2581a", "\u2581b"]
_SQUARE = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_up", "ffn_down")
_NORMS = ("attn_output_norm", "layer_output_norm")


def write(path: Path) -> Path:
    """Write the model to `path` and return it."""
    writer = GGUFWriter(path, "bert")
    writer.add_name("Tiny encoder")
    writer.add_block_count(1)
    writer.add_context_length(512)
    writer.add_embedding_length(_WIDTH)
    writer.add_feed_forward_length(_WIDTH)
    writer.add_head_count(1)
    writer.add_layer_norm_eps(1e-5)
    writer.add_causal_attention(False)
    writer.add_token_type_count(2)
    writer.add_tokenizer_model("bert")
    writer.add_token_list(_TOKENS)
    writer.add_token_types([TokenType.CONTROL] * 5 + [TokenType.NORMAL] * 2)
    for name, row in (("token_embd", len(_TOKENS)), ("position_embd", 512), ("token_types", 2)):
        writer.add_tensor(f"{name}.weight", np.zeros((row, _WIDTH), np.float32))
    matrices = [f"blk.0.{name}" for name in _SQUARE]
    vectors = ["token_embd_norm", *(f"blk.0.{name}" for name in _NORMS)]
    for name in matrices:
        writer.add_tensor(f"{name}.weight", np.zeros((_WIDTH, _WIDTH), np.float32))
    for name in vectors:
        writer.add_tensor(f"{name}.weight", np.ones(_WIDTH, np.float32))
    for name in matrices + vectors:
        writer.add_tensor(f"{name}.bias", np.zeros(_WIDTH, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
