"""What the engine does and what went wrong, as quiet cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from glmdesk.app.states import EnginePhase, Notice
from glmdesk.core.errors import Explanation
from glmdesk.ui.notice_card import NoticeCard, ProgressLine
from glmdesk.ui.notices import SHOWN_AT_ONCE, EngineCard, Notices

LOST = Explanation("The engine stopped.", "Your chat is kept.")


@pytest.fixture
def notices(qtbot, engine):
    made = Notices(engine, patience_ms=0)
    qtbot.addWidget(made)
    made.show()
    return made


def card(notices):
    return notices.findChild(EngineCard)


def shown(notices):
    return [each.accessibleName() for each in notices.findChildren(NoticeCard, "Notice") if each.isVisible()]


def notice(text, severity="info"):
    return Notice(Explanation(text), severity)


def test_a_ready_engine_needs_no_card(notices, engine):
    engine.phase(EnginePhase.READY)
    assert not card(notices).isVisible()


def test_loading_says_what_it_does_and_how_far_it_is(qtbot, notices, engine):
    engine.phase(EnginePhase.LOADING, progress=0.42)
    qtbot.waitUntil(card(notices).isVisible)
    assert "Loading GLM-4.7-Flash" in card(notices).accessibleName()
    assert "Reading the weights into memory, 42 % done" in card(notices).accessibleName()
    assert card(notices).findChild(ProgressLine).isVisible()
    engine.phase(EnginePhase.READY)
    assert not card(notices).isVisible()


def test_a_smaller_plan_is_told_while_it_loads(qtbot, notices, engine):
    step = Explanation("There was not enough memory. Trying again with a context of 8,192 tokens.")
    engine.phase(EnginePhase.LOADING, progress=0.42, explanation=step)
    qtbot.waitUntil(card(notices).isVisible)
    assert step.happened in card(notices).accessibleName()
    assert "42 % done" in card(notices).accessibleName()


def test_a_load_that_is_over_at_once_shows_no_card(qtbot, engine):
    notices = Notices(engine, patience_ms=60_000)
    qtbot.addWidget(notices)
    notices.show()
    engine.phase(EnginePhase.STARTING)
    engine.phase(EnginePhase.LOADING, progress=0.5)
    assert not card(notices).isVisible()
    engine.phase(EnginePhase.READY)


def test_a_lost_engine_says_what_is_kept_and_when_it_is_back(qtbot, notices, engine):
    engine.phase(EnginePhase.RESTARTING, retry_s=1.0, explanation=LOST)
    words = card(notices).accessibleName()
    assert card(notices).isVisible()
    assert words == "The engine stopped. Your chat is kept. Starting it again in 1 s."
    qtbot.mouseClick(card(notices).findChild(QPushButton, "Restart now"), Qt.MouseButton.LeftButton)
    assert engine.restarts == 1


def test_the_seconds_are_counted_down(qtbot, notices, engine):
    engine.phase(EnginePhase.RESTARTING, retry_s=2.0, explanation=LOST)
    assert "in 2 s" in card(notices).accessibleName()
    qtbot.waitUntil(lambda: "in 1 s" in card(notices).accessibleName())
    engine.phase(EnginePhase.READY)


def test_a_broken_engine_explains_itself_and_can_be_tried_again(qtbot, notices, engine):
    reason = Explanation("The GPU ran out of memory.", "Your chats are kept.", "Choose less context.")
    engine.phase(EnginePhase.BROKEN, explanation=reason)
    for words in ("The GPU ran out of memory.", "Your chats are kept.", "Choose less context."):
        assert words in card(notices).accessibleName()
    qtbot.mouseClick(card(notices).findChild(QPushButton, "Try again"), Qt.MouseButton.LeftButton)
    assert engine.restarts == 1


def test_without_a_model_a_file_can_be_opened(qtbot, notices, engine):
    engine.phase(EnginePhase.IDLE, model_name="", model_path="")
    qtbot.waitUntil(card(notices).isVisible)
    opener = card(notices).findChild(QPushButton, "Open a model file …")
    with qtbot.waitSignal(notices.file_wanted):
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)


def test_a_notice_stays_until_it_is_dismissed(qtbot, notices):
    notices.add(notice("The template was refused.", "warning"))
    assert shown(notices) == ["The template was refused."]
    dismiss = notices.findChild(NoticeCard, "Notice").findChild(QPushButton, "Dismiss")
    qtbot.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    assert shown(notices) == []


def test_the_same_notice_shows_once_and_newer_ones_take_the_place_of_the_oldest(notices):
    for number in range(SHOWN_AT_ONCE + 1):
        notices.add(notice(f"Notice {number}."))
        notices.add(notice(f"Notice {number}."))
    assert shown(notices) == [f"Notice {number}." for number in range(1, SHOWN_AT_ONCE + 1)]


def test_markup_in_a_notice_is_text(notices):
    notices.add(notice("The file <img src=file:x>.gguf is no model."))
    label = notices.findChild(NoticeCard, "Notice")._title
    assert label.textFormat() is Qt.TextFormat.PlainText
