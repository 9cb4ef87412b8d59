"""How the next token is chosen: the vendor's presets, and what a person may make of them.

Source: the model card of GLM-4.7-Flash (temperature 1.0 and top-p 0.95 for general use; 0.7 and 1.0 for
coding; temperature 0 for agents) and Unsloth's guide (min-p 0.01, repeat penalty off).
"""

from dataclasses import dataclass, replace
from enum import StrEnum


class Preset(StrEnum):
    """The named choices of the composer and of `ask --preset`."""

    GENERAL = "general"
    CODING = "coding"
    AGENT = "agent"


@dataclass(frozen=True, slots=True)
class Sampling:
    """Parameters of the sampler chain; temperature 0 takes the most likely token; no seed means a new one.

    A repeat penalty of 1 is none.
    """

    temperature: float = 1.0
    top_p: float = 0.95
    min_p: float = 0.01
    seed: int | None = None
    repeat_penalty: float = 1.0


_PRESETS = {
    Preset.GENERAL: Sampling(1.0, 0.95),
    Preset.CODING: Sampling(0.7, 1.0),
    Preset.AGENT: Sampling(0.0, 1.0),
}

_SMOLLM2 = Sampling(0.2, 0.9)
"""The model card of SmolLM2-Instruct; at GLM's temperature so small a model loses the thread."""


def sampling_for(preset: Preset, model_name: str, seed: int | None = None) -> Sampling:
    """The vendor's parameters for `preset`; for general use the starter model has its own vendor's."""
    if preset is Preset.GENERAL and "smollm2" in model_name.lower():
        return replace(_SMOLLM2, seed=seed)
    return replace(_PRESETS[preset], seed=seed)
