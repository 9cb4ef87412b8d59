"""Formulas are drawn once, off the GUI thread, and the process that draws them rests when nobody asks."""

import pytest

from glmdesk.app.formulas import Formulas
from glmdesk.app.tasks import Tasks
from glmdesk.core.formula import Drawing, Formula


class FakeDrawer:
    """Draws everything but `\\frac{`; `asked` keeps what, `closed` how often it was told to end."""

    def __init__(self):
        self.asked = []
        self.closed = 0

    def draw(self, formula):
        self.asked.append(formula.latex)
        return None if formula.latex == r"\frac{" else Drawing(formula.latex.encode(), 1.0, 1.0, 0.0)

    def close(self):
        self.closed += 1


@pytest.fixture
def drawer():
    return FakeDrawer()


@pytest.fixture
def formulas(qapp, drawer):
    tasks = Tasks()
    made = Formulas(tasks, lambda: drawer)
    yield made
    made.stop()
    tasks.close()
    made.close()


def test_a_formula_is_there_after_it_was_asked_for(formulas, drawer, qtbot):
    with qtbot.waitSignal(formulas.drawn) as drawn:
        assert formulas.drawing(Formula("x")) is None
    assert drawn.args == [frozenset({Formula("x")})]
    assert formulas.drawing(Formula("x")) == Drawing(b"x", 1.0, 1.0, 0.0)
    assert drawer.asked == ["x"]


def test_a_formula_that_cannot_be_drawn_is_asked_for_once(formulas, drawer, qtbot):
    with qtbot.waitSignal(formulas.drawn):
        formulas.drawing(Formula(r"\frac{"))
    assert formulas.drawing(Formula(r"\frac{")) is None
    assert formulas.settled()
    assert drawer.asked == [r"\frac{"]


def test_many_formulas_come_in_the_order_in_which_they_were_asked_for(formulas, drawer, qtbot):
    names = [f"x_{number}" for number in range(30)]
    for name in names * 2:
        formulas.drawing(Formula(name))
    qtbot.waitUntil(formulas.settled)
    assert drawer.asked == names


def test_the_process_ends_when_closed(qapp, drawer, qtbot):
    tasks = Tasks()
    formulas = Formulas(tasks, lambda: drawer)
    with qtbot.waitSignal(formulas.drawn):
        formulas.drawing(Formula("x"))
    formulas.stop()
    tasks.close()
    formulas.close()
    assert drawer.closed == 1
