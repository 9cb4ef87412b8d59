"""Tokens become events: in order, counted exactly, a few to a line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.thinking import Thinking as Parser
from glmdesk.core.thinking import ThoughtState
from glmdesk.engine.protocol import Answer, Thinking, ToolCalled
from glmdesk.engine.speech import LINE_S, Speech

MARKS = ["<think>", "</think>", "<tool_call>", "</tool_call>", "<arg_key>", "</arg_key>", "<arg_value>"]
tokens = st.lists(st.sampled_from([*MARKS, "<", "/think>", "word", " ", "\n", "", "é"]) | st.text(max_size=3))


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def speak(texts, state, *, tools=False, token_s=0.0):
    """The speech of a generation that sampled `texts`, and its events."""
    events, clock = [], Clock()
    speech = Speech(7, Parser(state, tools=tools), events.append, clock)
    for text in texts:
        speech.token(text)
        clock.now += token_s
    speech.finish()
    return speech, events


def shape(events):
    return [(type(event).__name__, getattr(event, "text", ""), event.tokens) for event in events]


def test_marks_count_to_the_thought_that_they_enclose():
    speech, events = speak(["<think>", "so", "</think>", "yes"], ThoughtState.BEFORE, token_s=1.0)
    assert shape(events) == [("Thinking", "so", 2), ("Thinking", "", 1), ("Answer", "yes", 1)]
    assert (speech.thinking, speech.answer) == (3, 1)


def test_white_space_before_a_thought_counts_to_it():
    _, events = speak(["\n", "<think>", "so"], ThoughtState.BEFORE, token_s=1.0)
    assert shape(events) == [("Thinking", "\n", 2), ("Thinking", "so", 1)]


def test_white_space_before_an_answer_counts_to_it():
    speech, events = speak(["\n", "yes"], ThoughtState.BEFORE)
    assert shape(events) == [("Answer", "\nyes", 2)]
    assert (speech.thinking, speech.answer) == (0, 2)


def test_a_thought_that_is_closed_at_once_is_told_before_the_answer():
    _, events = speak(["</think>", "yes"], ThoughtState.INSIDE)
    assert shape(events) == [("Thinking", "", 1), ("Answer", "yes", 1)]


def test_tokens_inside_a_character_count_to_the_text_that_they_end_in():
    _, events = speak(["a", "", "", "é"], ThoughtState.AFTER)
    assert shape(events) == [("Answer", "a", 1), ("Answer", "é", 3)]


def test_a_calls_tokens_are_apart():
    texts = ["ok", "<tool_call>", "f", "</tool_call>", "!"]
    speech, events = speak(texts, ThoughtState.AFTER, tools=True)
    assert shape(events) == [("Answer", "ok", 1), ("ToolCalled", "", 3), ("Answer", "!", 1)]
    assert (speech.thinking, speech.answer) == (0, 5)


def test_a_call_that_is_cut_is_told_as_incomplete():
    _, events = speak(["<tool_call>", "f", "<arg_key>", "k"], ThoughtState.AFTER, tools=True)
    assert events == [ToolCalled(7, "f", {}, 4, complete=False)]


def test_texts_wait_for_a_line_no_longer_than_promised():
    _, events = speak("abcdefghij", ThoughtState.AFTER, token_s=LINE_S * 0.4)
    assert [event.text for event in events] == ["a", "bcd", "efg", "hij"]


@settings(max_examples=200, deadline=None)
@given(tokens, st.sampled_from(ThoughtState), st.booleans(), st.sampled_from([0.0, LINE_S / 2, 1.0]))
def test_every_token_is_told_exactly_once(texts, state, tools, token_s):
    speech, events = speak(texts, state, tools=tools, token_s=token_s)
    assert sum(event.tokens for event in events) == len(texts) == speech.thinking + speech.answer
    assert sum(event.tokens for event in events if isinstance(event, Thinking)) == speech.thinking


@settings(max_examples=200, deadline=None)
@given(tokens, st.sampled_from(ThoughtState), st.booleans(), st.sampled_from([0.0, LINE_S / 2]))
def test_the_events_tell_what_the_parser_found(texts, state, tools, token_s):
    _, events = speak(texts, state, tools=tools, token_s=token_s)
    _, apart = speak(texts, state, tools=tools, token_s=1.0)
    for kind in (Thinking, Answer):
        told = ["".join(e.text for e in found if isinstance(e, kind)) for found in (events, apart)]
        assert told[0] == told[1]
    calls = [[e for e in found if isinstance(e, ToolCalled)] for found in (events, apart)]
    assert calls[0] == calls[1]


@pytest.mark.parametrize("state", ThoughtState)
def test_saying_nothing_tells_nothing(state):
    assert speak([], state)[1] == []
