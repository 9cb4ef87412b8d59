"""What models write beyond CommonMark: formulas and footnotes, and the dollars that are no formulas."""

import pytest

from glmdesk.core.formula import Formula, formula_of
from glmdesk.core.inline import plain, spans_of
from glmdesk.core.prose import Code, Line
from glmdesk.core.spans import Span, Style
from tests.core.test_prose import only_line, set_on_page


def formulas(text: str) -> list[str]:
    return [span.text for span in spans_of(text, {}) if span.style & Style.FORMULA]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"the root \(x_1\) of \(f\)", [r"\(x_1\)", r"\(f\)"]),
        ("for $a_i * b_i$ and *c*", ["$a_i * b_i$"]),
        ("$x$-axis, ($y$), $z$.", ["$x$", "$y$", "$z$"]),
        ("so $$E = mc^2$$ holds", ["$$E = mc^2$$"]),
        (r"so \[E = mc^2\] holds", [r"\[E = mc^2\]"]),
        ("$100$ and $2x + 3$", ["$100$", "$2x + 3$"]),
        (r"$\{1, 2\}$", [r"$\{1, 2\}$"]),
        ("**bold $x$**", ["$x$"]),
    ],
)
def test_formulas_are_found_in_a_line(text: str, found: list[str]) -> None:
    assert formulas(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "it costs $5 and $10",
        "between $5-$10 a month",
        "from $5 million to $7 million",
        "US$5, CA$6",
        "$HOME/bin:$PATH",
        "echo $a, $b; echo $c$d",
        "a single $ sign",
        "$ spaced out $",
        "$$",
        "$5 for `a$`",
        r"escaped \$x\$ dollars",
        "`$x$`",
        "$x and then nothing",
        r"\(x and then nothing",
    ],
)
def test_other_dollars_are_text(text: str) -> None:
    assert formulas(text) == []


def test_a_formula_is_copied_as_it_was_written() -> None:
    text = r"by \(a^2\) and $b$."
    assert plain(spans_of(text, {})) == text


@pytest.mark.parametrize(
    "text",
    [
        "$$\nx^2\n$$",
        "$$x^2$$",
        "\\[\nx^2\n\\]",
        "\\[ x^2 \\].",
        "\\begin{align*}\na &= b \\\\\n&= c\n\\end{align*}",
        "   $$\n   x\n   $$",
    ],
)
def test_a_formula_has_a_line_of_its_own(text: str) -> None:
    line = only_line(text)
    assert line.display
    assert [span.style for span in line.spans] == [Style.FORMULA]


def test_a_formula_may_follow_a_line_of_text_and_stand_in_a_list() -> None:
    first, second = set_on_page("where\n$$\nx\n$$")
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.display, second.display) == (False, True)
    _, item = set_on_page("1. where\n   \\[\n   x\n   \\]")
    assert isinstance(item, Line)
    assert (item.display, item.indent) == (True, 1)


def test_a_formula_that_is_not_closed_is_text_to_the_end_of_its_paragraph() -> None:
    first, second = set_on_page("$$ costs more\n- than\n\nyou think")
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (plain(first.spans), plain(second.spans)) == ("$$ costs more\n- than", "you think")


def test_a_formula_in_code_is_code() -> None:
    (code,) = set_on_page("```\n$$\nx\n$$\n```")
    assert isinstance(code, Code)
    assert code.text == "$$\nx\n$$"


def test_a_formula_goes_without_what_sets_it_off() -> None:
    assert formula_of(r"\( x \)") == Formula("x")
    assert formula_of("$x$") == Formula("x")
    assert formula_of("$$\nx\n$$") == Formula("x", display=True)
    assert formula_of(r"\[x\].") == Formula("x.", display=True)
    environment = r"\begin{align}a\end{align}"
    assert formula_of(environment) == Formula(environment, display=True)


def test_a_footnote_has_its_label_as_its_marker() -> None:
    said, first, second = set_on_page("Said.[^1]\n\n[^1]: Who said it.\n[^why]: https://example.org")
    assert isinstance(said, Line)
    assert said.spans[-1] == Span("1", Style.RAISED)
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.marker, plain(first.spans)) == ("1", "Who said it.")
    assert (second.marker, plain(second.spans)) == ("why", "https://example.org")


def test_a_character_class_is_no_footnote() -> None:
    assert plain(spans_of("matches [^abc] only", {})) == "matches [^abc] only"
