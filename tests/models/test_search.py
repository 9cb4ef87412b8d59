"""The search finds what trying every placement would find, and looks at less context where it must."""

from itertools import product
from pathlib import Path

import pytest

from glmdesk import paths
from glmdesk.core.plan import KvType
from glmdesk.machine import bandwidth, devices
from glmdesk.machine.devices import Disk, Machine, Ram
from glmdesk.models import catalog, room
from glmdesk.models.memory import allowance
from glmdesk.models.placements import USUAL_BATCH, Placer, choices_of_gpus
from glmdesk.models.preference import rank
from glmdesk.models.profile import Profile
from glmdesk.models.room import Verdict
from glmdesk.models.search import Search, Wish

COMPUTERS = Path(__file__).parent.parent / "data/hardware"
LISTED = bandwidth.listed(paths.resources() / "devices.json")
OFFERS = {
    offer.profile.model: offer.profile for offer in catalog.read(paths.resources() / "models.json").offers
}
CONTEXTS = (16_384, 24_576, 32_768, 49_152, 65_536, 98_304, 131_072, 163_840, 202_752)
GIB = 1024**3


def computer(name: str) -> Machine:
    return bandwidth.with_rates(devices.read(COMPUTERS / f"{name}.json"), LISTED, None)


def best_of_all(known: Profile, machine: Machine) -> tuple[float, ...]:
    placer = Placer(known, machine, allowance)
    tried = product(choices_of_gpus(machine), (KvType.F16, KvType.Q8_0), CONTEXTS)
    seats = (placer.quickest(context, kv, gpus, Verdict.FITS, USUAL_BATCH) for gpus, kv, context in tried)
    return max(rank(known, seat) for seat in seats if seat)


@pytest.mark.parametrize("model", ["glm-4.7-flash-q4_k_m", "glm-4.7-flash-q6_k"])
@pytest.mark.parametrize(
    "name",
    ["rtx-3060-and-rtx-4070", "rtx-3090-and-rtx-3060-ti", "rtx-3060-12gb", "rtx-5090-32gb", "epyc-256gb"],
)
def test_no_placement_is_better_than_the_one_found(name, model):
    machine, known = computer(name), OFFERS[model]
    found = Search(known, machine, allowance).best(Wish())
    assert found is not None
    assert found.rank == best_of_all(known, machine)


def test_where_sixteen_thousand_tokens_have_no_room_the_most_that_has_is_taken():
    """Room is left for 9,000 tokens: more than 8k, less than 12k."""
    known = OFFERS["glm-4.7-flash-q4_k_m"]
    placer = Placer(known, Machine((), Ram(64 * GIB, 64 * GIB), Disk("", 0)), allowance)
    needed = placer.quickest(8192, KvType.Q4_0, (), ubatch=128)
    assert needed is not None
    size = room.held(needed.memory.host) + room.PROCESS_BYTES + 10 * 1024**2
    ram = Ram(17 * GIB, size + room.ram_margin(Ram(17 * GIB, 0)))
    found = Search(known, Machine((), ram, Disk("", 0)), allowance).best(Wish())
    assert found is not None
    assert found.seat.placement.context_tokens == 8192
    assert found.seat.placement.kv_type is KvType.Q4_0


def test_a_model_that_is_larger_than_all_memory_is_sought_no_place_for():
    machine = computer("rtx-3060-12gb")
    assert OFFERS["glm-4.7-flash-bf16"].weights.total > room.all_memory(machine)
    assert Search(OFFERS["glm-4.7-flash-bf16"], machine, allowance).best(Wish()) is None
