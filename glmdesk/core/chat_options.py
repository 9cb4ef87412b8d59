"""What a person decided for one chat, beside the settings.

None says "as the settings say"; a field that is added later must have a default that changes nothing.
"""

from dataclasses import dataclass
from enum import StrEnum

from glmdesk.core.sampling import Preset, Sampling


class Thoughts(StrEnum):
    """What becomes of earlier thoughts: in the prompt, or not, or in it while there is ample room."""

    KEEP = "keep"
    FORGET = "forget"
    AUTOMATIC = "automatic"


class WhenFull(StrEnum):
    """What is done when a prompt does not fit."""

    ASK = "ask"
    LEAVE_OUT = "leave_out"  # the oldest turns, as few as will do
    SUMMARISE = "summarise"  # the oldest turns, by the model itself


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """The choices of one chat, or of one answer in it.

    A thought ends after `thinking_tokens` or `thinking_seconds`, 0 for no such limit; `summarise_every` so
    many questions the older ones are summarised and forgotten, 0 for never. `place` is empty where the local
    model answers (for one answer: where the chat says), else the service and its model ("z.ai/glm-4.7");
    `sent_to` is the service that a person let this chat be sent to; `effort` is one of the efforts of
    thinking that its model knows, empty for the service's own. `project` is the attached folder, empty where
    there is none; of its files `project_pinned` ones always go along, `project_left_out` ones never, and
    `project_included` ones are read although a rule leaves them out.
    """

    thinking: bool | None = None
    thoughts: Thoughts | None = None
    thinking_tokens: int | None = None
    thinking_seconds: int | None = None
    when_full: WhenFull | None = None
    summarise_every: int | None = None
    preset: Preset | None = None
    sampling: Sampling | None = None
    system_prompt: str | None = None
    place: str = ""
    project: str = ""
    project_pinned: tuple[str, ...] = ()
    project_left_out: tuple[str, ...] = ()
    project_included: tuple[str, ...] = ()
    sent_to: str = ""
    effort: str = ""
