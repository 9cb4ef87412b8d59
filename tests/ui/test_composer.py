"""Where a person asks: what is sent, when, and what is kept."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton

from glmdesk.core.chat import Role, Source
from glmdesk.core.settings import Theme
from glmdesk.ui import theme
from glmdesk.ui.composer import Composer
from glmdesk.ui.draft_edit import LONGEST_LINE, DraftEdit
from glmdesk.ui.source_card import SourceCard
from glmdesk.ui.text_dialog import TextDialog


@pytest.fixture
def composer(qtbot, session, application):
    made = Composer(session, application.attachments, pause_ms=0)
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


@pytest.mark.parametrize("percent", [200, 80])
def test_send_is_as_large_as_its_words(qtbot, composer, percent):
    send = button(composer, "Send")
    theme.current().apply(Theme.LIGHT, percent)
    qtbot.waitUntil(lambda: send.size() == send.sizeHint())


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
    assert len(composer.findChildren(SourceCard)) == 1
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert questions(session) == ["Read this:"]
    assert session.chat.path()[0].message.sources == (Source("Pasted text", long),)


def test_held_text_can_be_taken_away_again(qtbot, composer, field):
    paste(field, "x" * (LONGEST_LINE + 1))
    assert button(composer, "Send").isEnabled()
    qtbot.mouseClick(button(composer, "Remove attachment"), Qt.MouseButton.LeftButton)
    assert composer.findChildren(SourceCard)[0].isHidden()
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


# --- attachments -------------------------------------------------------------------------------------------


def cards(composer):
    return [card.plain_text() for card in composer.findChildren(SourceCard) if not card.isHidden()]


def test_a_file_is_a_card_with_its_name_and_size_and_goes_with_the_question(
    qtbot, composer, field, session, tmp_path
):
    (tmp_path / "notes.txt").write_text("some words", encoding="utf-8")
    composer.attach([str(tmp_path / "notes.txt")])
    assert cards(composer) == ["notes.txt · reading …"]
    assert not button(composer, "Send").isEnabled()
    qtbot.waitUntil(lambda: cards(composer) == ["notes.txt · 10 characters"])
    qtbot.keyClicks(field, "What is in it?")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    question = session.chat.path()[0].message
    assert question.sources == (Source("notes.txt", "some words"),)
    assert cards(composer) == []


def test_a_file_may_be_sent_without_a_word(qtbot, composer, session, tmp_path):
    (tmp_path / "notes.txt").write_text("some words", encoding="utf-8")
    composer.attach([str(tmp_path / "notes.txt")])
    qtbot.waitUntil(lambda: button(composer, "Send").isEnabled())
    qtbot.mouseClick(button(composer, "Send"), Qt.MouseButton.LeftButton)
    assert session.chat.title == "notes.txt"


def test_a_picture_leaves_no_card_and_is_explained(qtbot, composer, application, tmp_path):
    (tmp_path / "cat.png").write_bytes(b"\x89PNG\r\n")
    with qtbot.waitSignal(application.attachments.refused) as refused:
        composer.attach([str(tmp_path / "cat.png")])
    assert "is a picture" in refused.args[0].explanation.happened
    assert cards(composer) == []


def test_files_that_are_pasted_are_attached(qtbot, composer, field, tmp_path):
    (tmp_path / "a.py").write_text("pass", encoding="utf-8")
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.py"))])
    field.insertFromMimeData(source)
    qtbot.waitUntil(lambda: cards(composer) == ["a.py · 4 characters"])


def test_an_attachment_says_its_tokens_once_they_are_counted(qtbot, composer, field, engine):
    engine.ready()
    for count in engine.counts():
        engine.counted(count, 1)
    paste(field, "x" * (LONGEST_LINE + 1))
    count = next(count for count in engine.counts() if "Pasted text" in count.prompt.messages[0].content)
    engine.counted(count, 1234)
    assert cards(composer) == ["Pasted text · 5,001 characters · 1,234 tokens"]


def test_attachments_count_in_the_draft(qtbot, composer, field, engine):
    engine.ready()
    engine.counted(engine.counts()[0], 3)
    paste(field, "x" * (LONGEST_LINE + 1))
    qtbot.waitUntil(lambda: any("xxx" in count.prompt.messages[-1].content for count in engine.counts()[1:]))


def test_attachments_stay_with_their_chat(qtbot, composer, field, session, application, tmp_path):
    session.send("first")
    first = session.chat.id
    paste(field, "x" * (LONGEST_LINE + 1))
    (tmp_path / "late.txt").write_text("late", encoding="utf-8")
    composer.attach([str(tmp_path / "late.txt")])
    with qtbot.waitSignal(application.attachments.attached):
        application.chats.new()
    assert cards(composer) == []
    application.chats.open(first)
    assert cards(composer) == ["Pasted text · 5,001 characters", "late.txt · 4 characters"]


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d of a pair"])
def test_text_that_the_field_would_change_is_attached_as_it_is(composer, field, text):
    field.pasted.emit(text) if "\ud83d" in text else paste(field, text)
    (card,) = composer.findChildren(SourceCard)
    assert card.source.text == text


def test_a_card_opens_a_view_of_all_of_its_text(qtbot, composer, field):
    paste(field, "y" * (LONGEST_LINE + 1))
    qtbot.mouseClick(button(composer, "Open attachment"), Qt.MouseButton.LeftButton)
    dialog = composer.window().findChild(TextDialog)
    qtbot.mouseClick(dialog.findChild(QPushButton, "Copy text"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "y" * (LONGEST_LINE + 1)
    dialog.close()


def test_a_quotation_stands_above_what_is_asked_about_it(composer, field):
    composer.quote("one\ntwo")
    assert field.toPlainText() == "> one\n> two\n\n"
    composer.quote("three")
    assert field.toPlainText() == "> one\n> two\n\n> three\n\n"
