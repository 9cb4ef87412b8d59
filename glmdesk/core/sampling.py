"""How the next token is chosen: the vendor's presets, and what a person may make of them.

Source: the model card of GLM-4.7-Flash (temperature 1.0 and top-p 0.95 for general use; 0.7 and 1.0 for
coding; temperature 0 for agents) and Unsloth's guide (min-p 0.01, repeat penalty off).
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from glmdesk.core.phrases import phrase
from glmdesk.core.setting_kinds import Amount, Option, Page, shown


class Preset(StrEnum):
    """The named choices of the composer and of `ask --preset`."""

    GENERAL = "general"
    CODING = "coding"
    AGENT = "agent"


STYLES = (
    Option(
        Preset.GENERAL,
        phrase("General"),
        phrase("Varied wording; the same question can get another answer."),
    ),
    Option(
        Preset.CODING,
        phrase("Coding"),
        phrase("Keeps closer to the likeliest word, as code needs it."),
    ),
    Option(
        Preset.AGENT,
        phrase("Exact"),
        phrase("Always the likeliest word; the same question gets the same answer."),
    ),
)


@dataclass(frozen=True, slots=True)
class Sampling:
    """Parameters of the sampler chain; temperature 0 takes the most likely token; no seed means a new one.

    A repeat penalty of 1 is none.
    """

    temperature: float = field(
        default=1.0,
        metadata=shown(
            Amount(
                page=Page.ANSWERS,
                name=phrase("Temperature"),
                hint=phrase("0 always takes the likeliest word; more lets less likely ones in."),
                least=0,
                most=2,
                step=0.05,
                digits=2,
            )
        ),
    )
    top_p: float = field(
        default=0.95,
        metadata=shown(
            Amount(
                page=Page.ANSWERS,
                name=phrase("Top-p"),
                hint=phrase("Only the likeliest words that make up this share together; 1 is all."),
                least=0.05,
                most=1,
                step=0.05,
                digits=2,
            )
        ),
    )
    min_p: float = field(
        default=0.01,
        metadata=shown(
            Amount(
                page=Page.ANSWERS,
                name=phrase("Min-p"),
                hint=phrase("Only words at least this likely beside the likeliest one; 0 is all."),
                least=0,
                most=1,
                step=0.01,
                digits=3,
            )
        ),
    )
    seed: int | None = field(
        default=None,
        metadata=shown(
            Amount(
                page=Page.ANSWERS,
                name=phrase("Seed"),
                hint=phrase("The same seed gives the same answer to the same question."),
                least=1,
                most=2**31 - 1,
                step=1,
                zero=phrase("Another one each time"),
            )
        ),
    )
    repeat_penalty: float = field(
        default=1.0,
        metadata=shown(
            Amount(
                page=Page.ANSWERS,
                name=phrase("Repeat penalty"),
                hint=phrase("Makes words that were just said less likely; 1 is off, as the vendor advises."),
                least=0.5,
                most=2,
                step=0.05,
                digits=2,
            )
        ),
    )


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
