"""The keyboard: every action listed with its keys, which a person can change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from glmdesk.ui.actions import Actions
from glmdesk.ui.key_button import KeyButton
from glmdesk.ui.label import Label
from glmdesk.ui.shortcuts_dialog import ShortcutsDialog

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def actions(window, done, application):
    made = Actions(window)
    made.add("New chat", ("Ctrl+N",), lambda: done.append("new"))
    made.add("Search", ("Ctrl+K", "Ctrl+F"), lambda: done.append("search"))
    application.preferences.changed.connect(lambda settings: made.use(settings.shortcuts))
    return made


@pytest.fixture
def dialog(qtbot, actions, application):
    made = ShortcutsDialog(actions, application.preferences)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def button(dialog, action):
    return dialog.findChildren(KeyButton, f"Keys {action}")[-1]


def words(dialog):
    return " ".join(label.text() for label in dialog.findChildren(Label))


def give(qtbot, dialog, action, key, modifiers=Qt.KeyboardModifier.NoModifier):
    chosen = button(dialog, action)
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Space)
    qtbot.keyClick(chosen, key, modifiers)


def test_an_action_is_done_by_its_new_keys_and_no_longer_by_the_old(qtbot, dialog, window, done, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_T, CONTROL)
    assert application.preferences.settings.shortcuts == {"Ctrl+N": ("Ctrl+T",)}
    assert button(dialog, "Ctrl+N").text() == "Ctrl+T"
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_T, CONTROL)
    assert done == ["new"]


def test_keys_that_something_else_has_are_told_and_taken_only_when_wished(qtbot, dialog, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_K, CONTROL)
    assert "Ctrl+K already does this: Search." in words(dialog)
    assert application.preferences.settings.shortcuts == {}
    qtbot.mouseClick(dialog.findChild(QPushButton, "Use them here"), Qt.MouseButton.LeftButton)
    assert application.preferences.settings.shortcuts == {"Ctrl+N": ("Ctrl+K",), "Ctrl+K": ("Ctrl+F",)}


def test_keys_that_texts_need_are_refused(qtbot, dialog, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_V, CONTROL)
    assert "needed where text is written" in words(dialog)
    assert application.preferences.settings.shortcuts == {}


def test_a_letter_alone_is_not_taken_and_a_function_key_is(qtbot, dialog, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_A)
    assert application.preferences.settings.shortcuts == {}
    qtbot.keyClick(button(dialog, "Ctrl+N"), Qt.Key.Key_F5)
    assert application.preferences.settings.shortcuts == {"Ctrl+N": ("F5",)}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_escape_and_tab_leave_the_keys_as_they_are(qtbot, dialog, application, key):
    give(qtbot, dialog, "Ctrl+N", key)
    assert dialog.isVisible()
    assert button(dialog, "Ctrl+N").text() == "Ctrl+N"
    assert application.preferences.settings.shortcuts == {}


def test_one_action_or_all_go_back_to_their_usual_keys(qtbot, dialog, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_T, CONTROL)
    give(qtbot, dialog, "Ctrl+K", Qt.Key.Key_J, CONTROL)
    back = dialog.findChildren(QPushButton, "New chat: the usual keys")[-1]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert application.preferences.settings.shortcuts == {"Ctrl+K": ("Ctrl+J",)}
    qtbot.mouseClick(dialog.findChild(QPushButton, "Reset all"), Qt.MouseButton.LeftButton)
    assert application.preferences.settings.shortcuts == {}
    assert button(dialog, "Ctrl+K").text() == "Ctrl+K / Ctrl+F"


def test_the_usual_keys_given_again_are_no_change(qtbot, dialog, application):
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_T, CONTROL)
    give(qtbot, dialog, "Ctrl+N", Qt.Key.Key_N, CONTROL)
    assert application.preferences.settings.shortcuts == {}
