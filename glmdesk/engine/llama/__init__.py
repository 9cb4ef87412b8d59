"""The backend that runs models with llama.cpp, on its low-level API; nothing outside imports `llama_cpp`.

`library` is llama.cpp itself, `loading` and `placing` put a model into it, `vocabulary` and `tokens` make
text into tokens, `ledger` says whose they are, `sequence` keeps what was read, `generation` answers with
`sampler` and `threads`; `dry_run` asks llama.cpp what a placement would take.
"""

from glmdesk.engine.llama.backend import LlamaBackend

__all__ = ["LlamaBackend"]
