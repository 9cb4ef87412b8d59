"""The settings: made from their descriptions, found by their words, and every change is in force at once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from glmdesk.core.sampling import Preset
from glmdesk.core.setting_kinds import Page
from glmdesk.core.settings import SMALLEST_CONTEXT, Theme
from glmdesk.core.shown_settings import SETTINGS
from glmdesk.ui.actions import Actions
from glmdesk.ui.label import Label
from glmdesk.ui.setting_fields import SettingField
from glmdesk.ui.settings_dialog import SettingsDialog


@pytest.fixture
def dialog(qtbot, application):
    window = QWidget()
    qtbot.addWidget(window)
    made = SettingsDialog(application, Actions(window))
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def fields(dialog):
    return {field.objectName() for field in dialog.findChildren(SettingField)}


def all_words(dialog):
    return " ".join(label.text() for label in dialog.findChildren(Label))


def test_a_theme_is_chosen_with_one_click(qtbot, dialog, application):
    press(qtbot, dialog, "Dark")
    assert application.preferences.settings.theme is Theme.DARK


def test_a_style_says_what_it_means(qtbot, dialog, application):
    dialog.open_page(Page.ANSWERS)
    press(qtbot, dialog, "Exact")
    assert application.preferences.settings.preset is Preset.AGENT
    assert "same answer" in all_words(dialog)


def test_thinking_is_a_switch(dialog, application):
    dialog.open_page(Page.ANSWERS)
    dialog.findChild(SettingField, "thinking").findChild(QCheckBox).click()
    assert not application.preferences.settings.thinking


def test_the_size_of_text_moves_in_steps_of_five_percent(dialog, application):
    dialog.findChild(QSlider).setValue(133)
    assert application.preferences.settings.font_percent == 135


def test_the_context_is_automatic_or_at_least_useful(dialog, application):
    dialog.open_page(Page.CONTEXT)
    box = dialog.findChild(QSpinBox)
    assert box.text() == "Automatic"
    box.setValue(5)
    assert application.preferences.settings.context_tokens == SMALLEST_CONTEXT
    assert box.value() == SMALLEST_CONTEXT
    box.setValue(0)
    assert application.preferences.settings.context_tokens == 0


@pytest.mark.parametrize(
    ("page", "kind"), [(Page.APPEARANCE, QSlider), (Page.APPEARANCE, QComboBox), (Page.CONTEXT, QSpinBox)]
)
def test_a_value_is_not_changed_by_scrolling_past_it(dialog, application, page, kind):
    dialog.open_page(page)
    field = next(field for field in dialog.findChildren(kind) if field.isVisible())
    before = application.preferences.settings
    for turn in (120, -120):
        over = QPointF(field.rect().center())
        wheel = QWheelEvent(
            over,
            field.mapToGlobal(over),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, wheel)
        assert application.preferences.settings == before


@pytest.mark.parametrize("leave", ["close", "other page", "search"])
def test_a_text_is_kept_however_it_is_left_right_after_typing(qtbot, dialog, application, leave):
    dialog.open_page(Page.ANSWERS)
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Be brief.")
    if leave == "close":
        dialog.reject()
    elif leave == "search":
        dialog.search("colours")
    else:
        dialog.open_page(Page.CONTEXT)
    assert application.preferences.settings.system_prompt == "Be brief."


def test_a_change_made_elsewhere_is_shown(dialog, application):
    application.preferences.change(theme=Theme.DARK, font_percent=150, system_prompt="From elsewhere.")
    assert dialog.findChild(QAbstractButton, "Dark").isChecked()
    assert dialog.findChild(QSlider).value() == 150
    dialog.open_page(Page.ANSWERS)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "From elsewhere."


def test_every_described_setting_is_on_the_page_that_it_names(dialog):
    for setting in SETTINGS:
        dialog.open_page(setting.shown.page)
        assert setting.field in fields(dialog)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dark", {"theme"}),
        ("FONT", {"font_percent"}),
        ("system prompt", {"system_prompt"}),
        ("exact", {"preset"}),
        ("how much of a chat", {"context_tokens"}),
        ("no such thing", set()),
    ],
)
def test_a_search_finds_settings_by_any_of_their_words(dialog, text, found):
    dialog.search(text)
    assert fields(dialog) == found


def test_a_search_that_finds_nothing_says_so_and_its_end_shows_the_page_again(qtbot, dialog):
    dialog.open_page(Page.CONTEXT)
    search = dialog.findChild(QLineEdit, "Search")
    qtbot.keyClicks(search, "xyz")
    assert "Nothing is called that." in all_words(dialog)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert "context_tokens" in fields(dialog)


def test_what_was_found_can_be_changed_right_there(qtbot, dialog, application):
    search = dialog.findChild(QLineEdit, "Search")
    qtbot.keyClicks(search, "think before")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert not application.preferences.settings.thinking


def test_every_field_has_a_name_for_screen_readers(dialog):
    for page in {setting.shown.page for setting in SETTINGS}:
        dialog.open_page(page)
        for field in dialog.findChildren(QWidget):
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.isVisible():
                name = QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
                assert name, type(field)
