"""What a load really took corrects the next prediction, more readily upwards."""

from glmdesk.core.plan import DeviceMemory
from glmdesk.machine.devices import Device, Kind
from glmdesk.models import correction
from glmdesk.models.correction import Corrections
from glmdesk.models.memory import allowance

MIB, GIB = 1024**2, 1024**3
CARD = Device("CUDA0", "RTX 3090", Kind.GPU, "CUDA", 24 * GIB, 23 * GIB, "0000:01:00.0")
PREDICTED = DeviceMemory("CUDA0", 10 * GIB, GIB, 200 * MIB)
BEFORE = DeviceMemory("CUDA0", 10 * GIB, GIB, 300 * MIB, free_bytes=23 * GIB)


def test_without_experience_the_driver_gets_its_usual_allowance():
    assert Corrections().reserve(CARD) == allowance(CARD)


def test_buffers_that_were_larger_are_remembered_at_once():
    learned = Corrections("b123").learned(CARD, PREDICTED, BEFORE)
    assert learned.reserve(CARD) == allowance(CARD) + 100 * MIB


def test_what_the_driver_took_replaces_the_allowance():
    buffers = 11 * GIB + 300 * MIB
    more = Corrections().learned(CARD, PREDICTED, BEFORE, free_after=23 * GIB - buffers - 900 * MIB)
    assert more.reserve(CARD) == 1000 * MIB
    less = Corrections().learned(CARD, PREDICTED, BEFORE, free_after=23 * GIB - buffers - 150 * MIB)
    assert less.reserve(CARD) == (allowance(CARD) + 250 * MIB) // 2


def test_what_is_reserved_has_a_bound():
    most = Corrections().learned(CARD, PREDICTED, BEFORE, free_after=0)
    assert most.reserve(CARD) == 3 * GIB


def test_another_card_or_engine_learns_for_itself():
    learned = Corrections("b1").learned(CARD, PREDICTED, BEFORE, free_after=0)
    other = Device("CUDA1", "RTX 3090", Kind.GPU, "CUDA", pci="0000:02:00.0")
    assert learned.reserve(other) == allowance(other)
    assert Corrections("b2", learned.extra_bytes).reserve(CARD) == allowance(CARD)


def test_what_was_learned_survives_a_restart(tmp_path):
    path = tmp_path / "corrections.json"
    learned = Corrections("b1").learned(CARD, PREDICTED, BEFORE, free_after=0)
    correction.save(path, learned)
    assert correction.load(path, "b1") == learned
    assert list(tmp_path.iterdir()) == [path]


def test_a_spoiled_file_is_no_experience(tmp_path):
    path = tmp_path / "corrections.json"
    assert correction.load(path, "b1") == Corrections("b1")
    for content in ("", "[]", '{"a": "much", "b": -5, "c": 99999999999999}'):
        path.write_text(content)
        assert correction.load(path, "b1") == Corrections("b1")
