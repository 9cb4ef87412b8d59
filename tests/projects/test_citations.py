"""A cited place holds when file, lines and the names beside it are there; else the answer says why not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glmdesk.core.citations import Citation
from glmdesk.projects.citations import checked
from glmdesk.projects.project import opened
from tests.projects.trees import plant

CODE = "import os\n\ndef open_door(key):\n    return key\n\ndef close_door():\n    return None"


@pytest.fixture
def cited(tmp_path: Path) -> Iterator[Callable[[str], tuple[Citation, ...]]]:
    """The citations of an answer about a small project, checked."""
    files = {
        "src/door.py": CODE + "\n" * 20,
        "a/same.py": "x = 1\n",
        "b/same.py": "x = 1\n",
        "Makefile": "all:\n",
    }
    with opened(plant(tmp_path / "p", files), tmp_path / "cache", rules=()) as index:
        for _ in index.refresh():
            pass
        yield lambda answer: checked(answer, index.files.read, index.ending)


@pytest.mark.parametrize(
    "answer",
    [
        "It is in src/door.py:3-4.",
        "It is in `src/door.py:3`.",
        "See [the door](src/door.py#L3-L4).",
        "`open_door` opens it (src/door.py:3–4).",
        "`Door.open_door()` opens it (door.py:3).",
        "The rule is in Makefile:1.",
        "`open_door` (src/door.py:3) and `close_door` (src/door.py:6-7).",
    ],
)
def test_a_true_citation_holds(cited: Callable[[str], tuple[Citation, ...]], answer: str) -> None:
    assert {citation.why for citation in cited(answer)} == {""}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("It is in src/window.py:3.", "There is no file src/window.py in the project."),
        ("It is in src/door.py:3-400.", "src/door.py has 26 lines."),
        ("It is in src/door.py:9-3.", "Lines 9-3 are no lines."),
        ("It is in src/door.py:0.", "Lines 0-0 are no lines."),
        ("`lock_door` does it (src/door.py:3-4).", "lock_door is not in these lines."),
        ("`open_door` does it (src/door.py:20-21).", "open_door is not in these lines."),
        ("It is in same.py:1.", "2 files are called same.py."),
        ("It is in ../../etc/passwd.txt:1.", "There is no file ../../etc/passwd.txt in the project."),
    ],
)
def test_a_false_citation_says_why(
    cited: Callable[[str], tuple[Citation, ...]], answer: str, why: str
) -> None:
    (citation,) = cited(answer)
    assert (citation.holds, citation.why) == (False, why)


def test_a_citation_knows_its_place_in_the_answer_and_the_full_path(
    cited: Callable[[str], tuple[Citation, ...]],
) -> None:
    answer = "Look at door.py:3-4, please."
    (citation,) = cited(answer)
    assert answer[citation.start : citation.end] == "door.py:3-4"
    assert (citation.path, citation.first, citation.last) == ("src/door.py", 3, 4)


@pytest.mark.parametrize(
    "answer", ["at 12:30", "localhost:8080", "https://example.org/a.py:80", "a: 1", "3:4", ""]
)
def test_what_is_no_place_in_a_file_is_left_alone(
    cited: Callable[[str], tuple[Citation, ...]], answer: str
) -> None:
    assert cited(answer) == ()
