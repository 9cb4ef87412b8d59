"""What is asked where a prompt does not fit: each choice with its figure, by keyboard too."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from glmdesk.app.cloud_offers import CloudOffer
from glmdesk.app.room_states import RoomAsked, RoomChoice, RoomKind
from glmdesk.core.estimates import Estimate
from glmdesk.ui.room_card import RoomCard

LEAVE_OUT = RoomChoice(RoomKind.LEAVE_OUT, 3, 7_000)
SUMMARISE = RoomChoice(RoomKind.SUMMARISE, 4, 6_900)
LARGER = RoomChoice(RoomKind.MORE_CONTEXT, tokens=9_120, context_tokens=16_384, more_bytes=440 * 1024**2)
OFFER = CloudOffer("z.ai/glm-4.7", "Z.ai", "GLM-4.7", 204_800, Estimate(14.0, Decimal("0.0091")))
CLOUD = RoomChoice(RoomKind.CLOUD, tokens=9_120, context_tokens=204_800, offer=OFFER)
ASKED = RoomAsked("chat", "turn", 9_120, 8_192, 1_024, (SUMMARISE, LEAVE_OUT, LARGER))


@pytest.fixture
def card(qtbot):
    made = RoomCard()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_asked(ASKED)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def told(card):
    return [
        (button.accessibleName(), button.accessibleDescription().rsplit(". ", 1)[1])
        for button in card.buttons
    ]


def test_each_choice_says_what_it_does_and_how_large_the_prompt_is_after_it(card):
    assert told(card) == [
        ("Summarise the oldest questions (4)", "at most 6,900 of 8,192"),
        ("Leave out the oldest questions (3)", "7,000 of 8,192"),
        ("A larger context: 16,384 tokens", "9,120 of 16,384"),
    ]


def test_a_larger_context_says_what_memory_it_takes(card):
    assert "440.0 MB more memory" in card.buttons[2].accessibleDescription()


def test_the_cloud_is_offered_with_where_it_is_and_what_it_takes(card):
    card.show_asked(replace(ASKED, choices=(CLOUD,)))
    assert told(card) == [("Answer this one in the cloud: GLM-4.7", "9,120 of 204,800")]
    description = card.buttons[0].accessibleDescription()
    assert description.startswith("Z.ai, about 14 s, $0.0091; before anything leaves, you see what")


def test_a_service_that_tells_neither_price_nor_size_is_offered_without_them(card):
    bare = replace(OFFER, context_tokens=0, estimate=Estimate(None, None))
    card.show_asked(replace(ASKED, choices=(replace(CLOUD, context_tokens=0, offer=bare),)))
    assert told(card) == [("Answer this one in the cloud: GLM-4.7", "9,120 tokens")]
    assert card.buttons[0].accessibleDescription().startswith("Z.ai; before")


def test_what_is_not_counted_or_not_possible_cannot_be_chosen(card):
    counting = replace(LEAVE_OUT, tokens=None)
    card.show_asked(replace(ASKED, choices=(counting, replace(LARGER, more_bytes=None, possible=False))))
    assert [button.isEnabled() for button in card.buttons] == [False, False]
    assert "not enough memory" in card.buttons[1].accessibleDescription()


def test_a_choice_is_taken_by_keyboard(card, qtbot):
    card.buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(card.chosen) as chosen:
        qtbot.keyClick(card.buttons[1], Qt.Key.Key_Space)
    assert chosen.args == [RoomKind.LEAVE_OUT]


def test_a_count_that_arrives_does_not_take_the_focus_away(card):
    card.buttons[1].setFocus(Qt.FocusReason.TabFocusReason)
    card.show_asked(replace(ASKED, tokens=9_121))
    assert card.buttons[1].hasFocus()


def test_without_anything_to_choose_there_is_no_card(card):
    card.show_asked(None)
    assert not card.isVisible()
