"""A damaged file of chats is asked about: what there is, what is kept, and nothing without an answer."""

import os
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from glmdesk.core.chat import Chat, Message, Role, Text, Turn
from glmdesk.core.settings import Settings
from glmdesk.store.backups import Backups
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME
from glmdesk.ui.main_window import USUAL_SIZE, MainWindow
from glmdesk.ui.notice_card import NoticeCard

NOVEMBER = datetime(2020, 11, 12, 14, 5).timestamp()  # noqa: DTZ001 - local time is what is shown


def save(store, title):
    chat = Chat(title, title).with_turn(Turn("t", None, Message(Role.USER, (Text("Why?"),))))
    store.save(chat)


@pytest.fixture
def damaged(tmp_path):
    """One chat in a backup of November, two in a file whose header is noise."""
    store = ChatStore.open(tmp_path)
    save(store, "one")
    path = tmp_path / FILE_NAME
    Backups(tmp_path / "backups", path, clock=lambda: NOVEMBER).make()
    save(store, "two")
    store.close()
    path.write_bytes(os.urandom(100) + path.read_bytes()[100:])
    return path


@pytest.fixture
def window(qtbot, application):
    made = MainWindow(Settings())
    qtbot.addWidget(made)
    made.resize(USUAL_SIZE)
    made.fill(application)
    made.show()
    return made


def asked(qtbot, window, application):
    """The dialog that comes by itself."""
    application.keeper.start()
    qtbot.waitUntil(lambda: application.keeper.damage is not None)
    [dialog] = window.findChildren(QDialog, "Recover chats")
    return dialog


def choices(dialog):
    return [b.text() for b in dialog.findChildren(QPushButton)]


def said(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def choose(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_the_choices_are_counted_and_the_place_of_the_file_is_told(qtbot, window, application, damaged):
    dialog = asked(qtbot, window, application)
    assert set(choices(dialog)) == {
        "Use the backup of 12 November 2020 (1 chat, 1 message)",
        "Keep what can be read (2 chats, 2 messages)",
        "Start empty",
        "Decide later",
    }
    assert "damaged" in said(dialog)
    assert str(damaged) in said(dialog)
    assert "kept" in said(dialog)
    dialog.reject()


def test_what_is_chosen_is_gone_on_with_and_told(qtbot, window, application, damaged):
    choose(qtbot, asked(qtbot, window, application), "Use the backup")
    qtbot.waitUntil(lambda: application.keeper.damage is None)
    assert "one" in [chat.title for chat in application.chats.state.chats]
    assert not window.findChild(QPushButton, "Recover chats …").isVisible()
    [card] = window.findChildren(NoticeCard, "Notice")
    assert "Your chats are back" in card.accessibleName()


def test_the_most_there_is_is_what_enter_chooses(qtbot, window, application, damaged):
    dialog = asked(qtbot, window, application)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: application.keeper.damage is None)
    assert {"one", "two"} <= {chat.title for chat in application.chats.state.chats}


def test_deciding_later_changes_nothing_and_leaves_a_way_back(qtbot, window, application, damaged):
    before = damaged.read_bytes()
    choose(qtbot, asked(qtbot, window, application), "Decide later")
    qtbot.waitUntil(lambda: not window.findChildren(QDialog, "Recover chats"))
    assert damaged.read_bytes() == before
    assert "not open yet" in window.findChild(NoticeCard, "Notice").accessibleName()
    way_back = window.findChild(QPushButton, "Recover chats …")
    assert way_back.isVisible()
    qtbot.mouseClick(way_back, Qt.MouseButton.LeftButton)
    [dialog] = window.findChildren(QDialog, "Recover chats")
    dialog.reject()


def test_a_choice_that_cannot_be_carried_out_is_asked_again_with_the_reason(
    qtbot, window, application, damaged
):
    dialog = asked(qtbot, window, application)
    for backup in (damaged.parent / "backups").glob("*.sqlite"):
        backup.write_bytes(b"noise" * 2_000)
    with qtbot.waitSignal(application.keeper.damage_changed):
        choose(qtbot, dialog, "Use the backup")
    again = window.findChildren(QDialog, "Recover chats")[-1]
    assert again.isVisible()
    assert application.keeper.damage.failed.happened in said(again)
    again.reject()


def test_where_nothing_is_left_only_an_empty_start_is_offered(qtbot, window, application, tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 1000)
    dialog = asked(qtbot, window, application)
    assert choices(dialog) == ["Start empty", "Decide later"]
    assert "no backup" in said(dialog)
    dialog.reject()


def test_a_sound_file_is_asked_nothing_about(qtbot, window, application, tmp_path):
    store = ChatStore.open(tmp_path)
    save(store, "one")
    store.close()
    application.keeper.start()
    qtbot.waitUntil(lambda: "one" in [chat.title for chat in application.chats.state.chats])
    assert window.findChildren(QDialog, "Recover chats") == []
    assert not window.findChild(QPushButton, "Recover chats …").isVisible()
