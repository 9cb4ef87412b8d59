"""A message comes back from JSON as it was, and grows by what is new alone."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glmdesk.core.chat import (
    Ending,
    LeftOut,
    Message,
    Omission,
    Reasoning,
    Role,
    Source,
    Text,
    ToolCall,
    ToolResult,
)
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.sampling import Preset, Sampling
from glmdesk.core.seen import Seen, SeenTurn
from glmdesk.store.records import (
    grown,
    growth,
    message_of,
    message_record,
    options_of,
    options_record,
    to_json,
)
from tests.store.conversations import EVERY_PART

ANY_TEXT = st.text(st.characters(codec=None), max_size=30)  # with zeros and lone surrogates
PARTS = st.one_of(
    ANY_TEXT.map(Text),
    st.builds(Reasoning, ANY_TEXT, st.floats(0, 1e6), st.integers(0, 10**9), st.booleans()),
    st.builds(ToolCall, ANY_TEXT, st.dictionaries(ANY_TEXT, ANY_TEXT | st.integers()), st.booleans()),
    st.builds(ToolResult, ANY_TEXT, ANY_TEXT),
    st.builds(Source, ANY_TEXT, ANY_TEXT, st.integers(1, 9), st.integers(0, 9), ANY_TEXT),
    st.builds(
        LeftOut,
        st.sampled_from(Omission),
        st.lists(ANY_TEXT, max_size=3).map(tuple),
        st.integers(0, 9),
        ANY_TEXT,
        st.integers(1, 9),
    ),
)
MESSAGES = st.builds(Message, st.sampled_from(Role), st.lists(PARTS, max_size=4).map(tuple))


def through_json(value):
    return json.loads(to_json(value).encode())


def test_every_kind_of_part_comes_back():
    record = through_json(message_record(EVERY_PART))
    assert message_of(record, EVERY_PART.ending.value) == EVERY_PART


@given(MESSAGES)
def test_any_text_comes_back_exactly(message):
    assert message_of(through_json(message_record(message)), "complete") == message


@given(MESSAGES, ANY_TEXT, st.lists(PARTS, max_size=2))
def test_a_message_grows_by_what_is_new(message, more, parts):
    longer = Message(message.role, (*message.parts, *parts))
    if longer.parts and isinstance(longer.parts[-1], Text) and not parts:
        longer = longer.answered(more)
    added = growth(message, longer)
    assert added is not None
    assert grown(message, through_json(added)) == longer


def test_growth_holds_only_the_new_text():
    old = Message(Role.ASSISTANT, (Text("x" * 10_000),))
    assert growth(old, old.answered("new")) == [{"kind": "text", "grown": "new"}]


def test_a_thought_grows_into_an_answer():
    old = Message(Role.ASSISTANT, ()).thought("Let ", 1.0, 2)
    new = old.thought("me", 2.0, 3).answered("So")
    assert grown(old, growth(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (Message(Role.USER, (Text("ab"),)), Message(Role.USER, (Text("ax"),))),
        (Message(Role.USER, (Text("ab"),)), Message(Role.USER, ())),
        (Message(Role.USER, (Text("a"),)), Message(Role.USER, (Text("ab"),), ending=Ending.OPEN)),
    ],
)
def test_what_is_more_than_growth_is_none(old, new):
    assert growth(old, new) is None


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"role": "user"},
        {"role": "king", "parts": []},
        {"role": "user", "parts": [{"kind": "hologram"}]},
        {"role": "user", "parts": ["text"]},
        {"role": "user", "parts": [{"kind": "text", "text": 5}]},
        {"role": "user", "parts": [], "usage": []},
        {"role": "user", "parts": [], "created": "yesterday"},
    ],
)
def test_a_record_that_is_no_message_raises(record):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is for the log
        message_of(record, "complete")


def test_options_come_back_and_a_wrong_one_costs_only_itself():
    options = ChatOptions(
        thinking=False, preset=Preset.CODING, sampling=Sampling(0.3, seed=5), project="/code"
    )
    record = json.loads(to_json(options_record(options)))
    assert {name: record[name] for name in record.keys() - {"sampling"}} == {
        "thinking": False,
        "preset": "coding",
        "project": "/code",
    }
    assert options_of(record) == options
    assert options_of({**record, "preset": "unheard of", "new": 1}) == replace(options, preset=None)


def test_what_the_model_was_given_comes_back():
    turns = (SeenTurn(7, 3, 2, 1), SeenTurn(given=False))
    seen = Seen(12, 4, 4096, system=2, turns=turns, instructions="Be brief.", thinking=False)
    message = replace(EVERY_PART, seen=seen)
    assert message_of(through_json(message_record(message)), message.ending.value).seen == seen


@pytest.mark.parametrize("record", [None, [], {"turns": 3}, {"tokens": "many", "turns": [["a"], [1, 2]]}])
def test_an_account_that_makes_no_sense_costs_itself_alone(record):
    whole = through_json(message_record(EVERY_PART)) | {"seen": record}
    assert message_of(whole, EVERY_PART.ending.value).parts == EVERY_PART.parts
