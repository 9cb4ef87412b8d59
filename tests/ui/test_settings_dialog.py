"""The settings: every change is in force at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPlainTextEdit, QSlider, QSpinBox, QWidget

from glmdesk.core.sampling import Preset
from glmdesk.core.settings import Theme
from glmdesk.ui.settings_dialog import SMALLEST_CONTEXT, SettingsDialog


@pytest.fixture
def dialog(qtbot, application):
    made = SettingsDialog(application.preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def test_a_theme_is_chosen_with_one_click(qtbot, dialog, application):
    press(qtbot, dialog, "Dark")
    assert application.preferences.settings.theme is Theme.DARK


def test_a_preset_says_what_it_means(qtbot, dialog, application):
    press(qtbot, dialog, "Exact")
    assert application.preferences.settings.preset is Preset.AGENT
    assert "same answer" in dialog._preset_hint.text()


def test_thinking_and_keeping_thoughts_are_switches(qtbot, dialog, application):
    think, keep = dialog.findChildren(QCheckBox)
    think.click()
    keep.click()
    assert not application.preferences.settings.thinking
    assert application.preferences.settings.keep_thinking


def test_the_size_of_text_moves_in_steps_of_five_percent(dialog, application):
    dialog.findChild(QSlider).setValue(133)
    assert application.preferences.settings.font_percent == 135


def test_the_context_is_automatic_or_at_least_useful(dialog, application):
    box = dialog.findChild(QSpinBox)
    assert box.text() == "Automatic"
    box.setValue(5)
    assert application.preferences.settings.context_tokens == SMALLEST_CONTEXT
    assert box.value() == SMALLEST_CONTEXT
    box.setValue(0)
    assert application.preferences.settings.context_tokens == 0


def test_instructions_are_kept_when_the_dialog_is_closed_right_after_typing(qtbot, dialog, application):
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Be brief.")
    dialog.reject()
    assert application.preferences.settings.system_prompt == "Be brief."


def test_a_change_made_elsewhere_is_shown(dialog, application):
    application.preferences.change(theme=Theme.DARK, font_percent=150, system_prompt="From elsewhere.")
    assert dialog.findChild(QAbstractButton, "Dark").isChecked()
    assert dialog.findChild(QSlider).value() == 150
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "From elsewhere."


def test_every_field_has_a_name_for_screen_readers(dialog):
    for field in dialog.findChildren(QWidget):
        if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisible():
            name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
            assert name, type(field)
