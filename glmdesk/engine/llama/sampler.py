"""How the next token is chosen: llama.cpp's sampler chain, built from the vendor's parameters."""

import math
import random
from typing import Any

from glmdesk.core.sampling import Sampling
from glmdesk.engine.backend import BackendError
from glmdesk.engine.protocol import FailureKind

MAX_SEED = 0xFFFFFFFE  # the next number means "choose one" to llama.cpp
_MAX_TEMPERATURE = 10.0
_LEAST_PENALTY, _MOST_PENALTY = 0.1, 10.0

PENALISED = 64
"""The repeat penalty looks at so many tokens, as llama.cpp's own programs do."""

PREFILTER = 1e-3
"""The share of `min_p` below which candidates are dropped before top-p, see `chain`."""


def chain(api: Any, sampling: Sampling, vocabulary_size: int) -> Any:
    """A new chain, to be freed with `llama_sampler_free`; raises `BackendError` for impossible numbers.

    Temperature 0 takes the most likely token. Otherwise top-p, min-p, temperature, in llama.cpp's order; a
    repeat penalty, where one is wished for, comes before all of them. Top-p works through the whole
    vocabulary, exponentials and all: 0.6 ms a token with 49,152 candidates. So those that min-p would drop a
    thousand times over are dropped first, in one quick pass. On 300 positions of SmolLM2 at temperature 1
    they weighed 0.4 % together and the final candidates were the same at 295.
    """
    _check(sampling)
    penalties = _penalties(api, sampling, vocabulary_size)
    samplers = [*penalties, *_filters(api, sampling), *_choice(api, sampling)]
    made = api.llama_sampler_chain_init(api.llama_sampler_chain_default_params())
    if not made or not all(samplers):
        raise BackendError(FailureKind.OUT_OF_MEMORY, "There is not enough memory to choose a token.")
    for sampler in samplers:
        api.llama_sampler_chain_add(made, sampler)
    return made


def _penalties(api: Any, sampling: Sampling, vocabulary_size: int) -> list[Any]:
    if sampling.repeat_penalty == 1:
        return []
    return [api.llama_sampler_init_penalties(vocabulary_size, PENALISED, sampling.repeat_penalty, 0.0, 0.0)]


def _filters(api: Any, sampling: Sampling) -> list[Any]:
    filters = []
    if sampling.temperature > 0:
        if sampling.top_p < 1:
            if sampling.min_p > 0:
                filters.append(api.llama_sampler_init_min_p(sampling.min_p * PREFILTER, 1))
            filters.append(api.llama_sampler_init_top_p(sampling.top_p, 1))
        if sampling.min_p > 0:
            filters.append(api.llama_sampler_init_min_p(sampling.min_p, 1))
    return filters


def _choice(api: Any, sampling: Sampling) -> list[Any]:
    if sampling.temperature == 0:
        return [api.llama_sampler_init_greedy()]
    seed = random.SystemRandom().randint(0, MAX_SEED) if sampling.seed is None else sampling.seed
    return [api.llama_sampler_init_temp(sampling.temperature), api.llama_sampler_init_dist(seed)]


def _check(sampling: Sampling) -> None:
    limits = (
        ("temperature", sampling.temperature, 0, _MAX_TEMPERATURE),
        ("top-p", sampling.top_p, 0, 1),
        ("min-p", sampling.min_p, 0, 1),
        ("repeat penalty", sampling.repeat_penalty, _LEAST_PENALTY, _MOST_PENALTY),
        ("seed", 0 if sampling.seed is None else sampling.seed, 0, MAX_SEED),
    )
    for name, value, least, most in limits:
        if not math.isfinite(value) or not least <= value <= most:
            raise BackendError(
                FailureKind.BAD_REQUEST, f"The {name} must be between {least} and {most}, and is {value}."
            )
