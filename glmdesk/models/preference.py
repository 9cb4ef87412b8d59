"""Which of several plans is the better one: the order of preference, stated.

First come conditions, each before all that follow:

1. It fits with the whole margin, rather than tightly.
2. It has at least 4 bits a weight: below, GLM-4.7-Flash gets noticeably worse (Unsloth's advice).
3. It has 16k tokens of context, or comes nearest to that.
4. It writes at least 2 tokens a second.
5. Its KV cache has at least 8 bits.

Then everything has its price in speed. A tenth more speed is worth 0.14 (its logarithm to base 2), a third of
that above 30 tokens a second, since nobody reads so fast. Doubling the context is worth 0.12 up to 32k, 0.08
up to 64k, 0.05 up to 128k and 0.02 above, but only as far as it can be read within ten minutes. Each bit a
weight more is worth 0.08, up to the 8.5 of Q8_0, beyond which nothing is gained. A 16-bit KV cache is worth
0.03. Of equals the one with less context is taken.
"""

from dataclasses import replace
from math import inf, log2

from glmdesk.core.plan import KvType
from glmdesk.models.placements import Seat
from glmdesk.models.profile import Profile
from glmdesk.models.speed import Speed

LEAST_CONTEXT = 16_384
LEAST_BITS = 4.0
_USABLE_TOKENS_PER_S = 2.0
_FAST_TOKENS_PER_S = 30.0
_ABOVE_FAST = 1 / 3
_CONTEXT_WORTH = ((32_768, 0.12), (65_536, 0.08), (131_072, 0.05), (1 << 40, 0.02))
_PATIENCE_S = 600
_MORE_THAN_NEEDED = -1e-6
_BIT_WORTH, _MOST_BITS = 0.08, 8.5
_F16_WORTH = 0.03

Rank = tuple[float, ...]
"""Compared part by part; the higher is the better plan."""


def rank(profile: Profile, seat: Seat) -> Rank:
    """Where a seat stands in the order of preference."""
    placement = seat.placement
    return (
        seat.verdict,
        profile.bits >= LEAST_BITS,
        min(placement.context_tokens, LEAST_CONTEXT),
        seat.speed.decode >= _USABLE_TOKENS_PER_S,
        placement.kv_type is not KvType.Q4_0,
        _pace(seat.speed.decode)
        + _context(placement.context_tokens, seat.speed.prefill)
        + _BIT_WORTH * min(profile.bits, _MOST_BITS)
        + (_F16_WORTH if placement.kv_type is KvType.F16 else 0),
    )


def ceiling(profile: Profile, seat: Seat, context_tokens: int) -> Rank:
    """The best that `seat` could become with more context: as quick as it is, and all of that readable."""
    placement = replace(seat.placement, context_tokens=context_tokens)
    return rank(profile, replace(seat, placement=placement, speed=Speed(inf, seat.speed.decode)))


def _pace(tokens_per_s: float) -> float:
    slow = min(tokens_per_s, _FAST_TOKENS_PER_S)
    return log2(max(slow, 0.01)) + _ABOVE_FAST * log2(
        max(tokens_per_s, _FAST_TOKENS_PER_S) / _FAST_TOKENS_PER_S
    )


def _context(tokens: int, prefill_tokens_per_s: float) -> float:
    readable = min(tokens, prefill_tokens_per_s * _PATIENCE_S)
    worth, reached = _MORE_THAN_NEEDED * tokens / LEAST_CONTEXT, LEAST_CONTEXT
    for limit, price in _CONTEXT_WORTH:
        if readable > reached:
            worth += price * log2(min(readable, limit) / reached)
        reached = limit
    return worth
