"""The context meter's arithmetic: which tokens fill the context, counted or estimated, and how many fit.

A prompt fits where it leaves `answer_room` for the answer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from glmdesk.core.chat import Role
from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.prompt import PromptMessage

WARNING_FRACTION = 0.8
_ANSWER_ROOM = 1024
MOST_SENT = 32_768
"""Tokens of sources with one question to a service: there is room for more, but each is paid for."""

_LETTERS_A_TOKEN = 4
_ANSWER_SHARE = 8  # of a small context, one part in so many


def answer_room(limit: int) -> int:
    """The tokens that a prompt must leave free in a context of `limit`: a page, less in a small one."""
    return min(_ANSWER_ROOM, limit // _ANSWER_SHARE)


class MeterPart(StrEnum):
    """The parts of the bar, in the order in which they are drawn."""

    SYSTEM = "system"
    SOURCES = "sources"
    HISTORY = "history"
    THOUGHTS = "thoughts"
    DRAFT = "draft"
    ANSWER = "answer"
    FORMAT = "format"


class Level(StrEnum):
    """How full the context is."""

    CALM = "calm"
    WARNING = "warning"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Meter:
    """Tokens by part, beside the context's size; `exact` where the worker has counted, else an estimate."""

    parts: tuple[tuple[MeterPart, int], ...] = ()
    limit: int = 0
    exact: bool = False

    @property
    def total(self) -> int:
        """Tokens in the context."""
        return sum(tokens for _, tokens in self.parts)

    @property
    def room(self) -> int:
        """Tokens that are left for an answer; never below 0."""
        return max(0, self.limit - self.total)

    @property
    def fraction(self) -> float:
        """The filled part of the context, 0 to 1 and beyond; 0 where the limit is not known."""
        return self.total / self.limit if self.limit else 0.0

    @property
    def level(self) -> Level:
        """Calm, from `WARNING_FRACTION` on a warning, full when there is no room for an answer.

        The room of an answer that is being written is its own to fill.
        """
        writing = dict(self.parts).get(MeterPart.ANSWER, 0) > 0
        if self.limit and self.room < (1 if writing else answer_room(self.limit)):
            return Level.FULL
        return Level.WARNING if self.fraction >= WARNING_FRACTION else Level.CALM


def meter_of(
    ledger: Sequence[LedgerEntry], messages: Sequence[PromptMessage], limit: int, *, draft: bool
) -> Meter:
    """The meter of a counted prompt; with `draft` the last message is the one being typed."""
    sums = dict.fromkeys(MeterPart, 0)
    for entry in ledger:
        if not entry.dropped:
            sums[_part(entry, messages, draft=draft)] += entry.tokens
    return Meter(tuple(sums.items()), limit, exact=True)


def estimated_tokens(text: str) -> int:
    """About how many tokens `text` is; more letters to a token than that are rare in any language."""
    return max(1, round(len(text) / _LETTERS_A_TOKEN))


def estimated_meter(
    messages: Sequence[PromptMessage], limit: int, *, keep_thinking: bool, draft: bool
) -> Meter:
    """The meter of a prompt that nothing here can count; parameters as those of `meter_of`."""
    ledger = tuple(_estimated(messages, keep_thinking=keep_thinking))
    return replace(meter_of(ledger, messages, limit, draft=draft), exact=False)


def with_answer(meter: Meter, thinking: int, answer: int) -> Meter:
    """The meter while an answer arrives: its tokens on top of the prompt's."""
    parts = dict(meter.parts)
    parts[MeterPart.THOUGHTS] = parts.get(MeterPart.THOUGHTS, 0) + thinking
    parts[MeterPart.ANSWER] = answer
    return Meter(tuple(parts.items()), meter.limit, meter.exact)


def _estimated(messages: Sequence[PromptMessage], *, keep_thinking: bool) -> Iterator[LedgerEntry]:
    for number, message in enumerate(messages):
        own = message.summary + message.sources
        texts = {
            LedgerKind.SUMMARY: message.content[: message.summary],
            LedgerKind.SOURCE: message.content[message.summary : own],
            LedgerKind.CONTENT: message.content[own:],
            LedgerKind.REASONING: message.reasoning if keep_thinking else "",
            LedgerKind.TOOL_CALL: "".join(f"{call.name}{call.arguments}" for call in message.tool_calls),
        }
        for kind, text in texts.items():
            if text:
                yield LedgerEntry(number, kind, estimated_tokens(text))


def _part(entry: LedgerEntry, messages: Sequence[PromptMessage], *, draft: bool) -> MeterPart:
    if entry.kind is LedgerKind.PARTIAL:
        return MeterPart.ANSWER
    if entry.kind is LedgerKind.FORMAT or entry.message < 0:
        return MeterPart.FORMAT
    if entry.kind is LedgerKind.SOURCE:
        return MeterPart.SOURCES
    if entry.kind is LedgerKind.SUMMARY:
        return MeterPart.HISTORY
    if draft and entry.message == len(messages) - 1:
        return MeterPart.DRAFT
    if entry.kind is LedgerKind.REASONING:
        return MeterPart.THOUGHTS
    return MeterPart.SYSTEM if messages[entry.message].role is Role.SYSTEM else MeterPart.HISTORY
