"""llama.cpp with nothing of glmdesk around it, as a child process: to check the test models themselves.

`speak MODEL PROMPT TEMPERATURE KV [TOKENS]` prints what the model says, `dry-run MODEL CONTEXT` what
llama.cpp reports of its buffers, both as one line of JSON.
"""

import ctypes
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

KV_TYPES = {"f16": 1, "q8_0": 8, "q4_0": 2}  # enum ggml_type


def run(*arguments: str) -> Any:
    """The result of a child process of this module; fails with the child's own words."""
    command = [sys.executable, "-m", __name__, *arguments]
    root = Path(__file__).parent.parent.parent
    child = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=root, timeout=60)
    assert child.returncode == 0, child.stderr
    return json.loads(child.stdout)


def _speak(
    model_path: str, prompt: str, temperature: str, kv: str, most_tokens: str = "3000"
) -> dict[str, Any]:
    import llama_cpp as llama

    model = llama.llama_model_load_from_file(model_path.encode(), llama.llama_model_default_params())
    settings = llama.llama_context_default_params()
    settings.n_ctx, settings.n_threads, settings.n_threads_batch = 8192, 1, 1
    settings.type_k = settings.type_v = KV_TYPES[kv]
    settings.flash_attn_type = llama.LLAMA_FLASH_ATTN_TYPE_ENABLED
    context = llama.llama_init_from_model(model, settings)
    vocabulary = llama.llama_model_get_vocab(model)
    sampler = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
    llama.llama_sampler_chain_add(sampler, llama.llama_sampler_init_temp(float(temperature)))
    llama.llama_sampler_chain_add(sampler, llama.llama_sampler_init_dist(1))
    text = prompt.encode()
    tokens = (ctypes.c_int32 * len(text))()
    count = llama.llama_tokenize(vocabulary, text, len(text), tokens, len(text), False, True)
    said = b""
    for length in range(int(most_tokens)):
        if llama.llama_decode(context, llama.llama_batch_get_one(tokens, count)) != 0:
            raise RuntimeError("llama_decode failed")
        token = llama.llama_sampler_sample(sampler, context, -1)
        piece = ctypes.create_string_buffer(256)
        size = llama.llama_token_to_piece(vocabulary, token, piece, 256, 0, True)
        if llama.llama_vocab_is_eog(vocabulary, token):
            return {"text": said.decode(), "tokens": length, "end": piece.raw[:size].decode()}
        said += piece.raw[:size]
        tokens, count = (ctypes.c_int32 * 1)(token), 1
    return {"text": said.decode(errors="replace"), "tokens": int(most_tokens), "end": ""}


def _dry_run(model_path: str, context_tokens: str) -> list[str]:
    import llama_cpp as llama

    lines: list[str] = []

    @llama.llama_log_callback
    def log(_level: int, text: bytes, _data: Any) -> None:
        lines.append(text.decode(errors="replace").strip())

    llama.llama_log_set(log, None)
    loading = llama.llama_model_default_params()
    loading.no_alloc, loading.load_mode = True, llama.LLAMA_LOAD_MODE_NONE
    model = llama.llama_model_load_from_file(model_path.encode(), loading)
    settings = llama.llama_context_default_params()
    settings.n_ctx = int(context_tokens)
    settings.flash_attn_type = llama.LLAMA_FLASH_ATTN_TYPE_ENABLED
    if not model or not llama.llama_init_from_model(model, settings):
        raise RuntimeError("\n".join(lines))
    return lines


if __name__ == "__main__":
    work = {"speak": _speak, "dry-run": _dry_run}[sys.argv[1]]
    sys.stdout.write(json.dumps(work(*sys.argv[2:])))
