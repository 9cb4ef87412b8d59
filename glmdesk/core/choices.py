"""What is in force for one answer: the settings, and what was decided otherwise for its chat or for it."""

from dataclasses import dataclass, fields

from glmdesk.core.chat_options import ChatOptions, Thoughts, WhenFull
from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Choices:
    """Each choice that a chat may make differently from the settings, decided."""

    thinking: bool = True
    thoughts: Thoughts = Thoughts.AUTOMATIC
    thinking_tokens: int = 0
    thinking_seconds: int = 0
    when_full: WhenFull = WhenFull.ASK
    summarise_every: int = 0
    preset: Preset = Preset.GENERAL
    system_prompt: str = ""

    @property
    def keep_thinking(self) -> bool:
        """Whether earlier thoughts go into the prompt, as far as they are not left out."""
        return self.thoughts is not Thoughts.FORGET


def choices_of(settings: Settings, *decided: ChatOptions) -> Choices:
    """The settings' choices, where `decided` says nothing else; the last of these has the last word."""
    in_force = {}
    for field in fields(Choices):
        values = (getattr(options, field.name) for options in reversed(decided))
        in_force[field.name] = next(
            (value for value in values if value is not None), getattr(settings, field.name)
        )
    return Choices(**in_force)


def sampling_of(settings: Settings, model_name: str, *decided: ChatOptions) -> Sampling:
    """What was decided for the chat, else a person's own values for the style, else the vendor's."""
    own = (options.sampling for options in reversed(decided) if options.sampling is not None)
    preset = choices_of(settings, *decided).preset
    return next(own, None) or settings.samplings.get(preset) or sampling_for(preset, model_name)
