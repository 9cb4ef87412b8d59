"""The ledger of a prompt: how many tokens each part of each message takes, by the engine's own count."""

from dataclasses import dataclass
from enum import StrEnum


class LedgerKind(StrEnum):
    """What a stretch of the prompt is."""

    FORMAT = "format"  # role marks and whatever else the template adds
    CONTENT = "content"
    SUMMARY = "summary"  # what stands for turns that were left out
    SOURCE = "source"
    REASONING = "reasoning"
    TOOL_CALL = "tool_call"
    PARTIAL = "partial"  # the cut answer that goes on


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Tokens of one part of one message; `message` is its index, -1 for the template's own text.

    `dropped` is True for a part that was given but that the template left out (older thoughts, say).
    """

    message: int
    kind: LedgerKind
    tokens: int
    dropped: bool = False
