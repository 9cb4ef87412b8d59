"""What a person decided for one chat, beside the settings.

None says "as the settings say"; a field that is added later must have a default that changes nothing.
"""

from dataclasses import dataclass

from glmdesk.core.sampling import Preset, Sampling


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """The choices of one chat.

    `place` is empty where the local model answers, else the service and its model ("z.ai/glm-4.7");
    `project` is the attached folder, empty where there is none; `sent_to` is the service that a person let
    this chat be sent to.
    """

    thinking: bool | None = None
    keep_thinking: bool | None = None
    preset: Preset | None = None
    sampling: Sampling | None = None
    system_prompt: str | None = None
    place: str = ""
    project: str = ""
    sent_to: str = ""
