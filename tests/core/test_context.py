"""The meter adds up what the worker counted."""

from glmdesk.core.chat import Role
from glmdesk.core.context import Level, Meter, MeterPart, estimated_meter, meter_of, with_answer
from glmdesk.core.ledger import LedgerEntry, LedgerKind
from glmdesk.core.prompt import PromptMessage

MESSAGES = [
    PromptMessage(Role.SYSTEM, "be brief"),
    PromptMessage(Role.USER, "why"),
    PromptMessage(Role.ASSISTANT, "so", "hm"),
    PromptMessage(Role.USER, "and?"),
]
LEDGER = [
    LedgerEntry(-1, LedgerKind.FORMAT, 5),
    LedgerEntry(0, LedgerKind.CONTENT, 2),
    LedgerEntry(1, LedgerKind.CONTENT, 3),
    LedgerEntry(2, LedgerKind.REASONING, 7),
    LedgerEntry(2, LedgerKind.CONTENT, 11),
    LedgerEntry(3, LedgerKind.CONTENT, 13),
]


def test_every_token_of_the_ledger_is_in_one_part():
    meter = meter_of(LEDGER, MESSAGES, 100, draft=True)
    assert dict(meter.parts) == {
        MeterPart.SYSTEM: 2,
        MeterPart.SOURCES: 0,
        MeterPart.HISTORY: 14,
        MeterPart.THOUGHTS: 7,
        MeterPart.DRAFT: 13,
        MeterPart.ANSWER: 0,
        MeterPart.FORMAT: 5,
    }
    assert meter.total == sum(entry.tokens for entry in LEDGER)


def test_without_a_draft_the_last_question_is_history():
    assert dict(meter_of(LEDGER, MESSAGES, 100, draft=False).parts)[MeterPart.HISTORY] == 27


def test_what_the_template_dropped_takes_no_room():
    dropped = [LedgerEntry(2, LedgerKind.REASONING, 7, dropped=True)]
    assert meter_of(dropped, MESSAGES, 100, draft=False).total == 0


def test_a_growing_answer_is_added_to_the_prompt():
    meter = with_answer(meter_of(LEDGER, MESSAGES, 100, draft=False), thinking=4, answer=6)
    assert meter.total == 41 + 10
    assert dict(meter.parts)[MeterPart.THOUGHTS] == 11


def test_the_level_warns_from_eighty_per_cent_and_is_full_where_no_answer_has_room():
    assert [Meter(((MeterPart.DRAFT, n),), 100).level for n in (79, 80, 88, 89)] == [
        Level.CALM,
        Level.WARNING,
        Level.WARNING,
        Level.FULL,
    ]


def test_an_answer_may_fill_the_room_that_was_left_for_it():
    parts = ((MeterPart.HISTORY, 80), (MeterPart.ANSWER, 19))
    assert Meter(parts, 100).level is Level.WARNING


def test_sources_and_summaries_are_told_from_the_text_they_came_with():
    ledger = [
        LedgerEntry(3, LedgerKind.SUMMARY, 2),
        LedgerEntry(3, LedgerKind.SOURCE, 3),
        LedgerEntry(3, LedgerKind.CONTENT, 4),
    ]
    parts = dict(meter_of(ledger, MESSAGES, 100, draft=True).parts)
    assert (parts[MeterPart.HISTORY], parts[MeterPart.SOURCES], parts[MeterPart.DRAFT]) == (2, 3, 4)


def test_a_meter_without_a_limit_is_calm():
    assert Meter(((MeterPart.DRAFT, 5),)).level is Level.CALM


def test_an_estimate_has_the_same_parts_and_says_that_it_is_one():
    sourced = PromptMessage(Role.USER, "s" * 40 + "q" * 8, sources=40)
    thought = PromptMessage(Role.ASSISTANT, "a" * 12, "t" * 20)
    meter = estimated_meter([sourced, thought], 1_000, keep_thinking=True, draft=False)
    parts = {part: tokens for part, tokens in meter.parts if tokens}
    assert parts == {MeterPart.SOURCES: 10, MeterPart.HISTORY: 2 + 3, MeterPart.THOUGHTS: 5}
    assert not meter.exact
    forgetful = estimated_meter([sourced, thought], 1_000, keep_thinking=False, draft=False)
    assert forgetful.total == meter.total - 5
