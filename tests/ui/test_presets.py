"""Presets of instructions and values of the styles, in the settings and for one chat."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDoubleSpinBox,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from glmdesk.core.instructions import BUILT_IN
from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.core.setting_kinds import Page
from glmdesk.ui.actions import Actions
from glmdesk.ui.ask_dialog import NameDialog
from glmdesk.ui.chat_options_dialog import ChatOptionsDialog
from glmdesk.ui.settings_dialog import SettingsDialog


@pytest.fixture
def settings(qtbot, application):
    window = QWidget()
    qtbot.addWidget(window)
    made = SettingsDialog(application, Actions(window))
    qtbot.addWidget(made)
    made.show()
    made.open_page(Page.ANSWERS)
    return made


@pytest.fixture
def options(qtbot, application):
    made = ChatOptionsDialog(application)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)


def trigger(qtbot, dialog, *path):
    press(qtbot, dialog, "Presets")
    menu = dialog.findChildren(QMenu, "Presets menu")[-1]
    for text in path:
        action = next(action for action in menu.actions() if action.text() == text)
        menu = action.menu() or menu
    assert action.isEnabled()
    action.trigger()
    dialog.findChildren(QMenu, "Presets menu")[-1].close()


def test_a_preset_is_chosen_from_the_menu(qtbot, settings, application):
    trigger(qtbot, settings, "Teacher")
    assert application.preferences.settings.system_prompt == BUILT_IN[2].text
    trigger(qtbot, settings, "None")
    assert application.preferences.settings.system_prompt == ""


def test_what_was_written_becomes_a_preset(qtbot, settings, application):
    qtbot.keyClicks(settings.findChild(QPlainTextEdit), "Speak like a pirate.")
    trigger(qtbot, settings, "Save as a preset …")
    qtbot.keyClicks(settings.findChild(NameDialog).focusWidget(), "Pirate")
    qtbot.keyClick(settings.findChild(NameDialog).focusWidget(), Qt.Key.Key_Return)
    saved = application.preferences.settings.instructions[-1]
    assert (saved.name, saved.text) == ("Pirate", "Speak like a pirate.")


def test_a_deleted_preset_of_the_program_can_be_brought_back(qtbot, settings, application):
    trigger(qtbot, settings, "Delete a preset", "Brief")
    assert "Brief" not in {each.name for each in application.preferences.settings.instructions}
    trigger(qtbot, settings, "Bring back the built-in presets")
    assert application.preferences.settings.instructions == BUILT_IN


def test_a_style_has_the_vendors_values_until_they_are_changed_and_again_after_a_reset(
    qtbot, settings, application
):
    press(qtbot, settings, "Coding")
    temperature = settings.findChild(QDoubleSpinBox)
    assert temperature.value() == 0.7
    temperature.setValue(0.4)
    own = application.preferences.settings.samplings
    assert own == {Preset.CODING: replace(sampling_for(Preset.CODING, ""), temperature=0.4)}
    press(qtbot, settings, "General")
    assert temperature.value() == 1.0
    press(qtbot, settings, "Coding")
    assert temperature.value() == 0.4
    press(qtbot, settings, "Reset")
    assert application.preferences.settings.samplings == {}
    assert temperature.value() == 0.7


def test_a_seed_of_zero_is_another_one_each_time(settings, application):
    seed = next(box for box in settings.findChildren(QSpinBox) if box.accessibleName() == "Seed")
    assert seed.text() == "Another one each time"
    seed.setValue(7)
    assert application.preferences.settings.samplings[Preset.GENERAL].seed == 7
    seed.setValue(0)
    assert application.preferences.settings.samplings == {}


def test_a_persons_own_values_reach_the_engine(settings, application, engine):
    settings.findChild(QDoubleSpinBox).setValue(0.4)
    engine.ready()
    application.session.send("Why?")
    assert engine.generations()[-1].sampling == Sampling(temperature=0.4)


def test_a_change_for_one_chat_leaves_the_settings_alone(options, application, engine):
    before = application.preferences.settings
    options.findChild(QCheckBox).click()
    options.findChild(QDoubleSpinBox).setValue(0.3)
    assert application.preferences.settings == before
    assert application.session.chat.options.thinking is False
    engine.ready()
    application.session.send("Why?")
    request = engine.generations()[-1]
    assert not request.prompt.thinking
    assert request.sampling.temperature == 0.3


def test_each_choice_of_a_chat_can_be_left_to_the_settings_again(qtbot, options, application):
    back = options.findChild(QAbstractButton, "Thinking: as in the settings")
    assert not back.isEnabled()
    options.findChild(QCheckBox).click()
    assert back.isEnabled()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert application.session.chat.options.thinking is None
    assert options.findChild(QCheckBox).isChecked()


def test_the_values_of_a_chat_follow_its_style_until_they_are_its_own(qtbot, options, application):
    press(qtbot, options, "Coding")
    temperature = options.findChild(QDoubleSpinBox)
    assert temperature.value() == 0.7
    temperature.setValue(0.2)
    press(qtbot, options, "Reset values")
    assert temperature.value() == 0.7
    assert application.session.chat.options.sampling is None


def test_instructions_for_one_chat_are_kept_when_the_dialog_is_closed_right_away(qtbot, options, application):
    qtbot.keyClicks(options.findChild(QPlainTextEdit), "Be brief.")
    options.reject()
    assert application.session.chat.options.system_prompt == "Be brief."
