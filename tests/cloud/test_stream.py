"""Streams of services: the same answer however they come, and an honest ending whatever happens."""

import json
import random

import pytest

from glmdesk.cloud.events import Called, Ended, Event, Finish, Refused, Said, Thought
from glmdesk.cloud.failures import Kind
from glmdesk.cloud.stream import StreamReader
from glmdesk.core.chat import Usage


def read(*data: str) -> list[Event]:
    """The events of a stream whose events have these data."""
    reader = StreamReader("Loopback")
    return [event for piece in data for event in reader.feed(piece)] + list(reader.end())


def chunk(finish: str | None = None, **delta: object) -> str:
    """One chunk of a stream."""
    return json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def test_several_objects_in_one_event_are_all_read() -> None:
    both = chunk(content="One") + "\n" + chunk("stop", content=", two") + "[DONE]"
    assert read(both) == [Said("One"), Said(", two"), Ended()]


def test_an_answer_without_a_reason_to_finish_is_cut() -> None:
    *said, ending = read(chunk(content="Half"))
    assert said == [Said("Half")]
    assert isinstance(ending, Refused)
    assert ending.failure.kind is Kind.CUT


def test_a_mark_of_the_end_is_enough() -> None:
    assert read(chunk(content="Whole"), "[DONE]")[-1] == Ended()


def test_an_unreadable_event_is_told() -> None:
    ending = read(chunk(content="One"), '{"choices": [{"del', chunk("stop", content="!"))[-1]
    assert isinstance(ending, Refused)
    assert "unreadable" in ending.failure.detail


@pytest.mark.parametrize(
    ("reason", "finish"),
    [("stop", Finish.STOP), ("length", Finish.LENGTH), ("tool_calls", Finish.TOOL_CALLS)],
)
def test_a_good_reason_to_finish_is_told(reason: str, finish: Finish) -> None:
    assert read(chunk(reason, content="x"))[-1] == Ended(finish)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("sensitive", Kind.CONTENT),
        ("model_context_window_exceeded", Kind.TOO_LONG),
        ("network_error", Kind.CUT),
    ],
)
def test_a_bad_reason_to_finish_is_a_failure(reason: str, kind: Kind) -> None:
    ending = read(chunk(reason, content="x"))[-1]
    assert isinstance(ending, Refused)
    assert ending.failure.kind is kind


def test_nothing_follows_an_error_inside_the_stream() -> None:
    error = json.dumps({"error": {"code": "1302", "message": "slow down"}})
    events = read(chunk(content="One"), error, chunk("stop", content="two"))
    assert events[0] == Said("One")
    assert isinstance(events[1], Refused)
    assert events[1].failure.kind is Kind.RATE
    assert len(events) == 2


def test_a_cut_tool_call_is_not_complete() -> None:
    call = {"index": 0, "function": {"name": "read", "arguments": '{"path": "a'}}
    called, _ = read(chunk(tool_calls=[call]))
    assert called == Called("read", {}, complete=False)


def test_arguments_that_are_no_object_make_no_complete_call() -> None:
    call = {"index": 0, "function": {"name": "read", "arguments": "[1, 2]"}}
    assert read(chunk("tool_calls", tool_calls=[call]))[0] == Called("read", {}, complete=False)


def test_arguments_may_come_as_an_object() -> None:
    call = {"function": {"name": "read", "arguments": {"path": "a"}}}
    assert read(chunk("tool_calls", tool_calls=[call]))[0] == Called("read", {"path": "a"})


def test_a_thought_that_is_left_in_the_text_is_taken_out_of_it() -> None:
    events = read(*(chunk(content=part) for part in ("<thi", "nk>Hm", ".</thin", "k>Yes")), chunk("stop"))
    assert [event for event in events if isinstance(event, Said)] == [Said("Yes")]
    assert "".join(event.text for event in events if isinstance(event, Thought)) == "Hm."


def test_tokens_are_shared_out_by_length_where_only_their_sum_is_told() -> None:
    usage = json.dumps({"choices": [], "usage": {"prompt_tokens": 10, "completion_tokens": 8}})
    ending = read(chunk(reasoning="abc"), chunk("stop", content="d"), usage)[-1]
    assert ending == Ended(Finish.STOP, Usage(10, 0, 6, 2))


@pytest.mark.parametrize(
    "usage",
    [
        {"prompt_tokens": -5, "completion_tokens": 10**30},
        {"prompt_tokens": 10, "completion_tokens": "many", "prompt_tokens_details": {"cached_tokens": 99}},
        {"prompt_tokens": 10, "prompt_tokens_details": [], "completion_tokens_details": None},
    ],
)
def test_figures_that_cannot_be_are_none(usage: dict[str, object]) -> None:
    ending = read(chunk("stop", content="x"), json.dumps({"choices": [], "usage": usage}))[-1]
    assert isinstance(ending, Ended)
    assert ending.usage is not None
    assert 0 <= ending.usage.cached <= ending.usage.prompt <= 10
    assert ending.usage.thinking == ending.usage.answer == 0


def test_objects_of_any_shape_do_no_harm() -> None:
    chosen = random.Random(11)

    def anything(depth: int) -> object:
        if depth == 0:
            return chosen.choice([None, True, -1, 1e308, "", "x", "[DONE]"])
        keys = ["choices", "delta", "error", "usage", "tool_calls", "function", "index", "content"]
        made = [anything(depth - 1) for _ in range(chosen.randint(0, 3))]
        return chosen.choice([made, {chosen.choice(keys): value for value in made}, anything(0)])

    for _ in range(2_000):
        events = read(json.dumps(anything(6)))
        assert isinstance(events[-1], Ended | Refused)


def test_a_deeply_nested_object_is_unreadable_and_no_more() -> None:
    assert isinstance(read("[" * 100_000)[-1], Refused)
