"""Where a person asks: what is sent, when, and what is kept."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from glmdesk.core.chat import Role
from glmdesk.ui.composer import Composer
from glmdesk.ui.draft_edit import LONGEST_LINE, DraftEdit
from glmdesk.ui.pasted import Pasted


@pytest.fixture
def composer(qtbot, session):
    made = Composer(session, pause_ms=0)
    qtbot.addWidget(made)
    made.resize(600, 60)
    made.show()
    return made


@pytest.fixture
def field(composer):
    return composer.findChild(DraftEdit, "Message")


def button(composer, name):
    return composer.findChild(QPushButton, name)


def questions(session):
    return [turn.message.text for turn in session.chat.path() if turn.message.role is Role.USER]


def paste(field, text):
    source = QMimeData()
    source.setText(text)
    field.insertFromMimeData(source)


def test_enter_sends_the_draft_and_empties_the_field(qtbot, composer, field, session):
    qtbot.keyClicks(field, "Why?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == ["Why?"]
    assert field.toPlainText() == ""


def test_shift_and_enter_break_the_line_and_send_nothing(qtbot, composer, field, session):
    qtbot.keyClicks(field, "one")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "two")
    assert field.toPlainText() == "one\ntwo"
    assert questions(session) == []


def test_enter_during_a_composition_sends_nothing(qtbot, composer, field, session):
    qtbot.keyClicks(field, "a")
    QApplication.sendEvent(field, QInputMethodEvent("かん", []))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == []
    committed = QInputMethodEvent()
    committed.setCommitString("漢")
    QApplication.sendEvent(field, committed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == ["a漢"]


def test_a_draft_of_spaces_cannot_be_sent(qtbot, composer, field, session):
    qtbot.keyClicks(field, "  ")
    assert not button(composer, "Send").isEnabled()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == []


def test_send_becomes_stop_in_its_place_and_size_while_answering(qtbot, composer, field, session, engine):
    engine.ready()
    send, stop = button(composer, "Send"), button(composer, "Stop")
    place = send.mapTo(composer, send.rect().topLeft()), send.size()
    qtbot.keyClicks(field, "Why?")
    qtbot.mouseClick(send, Qt.MouseButton.LeftButton)
    assert stop.isVisible()
    assert not send.isVisible()
    assert (stop.mapTo(composer, stop.rect().topLeft()), stop.size()) == place
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert engine.cancelled == [engine.generations()[0].id]
    engine.cancel_done(engine.generations()[0])
    assert send.isVisible()


def test_a_draft_typed_while_an_answer_runs_is_kept(qtbot, composer, field, session, engine):
    engine.ready()
    qtbot.keyClicks(field, "Why?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "And")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "And"
    assert questions(session) == ["Why?"]


def test_the_draft_is_counted_once_typing_pauses(qtbot, composer, field, engine):
    engine.ready()
    engine.counted(engine.counts()[0], 3)  # the empty draft, counted when the model was ready
    qtbot.keyClicks(field, "Why?")
    qtbot.waitUntil(lambda: any(count.prompt.messages[-1].content == "Why?" for count in engine.counts()))


def test_a_draft_stays_with_its_chat(qtbot, composer, field, session, application):
    session.send("first")
    first = session.chat.id
    qtbot.keyClicks(field, "half a thought")
    application.chats.new()
    assert field.toPlainText() == ""
    qtbot.keyClicks(field, "another")
    application.chats.open(first)
    assert field.toPlainText() == "half a thought"


def test_think_says_why_it_cannot_be_used(composer, engine):
    think = button(composer, "Thinking")
    engine.ready(thinks=False)
    assert not think.isEnabled()
    assert "does not think" in think.toolTip()
    engine.ready(thinks=True)
    assert think.isEnabled()
    assert think.isChecked()


def test_think_changes_the_next_turn_only_by_asking_the_session(qtbot, composer, session, engine):
    engine.ready(thinks=True)
    qtbot.mouseClick(button(composer, "Thinking"), Qt.MouseButton.LeftButton)
    assert not session.state.thinking
    composer.toggle_thinking()
    assert session.state.thinking


def test_the_field_grows_with_its_text_up_to_its_limit(qtbot, composer, field):
    composer.set_height_limit(120)
    one_line = field.height()
    field.setPlainText("a\nb\nc")
    assert one_line < field.height() < 120
    field.setPlainText("\n" * 50)
    assert field.height() == 120


def test_a_pasted_line_too_long_to_edit_is_held_beside_the_field_and_sent_with_it(
    qtbot, composer, field, session
):
    long = "x" * (LONGEST_LINE + 1)
    qtbot.keyClicks(field, "Read this:")
    paste(field, long)
    assert field.toPlainText() == "Read this:"
    assert len(composer.findChildren(Pasted)) == 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == [f"Read this:\n\n{long}"]


def test_held_text_can_be_taken_away_again(qtbot, composer, field):
    paste(field, "x" * (LONGEST_LINE + 1))
    assert button(composer, "Send").isEnabled()
    qtbot.mouseClick(button(composer, "Remove pasted text"), Qt.MouseButton.LeftButton)
    assert composer.draft == ""
    assert not button(composer, "Send").isEnabled()


def test_a_pasted_text_of_many_lines_can_be_edited(composer, field):
    text = "a line of words\n" * 2000
    paste(field, text)
    assert field.toPlainText() == text


def test_pasted_markup_is_text(composer, field):
    source = QMimeData()
    source.setHtml("<b>bold</b>")
    source.setText("<b>bold</b>")
    field.insertFromMimeData(source)
    assert field.toPlainText() == "<b>bold</b>"
