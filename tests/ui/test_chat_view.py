"""The chat as a whole: what exists, where the reader is, and where the keys go."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from glmdesk.app.states import Activity
from glmdesk.core.chat import Chat, Ending, Reasoning, Turn
from glmdesk.core.settings import Theme
from glmdesk.ui import theme
from glmdesk.ui.button import Button
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.code_view import CodeText
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.theme import COLUMN_WIDTH
from glmdesk.ui.thinking_view import ThinkingView
from tests.ui.fake_session import FakeSession, answer, chat_of, question

PARAGRAPH = "A sentence of ordinary words that is long enough to fill the better part of a line. " * 4
LONG = "\n\n".join(f"Paragraph {n}. {PARAGRAPH}" for n in range(30))
Open = Callable[..., ChatView]


@pytest.fixture
def open_chat(qtbot: QtBot) -> Iterator[Open]:
    opened = []  # qtbot only knows where they are: one that still works must not be collected meanwhile

    def open_it(session: FakeSession, width: int = 900, height: int = 600) -> ChatView:
        view = ChatView(session)  # type: ignore[arg-type]
        opened.append(view)
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        qtbot.waitUntil(lambda: not view._column._soon.isActive())
        return view

    yield open_it
    opened.clear()


def exchanges(count: int, text: str = PARAGRAPH) -> Chat:
    return chat_of(*(question(f"Question {n}?") if n % 2 == 0 else answer(text) for n in range(2 * count)))


def rows(view: ChatView) -> list[MessageRow]:
    return view._column.rows


def realised(view: ChatView) -> list[int]:
    return [number for number, row in enumerate(rows(view)) if row.view is not None]


def all_built(view: ChatView) -> bool:
    """Whether all that is near the screen is there, to its last word."""
    built = [row.view for row in view._column.built()]
    return not view._column._soon.isActive() and all(shown is not None and shown.complete for shown in built)


def value(view: ChatView) -> int:
    return view.verticalScrollBar().value()


def at_end(view: ChatView) -> bool:
    return value(view) == view.verticalScrollBar().maximum()


def place_on_screen(widget: QWidget, view: ChatView) -> int:
    return widget.mapTo(view, widget.rect().topLeft()).y()


# --- what exists --------------------------------------------------------------------------------------------


def test_every_message_is_one_named_object_and_only_near_ones_have_content(
    open_chat: Open, qtbot: QtBot
) -> None:
    view = open_chat(FakeSession(exchanges(200)))
    found = [w for w in view.findChildren(QWidget, "Message") if isinstance(w, MessageRow)]
    assert len(found) == 400
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    assert 3 < len(realised(view)) < 60
    assert realised(view)[-1] == 399
    names = [QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name) for row in found[:2]]
    assert names[0].startswith("You, ")
    assert names[1].startswith("Assistant, ")


def test_content_follows_the_reader_and_goes_when_it_is_far_away(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(200)))
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    assert realised(view)[0] == 0
    assert realised(view)[-1] < 100
    assert "Question 0?" in view.plain_text()
    assert "Question 398?" not in view.plain_text()


def test_an_empty_chat_offers_beginnings_that_fill_the_draft(open_chat: Open, qtbot: QtBot) -> None:
    session = FakeSession()
    view = open_chat(session)
    start = view.findChild(Button, "Understand some code")
    assert start is not None
    with qtbot.waitSignal(view.suggestion_chosen) as chosen:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert chosen.args[0].endswith("\n\n")
    session.put(question("Hello"))
    assert not start.isVisible()
    session.show(Chat("another"))
    assert start.isVisible()


def test_the_column_is_never_wider_than_the_theme_says_and_fits_a_narrow_window(open_chat: Open) -> None:
    view = open_chat(FakeSession(exchanges(2)), width=1600)
    assert rows(view)[0].width() <= COLUMN_WIDTH + 8
    middle = rows(view)[0].geometry().center().x()
    assert abs(middle - view.width() // 2) < 10
    view.resize(480, 600)
    assert rows(view)[0].geometry().right() < 480


def test_a_change_of_theme_shows_everything_again_in_its_colours(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(chat_of(question("?"), answer("```\nx = 1\n```\n\nText"))))
    light = rows(view)[1].view
    theme.current().apply(Theme.DARK, 150)
    dark = rows(view)[1].view
    assert dark is not None
    assert dark is not light
    assert "x = 1" in view.plain_text()
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(2, 2).lightness() < 60)
    code = dark.findChild(CodeText)
    assert code is not None
    assert code.font().pointSizeF() == theme.current().code_font(theme.BLOCK).pointSizeF()


# --- what the session says ----------------------------------------------------------------------------------


def test_an_answer_streams_into_its_row(open_chat: Open, qtbot: QtBot) -> None:
    session = FakeSession(chat_of(question("Why?")))
    view = open_chat(session)
    turn = session.put(answer(ending=Ending.OPEN))
    session.be(Activity.READING)
    assert "Reading the conversation" in view.plain_text()
    session.be(Activity.THINKING)
    session.put(answer(Reasoning("Let me see", 1.0, 3), ending=Ending.OPEN), turn.id)
    qtbot.waitUntil(lambda: "Let me see" in view.plain_text())
    session.put(answer(Reasoning("Let me see", 1.0, 3, closed=True), "It", ending=Ending.OPEN), turn.id)
    qtbot.waitUntil(lambda: "Let me see" not in view.plain_text())
    session.put(answer(Reasoning("Let me see", 1.0, 3, closed=True), "It is **so**."), turn.id)
    session.be(Activity.IDLE)
    assert "Thought for 1 s · 3 tokens\nIt is so." in view.plain_text()


def test_another_branch_keeps_the_rows_it_shares(open_chat: Open) -> None:
    session = FakeSession(chat_of(question("Why?"), answer("first")))
    view = open_chat(session)
    first, second = rows(view)
    session.put(answer("other", ending=Ending.OPEN), "t9", parent="t0")
    assert rows(view)[0] is first
    assert rows(view)[1] is not second
    assert "other" in view.plain_text()
    assert "first" not in view.plain_text()
    session.show(session.chat.choosing("t1"))
    assert "first" in view.plain_text()


def test_text_that_comes_while_the_window_is_hidden_is_there_when_it_is_shown(open_chat: Open) -> None:
    session = FakeSession(chat_of(question("Why?")))
    view = open_chat(session)
    turn = session.put(answer(ending=Ending.OPEN))
    view.hide()
    session.put(answer("one", ending=Ending.OPEN), turn.id)
    session.put(answer("one two", ending=Ending.OPEN), turn.id)
    assert "one" not in view.plain_text()
    view.show()
    assert "one two" in view.plain_text()


def test_a_machine_that_cannot_keep_up_skips_states_but_never_the_last(open_chat: Open) -> None:
    session = FakeSession(chat_of(question("Why?")))
    view = open_chat(session)
    turn = session.put(answer(ending=Ending.OPEN))
    view._pause.start(60_000)  # as after a slow repaint
    session.put(answer("one", ending=Ending.OPEN), turn.id)
    assert "one" not in view.plain_text()
    session.put(answer("one two"), turn.id)
    assert "one two" in view.plain_text()
    view._pause.stop()


def test_a_system_message_is_not_part_of_the_page(open_chat: Open) -> None:
    from glmdesk.core.chat import Message, Role, Text

    view = open_chat(FakeSession(chat_of(Message(Role.SYSTEM, (Text("Be brief"),)), question("Why?"))))
    assert len(rows(view)) == 1


# --- where the reader is ------------------------------------------------------------------------------------


def test_a_chat_opens_at_its_end_and_goes_with_it(open_chat: Open, qtbot: QtBot) -> None:
    session = FakeSession(exchanges(30, LONG))
    view = open_chat(session)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    assert at_end(view)
    turn = session.put(answer(ending=Ending.OPEN))
    for end in range(0, len(LONG), 900):
        session.put(answer(LONG[:end], ending=Ending.OPEN), turn.id)
        assert at_end(view)


def test_a_reader_further_up_is_not_moved_by_what_arrives(open_chat: Open, qtbot: QtBot) -> None:
    session = FakeSession(exchanges(10, LONG))
    view = open_chat(session)
    turn = session.put(answer(ending=Ending.OPEN))
    view.verticalScrollBar().setValue(value(view) - 900)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    row = rows(view)[view._column.first_visible()]
    before = place_on_screen(row, view)
    for end in range(0, len(LONG), 900):
        session.put(answer(LONG[:end], ending=Ending.OPEN), turn.id)
    assert place_on_screen(row, view) == before
    assert not at_end(view)


def test_content_built_above_does_not_move_what_is_read(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(40, LONG)))
    bar = view.verticalScrollBar()
    for _ in range(12):
        bar.setValue(bar.value() - 700)
        row = rows(view)[view._column.first_visible()]
        before = place_on_screen(row, view)
        qtbot.waitUntil(lambda: not view._column._soon.isActive())
        assert abs(place_on_screen(row, view) - before) <= 1


def test_a_thought_that_is_folded_above_does_not_move_what_is_read(open_chat: Open, qtbot: QtBot) -> None:
    thought = Reasoning(LONG, 9, 900, closed=True)
    view = open_chat(FakeSession(chat_of(question("?"), answer(thought, LONG), question("?"), answer(LONG))))
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    thinking = view.findChild(ThinkingView)
    assert thinking is not None
    thinking._toggle()
    row = rows(view)[3]
    view._column.show_row(row)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    before = place_on_screen(row, view)
    thinking._toggle()
    assert place_on_screen(row, view) == before


def test_a_wider_window_keeps_the_reader_at_the_same_message(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(20, LONG)), width=620)
    view._column.show_row(rows(view)[11])
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    before = view._column.first_visible()
    view.resize(900, 600)
    assert view._column.first_visible() == before


def test_wheeling_up_fast_does_not_lose_the_text_that_is_read(open_chat: Open) -> None:
    view = open_chat(FakeSession(exchanges(40, LONG)))
    bar = view.verticalScrollBar()
    for _ in range(30):
        row = rows(view)[view._column.first_visible()]
        before = place_on_screen(row, view)
        bar.setValue(bar.value() - 120)
        assert place_on_screen(row, view) == before + 120


def test_a_far_jump_builds_a_little_at_once_and_the_rest_of_the_screen_soon(
    open_chat: Open, qtbot: QtBot
) -> None:
    view = open_chat(FakeSession(exchanges(200)), height=1200)
    before = len(realised(view))
    view.verticalScrollBar().setValue(value(view) // 2)
    first = view._column.first_visible()
    assert rows(view)[first].view is not None
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    assert all(row.view is not None for row in rows(view)[first : first + 4])
    assert len(realised(view)) < before + 20  # what is far away has gone


def test_another_theme_keeps_the_place_of_a_reader_further_up(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(20, LONG)))
    view.verticalScrollBar().setValue(value(view) // 2)
    qtbot.waitUntil(lambda: all_built(view))
    row = rows(view)[view._column.first_visible()]
    before = place_on_screen(row, view)
    theme.current().apply(Theme.DARK, 100)
    qtbot.waitUntil(lambda: all_built(view))
    assert abs(place_on_screen(row, view) - before) <= 1


def test_jump_to_bottom_is_offered_only_further_up(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(20, LONG)))
    jump = view.findChild(Button, "Jump to bottom")
    assert jump is not None
    assert not jump.isVisible()
    view.verticalScrollBar().setValue(200)
    qtbot.waitUntil(jump.isVisible)
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert at_end(view)
    assert not jump.isVisible()


def test_a_new_question_brings_the_reader_to_the_end(open_chat: Open) -> None:
    session = FakeSession(exchanges(20, LONG))
    view = open_chat(session)
    view.verticalScrollBar().setValue(200)
    session.put(question("And now?"))
    assert at_end(view)


def test_a_row_that_is_edited_keeps_its_content_however_far_away(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(60, LONG)))
    last = rows(view)[118]
    view._column.show_row(last)
    assert last.view is not None
    last.view.edit()
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: not view._column._soon.isActive())
    assert last.view is not None
    assert last.view.editing


def rewrite(view: ChatView, index: int, more: str) -> DraftEdit:
    row = rows(view)[index]
    assert row.view is not None
    row.view.edit()
    editor = row.view.findChild(DraftEdit)
    assert editor is not None
    editor.insertPlainText(more)
    return editor


def rewriting(view: ChatView, index: int) -> str | None:
    editors = [editor for editor in rows(view)[index].findChildren(DraftEdit) if editor.isVisible()]
    return editors[0].toPlainText() if editors else None


def test_a_question_that_is_being_rewritten_outlasts_another_chat_and_another_look(
    open_chat: Open, qtbot: QtBot
) -> None:
    session = FakeSession(exchanges(2))
    chat = session.chat
    view = open_chat(session)
    rewrite(view, 2, " And how?")
    session.show(chat_of(question("Another?"), answer("Yes."), question("Why?"), id="other"))
    assert rewriting(view, 2) is None
    session.show(chat)
    assert rewriting(view, 2) == "Question 2? And how?"
    theme.current().apply(Theme.DARK, 150)
    assert rewriting(view, 2) == "Question 2? And how?"


def test_what_was_sent_or_given_up_is_no_longer_being_rewritten(open_chat: Open, qtbot: QtBot) -> None:
    session = FakeSession(exchanges(2))
    view = open_chat(session)
    qtbot.keyClick(rewrite(view, 0, " x"), Qt.Key.Key_Escape)
    qtbot.keyClick(rewrite(view, 2, " y"), Qt.Key.Key_Return)
    assert session.asked == [("edit", "t2", "Question 2? y")]
    assert view.rewritten == {}
    theme.current().apply(Theme.DARK, 100)
    assert [rewriting(view, index) for index in (0, 2)] == [None, None]


# --- keys ---------------------------------------------------------------------------------------------------


def test_up_and_down_go_from_message_to_message(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(10)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert rows(view)[19].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert rows(view)[18].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert rows(view)[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert rows(view)[0].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert rows(view)[1].hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert value(view) > 0


def test_keys_in_a_text_that_was_clicked_go_to_the_chat(open_chat: Open, qtbot: QtBot) -> None:
    from glmdesk.ui.prose_view import ProseView

    view = open_chat(FakeSession(chat_of(question("?"), answer("text"), question("more"))))
    prose = rows(view)[1].findChild(ProseView)
    assert prose is not None
    prose.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.keyClick(prose, Qt.Key.Key_Down)
    assert rows(view)[2].hasFocus()


def test_tab_goes_through_one_message_and_out_of_the_chat(qtbot: QtBot) -> None:
    text = "See [it](https://example.org)\n\n```\ncode\n```\n\nEnd"
    session = FakeSession(chat_of(question("?"), answer(Reasoning("hm", 1, 2, closed=True), text)))
    window = QWidget()
    qtbot.addWidget(window)
    before, view, after = QLineEdit(), ChatView(session), QLineEdit()  # type: ignore[arg-type]
    line = QHBoxLayout(window)
    for widget in (before, view, after):
        line.addWidget(widget)
    window.resize(900, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    before.setFocus()
    visited = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus.accessibleName() or focus.objectName())
        if focus is after:
            break
    row = rows(view)[0].accessibleName()
    assert visited[:3] == [row, "Copy message", "Edit"]
    assert QApplication.focusWidget() is after
    visited.clear()
    rows(view)[1].setFocus(Qt.FocusReason.TabFocusReason)
    while QApplication.focusWidget() is not after and len(visited) < 12:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        visited.append(focus.accessibleName() or focus.objectName())
    assert visited[:3] == ["Thought for 1 s · 2 tokens", "Text", "Text"]
    assert visited[3:7] == ["Copy code", "Code, Text", "Copy message", "Answer again"]
    qtbot.keyClick(after, Qt.Key.Key_Backtab)
    assert isinstance(QApplication.focusWidget(), MessageRow)


def test_the_actions_of_the_focused_message_are_drawn(open_chat: Open, qtbot: QtBot) -> None:
    view = open_chat(FakeSession(exchanges(3)))
    copy = rows(view)[0].findChild(Button, "Copy message")
    assert copy is not None
    hidden = copy.grab().toImage()
    rows(view)[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: copy.grab().toImage() != hidden)
    rows(view)[2].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: copy.grab().toImage() == hidden)


def test_versions_come_from_the_chats_branches(open_chat: Open, qtbot: QtBot) -> None:
    chat = chat_of(question("Why?"), answer("first")).with_turn(Turn("t9", "t0", answer("second")))
    session = FakeSession(chat)
    view = open_chat(session)
    assert "first" not in view.plain_text()
    back = rows(view)[1].findChild(Button, "Previous version")
    assert back is not None
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert session.asked == [("choose", "t1")]
