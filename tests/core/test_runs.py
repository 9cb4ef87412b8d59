"""A text of Markdown as runs: the same however it arrived, and never more widgets than a window can bear."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.prose import Code, Line, Table
from glmdesk.core.runs import MOST_FRAMES, RunReader

TEXT = (
    "# One\n\ntext [a][1]\n\n```py\nx = 1\n```\n\n- item\n- item\n\n| a |\n|---|\n| b |\n\n"
    "more *text*\n\n[1]: https://e.org\n"
)


def read(reader: RunReader) -> list[list[object]]:
    while not reader.complete:
        reader.step()
    return [list(reader[index].pieces) for index in range(reader.count)]


def read_whole(text: str) -> list[list[object]]:
    reader = RunReader()
    reader.grow(text, closed=True)
    return read(reader)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, len(TEXT) - 1), max_size=12))
def test_any_way_of_arriving_gives_the_same_runs(ends: list[int]) -> None:
    reader = RunReader()
    for end in sorted(ends):
        reader.grow(TEXT[:end], closed=False)
        read(reader)
    reader.grow(TEXT, closed=True)
    assert read(reader) == read_whole(TEXT)


def test_what_is_firm_never_changes() -> None:
    reader = RunReader()
    seen: list[list[object]] = []
    text = ("word " * 80 + "\n\n```\ncode\n```\n\n") * 8
    for end in range(0, len(text), 50):
        reader.grow(text[:end], closed=False)
        runs = read(reader)
        assert runs[: len(seen)] == seen
        seen = runs[: reader.firm]
    assert len(seen) > 8


def test_code_that_is_still_open_can_be_seen_before_all_of_it_has_been_read() -> None:
    reader = RunReader()
    reader.grow("```\n" + "line\n" * 20_000, closed=False)
    while not reader.count:
        reader.step()
    assert not reader.complete
    (code,) = reader[0].pieces
    assert isinstance(code, Code)
    assert 0 < code.text.count("\n") < 20_000


@pytest.mark.parametrize("frame", ["```\nx = 1\n```\n", "| x = 1 |\n|---|\n| y |\n\n"])
def test_after_so_many_frames_code_and_tables_are_set_as_prose(frame: str) -> None:
    runs = read_whole(frame * (MOST_FRAMES + 50))
    framed = [run for run in runs if isinstance(run[0], Code | Table)]
    assert len(framed) == MOST_FRAMES
    lines = [piece for run in runs[MOST_FRAMES:] for piece in run]
    assert all(isinstance(line, Line) for line in lines)
    assert sum(line.spans[0].text == "x = 1" for line in lines if isinstance(line, Line)) == 50


def test_a_text_that_is_empty_so_far_has_been_read() -> None:
    reader = RunReader()
    assert reader.complete
    reader.grow("", closed=True)
    assert read(reader) == []
