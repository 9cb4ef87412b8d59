"""Formulas on the page: text until they are drawn, then pictures on the line that can be copied as text."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from glmdesk.core.formula import Drawing, Formula
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.formula_object import PLACE
from glmdesk.ui.markdown_view import MarkdownView
from glmdesk.ui.prose_view import ProseView
from glmdesk.ui.table_view import TableView

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">'
    b'<rect x="0" y="0" width="100" height="100" fill="currentColor"/></svg>'
)


class FakeFormulas(QObject):
    """Draws what `finish` is told to draw, as a filled square of one em on the baseline."""

    drawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._drawings: dict[Formula, Drawing] = {}

    def drawing(self, formula: Formula) -> Drawing | None:
        return self._drawings.get(formula)

    def finish(self, *formulas: Formula, drawing: Drawing | None = None) -> None:
        self._drawings |= dict.fromkeys(formulas, drawing or Drawing(SQUARE, 1.0, 1.0, 0.0))
        self.drawn.emit(frozenset(formulas))


@pytest.fixture
def formulas(qapp: object) -> FakeFormulas:
    return FakeFormulas()


@pytest.fixture
def view(qtbot: QtBot, formulas: FakeFormulas) -> MarkdownView:
    made = MarkdownView(Abilities(formulas=formulas))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


def prose(view: MarkdownView) -> ProseView:
    (found,) = view.findChildren(ProseView)
    return found


def test_a_formula_is_its_text_until_it_is_drawn(
    view: MarkdownView, formulas: FakeFormulas, qtbot: QtBot
) -> None:
    view.show_text("by $x^2$ alone", closed=True)
    assert prose(view).toPlainText() == "by $x^2$ alone"
    with qtbot.waitSignal(view.grew):
        formulas.finish(Formula("x^2"))
    assert prose(view).toPlainText() == f"by {PLACE} alone"
    assert view.plain_text() == "by $x^2$ alone"


def test_a_drawn_formula_is_copied_as_it_was_written(view: MarkdownView, formulas: FakeFormulas) -> None:
    formulas.finish(Formula("x^2"), Formula("y"))
    view.show_text(r"by $x^2$ and \(y\) alone", closed=True)
    prose(view).selectAll()
    assert prose(view).createMimeDataFromSelection().text() == r"by $x^2$ and \(y\) alone"


def test_a_formula_in_a_table_is_drawn_too(view: MarkdownView, formulas: FakeFormulas) -> None:
    view.show_text("| a |\n|---|\n| $x$ |", closed=True)
    formulas.finish(Formula("x"))
    (table,) = view.findChildren(TableView)
    assert PLACE in table.toPlainText()


def test_a_tall_formula_makes_room_for_itself(view: MarkdownView, formulas: FakeFormulas) -> None:
    view.show_text("by $x$ alone", closed=True)
    before = view.height_for(400)
    formulas.finish(Formula("x"), drawing=Drawing(SQUARE, 1.0, 4.0, 4.0))
    assert view.height_for(400) > 3 * before


def test_a_formula_wider_than_the_page_is_made_smaller(view: MarkdownView, formulas: FakeFormulas) -> None:
    formulas.finish(Formula("x", display=True), drawing=Drawing(SQUARE, 100.0, 1.0, 1.0))
    view.show_text("$$x$$", closed=True)
    view.resize(300, view.height_for(300))
    assert prose(view).document().idealWidth() <= 300


def test_a_formula_stands_on_the_baseline_of_its_line(view: MarkdownView, formulas: FakeFormulas) -> None:
    formulas.finish(Formula("x"))
    view.show_text("H $x$", closed=True)
    view.resize(300, view.height_for(300))
    picture = prose(view).grab().toImage()
    letter, formula = _bottom(picture, range(9)), _bottom(picture, range(20, 24))
    assert abs(letter - formula) <= 1


def _bottom(picture: QImage, columns: range) -> int:
    """The lowest row with a dark pixel in some columns."""
    rows = range(picture.height() - 1, -1, -1)
    return next(y for y in rows if any(picture.pixelColor(x, y).lightness() < 128 for x in columns))
