"""Keys in the chat: from one block of code to the next, and to the message that the reader is at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.code_view import CodeView
from glmdesk.ui.deed import Deed
from tests.ui.fake_session import FakeSession, answer, chat_of, question

TWO_BLOCKS = "First:\n\n```\nx = {0}\n```\n\nSecond:\n\n```\ny = {0}\n```\n"


@pytest.fixture
def session() -> FakeSession:
    """Two answers with code, far apart."""
    filler = ["words " * 400] * 12
    return FakeSession(
        chat_of(
            question("One?"),
            answer(TWO_BLOCKS.format(1)),
            *(question(text) if number % 2 == 0 else answer(text) for number, text in enumerate(filler)),
            question("Two?"),
            answer(TWO_BLOCKS.format(2)),
        )
    )


@pytest.fixture
def view(session: FakeSession, qtbot: QtBot) -> ChatView:
    made = ChatView(session)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not made._column._soon.isActive())
    return made


def code_with_focus() -> str:
    focus = QApplication.focusWidget()
    block = focus.parentWidget() if focus is not None else None
    assert isinstance(block, CodeView)
    return block.plain_text()


def test_from_block_to_block_down_the_chat_and_up_again(view: ChatView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    down = []
    for _ in range(4):
        view.keys.step_code(1)
        down.append(code_with_focus())
    assert down == ["x = 1", "y = 1", "x = 2", "y = 2"]
    view.keys.step_code(1)
    assert code_with_focus() == "y = 2"
    up = []
    for _ in range(3):
        view.keys.step_code(-1)
        up.append(code_with_focus())
    assert up == ["x = 2", "y = 1", "x = 1"]


def test_the_block_that_is_gone_to_is_on_the_screen_and_space_copies_it(view: ChatView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.keys.step_code(1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.viewport().rect().contains(focus.mapTo(view.viewport(), focus.rect().center()))
    qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "x = 1"


def test_a_chat_without_code_keeps_the_focus_where_it_is(qtbot: QtBot) -> None:
    made = ChatView(FakeSession(chat_of(question("One?"), answer("Yes."))))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    before = QApplication.focusWidget()
    made.keys.step_code(1)
    made.keys.step_code(-1)
    assert QApplication.focusWidget() is before


def test_a_key_acts_on_the_message_with_the_focus(view: ChatView, session: FakeSession, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.keys.do(Deed.COPY)
    assert QGuiApplication.clipboard().text() == "One?"
    view.keys.do(Deed.REGENERATE)
    assert session.asked == []


def test_without_the_focus_a_key_acts_on_the_last_message_that_it_suits(
    view: ChatView, session: FakeSession
) -> None:
    path = session.chat.path()
    view.keys.do(Deed.REGENERATE)
    assert session.asked == [("regenerate", path[-1].id)]
    view.keys.do(Deed.EDIT)
    editing = [row.turn.message.text for row in view._column.built() if row.in_use]
    assert editing == ["Two?"]
