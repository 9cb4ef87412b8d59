"""How much must stay free, and when memory that is shared counts twice."""

import pytest

from glmdesk.core.plan import DeviceMemory, HostMemory, Memory
from glmdesk.machine.devices import Device, Kind, Ram
from glmdesk.models import room
from glmdesk.models.room import Shortage, Verdict

MIB, GIB = 1024**2, 1024**3
RAM = Ram(32 * GIB, 20 * GIB)


def card(total: int = 16 * GIB, *, unified: bool = False, carved: int = 0) -> Device:
    return Device("A", "Card", Kind.GPU, "CUDA", total, total, unified=unified, carved_bytes=carved)


def taking(gpu: Device, size: int, host: int = 0) -> Memory:
    taken = DeviceMemory(gpu.id, size, 0, 0, gpu.free_bytes, gpu.free_bytes - size)
    return Memory((taken,), HostMemory(host, 0, 0, RAM.available_bytes))


@pytest.mark.parametrize(
    ("total_gib", "margin_mib"), [(4, 384), (8, 512), (12, 768), (16, 1024), (24, 1024), (96, 1024)]
)
def test_a_card_keeps_a_sixteenth_but_a_gibibyte_at_most(total_gib, margin_mib):
    assert room.gpu_margin(card(total_gib * GIB)) == margin_mib * MIB


@pytest.mark.parametrize(
    ("total_gib", "margin_mib"), [(8, 768), (16, 1024), (32, 2048), (64, 3072), (512, 3072)]
)
def test_the_ram_keeps_more(total_gib, margin_mib):
    assert room.ram_margin(Ram(total_gib * GIB, total_gib * GIB)) == margin_mib * MIB


@pytest.mark.parametrize(
    ("left_mib", "verdict"),
    [(1024, Verdict.FITS), (1023, Verdict.TIGHT), (410, Verdict.TIGHT), (409, Verdict.NO), (-1, Verdict.NO)],
)
def test_the_verdict_goes_by_what_is_left_of_the_margin(left_mib, verdict):
    gpu = card()
    memory = taking(gpu, 16 * GIB - left_mib * MIB)
    assert room.verdict(memory, (gpu,), RAM) is verdict
    assert room.gpus_verdict(memory, (gpu,)) is verdict


def test_ram_that_is_too_little_is_a_verdict_too():
    gpu = card()
    memory = taking(gpu, GIB, host=19 * GIB)
    assert room.gpus_verdict(memory, (gpu,)) is Verdict.FITS
    assert room.verdict(memory, (gpu,), RAM) is Verdict.NO
    short = room.shortage(memory, (gpu,), RAM)
    assert short == Shortage("", 2 * GIB + 19 * GIB + room.PROCESS_BYTES - 20 * GIB)


def test_shared_memory_counts_for_the_ram_unless_it_was_set_aside():
    shared = card(18 * GIB, unified=True)
    assert room.ram_left(taking(shared, 10 * GIB), (shared,), RAM) == 10 * GIB - room.PROCESS_BYTES
    aside = card(18 * GIB, unified=True, carved=8 * GIB)
    assert room.ram_left(taking(aside, 10 * GIB), (aside,), RAM) == 18 * GIB - room.PROCESS_BYTES
    own = card(18 * GIB)
    assert room.ram_left(taking(own, 10 * GIB), (own,), RAM) == 20 * GIB - room.PROCESS_BYTES


def test_the_shortage_is_where_most_is_missing():
    gpu = card()
    assert room.shortage(taking(gpu, 17 * GIB), (gpu,), RAM) == Shortage("Card", 2 * GIB)
    assert room.shortage(taking(gpu, GIB), (gpu,), RAM).missing_bytes < 0


def test_without_a_gpu_only_the_ram_counts():
    memory = Memory((), HostMemory(10 * GIB))
    assert room.verdict(memory, (), RAM) is Verdict.FITS
    assert room.gpus_verdict(memory, ()) is Verdict.FITS
