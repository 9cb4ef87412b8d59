"""Blocks of streamed Markdown: any way of cutting the text gives the blocks of the whole."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.block_stream import LONGEST_BLOCK, BlockStream
from glmdesk.core.blocks import Block, Kind, TooManySteps, parsed
from glmdesk.core.dialect import parser

# What block structure hangs on, so that cuts fall inside it often.
FRAGMENTS = [
    *"#-=*+>|~`_ \t3.)[]:x",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "- item",
    "  - nested",
    "12. item",
    "1) other",
    "> quote",
    "```",
    "```python\n",
    "~~~~",
    "    indented",
    "| a | b |",
    "|---|---|",
    "|---",
    "---",
    "===",
    "# Heading",
    "words of text",
    "[ref]: https://example.org 'title'",
    "[ref]:",
    "\n[ref]:\n",
    "https://example.org",
    "\n'title'\n",
    "[ref]",
    "$$",
    "$$x$$",
    "\\[",
    "\\]",
    "\\begin{align}",
    "\\end{align}",
    "$a$",
    "[^1]: note",
    "[^1]",
    "  set in",
    "<div>",
    "\0",
    "é😀",
]
MARKDOWN = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


def streamed(text: str, cuts: list[int], longest: int = LONGEST_BLOCK) -> BlockStream:
    stream = BlockStream(longest)
    edges = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    for start, end in pairwise(edges):
        stream.feed(text[start:end])
    stream.close()
    return stream


def top_level(text: str) -> list[str]:
    """The independent answer: the top-level tokens of the parser itself."""
    return [token.type for token in parser().parse(text) if token.level == 0 and token.map]


@settings(max_examples=400, deadline=None)
@given(MARKDOWN, st.lists(st.integers(0, 200), max_size=30))
def test_any_cutting_of_the_text_gives_the_blocks_of_the_whole(text: str, cuts: list[int]) -> None:
    whole = streamed(text, [])
    pieces = streamed(text, cuts)
    assert pieces.done == whole.done
    assert pieces.references == whole.references


@settings(max_examples=300, deadline=None)
@given(MARKDOWN.filter(lambda text: "|" not in text))
def test_blocks_that_are_too_long_are_cut_without_losing_a_character(text: str) -> None:
    stream = streamed(text, list(range(0, len(text), 3)), longest=12)
    assert all(len(block.source) <= 12 or block.kind is Kind.CODE for block in stream.done)
    normal = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    assert normal.startswith("".join(block.source for block in stream.done))


@settings(max_examples=300, deadline=None)
@given(MARKDOWN, st.integers(1, 40))
def test_cutting_long_blocks_always_ends(text: str, longest: int) -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |" + text
    stream = streamed(table + text, list(range(0, len(text), 5)), longest)
    assert not stream.open


def test_a_long_table_goes_on_as_a_table() -> None:
    text = "| a | b |\n|---|---|\n" + "| one | two |\n" * 3_000
    stream = streamed(text, list(range(0, len(text), 997)))
    assert {block.kind for block in stream.done} == {Kind.TABLE}
    assert len(stream.done) > 3
    assert all(block.source.startswith("| a | b |\n|---|---|\n| one") for block in stream.done)
    assert sum(block.source.count("one") for block in stream.done) == 3_000


def test_a_list_that_never_ends_stays_a_list_in_parts() -> None:
    text = "".join(f"{n}. item {n}\n     - nested\n" for n in range(100, 5_000))
    stream = streamed(text, list(range(0, len(text), 5_003)))
    assert {block.kind for block in stream.done} == {Kind.LIST}
    assert len(stream.done) > 4
    assert all(block.source[0].isdigit() for block in stream.done)


@settings(max_examples=200, deadline=None)
@given(MARKDOWN)
def test_the_blocks_are_those_of_the_parser_and_hold_all_of_the_text(text: str) -> None:
    stream = BlockStream()
    for character in text:
        stream.feed(character)
    stream.close()
    kinds = top_level(text)
    assert len(stream.done) == len(kinds)
    if stream.done:
        normal = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        assert "".join(block.source for block in stream.done) == normal


@settings(max_examples=200, deadline=None)
@given(MARKDOWN.filter(lambda text: "]:" not in text), st.lists(st.integers(0, 200), max_size=30))
def test_a_finished_block_never_changes(text: str, cuts: list[int]) -> None:
    stream = BlockStream()
    seen: list[Block] = []
    edges = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    for start, end in pairwise(edges):
        stream.feed(text[start:end])
        assert stream.done[: len(seen)] == seen
        seen = list(stream.done)
    stream.close()
    assert stream.done[: len(seen)] == seen


def test_the_readme_and_the_licence_stream_as_they_parse() -> None:
    for path in (Path(__file__).parents[2]).glob("*.md"):
        text = path.read_text(encoding="utf-8")
        stream = BlockStream()
        for start in range(0, len(text), 7):
            stream.feed(text[start : start + 7])
        stream.close()
        assert len(stream.done) == len(top_level(text)), path.name


def test_a_digit_at_the_start_of_a_line_may_still_become_an_item_of_the_list_before() -> None:
    stream = BlockStream()
    stream.feed("1. one\n2. two\n3")
    assert not stream.done
    stream.feed(". three\n")
    assert [block.kind for block in stream.blocks] == [Kind.LIST]


def test_a_table_counts_only_once_its_delimiters_are_complete() -> None:
    stream = BlockStream()
    stream.feed("above\n| a | b |\n|---|--")
    assert not stream.done
    stream.feed("|---|\n")
    stream.close()
    assert [block.kind for block in stream.done] == [Kind.PARAGRAPH]


def test_an_open_fence_tells_its_language_and_that_it_is_open() -> None:
    stream = BlockStream()
    stream.feed("Look:\n\n```python title=x\nprint(1)\n")
    assert [block.kind for block in stream.done] == [Kind.PARAGRAPH]
    (fence,) = stream.open
    assert (fence.kind, fence.language, fence.closed) == (Kind.CODE, "python title=x", False)


def test_a_reference_defined_at_the_end_is_known_once_the_text_is_complete() -> None:
    stream = BlockStream()
    stream.feed("See [the page][1].\n\nMore.\n\n[1]: https://example.org/a")
    assert not stream.references
    stream.close()
    assert stream.references["1"]["href"] == "https://example.org/a"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- note -->"])
def test_html_is_a_paragraph_like_any_text(text: str) -> None:
    stream = BlockStream()
    stream.feed(text)
    stream.close()
    assert [block.kind for block in stream.done] == [Kind.PARAGRAPH]


def test_feeding_costs_the_tail_and_not_the_text() -> None:
    stream = BlockStream()
    longest = 0
    for _ in range(500):
        stream.feed("A paragraph of some words.\n\n")
        longest = max(longest, sum(len(block.source) for block in stream.open))
    assert len(stream.done) == 499
    assert longest < 60


def test_pieces_that_end_inside_a_line_settle_what_is_before_them() -> None:
    stream = BlockStream()
    for _ in range(100):
        stream.feed("g words.\n\nA paragraph.\n\n# Heading\n\nThe beginnin")
        assert len(stream.open) <= 2


def test_a_text_of_many_short_lines_is_parsed_in_bounded_steps() -> None:
    text = "- a\n  - b\n    - c\n" * 2_000
    with pytest.raises(TooManySteps):
        parsed(text)
    stream = streamed(text, list(range(0, len(text), 1_000)))
    assert {block.kind for block in stream.done} == {Kind.LIST}
    assert "".join(block.source for block in stream.done) == text
    assert all(block.source.startswith("- a\n") for block in stream.done)


def test_a_table_of_many_short_rows_goes_on_as_a_table() -> None:
    text = "|a|b|\n|-|-|\n" + "|1|2|\n" * 1_500
    stream = streamed(text, list(range(0, len(text), 500)))
    assert {block.kind for block in stream.done} == {Kind.TABLE}
    assert sum(block.source.count("|1|2|\n") for block in stream.done) == 1_500


def test_lines_that_look_like_markdown_are_code_inside_an_open_fence() -> None:
    stream = BlockStream()
    text = "~~~~py\n" + "# no heading\n- no item\n```\n~~~\n    ~~~~\n\n" * 500
    for start in range(0, len(text), 100):
        stream.feed(text[start : start + 100])
    assert [(block.kind, block.source) for block in stream.blocks] == [(Kind.CODE, text)]
    stream.feed("~~~~~ \nafter\n")
    assert [block.kind for block in stream.blocks] == [Kind.CODE, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        '[a]:\n  https://x.org\n  "title"',
        "[a]:\nhttps://x.org",
        "[a]: https://x.org\n      (title)",
        "[a]:\n        <https://x.org> 'title'  ",
    ],
)
def test_a_reference_may_be_defined_over_several_lines(text: str) -> None:
    text = f"See [a].\n\n{text}\n\nAfter.\n"
    for size in range(1, 9):
        stream = streamed(text, list(range(0, len(text), size)))
        assert [block.source.split("\n")[0] for block in stream.done] == ["See [a].", "After."]
        assert {label: known["href"] for label, known in stream.references.items()} == {"A": "https://x.org"}


@pytest.mark.parametrize(
    "text",
    [
        "[a]:\n\nhttps://x.org",
        "[a]:\nhttps://x.org and more",
        "[a]:\n# https://x.org",
        "[a]:\n- https://x.org",
        "[a]:\n===",
        "[a]:\n---",
        "[a]:\nx|y\n---|---",
        "> [a]:\nhttps://x.org",
        "- [a]:\n\nhttps://x.org",
        "[a]:\njavascript:x",
    ],
)
def test_what_only_begins_like_a_definition_stays_text(text: str) -> None:
    for size in range(1, 9):
        stream = streamed(text, list(range(0, len(text), size)))
        assert not stream.references
        assert "".join(block.source for block in stream.done) == text


@pytest.mark.parametrize("first", ["# a | b", "- a | b", "> a | b", "```a|b"])
def test_what_the_second_line_makes_a_table_is_one_however_it_was_cut(first: str) -> None:
    text = f"Before\n\n{first}\n---|---\n1 | 2\n"
    whole = streamed(text, [])
    assert streamed(text, list(range(len(text)))).done == whole.done


def test_a_line_of_code_that_looks_like_a_table_stays_code_below_a_fence_with_a_bar() -> None:
    text = "```a|b\n" + "x\n" * 50 + "---|---\n```\n"
    [code] = streamed(text, list(range(len(text)))).done
    assert (code.kind, code.source) == (Kind.CODE, text)


def test_a_line_that_is_no_title_stays_a_paragraph_below_the_definition() -> None:
    stream = streamed('[a]: https://x.org\n"title" of a book', list(range(50)))
    assert stream.references["A"]["href"] == "https://x.org"
    assert [block.kind for block in stream.done] == [Kind.PARAGRAPH]
    assert stream.done[0].source.endswith('"title" of a book')


def test_the_first_definition_of_a_reference_counts_wherever_the_text_was_cut() -> None:
    text = "> [a]: https://e.org/1\n\ntext\n\n[a]: https://e.org/2\n[b]: <https://e.org/3> 'title'\n\n# end\n"
    for size in (1, 7, len(text)):
        stream = streamed(text, list(range(0, len(text), size)))
        assert {label: known["href"] for label, known in stream.references.items()} == {
            "A": "https://e.org/1",
            "B": "https://e.org/3",
        }


@pytest.mark.parametrize("size", [100, 1_000, 8_000])
def test_many_short_blocks_end_where_they_do_however_many_arrive_at_once(size: int) -> None:
    parts = ["```\nx = 1\n```\n", "# heading\n", "words\n\n", "~~~\n" + "- no item\n" * 3_000 + "~~~\n"]
    text = "".join(parts[number % 3] for number in range(3_000)) + parts[3] + parts[1] * 1_000
    stream = streamed(text, list(range(0, len(text), size)))
    sources = [parts[number % 3] for number in range(3_000)] + [parts[3]] + [parts[1]] * 1_000
    assert [block.source for block in stream.done] == sources
