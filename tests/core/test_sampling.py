"""The presets hold the vendors' values."""

import pytest

from glmdesk.core.sampling import Preset, Sampling, sampling_for


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset.GENERAL, Sampling(1.0, 0.95, 0.01)),
        (Preset.CODING, Sampling(0.7, 1.0, 0.01)),
        (Preset.AGENT, Sampling(0.0, 1.0, 0.01)),
    ],
)
def test_glm_gets_the_values_of_its_model_card(preset, expected):
    assert sampling_for(preset, "GLM-4.7-Flash-Q4_K_M") == expected


def test_the_starter_model_has_its_own_vendors_values_for_general_use_only():
    assert sampling_for(Preset.GENERAL, "SmolLM2 135M (starter)") == Sampling(0.2, 0.9, 0.01)
    assert sampling_for(Preset.AGENT, "SmolLM2 135M (starter)").temperature == 0.0


def test_a_seed_is_passed_on():
    assert sampling_for(Preset.GENERAL, "GLM", 7).seed == 7
