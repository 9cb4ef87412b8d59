"""The order of preference is the one that is stated."""

from dataclasses import replace
from pathlib import Path

import pytest

from glmdesk.core.plan import KvType, Memory, Placement
from glmdesk.models import profile
from glmdesk.models.placements import Seat
from glmdesk.models.preference import rank
from glmdesk.models.profile import Profile
from glmdesk.models.room import Verdict
from glmdesk.models.speed import Speed


@pytest.fixture(scope="module")
def four_bits(twin: Path) -> Profile:
    return profile.read(twin)


@pytest.fixture(scope="module")
def two_bits(four_bits: Profile) -> Profile:
    weights = four_bits.weights
    return replace(four_bits, weights=weights.scaled_to(weights.total * 3 // 5))


def seat(
    decode: float = 20.0,
    context: int = 16_384,
    kv: KvType = KvType.Q8_0,
    verdict: Verdict = Verdict.FITS,
    prefill: float = 1000.0,
) -> Seat:
    placement = Placement(context_tokens=context, kv_type=kv)
    return Seat(placement, (), Memory(), Speed(prefill, decode), verdict)


def test_conditions_come_in_their_order(four_bits, two_bits):
    in_order = [
        rank(four_bits, seat(1.9, 8192, KvType.Q4_0)),
        rank(four_bits, seat(1.9, 16_384, KvType.F16)),
        rank(four_bits, seat(2.1, 16_384, KvType.Q4_0)),
        rank(four_bits, seat(2.0, 16_384, KvType.Q8_0)),
    ]
    assert in_order == sorted(in_order)
    assert rank(two_bits, seat(500, 200_000)) < in_order[0]
    assert rank(four_bits, seat(500, 200_000, verdict=Verdict.TIGHT)) < rank(two_bits, seat(3, 4096))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (seat(20, 32_768), seat(20, 16_384)),
        (seat(20, 16_384), seat(18, 16_384)),
        (seat(20, 16_384, KvType.F16), seat(20, 16_384)),
        (seat(19, 32_768), seat(20, 16_384)),  # twice the context for a twentieth of the speed
        (seat(20, 16_384), seat(17, 32_768)),  # but not for a sixth
        (seat(100, 65_536), seat(110, 32_768)),  # above 30 tokens/s speed is worth a third
        (seat(20, 16_384), seat(20, 16_384 + 256, prefill=1.0)),  # nobody waits for hours
    ],
)
def test_everything_has_its_price(four_bits, better, worse):
    assert rank(four_bits, better) > rank(four_bits, worse)


def test_more_bits_are_worth_some_speed_up_to_eight_and_a_half(four_bits):
    def bits(count: float) -> Profile:
        weights = four_bits.weights
        return replace(four_bits, weights=weights.scaled_to(round(count * four_bits.parameters / 8)))

    assert rank(bits(8.5), seat(50)) > rank(bits(4.7), seat(80))
    assert rank(bits(8.5), seat(50)) > rank(bits(16), seat(49))
    assert rank(bits(8.5), seat(10)) < rank(bits(4.7), seat(20))
