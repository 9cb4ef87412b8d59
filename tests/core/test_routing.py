"""Routing: each rule with its reason, the first one that applies, and never without leave."""

from dataclasses import replace

import pytest

from glmdesk.core.routing import Question, Route, looks_hard, route

PLACE = "z.ai/glm-4.7"
EASY = Question("What is a list?", 400, 8_192, place=PLACE, consented=True)


def test_an_easy_question_stays_here() -> None:
    assert route(EASY).place == ""


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"prompt_tokens": 9_000}, "It does not fit the context here."),
        ({"local_ready": False}, "No local model is ready."),
        ({"on_battery": True}, "This computer runs on its battery."),
        ({"text": "Prove that there are infinitely many primes."}, "It looks hard."),
    ],
)
def test_what_speaks_against_this_computer_sends_it_away(change: dict[str, object], reason: str) -> None:
    assert route(replace(EASY, **change)) == Route(PLACE, reason)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"consented": False}, "This chat was not allowed to go to a service."),
        ({"place": ""}, "This chat was not allowed to go to a service."),
        ({"project": True}, "A project is attached, and it stays here."),
        ({"affordable": False}, "The budget is used up."),
    ],
)
def test_what_must_stay_stays_whatever_else_speaks_for_the_cloud(
    change: dict[str, object], reason: str
) -> None:
    everything = replace(EASY, prompt_tokens=9_000, local_ready=False, on_battery=True, text="Prove it.")
    assert route(replace(everything, **change)) == Route("", reason)


@pytest.mark.parametrize("text", ["x" * 2_000, "Why? How? When?", "```a```b```c```", "Please refactor this."])
def test_signs_of_a_hard_question(text: str) -> None:
    assert looks_hard(text)


@pytest.mark.parametrize("text", ["", "What is a list?", "Proof-read this line.", "```x```"])
def test_other_questions_do_not_look_hard(text: str) -> None:
    assert not looks_hard(text)
