"""The context meter: exact figures, named parts, and advice before it is full."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from glmdesk.core.context import Meter, MeterPart
from glmdesk.ui import theme
from glmdesk.ui.context_meter import ContextMeter

PARTS = ((MeterPart.SYSTEM, 300), (MeterPart.HISTORY, 5_000), (MeterPart.DRAFT, 914))


@pytest.fixture
def meter(qtbot):
    made = ContextMeter()
    qtbot.addWidget(made)
    made.resize(600, 24)
    made.show()
    return made


def colors_of(meter):
    image = meter.grab().toImage()
    middle = image.height() // 2
    return {image.pixelColor(x, middle).name().upper() for x in range(image.width())}


def test_it_says_the_exact_figure(meter):
    meter.show_meter(Meter(PARTS, 32_768, exact=True))
    assert meter.text_shown() == "6,214 of 32,768"


def test_an_estimate_is_shown_as_one(meter):
    meter.show_meter(Meter(PARTS, 204_800, exact=False))
    assert meter.text_shown() == "about 6,214 of 204,800"


def test_where_the_size_of_the_context_is_not_known_the_tokens_alone_are_shown(meter):
    meter.show_meter(Meter(PARTS, 0))
    assert meter.text_shown() == "6,214 tokens"
    assert meter.isEnabled()


def test_without_a_model_it_shows_no_figure_and_says_why(meter):
    meter.show_meter(Meter())
    assert meter.text_shown() == ""
    assert "once a model is loaded" in meter.toolTip()
    assert not meter.isEnabled()


def test_hover_and_screen_reader_name_each_part_with_its_tokens(meter):
    meter.show_meter(Meter(PARTS, 32_768, exact=True))
    for words in ("Instructions: 300", "Earlier messages: 5,000", "Your draft: 914"):
        assert words in meter.toolTip()
        assert words in meter.accessibleDescription()
    assert "Thoughts" not in meter.toolTip()
    assert meter.accessibleName() == "Context"


def test_past_80_percent_it_takes_the_warning_colour_and_says_what_can_be_done(meter):
    meter.show_meter(Meter(((MeterPart.HISTORY, 7_900),), 10_000, exact=True))
    assert theme.LIGHT.accent in colors_of(meter)
    assert "new chat" not in meter.text_shown()
    meter.show_meter(Meter(((MeterPart.HISTORY, 8_000),), 10_000, exact=True))
    assert theme.LIGHT.warning in colors_of(meter)
    assert theme.LIGHT.accent not in colors_of(meter)
    assert "new chat" in meter.text_shown()


def test_a_full_context_takes_the_colour_of_errors(meter):
    meter.show_meter(Meter(((MeterPart.HISTORY, 12_000),), 10_000, exact=True))
    assert theme.LIGHT.error in colors_of(meter)
    assert "full" in meter.text_shown()


def test_a_click_offers_a_new_chat_and_another_size(qtbot, meter):
    meter.show_meter(Meter(PARTS, 32_768, exact=True))
    qtbot.mouseClick(meter, Qt.MouseButton.LeftButton)
    menu = meter.findChild(QMenu, "Context menu")
    actions = {action.text(): action for action in menu.actions()}
    with qtbot.waitSignal(meter.new_chat_wanted):
        actions["Start a new chat"].trigger()
    with qtbot.waitSignal(meter.settings_wanted):
        actions["Change the size of the context …"].trigger()
    menu.close()


def test_the_space_key_opens_the_same_choices(qtbot, meter):
    meter.show_meter(Meter(PARTS, 32_768, exact=True))
    qtbot.keyClick(meter, Qt.Key.Key_Space)
    menu = meter.findChild(QMenu, "Context menu")
    assert menu.isVisible()
    menu.close()
