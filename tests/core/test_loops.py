"""The guard finds every recorded loop, and none in what people and programs write."""

import json
import random
import sysconfig
from pathlib import Path

import pytest

from glmdesk.core.loops import LoopGuard
from tests.core.repetitive_texts import REPETITIVE

DATA = Path(__file__).parent.parent / "data"
RECORDED = json.loads((DATA / "recorded_loops.json").read_text(encoding="utf-8"))
CONSTRUCTED = json.loads((DATA / "constructed_loops.json").read_text(encoding="utf-8"))
"""Of kinds that a small model was not seen to run into, with the text that repeats and how often."""

MOST_CHARACTERS = 20_000
STANDARD_LIBRARY = Path(sysconfig.get_path("stdlib"))
HERE = Path(__file__).parent.parent.parent


def fed(text, step=7):
    """What the guard finds in a text that comes a few characters at a time, and after how many."""
    guard = LoopGuard()
    for start in range(0, len(text), step):
        if found := guard.feed(text[start : start + step]):
            return found, start + step
    return None, len(text)


def programs():
    """160 modules of the standard library, the same ones each time."""
    modules = sorted(STANDARD_LIBRARY.glob("*.py")) + sorted(STANDARD_LIBRARY.glob("*/*.py"))
    modules = [path for path in modules if "site-packages" not in path.parts and path.stat().st_size > 2_000]
    return random.Random(1).sample(modules, 160)


def prose():
    return [HERE / "LICENSE", HERE / "README.md", HERE / "CHANGELOG.md"]


@pytest.mark.parametrize("loop", RECORDED, ids=lambda loop: loop["name"])
def test_a_recorded_loop_is_found(loop):
    found, after = fed(loop["text"])
    assert found is not None
    assert len(loop["begun"]) < after
    assert found.times >= 2


@pytest.mark.parametrize("loop", CONSTRUCTED, ids=lambda loop: loop["name"])
def test_a_constructed_loop_is_found(loop):
    found, after = fed(loop["before"] + loop["repeats"] * loop["times"])
    assert found is not None
    assert after > len(loop["before"])
    assert found.times >= 2


def test_twenty_kinds_of_loops_are_recorded():
    assert len({loop["name"] for loop in RECORDED}) >= 20
    assert {loop["kind"] for loop in RECORDED} == {"token", "line", "paragraph", "alternating"}


@pytest.mark.parametrize("path", programs(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_program_is_no_loop(path):
    text = path.read_text(encoding="utf-8", errors="replace")[:MOST_CHARACTERS]
    assert fed(text)[0] is None
    assert fed(f"```python\n{text}\n```\n")[0] is None


@pytest.mark.parametrize("path", prose(), ids=lambda path: path.name)
def test_a_licence_and_a_manual_are_no_loops(path):
    assert fed(path.read_text(encoding="utf-8"))[0] is None


@pytest.mark.parametrize("name", REPETITIVE)
def test_what_repeats_itself_on_purpose_is_no_loop(name):
    assert fed(REPETITIVE[name])[0] is None


def test_no_fewer_than_two_hundred_good_texts_are_read():
    assert len(programs()) + len(prose()) + len(REPETITIVE) >= 200


@pytest.mark.parametrize("step", [1, 3, 64, 1000])
def test_it_is_found_however_the_text_is_cut(step):
    assert fed("Let me see. " + "I should check this again. " * 60, step)[0] is not None


def test_it_says_what_repeats():
    found, _ = fed("So.\n" + "Wait, let me reconsider the problem.\n" * 40)
    assert found.text == "Wait, let me reconsider the problem."


def test_what_has_no_sentences_is_shown_from_the_beginning_of_a_word():
    assert fed("the " * 400)[0].text == "the"
    assert fed("So " + "of the largest size " * 100)[0].text in (
        "of the largest size",
        "the largest size of",
        "largest size of the",
        "size of the largest",
    )


def test_a_loop_in_code_takes_longer_to_be_one():
    line = "    assert add(1, 1) == 2\n"
    prose_found, prose_after = fed(line * 200)
    code_found, code_after = fed("```python\n" + line * 200)
    assert prose_found is not None
    assert code_found is not None
    assert code_after > 2 * prose_after
