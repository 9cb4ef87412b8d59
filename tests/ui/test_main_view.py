"""The whole window: what the keyboard does, what folds, what is dropped on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from glmdesk.app.chat_exchange import Form
from glmdesk.app.states import EnginePhase, Notice
from glmdesk.core.chat_options import Thoughts
from glmdesk.core.errors import Explanation
from glmdesk.core.phrases import phrase
from glmdesk.core.settings import Settings
from glmdesk.ui.button import Button
from glmdesk.ui.chat_view import ChatView
from glmdesk.ui.draft_edit import DraftEdit
from glmdesk.ui.dropped import DropTarget
from glmdesk.ui.languages import Language
from glmdesk.ui.main_view import MainView
from glmdesk.ui.main_window import SMALLEST_SIZE, USUAL_SIZE, MainWindow
from glmdesk.ui.message_row import MessageRow
from glmdesk.ui.notice_card import NoticeCard
from glmdesk.ui.sidebar import Sidebar
from glmdesk.ui.source_card import SourceCard
from glmdesk.ui.tokens import NARROW

EXPORTS = Path(__file__).parents[1] / "data" / "exports"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, application):
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(USUAL_SIZE)
    made.fill(application)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.findChild(QPlainTextEdit, "Message").hasFocus)
    return made


def field(window):
    return window.findChild(QPlainTextEdit, "Message")


def press(qtbot, window, key, modifiers=CONTROL):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def test_a_question_typed_into_the_window_gets_its_answer_on_the_screen(qtbot, window, engine):
    engine.ready()
    qtbot.keyClicks(field(window), "Why is the sky blue?")
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    request = engine.generations()[-1]
    engine.prompted(request)
    engine.answer(request, "Because of scattering.")
    engine.done(request)
    chat = window.findChild(ChatView)
    qtbot.waitUntil(lambda: "Because of scattering." in chat.plain_text())
    assert "Why is the sky blue?" in chat.plain_text()
    assert window.findChild(QWidget, "Title").text() == "Why is the sky blue?"


def test_control_n_begins_a_chat_and_keeps_the_cursor_in_the_field(qtbot, window, application):
    application.session.send("first")
    first = application.chats.state.current
    press(qtbot, window, Qt.Key.Key_N)
    assert application.chats.state.current != first
    assert field(window).hasFocus()


def test_control_k_searches_all_chats_and_control_f_this_one(qtbot, window):
    press(qtbot, window, Qt.Key.Key_K)
    assert window.findChild(QLineEdit, "Search").hasFocus()
    press(qtbot, window, Qt.Key.Key_F)
    assert window.findChild(QLineEdit, "Find in chat").hasFocus()


def test_control_k_brings_a_hidden_sidebar_back(qtbot, window, application):
    application.preferences.change(sidebar_shown=False)
    assert not window.findChild(Sidebar).isVisible()
    press(qtbot, window, Qt.Key.Key_K)
    assert window.findChild(Sidebar).isVisible()


def test_control_b_hides_the_chats_and_remembers(qtbot, window, application):
    press(qtbot, window, Qt.Key.Key_B)
    assert not window.findChild(Sidebar).isVisible()
    assert not application.preferences.settings.sidebar_shown


def test_a_narrow_window_gives_the_sidebars_room_to_the_chat(qtbot, window, application):
    window.resize(NARROW - 100, 600)
    sidebar = window.findChild(Sidebar)
    assert not sidebar.isVisible()
    press(qtbot, window, Qt.Key.Key_B)
    assert sidebar.isVisible()
    window.resize(USUAL_SIZE)
    assert sidebar.isVisible()
    assert application.preferences.settings.sidebar_shown


def test_escape_stops_the_answer(qtbot, window, engine):
    engine.ready()
    qtbot.keyClicks(field(window), "Why?")
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert engine.cancelled == [engine.generations()[0].id]


def test_control_shift_t_changes_whether_the_next_turn_thinks(qtbot, window, application, engine):
    engine.ready(thinks=True)
    press(qtbot, window, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not application.session.state.thinking


def test_control_l_opens_the_models(qtbot, window):
    press(qtbot, window, Qt.Key.Key_L)
    menu = window.findChild(QWidget, "Models")
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_Comma, CONTROL, "Settings"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "Keyboard shortcuts"),
        (Qt.Key.Key_Slash, CONTROL, "Keyboard shortcuts"),
    ],
)
def test_dialogs_open_by_keyboard_and_once(qtbot, window, key, modifiers, name):
    press(qtbot, window, key, modifiers)
    press(qtbot, window, key, modifiers)
    dialogs = window.findChildren(QDialog, name)
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_page_of_shortcuts_lists_every_action_with_its_keys(qtbot, window):
    press(qtbot, window, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = window.findChild(QDialog, "Keyboard shortcuts")
    words = {label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")}
    for text in ("New chat", "Ctrl+N", "Stop the answer", "Esc", "Search chats", "Ctrl+K / Ctrl+Shift+F"):
        assert text in words
    dialog.reject()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    view = window.findChild(MainView)
    event = QDropEvent(
        QPoint(300, 300).toPointF(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.findChild(DropTarget).eventFilter(view, event)
    return event


def test_a_model_file_dropped_on_the_window_is_loaded(qtbot, window, application, tmp_path):
    model = tmp_path / "small.gguf"
    model.write_bytes(b"GGUF")
    with qtbot.waitSignal(application.models.changed):
        drop(window, tmp_path / "notes.txt", model)
    assert application.engine.used[-1][0] == str(model)


def test_chats_of_another_program_dropped_on_the_window_come_in(qtbot, window, application):
    application.keeper.start()
    with qtbot.waitSignal(application.notified) as notified:
        drop(window, EXPORTS / "chatgpt.json")
    assert "came in from ChatGPT" in notified.args[0].explanation.happened
    assert len(application.chats.state.chats) > 1


def test_a_chat_is_exported_to_the_place_that_is_asked_for(qtbot, window, application, tmp_path):
    application.session.send("Why is the sky blue?")
    chat = application.chats.current
    window.findChild(Sidebar).export_wanted.emit(chat.id, chat.title, Form.MARKDOWN)
    dialog = window.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Why is the sky blue.md"
    with qtbot.waitSignal(application.notified):
        dialog.fileSelected.emit(str(tmp_path / "sky.md"))
    assert "Why is the sky blue?" in (tmp_path / "sky.md").read_text("utf-8")
    dialog.reject()


def test_files_to_import_are_asked_for(qtbot, window, application):
    application.keeper.start()
    window.findChild(Sidebar).import_wanted.emit()
    dialog = window.findChild(QFileDialog, "Import chats")
    with qtbot.waitSignal(application.notified) as notified:
        dialog.filesSelected.emit([str(EXPORTS / "jan-export.json")])
    assert "came in from Jan" in notified.args[0].explanation.happened
    dialog.reject()


def test_anything_else_dropped_is_left_alone(window, application, tmp_path):
    drop(window, tmp_path / "notes.txt")
    assert application.checked == []


def test_a_file_dropped_on_the_field_is_not_pasted_as_a_path(window):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/models/a.gguf")])
    data.setText("file:///models/a.gguf")
    assert not field(window).canInsertFromMimeData(data)


def test_a_notice_of_the_application_is_shown(window, application):
    application.notified.emit(Notice(Explanation("The settings could not be read."), "warning"))
    cards = window.findChildren(NoticeCard, "Notice")
    assert [card.accessibleName() for card in cards] == ["The settings could not be read."]


def test_everything_fits_the_smallest_window_at_twice_the_font_size(window, engine, application, light_theme):
    engine.phase(EnginePhase.RESTARTING, retry_s=1, explanation=Explanation("The engine stopped.", "Kept."))
    light_theme.apply(application.preferences.settings.theme, 200)
    window.resize(SMALLEST_SIZE)
    QApplication.processEvents()
    assert window.width() == SMALLEST_SIZE.width()
    send = window.findChild(QPushButton, "Send")
    assert window.rect().contains(send.mapTo(window, send.rect().bottomRight()))


def test_everything_that_takes_the_keyboard_has_a_name(window):
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), f"{type(widget).__name__} {widget.objectName()}"


def test_tab_reaches_every_part_of_the_window(qtbot, window, engine):
    engine.ready()
    qtbot.keyClicks(field(window), "x")
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        reached.add(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {"Message", "Thinking", "Send", "New chat", "Search", "Chats", "Settings", "Model"} <= reached


def test_a_changed_setting_is_in_force_in_the_open_chat(window, application, engine):
    engine.ready(thinks=True)
    application.preferences.change(thinking=False, thoughts=Thoughts.KEEP)
    assert not application.session.state.thinking
    assert application.session.state.choices.thoughts is Thoughts.KEEP
    application.session.set_thinking(True)
    application.preferences.change(font_percent=110)
    assert application.session.state.thinking


def test_other_instructions_are_counted_at_once(window, application, engine):
    engine.ready()
    engine.counted(engine.counts()[-1], 3)
    before = len(engine.counts())
    application.preferences.change(system_prompt="Be brief.")
    assert len(engine.counts()) > before
    assert engine.counts()[-1].prompt.messages[0].content == "Be brief."


def test_the_page_about_this_computer_takes_the_place_of_the_chat_and_escape_brings_it_back(qtbot, window):
    press(qtbot, window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page = window.findChild(QWidget, "Models page")
    assert page.isVisible()
    assert not field(window).isVisible()
    press(qtbot, window, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not page.isVisible()
    assert field(window).hasFocus()


def test_a_chat_that_is_opened_is_shown(qtbot, window, application):
    press(qtbot, window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    application.chats.new()
    assert field(window).isVisible()


def test_after_a_rewritten_question_the_cursor_is_where_the_next_one_is_written(
    qtbot, window, application, engine
):
    engine.ready()
    application.session.send("Why?")
    engine.prompted(engine.generations()[-1])
    engine.done(engine.generations()[-1])
    row = window.findChild(MessageRow)
    qtbot.waitUntil(lambda: row.view is not None)
    row.view.edit()
    qtbot.keyClick(row.view.findChild(DraftEdit), Qt.Key.Key_Escape)
    assert row.hasFocus()
    row.view.edit()
    qtbot.keyClick(row.view.findChild(DraftEdit), Qt.Key.Key_Return)
    assert len(engine.generations()) == 2
    assert field(window).hasFocus()


def test_in_another_language_notices_and_what_is_being_rewritten_are_still_there(
    qtbot, qapp, window, application, engine
):
    engine.ready()
    application.session.send("Why?")
    engine.prompted(engine.generations()[-1])
    engine.done(engine.generations()[-1])
    before = window.findChild(MainView)
    before.notify(Notice(Explanation(phrase("The download is paused."))))
    row = window.findChild(MessageRow)
    qtbot.waitUntil(lambda: row.view is not None)
    row.view.edit()
    row.view.findChild(DraftEdit).insertPlainText(" And how?")
    language = Language(qapp, "es")
    try:
        view = window.fill(application)
        [card] = (card for card in view.findChildren(NoticeCard) if not card.isHidden())
        assert "La descarga está en pausa." in [label.text() for label in card.findChildren(QLabel)]
        row = view.findChild(MessageRow)
        qtbot.waitUntil(lambda: row.view is not None and row.view.editing)
        assert row.view.findChild(DraftEdit).toPlainText() == "Why? And how?"
        with qtbot.waitSignal(before.destroyed):
            pass
    finally:
        language.remove()


def test_in_another_language_everything_is_built_again_and_nothing_typed_is_lost(
    qtbot, qapp, window, application, tmp_path
):
    file = tmp_path / "notes.txt"
    file.write_text("a note", encoding="utf-8")
    before = window.findChild(MainView)
    before.type_text("half a question")
    before.attach([str(file)])
    qtbot.waitUntil(lambda: any(card.source.text == "a note" for card in window.findChildren(SourceCard)))
    language = Language(qapp, "es")
    try:
        view = window.fill(application)
        assert view.findChild(QPlainTextEdit, "Message").toPlainText() == "half a question"
        assert [card.source.text for card in view.findChildren(SourceCard)] == ["a note"]
        assert view.findChild(Button, "Send").text() == "Enviar"
        with qtbot.waitSignal(before.destroyed):
            pass
        qtbot.keyClick(view.findChild(QPlainTextEdit, "Message"), Qt.Key.Key_Return)
        assert [part.text for part in application.session.chat.path()[0].message.parts] == [
            "a note",
            "half a question",
        ]
    finally:
        language.remove()
