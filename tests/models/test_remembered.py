"""A placement that worked is remembered for one file, wish and computer, until it is to be forgotten."""

from pathlib import Path

import pytest

from glmdesk.core.plan import KvType, Placement
from glmdesk.models.remembered import Origin, Placements, Remembered

SMALL = Remembered(Placement(4096, KvType.Q8_0), Origin.SMALLER)
TUNED = Remembered(Placement(8192, split=(1, 2)), Origin.TUNED, 900.0, 31.5)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"weights")
    return path


def known(tmp_path: Path, computer: str = "this one") -> Placements:
    return Placements(tmp_path / "placements.json", computer)


def test_what_was_kept_is_found_after_a_restart(tmp_path, model):
    known(tmp_path).keep(model, 0, TUNED)
    assert known(tmp_path).of(model, 0) == TUNED


def test_another_wish_computer_or_file_knows_nothing_of_it(tmp_path, model):
    known(tmp_path).keep(model, 0, SMALL)
    assert known(tmp_path).of(model, 8192) is None
    assert known(tmp_path, "with another driver").of(model, 0) is None
    assert known(tmp_path).of(tmp_path / "other.gguf", 0) is None
    model.write_bytes(b"other weights")
    assert known(tmp_path).of(model, 0) is None


def test_the_newest_takes_the_place_of_what_was_there(tmp_path, model):
    known(tmp_path).keep(model, 0, TUNED)
    known(tmp_path).keep(model, 0, SMALL)
    assert known(tmp_path).of(model, 0) == SMALL


def test_forgetting_what_failed_leaves_what_was_tuned(tmp_path, model):
    known(tmp_path).keep(model, 0, SMALL)
    known(tmp_path).keep(model, 4096, TUNED)
    assert known(tmp_path).forget(model, Origin.SMALLER)
    assert not known(tmp_path).forget(model, Origin.SMALLER)
    assert known(tmp_path).of(model, 0) is None
    assert known(tmp_path).of(model, 4096) == TUNED


@pytest.mark.parametrize("content", ["", "{}", '[{"file": 3}]', "[[[["])
def test_a_spoiled_file_is_no_memory(tmp_path, model, content):
    (tmp_path / "placements.json").write_text(content)
    assert known(tmp_path).of(model, 0) is None
    known(tmp_path).keep(model, 0, SMALL)
    assert known(tmp_path).of(model, 0) == SMALL
