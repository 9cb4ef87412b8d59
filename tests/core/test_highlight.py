"""Colours of code: where they stand, and that they never take long."""

from collections.abc import Iterator
from itertools import count

import pytest

from glmdesk.core.highlight import (
    MAX_CHARACTERS,
    Highlighting,
    Mark,
    Word,
    file_suffix,
    language_name,
    lexer_of,
)


def highlighted(code: str, language: str) -> list[list[Mark]]:
    work = Highlighting(code, language)
    assert work.step(60)
    return work.lines


def test_marks_stand_where_the_words_stand() -> None:
    (line,) = highlighted("def run(x): return 1  # é", "python")
    assert line == [
        Mark(0, 3, Word.KEYWORD),
        Mark(4, 3, Word.FUNCTION),
        Mark(12, 6, Word.KEYWORD),
        Mark(19, 1, Word.NUMBER),
        Mark(22, 3, Word.COMMENT),
    ]


def test_a_string_over_several_lines_has_a_mark_on_each() -> None:
    lines = highlighted('x = """one\n\n  two"""\n', "py")
    assert [(mark.start, mark.length, mark.word) for mark in lines[0]] == [
        (4, 3, Word.STRING),
        (7, 3, Word.STRING),
    ]
    assert lines[1] == []
    assert lines[2][0].start == 0
    assert sum(mark.length for mark in lines[2]) == len('  two"""')


def test_there_is_one_list_for_each_line_even_without_a_last_newline() -> None:
    assert len(highlighted("a\nb", "python")) == 2
    assert len(highlighted("a\nb\n", "python")) == 3


@pytest.mark.parametrize("language", ["", "text", "no-such-language", "plaintext"])
def test_an_unknown_language_is_plain(language: str) -> None:
    assert highlighted("def run(): pass", language) == [[]]


@pytest.mark.parametrize("name", ["py", "Python", "{.python}", "c++", "jsx", "sh", "console", "html", "diff"])
def test_the_names_models_write_are_known(name: str) -> None:
    assert lexer_of(name) is not None


def test_code_too_long_to_colour_stays_plain() -> None:
    assert not any(highlighted("x = 1\n" * (MAX_CHARACTERS // 6 + 1), "python"))


def test_a_step_ends_when_its_time_is_over_and_the_next_goes_on() -> None:
    ticks: Iterator[int] = count()  # a clock that advances one second at each look
    code = "x = 1\n" * 2_000
    work = Highlighting(code, "python", clock=lambda: float(next(ticks)))
    steps = 1
    while not work.step(3.0):
        steps += 1
    assert steps > 10
    assert work.lines == highlighted(code, "python")


def test_languages_have_a_name_and_a_usual_file_suffix() -> None:
    assert (language_name("py"), file_suffix("py")) == ("Python", ".py")
    assert (language_name("rs"), file_suffix("rs")) == ("Rust", ".rs")
    assert (language_name("made-up"), file_suffix("made-up")) == ("made-up", ".txt")
