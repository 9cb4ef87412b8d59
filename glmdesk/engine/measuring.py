"""What the program says to the process that asks llama.cpp for figures, and back, in lines of JSON."""

import msgspec

from glmdesk.core.plan import Memory, Placement

GREETING = b"ready"


class DryRunRequest(msgspec.Struct, frozen=True, tag="dry_run"):
    """Tell what loading the model at `path` would take."""

    path: str
    placement: Placement


class DryRunAnswer(msgspec.Struct, frozen=True, omit_defaults=True):
    """The memory; or why it cannot be told, for people, with the detail for diagnostics."""

    memory: Memory | None = None
    happened: str = ""
    action: str = ""
    detail: str = ""


class RatesRequest(msgspec.Struct, frozen=True, tag="rates"):
    """Measure how fast these devices read their memory."""

    devices: tuple[str, ...]


class RatesAnswer(msgspec.Struct, frozen=True):
    """Bytes a second by device, for those that can be measured."""

    rates: dict[str, float]
