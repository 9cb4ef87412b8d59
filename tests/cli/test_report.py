"""How a conversation is shown, for machines and for people."""

import io
import json
import sys

import pytest

from glmdesk.cli.report import JsonReport, TextReport
from glmdesk.core.chat import Timing, Usage
from glmdesk.core.plan import Memory, Placement, Plan
from glmdesk.engine.protocol import (
    Answer,
    Cancelled,
    Done,
    Event,
    Failed,
    FailureKind,
    Finish,
    Progress,
    Thinking,
    ToolCalled,
    Warned,
)

TURN: tuple[Event, ...] = (
    Thinking(1, "So ", 1),
    Thinking(1, "be it.", 2),
    Answer(1, "", 1),
    Answer(1, "Ja", 1),
    Answer(1, "wohl.", 1),
    Done(1, Finish.STOP, Usage(10, 4, 3, 3), Timing(0.5, 20.0, 30.0)),
)


PLAN = Plan("tiny.gguf", "F16", 9_000_000, Placement(), Memory())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_machines_get_an_object_a_line_without_empty_texts(capsys: pytest.CaptureFixture[str]) -> None:
    report = JsonReport(PLAN, load_s=2.0)
    for event in (Progress(1, 0.5), *TURN):
        report.show(event)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["thinking", "thinking", "answer", "answer", "done"]
    assert lines[-1] == {
        "event": "done",
        "finish": "stop",
        "usage": {"prompt": 10, "cached": 4, "thinking": 3, "answer": 3},
        "timing": {"load_s": 2.0, "ttft_s": 0.5, "prefill_tps": 20.0, "decode_tps": 30.0},
    }


def test_the_load_counts_for_the_first_turn_alone(capsys: pytest.CaptureFixture[str]) -> None:
    report = JsonReport(PLAN, load_s=2.0)
    for event in (*TURN, *TURN):
        report.show(event)
    done = [json.loads(line) for line in capsys.readouterr().out.splitlines() if '"done"' in line]
    assert [line["timing"]["load_s"] for line in done] == [2.0, 0.0]


@pytest.mark.parametrize(
    ("ending", "finish"),
    [
        (Done(1, Finish.LENGTH), "length"),
        (Cancelled(1), "cancelled"),
        (Failed(1, FailureKind.LOST, "It is gone."), "error"),
    ],
)
def test_every_ending_is_a_done_event(capsys: pytest.CaptureFixture[str], ending: Event, finish: str) -> None:
    JsonReport(PLAN, 0.0).show(ending)
    done = json.loads(capsys.readouterr().out)
    assert (done["event"], done["finish"]) == ("done", finish)


def test_people_get_the_answer_on_one_stream_and_the_thought_on_the_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    report = TextReport()
    for event in (*TURN, *TURN):
        report.show(event)
    shown = capsys.readouterr()
    assert shown.out == "Jawohl.\nJawohl.\n"
    assert shown.err == "So be it.\n\nSo be it.\n\n"


@pytest.mark.parametrize(("no_color", "shown"), [("", "\x1b[2mSo be it.\x1b[0m"), ("1", "So be it.")])
def test_a_thought_is_dim_on_a_terminal_unless_no_colour_is_wanted(
    monkeypatch: pytest.MonkeyPatch, no_color: str, shown: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("NO_COLOR", no_color)
    TextReport().show(Thinking(1, "So be it.", 3))
    assert terminal.getvalue() == shown


def test_people_are_told_of_tool_calls_warnings_and_cut_answers(capsys: pytest.CaptureFixture[str]) -> None:
    report = TextReport()
    report.show(Warned(1, "The template is odd."))
    report.show(Answer(1, "I look", 2))
    report.show(ToolCalled(1, "weather", {"city": "Ulm"}, 9))
    report.show(Done(1, Finish.LENGTH))
    shown = capsys.readouterr()
    assert shown.out == "I look\n"
    assert shown.err == (
        "The template is odd.\nThe model calls weather(city=Ulm).\n"
        "The answer was cut at its limit of tokens.\n"
    )
