"""All models at a glance: what is on offer and what is on the disk, each once, each with its verdict."""

from dataclasses import replace
from pathlib import Path

import pytest

from glmdesk.core.plan import KvType
from glmdesk.machine import devices
from glmdesk.machine.devices import Disk
from glmdesk.models import catalog
from glmdesk.models.computer import Computer
from glmdesk.models.library import ModelFile, named
from glmdesk.models.occupancy import occupancy, unused
from glmdesk.models.survey import prices, profile_of, survey
from glmdesk.paths import resources

HARDWARE = Path(__file__).parent.parent / "data/hardware"
OFFERS = catalog.read(resources() / "models.json")


def computer(name: str) -> Computer:
    return Computer(devices.read(HARDWARE / f"{name}.json"))


def test_models_that_fit_come_first_and_the_others_say_why_not(tiny_glm):
    found = survey(OFFERS, (named(tiny_glm),), computer("rtx-4060-ti-16gb"))
    assert len(found) == len(OFFERS.offers) + len(OFFERS.relatives) + 1
    fitting = [each.plan is not None for each in found]
    assert fitting == sorted(fitting, reverse=True)
    assert all(each.why.endswith(".") for each in found)
    here = next(each for each in found if each.path)
    assert (here.path, here.plan is not None) == (str(tiny_glm), True)


def test_a_file_on_offer_that_is_here_is_one_model(tmp_path):
    offer = OFFERS.offers[0]
    file = ModelFile(tmp_path / offer.file, "mine")
    found = survey(OFFERS, (file,), computer("rtx-4060-ti-16gb"))
    (here,) = [each for each in found if each.path]
    assert (here.model, here.name, here.path) == (
        offer.profile.model,
        "GLM-4.7-Flash UD-Q4_K_XL",
        str(file.path),
    )


def test_a_broken_file_is_listed_with_what_is_wrong(tmp_path):
    path = tmp_path / "broken.gguf"
    path.write_bytes(b"GGUF")
    (found,) = [e for e in survey(OFFERS, (named(path),), computer("cpu-64gb-ddr5")) if e.path]
    assert found.plan is None
    assert "broken.gguf" in found.why


@pytest.mark.parametrize(
    ("hardware", "promising", "says"),
    [
        ("rtx-4060-ti-16gb", [False, False], "; this computer has"),
        ("apple-m3-ultra-512gb", [True, False], "How fast it is shows once it is here."),
    ],
)
def test_the_far_larger_relatives_come_last_with_what_they_would_take(hardware, promising, says):
    *_, larger, largest = survey(OFFERS, (), computer(hardware))
    assert [larger.model, largest.model] == ["glm-4.7", "glm-5"]
    assert [larger.promising, largest.promising] == promising
    assert larger.why.startswith("GLM-4.7 takes about 205 GB at 4 bits and needs about 210 GiB")
    assert says in larger.why


def test_a_relative_that_is_here_is_listed_as_the_file_it_is(tiny_glm, tmp_path):
    path = tmp_path / "GLM-4.7-UD-Q4_K_XL-00001-of-00005.gguf"
    path.write_bytes(tiny_glm.read_bytes())
    models = [each.model for each in survey(OFFERS, (named(path),), computer("apple-m3-ultra-512gb"))]
    assert "glm-4.7" not in models
    assert str(path) in models


def test_what_the_disk_has_no_room_for_is_refused():
    target = computer("rtx-4060-ti-16gb")
    target = replace(target, machine=replace(target.machine, disk=Disk("", 1 << 30)))
    found = survey(OFFERS, (), target)
    assert all(each.plan is None and not each.promising for each in found)
    assert "the disk only 1.0 GiB free" in found[0].why


def test_context_has_its_price(tiny_glm):
    target = computer("rtx-4060-ti-16gb")
    known = profile_of("glm-4.7-flash-ud-q4_k_xl", OFFERS)
    plans = prices(known, target, KvType.Q8_0)
    assert [p.placement.context_tokens for p in plans[:3]] == [8192, 16_384, 24_576]
    moved = [p.placement.cpu_expert_layers for p in plans]
    assert moved == sorted(moved)
    assert profile_of(str(tiny_glm), OFFERS).shape.layers == 4


@pytest.mark.parametrize("name", sorted(path.stem for path in HARDWARE.glob("*.json")))
def test_the_bars_of_every_computer_add_up(name):
    target = computer(name)
    for each in survey(OFFERS, (), target):
        if each.plan is None:
            continue
        bars = occupancy(each.plan.memory, target.machine)
        shared = [gpu for gpu in target.machine.gpus if gpu.unified and gpu.id in each.plan.placement.device]
        assert len(bars) == len(each.plan.memory.devices) + (0 if shared else 1)
        for bar in bars:
            taken = bar.others_bytes + bar.weights_bytes + bar.kv_bytes + bar.compute_bytes
            assert 0 < taken + (bar.margin_bytes if each.plan.verdict == "fits" else 0) <= bar.total_bytes
        everything = sum(bar.weights_bytes for bar in bars)
        parts = (*each.plan.memory.devices, each.plan.memory.host)
        assert everything == sum(part.weights_bytes for part in parts)


def test_a_gpu_that_is_left_out_says_why():
    left_out = unused(computer("rtx-3060-that-the-engine-cannot-use").machine)
    assert [bool(device.reason) for device in left_out] == [True]
