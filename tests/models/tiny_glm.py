"""A GLM of four small layers that says a given thought and answer: real llama.cpp, real format, 9 MB.

The attention and feed-forward outputs are zero, so what reaches the output is the embedding of the last
token alone, and the output row of each token is the embedding of the token before it. Hence after `<think>`
come the thought, `</think>`, the answer and the end token, at any temperature; without thinking the prompt
ends in `</think>` and the answer comes at once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from gguf import GGUFWriter, LlamaFileType, TokenType

from tests.models.glm import (
    ARCHITECTURE,
    BYTE_ALPHABET,
    SPECIAL_TOKENS,
    TEMPLATE,
    Shape,
    add_model,
    add_tokenizer,
    special_token_types,
    tensor_table,
)
from tests.models.script import TOOL_MARKS, Step, steps

THOUGHT = (
    "The person asks something short, so a brief reply will do. First I should recall what matters here: "
    "seeds need water, warmth and patience. Then comes an example in code, plus two points worth keeping."
)
ANSWER = """Here is a small plan for growing beans 🌱 at home.

- Soak them overnight
- Keep soil moist, never wet

```python
def sprout(days):
    return "leaf" if days > 6 else "root"
```

After about one week you will see green — enjoy!"""

_SHAPE = Shape(
    layers=4,
    embedding=256,
    vocabulary=0,  # as the script needs
    heads=4,
    query_rank=64,
    latent=96,  # with the rope part 128: the KV cache can be quantised in blocks of 32
    rope=32,
    key_head=64,
    value_head=64,
    dense_layers=1,
    dense_width=1024,
    experts=8,
    experts_used=4,
    expert_width=128,
)
_ZERO = ("attn_output.weight", "ffn_down.weight", "ffn_down_exps.weight", "ffn_down_shexp.weight")
_FULL_PRECISION = ("norm.weight", "ffn_gate_inp.weight", "exp_probs_b.bias")
_MERGES = ("t h", "i n", "e r", "a n", "Ġ t", "Ġ a", "th e", "o n", "r e", "Ġt h", "Ġth e")
_SEED = 47


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    tokens: list[str]
    types: list[TokenType]
    follows: list[tuple[int, int]]  # (token, the token that comes after it)


def write(
    path: Path,
    *,
    thought: str = THOUGHT,
    answer: str = ANSWER,
    layers: int = 4,
    context: int = 202_752,
    template: str = TEMPLATE,
    endless: bool = False,
    adds_begin: bool = False,
    name: str = "Tiny GLM",
    tensors_a_file: int = 0,
) -> Path:
    """Write the model to `path` and return it; with `endless` the answer starts over instead of ending.

    With `tensors_a_file` it becomes several files, `path` with their numbers, of which none is returned.
    With `adds_begin` the file asks for a begin token, which the real one leaves to its template.
    Tool marks in the answer are said as special tokens, each at most once, and an answer that ends in
    `</tool_call>` ends with `<|observation|>` as the real model does; all else is text. Raises ValueError
    for a text that no chain of distinct tokens can spell.
    """
    vocabulary = _vocabulary(thought, answer, endless)
    shape = replace(_SHAPE, layers=layers, context=context, vocabulary=len(vocabulary.tokens))
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = GGUFWriter(path, ARCHITECTURE, split_max_tensors=tensors_a_file)
    add_model(writer, shape, name, LlamaFileType.MOSTLY_F16)
    add_tokenizer(writer, vocabulary.tokens, vocabulary.types, _MERGES, template)
    if adds_begin:
        writer.add_add_bos_token(True)
    for tensor, array in _weights(shape, vocabulary.follows).items():
        writer.add_tensor(tensor, array)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _vocabulary(thought: str, answer: str, endless: bool) -> _Vocabulary:
    used: set[bytes] = set()
    thought_steps, answer_steps = steps(thought, used), steps(answer, used)
    if not thought_steps or not answer_steps:
        raise ValueError("a thought and an answer are needed")
    merged = [merge.replace(" ", "") for merge in _MERGES]
    said = [piece for step in thought_steps + answer_steps for piece in (step.token, step.ends_with)]
    words = [piece for piece in said if piece and piece not in TOOL_MARKS]
    normal = list(dict.fromkeys([*BYTE_ALPHABET.values(), *merged, *words]))
    tokens = [*normal, *SPECIAL_TOKENS]
    end = "<|observation|>" if answer.endswith("</tool_call>") else "<|user|>"
    chain = [
        *_chain("<think>", thought_steps, "</think>"),
        *_chain("</think>", answer_steps, answer_steps[0].token if endless else end),
    ]
    ids = {token: i for i, token in enumerate(tokens)}
    types = [TokenType.NORMAL] * len(normal) + special_token_types()
    return _Vocabulary(tokens, types, [(ids[token], ids[after]) for token, after in chain])


def _chain(opening: str, part: list[Step], closing: str) -> Iterator[tuple[str, str]]:
    """Each token with the one that comes after it; the end of the text so far leads on as its token does."""
    yield opening, part[0].token
    for step, after in zip(part, [*(step.token for step in part[1:]), closing], strict=True):
        yield step.token, after
        if step.ends_with not in ("", step.token):
            yield step.ends_with, after


def _weights(shape: Shape, follows: list[tuple[int, int]]) -> dict[str, np.ndarray]:
    random = np.random.default_rng(_SEED)
    weights: dict[str, np.ndarray] = {}
    for name, dimensions in tensor_table(shape):
        precision = np.float32 if name.endswith(_FULL_PRECISION) else np.float16
        if name.endswith("norm.weight"):
            weights[name] = np.ones(dimensions, precision)
        elif name.endswith(_ZERO):
            weights[name] = np.zeros(dimensions, precision)
        else:
            weights[name] = random.normal(0, 0.02, dimensions).astype(precision)
    # Signs alone: a row meets its own embedding at 256 and any other at about 16, so that no temperature
    # in use and no rounding can change what comes next.
    embedding = random.choice(np.array([-1, 1], np.float16), (shape.vocabulary, shape.embedding))
    output = np.zeros_like(embedding)
    for token, after in follows:
        output[after] += embedding[token]
    return weights | {"token_embd.weight": embedding, "output.weight": output}
