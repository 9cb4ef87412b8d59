"""A model that is slower than it should be: the likeliest reason, by what is to be seen."""

import os
from dataclasses import replace

import pytest

from glmdesk.core.plan import DeviceMemory, FlashAttention, Memory, Placement
from glmdesk.machine.devices import Device, Kind, Machine, Ram
from glmdesk.machine.slowness import Signs, look, reason

GIB = 1024**3
CARD = Device("CUDA0", "RTX 4070", Kind.GPU, "CUDA", 12 * GIB, 11 * GIB)
STRANGER = replace(CARD, id="", name="RX 7600", used=False, reason="Install the Vulkan engine.")
MACHINE = Machine((CARD,), Ram(32 * GIB, 20 * GIB))
ON_CARD = Placement(device="CUDA0", gpu_layers=48)
ROOMY = Memory((DeviceMemory("CUDA0", margin_bytes=2 * GIB),))


@pytest.mark.parametrize(
    ("signs", "placement", "memory", "words"),
    [
        (Signs(on_battery=True), ON_CARD, ROOMY, "battery"),
        (Signs(others_percent=70.0), ON_CARD, ROOMY, "take 70 % of the processor"),
        (Signs(available_bytes=GIB // 4), ON_CARD, ROOMY, "read from the disk again"),
        (Signs(), ON_CARD, Memory((DeviceMemory("CUDA0", margin_bytes=GIB // 16),)), "GPU is full"),
        (Signs(), replace(ON_CARD, flash_attention=FlashAttention.OFF), ROOMY, "flash attention is off"),
        (Signs(), ON_CARD, ROOMY, "No reason is to be seen"),
    ],
)
def test_the_likeliest_reason_is_told(signs, placement, memory, words):
    assert words in reason(signs, placement, memory, MACHINE)


def test_a_card_that_is_not_used_comes_before_all_else():
    machine = replace(MACHINE, devices=(STRANGER,))
    said = reason(Signs(on_battery=True), Placement(gpu_layers=0), Memory(), machine)
    assert said == "Probably because the RX 7600 is not used. Install the Vulkan engine."


def test_this_computer_can_be_looked_at():
    signs = look(os.getpid())
    assert 0 <= signs.others_percent <= 100
    assert signs.available_bytes > 0
    assert look(2**22 + 1).others_percent == 0.0
