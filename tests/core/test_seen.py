"""What a model was given adds up to its prompt, turn by turn."""

from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.seen import Seen, SeenTurn, seen_of

LEDGER = [
    LedgerEntry(-1, LedgerKind.FORMAT, 5),
    LedgerEntry(0, LedgerKind.CONTENT, 2),
    LedgerEntry(1, LedgerKind.SUMMARY, 17),
    LedgerEntry(1, LedgerKind.SOURCE, 3),
    LedgerEntry(1, LedgerKind.CONTENT, 7),
    LedgerEntry(2, LedgerKind.REASONING, 11, dropped=True),
    LedgerEntry(2, LedgerKind.CONTENT, 13),
    LedgerEntry(3, LedgerKind.CONTENT, 19),
    LedgerEntry(-1, LedgerKind.PARTIAL, 23),
]


def test_each_turn_has_its_own_tokens_and_left_out_turns_have_none():
    seen = seen_of(Seen(), LEDGER, places=(-1, 2, 3, 4), turns=5)
    assert seen.turns == (
        SeenTurn(given=False),
        SeenTurn(given=False),
        SeenTurn(text=7, sources=3),
        SeenTurn(text=13, forgotten=11),
        SeenTurn(text=19),
    )
    assert (seen.system, seen.summary, seen.format, seen.partial) == (2, 17, 5, 23)


def test_it_adds_up_to_the_prompt():
    seen = seen_of(Seen(), LEDGER, places=(-1, 2, 3, 4), turns=5)
    turns = sum(turn.text + turn.sources + turn.thoughts for turn in seen.turns)
    in_prompt = sum(entry.tokens for entry in LEDGER if not entry.dropped)
    assert turns + seen.system + seen.summary + seen.format + seen.partial == in_prompt
