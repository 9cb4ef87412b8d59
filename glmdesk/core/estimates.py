"""How long and how dear the next answer will be, here and at a service, from what the last ones took."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from glmdesk.core.chat import Message, Role
from glmdesk.core.services import Price
from glmdesk.core.spending import estimate

USUAL_ANSWER = 500  # tokens, thinking included, before there is an answer to go by
_USUAL_CLOUD_RATE = 60.0  # tokens/s
_USUAL_CLOUD_WAIT_S = 1.5


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds, None where nothing is known to go by; USD, None where the price is not known."""

    seconds: float | None
    usd: Decimal | None


def here(messages: Sequence[Message], prompt_tokens: int) -> Estimate:
    """An answer of the local model, by its last one; what was read before counts as cached."""
    last = _last(messages, local=True)
    if last is None or last.timing is None or last.usage is None or last.timing.decode_tps <= 0:
        return Estimate(None, Decimal(0))
    fresh = max(0, prompt_tokens - last.usage.prompt - last.usage.thinking - last.usage.answer)
    reading = fresh / last.timing.prefill_tps if last.timing.prefill_tps > 0 else 0.0
    return Estimate(reading + written_tokens(messages) / last.timing.decode_tps, Decimal(0))


def there(messages: Sequence[Message], prompt_tokens: int, price: Price | None) -> Estimate:
    """An answer of a service, by its last one or else by what is usual."""
    last = _last(messages, local=False)
    rate, wait_s = _USUAL_CLOUD_RATE, _USUAL_CLOUD_WAIT_S
    if last is not None and last.timing is not None and last.timing.decode_tps > 0:
        rate, wait_s = last.timing.decode_tps, last.timing.ttft_s
    written = written_tokens(messages)
    usd = estimate(prompt_tokens, written, price) if price is not None else None
    return Estimate(wait_s + written / rate, usd)


def written_tokens(messages: Sequence[Message]) -> int:
    """How long an answer of this chat is on average."""
    told = [m.usage.thinking + m.usage.answer for m in messages if m.role is Role.ASSISTANT and m.usage]
    return round(sum(told) / len(told)) if told else USUAL_ANSWER


def _last(messages: Sequence[Message], *, local: bool) -> Message | None:
    answers = (m for m in reversed(messages) if m.role is Role.ASSISTANT and m.usage is not None)
    return next((message for message in answers if bool(message.place) is not local), None)
