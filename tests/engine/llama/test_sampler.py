"""The sampler chain is the vendor's, in llama.cpp's order."""

import ctypes

import pytest

from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.engine.llama import sampler
from glmdesk.engine.llama.library import library


def names(sampling: Sampling) -> list[str]:
    api = library().api
    chain = sampler.chain(api, sampling, 1000)
    try:
        parts = [api.llama_sampler_chain_get(chain, i) for i in range(api.llama_sampler_chain_n(chain))]
        return [api.llama_sampler_name(part).decode().strip("+?") for part in parts]
    finally:
        api.llama_sampler_free(chain)


def test_top_p_comes_before_min_p_before_temperature():
    assert names(sampling_for(Preset.GENERAL, "")) == ["min-p", "top-p", "min-p", "temp", "dist"]
    assert names(Sampling(0.7, 0.9, 0.0)) == ["top-p", "temp", "dist"]


def test_what_is_off_is_not_in_the_chain():
    assert names(sampling_for(Preset.CODING, "")) == ["min-p", "temp", "dist"]
    assert names(sampling_for(Preset.AGENT, "")) == ["greedy"]
    assert names(Sampling(1.0, 1.0, 0.0)) == ["temp", "dist"]


def test_a_repeat_penalty_is_there_only_when_it_is_wished_for_and_comes_first():
    assert names(Sampling(1.0, 1.0, 0.0, repeat_penalty=1.1)) == ["penalties", "temp", "dist"]
    assert names(Sampling(0.0, repeat_penalty=1.1)) == ["penalties", "greedy"]


@pytest.fixture
def candidates() -> tuple[ctypes.Array, int]:
    """Ten thousand candidates: a few likely ones and a long tail."""
    api = library().api
    count = 10_000
    data = (api.llama_token_data * count)()
    for token in range(count):
        logit = 10.0 - token * 0.4 if token < 12 else 2.0 - token * 1e-4
        data[token] = api.llama_token_data(token, logit, 0.0)
    return data, count


def left_after(chain_of: list[object], candidates) -> set[int]:
    api = library().api
    data, count = candidates
    copy = type(data).from_buffer_copy(data)
    array = api.llama_token_data_array(copy, count, -1, False)
    for part in chain_of:
        api.llama_sampler_apply(part, ctypes.byref(array))
        api.llama_sampler_free(part)
    return {copy[i].id for i in range(array.size)}


def test_what_is_dropped_early_would_have_been_dropped_anyway(candidates):
    api = library().api
    settled = [api.llama_sampler_init_top_p(0.95, 1), api.llama_sampler_init_min_p(0.01, 1)]
    quick = [
        api.llama_sampler_init_min_p(0.01 * sampler.PREFILTER, 1),
        api.llama_sampler_init_top_p(0.95, 1),
        api.llama_sampler_init_min_p(0.01, 1),
    ]
    assert left_after(quick, candidates) == left_after(settled, candidates)
