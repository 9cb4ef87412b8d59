"""A full-size twin of GLM-4.7-Flash: the true header, and as many bytes of nothing as the weights would take.

The file is sparse, about 4 MB on disk, and enough for llama.cpp's dry runs, which read no weights. The
tokens are made up; their number, and every size and type, are those of the real file.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFWriter, LlamaFileType, TokenType

from tests.models.glm import (
    ARCHITECTURE,
    BYTE_ALPHABET,
    GLM_4_7_FLASH,
    SPECIAL_TOKENS,
    TEMPLATE,
    Shape,
    add_model,
    add_tokenizer,
    special_token_types,
    tensor_table,
)

FIRST_SPECIAL_TOKEN = 154_820
_Type = GGMLQuantizationType


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which number format each kind of tensor gets, as llama.cpp's quantiser chooses without an imatrix."""

    file_type: LlamaFileType
    usual: GGMLQuantizationType
    output: GGMLQuantizationType
    down: GGMLQuantizationType  # of ffn_down in the layers that matter most
    attention_output: GGMLQuantizationType
    down_everywhere: bool = False


RECIPES = {
    "Q2_K": Recipe(LlamaFileType.MOSTLY_Q2_K, _Type.Q2_K, _Type.Q6_K, _Type.Q3_K, _Type.Q3_K, True),
    "Q4_K_M": Recipe(LlamaFileType.MOSTLY_Q4_K_M, _Type.Q4_K, _Type.Q6_K, _Type.Q6_K, _Type.Q4_K),
    "Q5_K_M": Recipe(LlamaFileType.MOSTLY_Q5_K_M, _Type.Q5_K, _Type.Q6_K, _Type.Q6_K, _Type.Q5_K),
    "Q6_K": Recipe(LlamaFileType.MOSTLY_Q6_K, _Type.Q6_K, _Type.Q6_K, _Type.Q6_K, _Type.Q6_K),
    "Q8_0": Recipe(LlamaFileType.MOSTLY_Q8_0, _Type.Q8_0, _Type.Q8_0, _Type.Q8_0, _Type.Q8_0),
    "BF16": Recipe(LlamaFileType.MOSTLY_BF16, _Type.BF16, _Type.BF16, _Type.BF16, _Type.BF16),
}
"""Source: `src/llama-quant.cpp`. Published files differ by up to 2 % where their makers chose otherwise."""

_SMALL_BLOCK = {  # what a 256-block format becomes where rows are not a multiple of 256
    _Type.Q2_K: _Type.Q4_0,
    _Type.Q3_K: _Type.Q4_0,
    _Type.Q4_K: _Type.Q5_0,
    _Type.Q5_K: _Type.Q5_1,
    _Type.Q6_K: _Type.Q8_0,
}


def write(path: Path, quant: str = "Q4_K_M", shape: Shape = GLM_4_7_FLASH) -> Path:
    """Write the twin to `path` and return it; raises KeyError for a quantisation without a recipe."""
    recipe = RECIPES[quant]
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(path, ARCHITECTURE)
    add_model(writer, shape, "GLM-4.7-Flash", recipe.file_type)
    tokens, types = _vocabulary(shape.vocabulary)
    add_tokenizer(writer, tokens, types, ("t h", "th e"), TEMPLATE)
    for name, dimensions in tensor_table(shape):
        kind = tensor_type(recipe, name, dimensions, shape.layers)
        size = byte_size(kind, dimensions)
        writer.add_tensor_info(name, dimensions, np.dtype(np.float32), size, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_ti_data_to_file()
    writer.close()
    with path.open("r+b") as file:
        file.truncate(_padded(path.stat().st_size) + weights_bytes(quant, shape))
    return path


def weights_bytes(quant: str, shape: Shape = GLM_4_7_FLASH) -> int:
    """Bytes of all tensors, each padded as in the file."""
    recipe = RECIPES[quant]
    return sum(
        _padded(byte_size(tensor_type(recipe, name, dimensions, shape.layers), dimensions))
        for name, dimensions in tensor_table(shape)
    )


def tensor_type(recipe: Recipe, name: str, dimensions: tuple[int, ...], layers: int) -> GGMLQuantizationType:
    """The number format of one tensor: norms, routers and biases stay whole."""
    if len(dimensions) < 2 or "ffn_gate_inp" in name:
        return _Type.F32
    kind = recipe.usual
    if name == "output.weight":
        kind = recipe.output
    elif "attn_output" in name:
        kind = recipe.attention_output
    elif "ffn_down" in name and (recipe.down_everywhere or _matters(int(name.split(".")[1]), layers)):
        kind = recipe.down
    block, _ = GGML_QUANT_SIZES[kind]
    return kind if dimensions[-1] % block == 0 else _SMALL_BLOCK[kind]


def byte_size(kind: GGMLQuantizationType, dimensions: tuple[int, ...]) -> int:
    """Bytes of a tensor's values, without padding."""
    block, size = GGML_QUANT_SIZES[kind]
    return math.prod(dimensions) // block * size


def _matters(layer: int, layers: int) -> bool:
    first, last = layers // 8, 7 * layers // 8
    return layer < first or layer >= last or (layer - first) % 3 == 2


def _vocabulary(size: int) -> tuple[list[str], list[TokenType]]:
    made_up = [f"token{i}" for i in range(FIRST_SPECIAL_TOKEN - len(BYTE_ALPHABET))]
    unused = [f"[PAD{i}]" for i in range(FIRST_SPECIAL_TOKEN + len(SPECIAL_TOKENS), size)]
    types = [TokenType.NORMAL] * FIRST_SPECIAL_TOKEN
    return (
        [*BYTE_ALPHABET.values(), *made_up, *SPECIAL_TOKENS, *unused],
        [*types, *special_token_types(), *[TokenType.UNUSED] * len(unused)],
    )


def _padded(size: int, alignment: int = 32) -> int:
    return -(-size // alignment) * alignment
