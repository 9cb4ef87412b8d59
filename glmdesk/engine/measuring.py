"""What the program and the process that dry-runs models say to each other, one JSON object a line."""

import msgspec

from glmdesk.core.plan import Memory, Placement

GREETING = b"ready"


class DryRunRequest(msgspec.Struct, frozen=True):
    """Tell what loading the model at `path` would take."""

    path: str
    placement: Placement


class DryRunAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The memory; or why it cannot be told, for people, with the detail for diagnostics."""

    memory: Memory | None = None
    happened: str = ""
    action: str = ""
    detail: str = ""
