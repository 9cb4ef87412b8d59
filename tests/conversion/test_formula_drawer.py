"""Formulas drawn by the real process, and what becomes of those that misbehave."""

import sys
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from glmdesk.conversion.formula_drawer import FormulaDrawer
from glmdesk.core.formula import LONGEST, Drawing, Formula

WRITTEN_BY_MODELS = [
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^T",
    r"\begin{aligned} a &= b + c \\ &= d \end{aligned}",
    r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}",
    r"\mathbb{R}^n \to \mathcal{L}(\theta) \cdot \vec{E}",
    r"\int_0^1 e^{-x^2}\,dx \neq \hat{x} \implies \cancel{y}",
    r"\text{softmax}(x_i) = \frac{e^{x_i}}{\sum_j e^{x_j}}",
]
HOPELESS = [
    "",
    r"\frac{",
    "x_" + "{" * 500,
    r"\sqrt" * 300 + "x",
    r"\def\a{\a\a}\a",
    r"\rule{100000em}{1em}",
    r"\hspace{100000em}x",
    "x" * (LONGEST + 1),
]


@pytest.fixture
def drawer() -> Iterator[FormulaDrawer]:
    made = FormulaDrawer(limit_s=20.0)
    yield made
    made.close()


def drawn(drawer: FormulaDrawer, latex: str, *, display: bool = False) -> Drawing:
    drawing = drawer.draw(Formula(latex, display))
    assert drawing is not None
    return drawing


def test_a_formula_is_an_svg_in_the_colour_of_the_text(drawer: FormulaDrawer) -> None:
    drawing = drawn(drawer, "x^2")
    assert ElementTree.fromstring(drawing.svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"currentColor" in drawing.svg
    assert b"black" not in drawing.svg


def test_a_formula_knows_its_baseline(drawer: FormulaDrawer) -> None:
    assert drawn(drawer, "x").descent < 0.1
    assert drawn(drawer, "y").descent > drawn(drawer, "x").descent
    assert drawn(drawer, r"\frac{a}{b}").ascent > drawn(drawer, "a").ascent


def test_a_formula_on_its_own_line_has_more_room(drawer: FormulaDrawer) -> None:
    latex = r"\sum_{n=1}^\infty \frac{1}{n^2}"
    inline, display = drawn(drawer, latex), drawn(drawer, latex, display=True)
    assert display.ascent + display.descent > inline.ascent + inline.descent


def test_what_models_write_is_drawn(drawer: FormulaDrawer) -> None:
    for latex in WRITTEN_BY_MODELS:
        assert drawn(drawer, latex, display=True).width > 1, latex


def test_a_formula_that_cannot_be_drawn_is_none_and_the_next_one_is_drawn(drawer: FormulaDrawer) -> None:
    for latex in HOPELESS:
        assert drawer.draw(Formula(latex)) is None, latex
        assert drawn(drawer, "a+b").width > 1


def test_a_formula_that_takes_too_long_is_stopped() -> None:
    greets_and_hangs = "import time; print('ready', flush=True); time.sleep(600)"
    drawer = FormulaDrawer([sys.executable, "-c", greets_and_hangs], limit_s=0.2)
    assert drawer.draw(Formula("x")) is None
    drawer.close()


def test_a_program_that_is_not_there_draws_nothing() -> None:
    assert FormulaDrawer(["/no/such/program"]).draw(Formula("x")) is None
