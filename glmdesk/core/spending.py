"""What answers of services cost: by their real usage, summed up by chat, day and month, and held to a budget.

Amounts are exact decimals in USD; rounding is left to whoever shows them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from glmdesk.core.chat import Usage
from glmdesk.core.services import Price

_MILLION = Decimal(1_000_000)
_MOST = 10**9


@dataclass(frozen=True, slots=True)
class Cost:
    """USD by what they were paid for; `prompt` is what was not cached."""

    prompt: Decimal = Decimal(0)
    cached: Decimal = Decimal(0)
    thinking: Decimal = Decimal(0)
    answer: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.prompt + self.cached + self.thinking + self.answer

    def __add__(self, other: "Cost") -> "Cost":
        """That of both together."""
        return Cost(
            self.prompt + other.prompt,
            self.cached + other.cached,
            self.thinking + other.thinking,
            self.answer + other.answer,
        )


@dataclass(frozen=True, slots=True)
class Spent:
    """One answer that was paid for; `when` is Unix time in seconds."""

    when: float
    chat_id: str
    turn_id: str
    place: str
    usage: Usage
    cost: Cost
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """USD spent in a chat, and in the day and the month of now, by the local calendar."""

    chat: Decimal = Decimal(0)
    day: Decimal = Decimal(0)
    month: Decimal = Decimal(0)


def cost_of(usage: Usage, price: Price) -> Cost:
    """What `usage` costs; `usage.prompt` includes what was cached, which has its own price."""
    return Cost(
        (usage.prompt - usage.cached) * price.input / _MILLION,
        usage.cached * price.cached / _MILLION,
        usage.thinking * price.output / _MILLION,
        usage.answer * price.output / _MILLION,
    )


def estimate(prompt_tokens: int, written_tokens: int, price: Price) -> Decimal:
    """USD of an answer if nothing is cached."""
    return cost_of(Usage(prompt_tokens, 0, 0, written_tokens), price).total


def totals(spent: Iterable[Spent], chat_id: str, now: float) -> Totals:
    """The sums of what was spent."""
    chat = day = month = Decimal(0)
    today = datetime.fromtimestamp(now).astimezone()
    for one in spent:
        amount = one.cost.total
        then = datetime.fromtimestamp(one.when).astimezone()
        chat += amount if one.chat_id == chat_id else 0
        if (then.year, then.month) == (today.year, today.month):
            month += amount
            day += amount if then.day == today.day else 0
    return Totals(chat, day, month)


def affordable_tokens(left: Decimal, prompt_tokens: int, price: Price) -> int:
    """How many tokens may be written for what is `left` of a budget after the prompt; below 0 for none."""
    after_prompt = left - prompt_tokens * price.input / _MILLION
    return int(after_prompt * _MILLION // price.output) if price.output else 0 if after_prompt < 0 else _MOST
