"""What answers cost: by hand for ten usages, by chat, day and month, and never beyond a budget."""

from datetime import datetime
from decimal import Decimal

import pytest

from glmdesk.core.chat import Usage
from glmdesk.core.services import Price
from glmdesk.core.spending import Cost, Spent, affordable_tokens, cost_of, totals

GLM_4_7 = Price(Decimal("0.60"), Decimal("0.11"), Decimal("2.20"))
GLM_5_3 = Price(Decimal("1.40"), Decimal("0.26"), Decimal("4.40"))

BY_HAND = [
    # prompt, cached, thinking, answer; dollars for prompt, cached, thinking, answer
    (GLM_4_7, (1_842, 1_536, 24, 37), ("0.0001836", "0.00016896", "0.0000528", "0.0000814")),
    (GLM_4_7, (1_000_000, 0, 0, 0), ("0.60", "0", "0", "0")),
    (GLM_4_7, (1_000_000, 1_000_000, 0, 0), ("0", "0.11", "0", "0")),
    (GLM_4_7, (0, 0, 1_000_000, 0), ("0", "0", "2.20", "0")),
    (GLM_4_7, (0, 0, 0, 1_000_000), ("0", "0", "0", "2.20")),
    (GLM_4_7, (12_000, 4_000, 3_000, 1_000), ("0.0048", "0.00044", "0.0066", "0.0022")),
    (GLM_5_3, (200_000, 150_000, 10_000, 2_000), ("0.07", "0.039", "0.044", "0.0088")),
    (GLM_5_3, (7, 0, 0, 2), ("0.0000098", "0", "0", "0.0000088")),
    (Price(), (50_000, 0, 900, 100), ("0", "0", "0", "0")),
    (Price(Decimal("0.07"), Decimal("0.01"), Decimal("0.40")), (31, 30, 1, 1),
     ("0.00000007", "0.0000003", "0.0000004", "0.0000004")),
]  # fmt: skip


@pytest.mark.parametrize(("price", "tokens", "dollars"), BY_HAND)
def test_a_cost_is_what_a_person_works_out_by_hand(
    price: Price, tokens: tuple[int, int, int, int], dollars: tuple[str, str, str, str]
) -> None:
    assert cost_of(Usage(*tokens), price) == Cost(*map(Decimal, dollars))


def at(*when: int) -> float:
    """A moment by the local calendar."""
    return datetime.fromisoformat("{:04}-{:02}-{:02}T{:02}:{:02}".format(*when)).astimezone().timestamp()


def spent(when: float, amount: str, chat_id: str = "a") -> Spent:
    """An answer of that amount."""
    return Spent(when, chat_id, "t", "z.ai/glm-4.7", Usage(), Cost(answer=Decimal(amount)))


def test_sums_are_by_chat_by_day_and_by_month() -> None:
    found = totals(
        [
            spent(at(2026, 10, 31, 23, 59), "1"),
            spent(at(2026, 11, 1, 0, 1), "0.1"),
            spent(at(2026, 11, 26, 23, 59), "0.02", "b"),
            spent(at(2026, 11, 27, 0, 1), "0.003"),
            spent(at(2026, 11, 27, 12, 0), "0.0004", "b"),
        ],
        "a",
        at(2026, 11, 27, 22, 0),
    )
    assert found.chat == Decimal("1.103")
    assert found.day == Decimal("0.0034")
    assert found.month == Decimal("0.1234")


def test_what_may_be_written_costs_no_more_than_what_is_left() -> None:
    left = Decimal("0.01")
    tokens = affordable_tokens(left, 5_000, GLM_4_7)
    assert cost_of(Usage(5_000, 0, 0, tokens), GLM_4_7).total <= left
    assert cost_of(Usage(5_000, 0, 0, tokens + 1), GLM_4_7).total > left


def test_nothing_may_be_written_where_the_prompt_alone_costs_too_much() -> None:
    assert affordable_tokens(Decimal("0.001"), 5_000, GLM_4_7) < 0
