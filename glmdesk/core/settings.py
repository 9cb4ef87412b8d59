"""What a person can set, as one immutable value with the defaults a new person gets.

The window's first picture waits for this module; `core.shown_settings` says what is shown of a setting.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from glmdesk.core.chat_options import Thoughts, WhenFull
from glmdesk.core.instructions import BUILT_IN, Instructions
from glmdesk.core.sampling import Preset, Sampling

LARGEST_CONTEXT = 202_752
"""Tokens; what GLM-4.7-Flash was trained for (its config.json, max_position_embeddings)."""

SMALLEST_CONTEXT = 1024


class Theme(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; `model` is a path, empty for the starter model; 0 context tokens means automatic.

    What a chat may decide otherwise is explained in `ChatOptions`.
    """

    theme: Theme = Theme.SYSTEM
    model: str = ""
    recent_models: tuple[str, ...] = ()
    context_tokens: int = 0
    preset: Preset = Preset.GENERAL
    thinking: bool = True
    thinking_tokens: int = 0
    thinking_seconds: int = 0
    thoughts: Thoughts = Thoughts.AUTOMATIC
    kept_gigabytes: int = 4
    when_full: WhenFull = WhenFull.ASK
    summarise_every: int = 0
    samplings: dict[Preset, Sampling] = field(default_factory=dict)  # a person's own values
    instructions: tuple[Instructions, ...] = BUILT_IN
    system_prompt: str = ""
    language: str = ""
    name_chats: bool = True
    font_percent: int = 100
    local_only: bool = False
    download_megabytes: int = 0
    hub_mirror: str = ""  # an address that serves the hub's files too, asked first
    cloud_budget: float = 0
    routing: bool = False
    project_tools: bool = False
    editor: str = ""  # a command with {path} and {line}; empty for one that is found
    services: tuple[str, ...] = ()  # addresses that a person added
    keyed_services: tuple[str, ...] = ()  # ids of those that a key was given for
    sent_projects: tuple[str, ...] = ()  # folders that may be sent without being asked again
    update_news: bool = False
    updates_asked: float = 0.0  # Unix seconds
    engine: str = ""  # its name, the path of a Python, or empty for the best that works
    shortcuts: dict[str, tuple[str, ...]] = field(default_factory=dict)  # a person's own, see ui.actions
    sidebar_shown: bool = True
    welcomed: bool = False  # led to a first model, or had no wish to be
    folded_folders: tuple[str, ...] = ()
