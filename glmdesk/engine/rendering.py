"""What a worker and the process that renders its chat templates say to each other, one JSON object a line."""

from typing import Any

import msgspec

GREETING = b"ready"


class RenderRequest(msgspec.Struct, frozen=True):
    """A template, and the variables that it may use."""

    template: str
    variables: dict[str, Any]


class Rendering(msgspec.Struct, frozen=True, omit_defaults=True):
    """The text; or what the template said when it refused; or what it did that no template may."""

    text: str = ""
    refusal: str = ""
    offence: str = ""
