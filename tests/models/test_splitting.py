"""Layers are shared between cards as their room allows, the quickest first."""

from pathlib import Path

import pytest

from glmdesk.core.plan import Placement
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import profile, room
from glmdesk.models.memory import allowance, predict
from glmdesk.models.profile import Profile
from glmdesk.models.splitting import missing, split

GIB = 1024**3
RAM = Ram(64 * GIB, 60 * GIB)


@pytest.fixture(scope="module")
def glm(twin: Path) -> Profile:
    return profile.read(twin)


def card(name: str, free_gib: float, rate: float) -> Device:
    size = int(free_gib * GIB)
    return Device(name, name, Kind.GPU, "CUDA", size, size, bandwidth_bytes_per_s=rate)


def leaves_margins(glm: Profile, placement: Placement, cards: tuple[Device, ...]) -> bool:
    memory = predict(glm, placement, cards, RAM)
    return all(
        taken.margin_bytes >= room.gpu_margin(gpu) for gpu, taken in zip(cards, memory.devices, strict=True)
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_quicker_card_is_filled_first_wherever_it_stands(glm, turned):
    quick, slow = card("quick", 16, 900e9), card("slow", 16, 300e9)
    cards = (slow, quick) if turned else (quick, slow)
    counts = split(glm, Placement(), cards, allowance)
    assert sum(counts) == 48
    of = dict(zip((c.id for c in cards), counts, strict=True))
    assert of["quick"] > 1.5 * of["slow"]
    assert leaves_margins(glm, Placement(split=counts), cards)


@pytest.mark.parametrize("sizes", [(12, 12), (8, 16), (16, 8), (6, 6, 6, 6), (24, 4)])
def test_every_card_keeps_its_margin(glm, sizes):
    cards = tuple(card(str(i), size, 500e9) for i, size in enumerate(sizes))
    placement = Placement(cpu_expert_layers=8)
    assert missing(glm, placement, cards, allowance) < 0
    counts = split(glm, placement, cards, allowance)
    assert sum(counts) == 48
    assert leaves_margins(glm, Placement(cpu_expert_layers=8, split=counts), cards)


def test_what_is_too_large_overflows_the_last_card(glm):
    cards = (card("a", 4, 500e9), card("b", 4, 500e9))
    assert missing(glm, Placement(), cards, allowance) > 8 * GIB
    counts = split(glm, Placement(), cards, allowance)
    assert sum(counts) == 48
    assert counts[1] > counts[0]


def test_only_the_layers_on_gpus_are_shared(glm):
    cards = (card("a", 8, 500e9), card("b", 8, 500e9))
    counts = split(glm, Placement(gpu_layers=21), cards, allowance)
    assert sum(counts) == 21
