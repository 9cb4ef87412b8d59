"""What the next answer takes: by the last one of its place, or by what is usual."""

from decimal import Decimal

import pytest

from glmdesk.core.chat import Message, Role, Text, Timing, Usage
from glmdesk.core.estimates import USUAL_ANSWER, Estimate, here, there
from glmdesk.core.services import Price

GLM_4_7 = Price(Decimal("0.60"), Decimal("0.11"), Decimal("2.20"))


def answer(place: str, usage: Usage, timing: Timing) -> Message:
    """An answer that was measured."""
    return Message(Role.ASSISTANT, (Text("So."),), usage=usage, timing=timing, place=place)


LOCAL = answer("", Usage(1_000, 0, 300, 100), Timing(2.0, 500.0, 20.0))
CLOUD = answer("z.ai", Usage(1_400, 0, 100, 100), Timing(0.5, 0.0, 100.0))


def test_without_a_local_answer_there_is_nothing_to_go_by() -> None:
    assert here([], 500) == Estimate(None, Decimal(0))
    assert here([CLOUD], 500).seconds is None


def test_here_only_what_is_new_is_read() -> None:
    assert here([LOCAL], 1_900).seconds == pytest.approx(500 / 500 + 400 / 20)


def test_there_the_last_answer_of_the_service_counts() -> None:
    told = there([LOCAL, CLOUD], 1_900, GLM_4_7)
    assert told.seconds == pytest.approx(0.5 + 300 / 100)
    assert told.usd == (1_900 * GLM_4_7.input + 300 * GLM_4_7.output) / 1_000_000


def test_there_without_an_answer_the_usual_counts() -> None:
    told = there([], 1_000, GLM_4_7)
    assert told.usd == (1_000 * GLM_4_7.input + USUAL_ANSWER * GLM_4_7.output) / 1_000_000


def test_without_a_price_nothing_is_said_of_money() -> None:
    assert there([], 1_000, None).usd is None
