"""What a person can set, as one immutable value with the defaults a new person gets."""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.sampling import Preset


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `model` is a path, empty for the starter model; 0 context tokens means automatic."""

    theme: Theme = Theme.SYSTEM
    model: str = ""
    recent_models: tuple[str, ...] = ()
    context_tokens: int = 0
    preset: Preset = Preset.GENERAL
    thinking: bool = True
    keep_thinking: bool = False
    system_prompt: str = ""
    font_percent: int = 100
    sidebar_shown: bool = True
