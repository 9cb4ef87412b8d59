"""Citations stand in an answer as links or struck out, and all other text stays as it was."""

import pytest

from glmdesk.core.citations import Citation, place_in
from glmdesk.core.cited_text import cited_in, cited_piece, with_citations
from glmdesk.core.prose import Code, Line, Table
from glmdesk.core.spans import Span, Style

GOOD = Citation(4, 13, "src/a.py", 2, 3)
BAD = Citation(18, 26, "b.py", 9, 9, "b.py has 3 lines.")
TEXT = "See a.py:2-3, not `b.py:9000`."
CITED = {"a.py:2-3": GOOD, "b.py:9": BAD}


def test_a_citation_that_holds_is_a_link_to_its_place():
    [before, link, after] = with_citations((Span("See a.py:2-3."),), CITED)
    assert (before.text, link.text, after.text) == ("See ", "a.py:2-3", ".")
    assert place_in(link.href) == ("src/a.py", 2, 3)


def test_a_citation_that_does_not_hold_is_struck_out_and_leads_nowhere():
    [struck] = with_citations((Span("b.py:9", Style.CODE),), CITED)
    assert struck == Span("b.py:9", Style.CODE | Style.STRIKE)


def test_of_the_same_words_twice_the_ones_that_do_not_hold_count():
    text = "a.py:1 and a.py:1"
    cited = cited_in(text, [Citation(0, 6, "a.py", 1, 1), Citation(11, 17, "a.py", 1, 1, "No such file.")])
    assert not cited["a.py:1"].holds


def test_the_longest_words_are_found_first():
    cited = {"a.py:1": Citation(0, 6, "a.py", 1, 1), "a.py:1-9": Citation(0, 8, "a.py", 1, 9)}
    assert [span.text for span in with_citations((Span("a.py:1-9 a.py:1"),), cited)] == [
        "a.py:1-9",
        " ",
        "a.py:1",
    ]


def test_links_of_the_answer_and_code_stay_as_they_are():
    link = Span("a.py:2-3", href="https://example.org")
    assert with_citations((link,), CITED) == (link,)
    code = Code("a.py:2-3")
    assert cited_piece(code, CITED) is code


def test_cells_of_tables_are_marked_too():
    table = cited_piece(Table(((Span("a.py:2-3"),),), (((Span("x"),),),), ("",)), CITED)
    assert table.header[0][0].href
    assert cited_piece(Line((Span("x"),)), CITED) == Line((Span("x"),))


def test_text_of_any_length_is_marked():
    assert len(with_citations((Span("a.py:2-3 " * 20_000),), CITED)) == 40_000


@pytest.mark.parametrize("link", ["https://a.py", "source:", "source:1:a.py", "source:a-b:a.py"])
def test_other_addresses_are_no_places(link):
    assert place_in(link) is None
