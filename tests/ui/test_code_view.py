"""A block of code: what it says, how it grows, and what can be done with it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from glmdesk.core.prose import Code
from glmdesk.core.settings import Theme
from glmdesk.ui import theme
from glmdesk.ui.abilities import Abilities
from glmdesk.ui.button import Button
from glmdesk.ui.code_view import CodeText, CodeView

PYTHON = "def read(path):\n    return open(path)  # é😀 x\n"


@pytest.fixture
def saved() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def view(qtbot: QtBot, saved: list[tuple[str, str]]) -> CodeView:
    made = CodeView(Abilities(lambda path, text: saved.append((path, text))))
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def text_of(view: CodeView) -> CodeText:
    found = view.findChild(CodeText)
    assert found is not None
    return found


def colours(view: CodeView, line: int) -> dict[str, str]:
    """The words of a line that have a colour of their own."""
    block = text_of(view).document().findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    found = {}
    for part in block.layout().formats():
        word = units[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le")
        found[word] = part.format.foreground().color().name()
    return found


def test_it_says_its_language_and_shows_the_code(view: CodeView) -> None:
    view.show_code(Code(PYTHON, "py"))
    assert view.plain_text() == PYTHON
    assert text_of(view).toPlainText() == PYTHON
    assert text_of(view).accessibleName() == "Code, Python"


def test_words_change_their_colours_with_the_theme(view: CodeView, qtbot: QtBot) -> None:
    view.show_code(Code(PYTHON, "python", closed=True))
    qtbot.waitUntil(lambda: view.coloured, timeout=30_000)
    in_light = colours(view, 0)
    theme.current().apply(Theme.DARK, 100)
    qtbot.waitUntil(lambda: view.coloured, timeout=30_000)
    in_dark = colours(view, 0)
    assert in_light.keys() == in_dark.keys()
    assert in_light["def"] != in_dark["def"] == theme.current().colors.syntax_keyword.lower()


def test_words_get_their_colours_also_after_characters_outside_the_basic_plane(
    view: CodeView, qtbot: QtBot
) -> None:
    view.show_code(Code(PYTHON, "python"))
    qtbot.waitUntil(lambda: view.coloured)
    colors = theme.current().colors
    assert colours(view, 0)["def"] == colors.syntax_keyword.lower()
    assert colours(view, 0)["read"] == colors.syntax_function.lower()
    assert colours(view, 1)["# é😀 x"] == colors.syntax_comment.lower()


def test_growing_code_is_appended_and_keeps_its_colours(view: CodeView, qtbot: QtBot) -> None:
    view.show_code(Code("def one():\n", "python", closed=False))
    qtbot.waitUntil(lambda: view.coloured)
    edited: list[tuple[int, int]] = []
    text_of(view).document().contentsChange.connect(lambda at, gone, _new: edited.append((at, gone)))
    view.show_code(Code("def one():\n    return 1", "python", closed=False))
    assert edited[0] == (len("def one():\n"), 0)
    assert "def" in colours(view, 0)
    view.show_code(Code("def one():\n    return 1\n", "python", closed=True))
    qtbot.waitUntil(lambda: view.coloured)
    assert set(colours(view, 1)) == {"return", "1"}


def test_code_that_turns_out_otherwise_is_replaced(view: CodeView) -> None:
    view.show_code(Code("first\nsecond 😀 x", "", closed=False))
    view.show_code(Code("first\nsecond 😀 other", "", closed=False))
    assert text_of(view).toPlainText() == "first\nsecond 😀 other"
    view.show_code(Code("nothing of it", "", closed=True))
    assert text_of(view).toPlainText() == "nothing of it"


def test_the_height_grows_with_the_lines_and_follows_no_width(view: CodeView) -> None:
    view.show_code(Code("x\n" * 9 + "x"))
    ten = view.height_for(500)
    view.show_code(Code("x\n" * 19 + "x"))
    twenty = view.height_for(500)
    assert twenty - ten == pytest.approx(10 * text_of(view).fontMetrics().height(), abs=4)
    assert view.height_for(400) == twenty


def test_a_line_too_long_gets_a_scroll_bar_and_room_for_it(view: CodeView) -> None:
    view.show_code(Code("short"))
    low = view.height_for(400)
    view.show_code(Code("long " * 200))
    assert view.height_for(400) > low
    assert text_of(view).horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn


def test_copy_takes_all_of_the_code(view: CodeView, qtbot: QtBot) -> None:
    view.show_code(Code(PYTHON, "python"))
    button = view.findChild(Button, "Copy code")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == PYTHON


def test_save_asks_for_a_name_that_fits_the_language_and_hands_the_text_over(
    view: CodeView, qtbot: QtBot, saved: list[tuple[str, str]]
) -> None:
    view.show_code(Code("fn main() {}", "rs"))
    qtbot.mouseClick(view.findChild(Button, "Save code"), Qt.MouseButton.LeftButton)
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("code.rs")
    dialog.fileSelected.emit("/some/where/code.rs")
    dialog.close()
    assert saved == [("/some/where/code.rs", "fn main() {}\n")]


def test_without_a_way_to_save_there_is_no_save_button(qtbot: QtBot) -> None:
    view = CodeView()
    qtbot.addWidget(view)
    assert view.findChild(Button, "Save code") is None


def test_the_wheel_belongs_to_the_chat(view: CodeView, qtbot: QtBot) -> None:
    view.show_code(Code("x\n" * 50))
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # not inverted
    )
    text_of(view).wheelEvent(wheel)
    assert not wheel.isAccepted()
