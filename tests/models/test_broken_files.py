"""Damaged models are refused, or planned, with an error for people at most; a worker that loads one survives.

All 2,000 flips go through real workers by hand: `python -m tests.benchmarks.broken_files`.
"""

import shutil
from pathlib import Path

import pytest

from glmdesk.core.errors import ModelUnusable
from glmdesk.models import gguf
from tests.benchmarks.broken_files import MOST_BYTES, Workers, planned
from tests.models.broken import Flip, flipped, flips, lengths


@pytest.fixture
def model(tiny_glm: Path, tmp_path: Path) -> Path:
    """A file of its own to damage."""
    return shutil.copyfile(tiny_glm, tmp_path / "broken.gguf")


def test_a_changed_byte_anywhere_ends_in_a_plan_or_a_refusal(model):
    ends = set()
    for flip in flips(model, 2000):
        with flipped(model, flip):
            ends.add(end := planned(model))
            assert end in {"planned", "refused"}, flip
    assert ends == {"planned", "refused"}


def test_a_file_that_was_cut_anywhere_is_refused_and_says_so(model):
    for length in lengths(model, 7, 49_999):
        with model.open("r+b") as file:
            file.truncate(length)
        with pytest.raises(ModelUnusable, match=r"broken\.gguf"):
            gguf.check(model)


def test_a_worker_takes_damaged_files_without_harm(model):
    workers = Workers()
    try:
        for flip in flips(model, 12, seed=3):
            with flipped(model, flip):
                assert workers.load_and_ask(model)
    finally:
        workers.close()
    assert 0 < workers.peak_bytes < MOST_BYTES


def test_a_worker_that_llama_cpp_aborts_is_gone_at_once_without_a_debugger(model):
    """The key of the rope's width is renamed, so another width is taken, which contradicts the tensors."""
    place = model.read_bytes().index(b"deepseek2.rope.dimension_count") + len(b"deepseek2.rope.dime")
    workers = Workers()
    try:
        with flipped(model, Flip(place, 8)):
            assert workers.load_and_ask(model) == "worker lost at load: abort"
        assert "LWP" not in workers.worker.log
    finally:
        workers.close()
