"""What of a branch a model is given: all of it but what was left out, from each question on that says so.

Turns are left out in whole exchanges, a question with all that came of it, the oldest first. Invariant: the
last question and what follows it are always given whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glmdesk.core.chat import LeftOut, Message, Omission, Reasoning, Role, Source, Turn


@dataclass(frozen=True, slots=True)
class Given:
    """A message as a model is given it: `place` is its turn's position in the branch.

    `summary` stands before it for the turns that were left out.
    """

    place: int
    message: Message
    summary: str = ""


def given_of(turns: Sequence[Turn]) -> tuple[Given, ...]:
    """What of a branch, first turn to last, a model is given."""
    omitted = {what: _omitted(turns, what) for what in Omission}
    last = _last_question(turns)
    summary = _summary(turns)
    given: list[Given] = []
    for place, turn in enumerate(turns):
        if place < last and turn.id in omitted[Omission.TURNS]:
            continue
        message = turn.message
        if place < last and turn.id in omitted[Omission.THOUGHTS]:
            message = _without(message, Reasoning)
        if place < last and turn.id in omitted[Omission.SOURCES]:
            message = _without(message, Source)
        given.append(Given(place, message, "" if given else summary))
    return tuple(given)


def exchanges(turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], ...]:
    """The exchanges before the last question whose turns are still given, the oldest first."""
    omitted = _omitted(turns, Omission.TURNS)
    groups: list[list[Turn]] = []
    for turn in turns[: _last_question(turns)]:
        if turn.id in omitted:
            continue
        if turn.message.role is Role.USER or not groups:
            groups.append([])
        groups[-1].append(turn)
    return tuple(map(tuple, groups))


def with_thoughts(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The turns before the last question whose thoughts would be given."""
    forgotten = _omitted(turns, Omission.THOUGHTS) | _omitted(turns, Omission.TURNS)
    before = turns[: _last_question(turns)]
    return tuple(turn.id for turn in before if turn.message.reasoning and turn.id not in forgotten)


def with_sources(turns: Sequence[Turn]) -> tuple[str, ...]:
    """The turns before the last question whose sources are still given."""
    dropped = _omitted(turns, Omission.SOURCES) | _omitted(turns, Omission.TURNS)
    before = turns[: _last_question(turns)]
    return tuple(turn.id for turn in before if turn.message.sources and turn.id not in dropped)


def with_left_out(message: Message, left_out: LeftOut) -> Message:
    """A question from which on more is left out: the lines about it stand before all else, oldest first."""
    rest = tuple(part for part in message.parts if not isinstance(part, LeftOut))
    return replace(message, parts=(*message.left_out, left_out, *rest))


def _omitted(turns: Sequence[Turn], what: Omission) -> frozenset[str]:
    return frozenset(
        turn_id
        for turn in turns
        for part in turn.message.left_out
        if part.what is what
        for turn_id in part.turns
    )


def _summary(turns: Sequence[Turn]) -> str:
    """The newest summary; it was made of the one before, and of what came after that."""
    summaries = [part.summary for turn in turns for part in turn.message.left_out if part.summary]
    return summaries[-1] if summaries else ""


def _last_question(turns: Sequence[Turn]) -> int:
    """The position of the last question; everything is given where there is none."""
    return next(
        (place for place in range(len(turns) - 1, -1, -1) if turns[place].message.role is Role.USER), 0
    )


def _without(message: Message, kind: type[Reasoning] | type[Source]) -> Message:
    return replace(message, parts=tuple(part for part in message.parts if not isinstance(part, kind)))
