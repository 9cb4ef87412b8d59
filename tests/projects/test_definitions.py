"""Parsing pauses without a change of what is found, and is given up where it would take for ever."""

import itertools

from glmdesk.core.parts import whole
from glmdesk.projects.definitions import definitions_in

METHODS = "".join(
    f"    def m{number}(self):\n        return [{number}, ({number})]\n" for number in range(400)
)
SOURCE = f"def first():\n    pass\n\n\nclass Big:\n{METHODS}"


def test_a_parse_that_is_halted_again_and_again_finds_the_same() -> None:
    at_once = whole(definitions_in("python", SOURCE, clock=lambda: 0.0))
    ticks = itertools.count(0.0, 0.008)  # every third look at the clock ends a part
    parts = definitions_in("python", SOURCE, clock=ticks.__next__)
    pauses = 0
    while True:
        try:
            next(parts)
        except StopIteration as end:
            halted = end.value
            break
        pauses += 1
    assert pauses > 3
    assert halted == at_once
    assert [found.name for found in halted][:3] == ["first", "Big", "Big.m0"]
    assert len(halted) == 402


def test_a_text_that_keeps_the_parser_busy_is_given_up() -> None:
    ticks = itertools.count(0.0, 3.0)  # seconds
    assert whole(definitions_in("python", SOURCE, clock=ticks.__next__)) == []
