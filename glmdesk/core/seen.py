"""What a model was given for an answer, by the engine's own count: kept with the answer for good.

Invariant: the tokens of all turns, of the instructions, of the summary, of the format and of the answer that
goes on (`partial`) add up to those of the prompt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glmdesk.core.ledger import LedgerEntry, LedgerKind


@dataclass(frozen=True, slots=True)
class SeenTurn:
    """Tokens of one turn: its text, what came with it (`sources`) and its thoughts.

    `forgotten` are those of thoughts that were not given; a turn that was left out has `given` False.
    """

    text: int = 0
    sources: int = 0
    thoughts: int = 0
    forgotten: int = 0
    given: bool = True


@dataclass(frozen=True, slots=True)
class Seen:
    """The whole prompt: `cached` of its `tokens` needed no reading; `turns` is the branch before the answer.

    `instructions`, which took `system` tokens, and the two choices are what the prompt can be made of again.
    `format` are the marks that the chat format adds, `summary` what stands for turns that were left out.
    """

    tokens: int = 0
    cached: int = 0
    context: int = 0
    system: int = 0
    format: int = 0
    summary: int = 0
    partial: int = 0
    turns: tuple[SeenTurn, ...] = ()
    instructions: str = ""
    thinking: bool = True
    keep_thinking: bool = False


def seen_of(counted: Seen, ledger: Sequence[LedgerEntry], places: Sequence[int], turns: int) -> Seen:
    """`counted` with what the ledger tells of a branch of so many `turns`.

    `places` says for each message of the prompt which turn it is made of, -1 for the instructions.
    """
    system = form = summary = partial = 0
    by_place = {place: {kind: [0, 0] for kind in LedgerKind} for place in places}
    for entry in ledger:
        place = places[entry.message] if 0 <= entry.message < len(places) else None
        if place is not None and place >= 0:
            by_place[place][entry.kind][entry.dropped] += entry.tokens
            summary += 0 if entry.dropped or entry.kind is not LedgerKind.SUMMARY else entry.tokens
        elif place is not None:
            system += 0 if entry.dropped else entry.tokens
        elif entry.kind is LedgerKind.PARTIAL:
            partial += entry.tokens
        elif entry.kind is LedgerKind.FORMAT and not entry.dropped:
            form += entry.tokens
    seen = tuple(_seen_turn(by_place[p]) if p in by_place else _LEFT_OUT for p in range(turns))
    return replace(counted, system=system, format=form, summary=summary, partial=partial, turns=seen)


_LEFT_OUT = SeenTurn(given=False)


def _seen_turn(counted: dict[LedgerKind, list[int]]) -> SeenTurn:
    given = {kind: tokens for kind, (tokens, _) in counted.items()}
    return SeenTurn(
        given[LedgerKind.CONTENT] + given[LedgerKind.TOOL_CALL],
        given[LedgerKind.SOURCE],
        given[LedgerKind.REASONING],
        counted[LedgerKind.REASONING][True],
    )
