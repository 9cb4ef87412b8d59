"""Finding in the open chat: all of it is counted, matches far away are brought up, folded ones opened."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from glmdesk.core.chat import Chat, Reasoning
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.find_bar import FindBar
from glmdesk.ui.label import Label
from glmdesk.ui.thinking_view import ThinkingView
from tests.ui.fake_session import FakeSession, answer, chat_of, question

FILLER = "\n\n".join(
    f"Paragraph {n} of many words that fill the line and wrap at its end." for n in range(20)
)
Find = Callable[[Chat, str], ChatView]


@pytest.fixture
def find(qtbot: QtBot) -> Find:
    """Open a chat and look for something in it."""

    def look(chat: Chat, wanted: str) -> ChatView:
        view = ChatView(FakeSession(chat))  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(800, 500)
        with qtbot.waitExposed(view):
            view.show()
        view.finding.begin()
        qtbot.keyClicks(field(view), wanted)
        return view

    return look


def field(view: ChatView) -> QLineEdit:
    found = view.findChild(QLineEdit, "Find in chat")
    assert isinstance(found, QLineEdit)
    return found


def count(view: ChatView) -> str:
    (label,) = view.findChild(FindBar).findChildren(Label)  # type: ignore[union-attr]
    return label.text()


def marked(view: ChatView) -> list[str]:
    """The marked words on the screen."""
    editors = [*view.findChildren(QTextEdit), *view.findChildren(QPlainTextEdit)]
    return [
        mark.cursor.selectedText()
        for editor in editors
        if not editor.visibleRegion().isEmpty()
        for mark in editor.extraSelections()
    ]


def on_screen(view: ChatView, word: str) -> bool:
    for editor in [*view.findChildren(QTextEdit), *view.findChildren(QPlainTextEdit)]:
        for mark in editor.extraSelections():
            place = editor.viewport().mapTo(view, editor.cursorRect(mark.cursor).center())
            if mark.cursor.selectedText() == word and view.rect().contains(place):
                return True
    return False


def far_apart() -> Chat:
    """The word "needle" in the first question and in code of the last answer, with much between them."""
    between = [message for n in range(10) for message in (answer(FILLER), question(f"And {n}?"))]
    return chat_of(question("A needle?"), *between, answer(f"{FILLER}\n\n```\nneedle()\n```"))


def test_matches_are_counted_and_the_next_one_is_brought_up_from_far_away(find: Find, qtbot: QtBot) -> None:
    view = find(far_apart(), "needle")
    qtbot.waitUntil(lambda: count(view) == "2 of 2" and on_screen(view, "needle"))
    qtbot.keyClick(field(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: count(view) == "1 of 2" and on_screen(view, "needle"))
    assert view.verticalScrollBar().value() < 300
    qtbot.keyClick(field(view), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: count(view) == "2 of 2" and on_screen(view, "needle"))


def test_a_match_in_a_folded_thought_opens_it(find: Find, qtbot: QtBot) -> None:
    view = find(
        chat_of(question("Why?"), answer(Reasoning("A needle here.", closed=True), "Because.")), "needle"
    )
    qtbot.waitUntil(lambda: marked(view) == ["needle"])
    (thought,) = view.findChildren(ThinkingView)
    assert thought.is_open


def test_a_match_in_the_part_of_a_question_that_is_folded_opens_it(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("line\n" * 40 + "needle"), answer("Yes.")), "needle")
    qtbot.waitUntil(lambda: on_screen(view, "needle"))


def test_a_phrase_is_marked_across_bold_text(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("Why?"), answer("It **stops early**, always.")), "early, al")
    qtbot.waitUntil(lambda: marked(view) == ["early, al"])


def test_what_is_not_there_is_said(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("Why?"), answer("Because.")), "needle")
    qtbot.waitUntil(lambda: count(view) == "Not found")
    assert marked(view) == []


def test_escape_closes_and_takes_the_marks_away(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("Why?"), answer("Because.")), "because")
    qtbot.waitUntil(lambda: marked(view) == ["Because"])
    qtbot.keyClick(field(view), Qt.Key.Key_Escape)
    assert not view.finding.shown
    assert marked(view) == []


def test_an_answer_that_arrives_is_counted_too(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("A needle?")), "needle")
    qtbot.waitUntil(lambda: count(view) == "1 of 1")
    view._session.put(answer("No needle, no needle."))  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: count(view) == "1 of 3" and len(marked(view)) == 3)


def test_everything_in_the_bar_has_a_name_and_stays_inside_a_narrow_chat(find: Find, qtbot: QtBot) -> None:
    view = find(chat_of(question("Why?")), "why")
    bar = view.findChild(FindBar)
    assert isinstance(bar, FindBar)
    assert all(button.accessibleName() for button in bar.findChildren(QPushButton))
    view.resize(260, 400)
    assert view.rect().contains(bar.geometry().topLeft() + QPoint(bar.width() - 1, 0))
