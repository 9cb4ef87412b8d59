"""Predictions against what people measured on real cards, drivers and overhead included."""

import pytest

from glmdesk import paths
from glmdesk.core.plan import KvType, Placement
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import catalog, room
from glmdesk.models.memory import allowance, predict

MIB = 1024**2
RAM = Ram(64 * 1024 * MIB, 56 * 1024 * MIB)
(UD_Q4_K_XL,) = (
    offer.profile
    for offer in catalog.read(paths.resources() / "models.json").offers
    if offer.profile.quant == "UD-Q4_K_XL"
)


def used(name: str, backend: str, total_mib: int, placement: Placement) -> int:
    """Bytes of the card that are in use once the model is loaded."""
    card = Device("X0", name, Kind.GPU, backend, total_mib * MIB, total_mib * MIB)
    (taken,) = predict(UD_Q4_K_XL, placement, (card,), RAM).devices
    return room.held(taken) + allowance(card)


@pytest.mark.parametrize(
    ("context", "experts", "batch", "measured_mib"),
    [(32_768, 12, 1024, 14_357), (131_072, 20, 1024, 14_743), (202_752, 28, 512, 14_017)],
)
def test_a_radeon_with_sixteen_gigabytes(context, experts, batch, measured_mib):
    """RX 9070 XT with ROCm, q8_0 cache: kr4ckhe4d/local-llm-benchmarks."""
    placement = Placement(context, KvType.Q8_0, cpu_expert_layers=experts, ubatch=batch)
    assert used("RX 9070 XT", "ROCm", 16_304, placement) / MIB == pytest.approx(measured_mib, rel=0.04)


def test_a_geforce_with_twenty_four_gigabytes():
    """RTX 4090, 131,072 tokens at q8_0, batches of 1,024: about 23 GB (unsloth.ai/docs/models/glm-4.7-flash).

    The servers of that time kept a row of logits for every token of a batch, glmdesk keeps one.
    """
    placement = Placement(131_072, KvType.Q8_0, ubatch=1024)
    logits = 1023 * 4 * UD_Q4_K_XL.shape.vocabulary
    taken = used("RTX 4090", "CUDA", 24_564, placement)
    assert taken == pytest.approx(23e9, rel=0.04)
    assert taken + logits == pytest.approx(23e9, rel=0.02)
