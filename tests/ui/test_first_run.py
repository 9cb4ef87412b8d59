"""A new person is led to a model in three steps, with a chat that can be used at any time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from glmdesk.app.first_run import FirstRun
from glmdesk.app.fit_states import FitState, ModelOffer, PricedPlan
from glmdesk.core.plan import Memory, Occupancy, Placement, Plan
from glmdesk.ui.button import Button
from glmdesk.ui.first_run import FirstRunView
from glmdesk.ui.label import Label
from glmdesk.ui.main_view import MainView
from glmdesk.ui.tab_ring import stops
from tests.ui.fake_application import FakeApplication

OFFER = ModelOffer("glm-a", "GLM A", "Q4", 17_500_000_000, "fits", "", decode_tokens_per_s=46.0)
PLAN = PricedPlan(
    Plan("glm-a", "Q4", 1, Placement(32_768), Memory(), why="All of it fits on the card."),
    (Occupancy("A card", 16 << 30, 1 << 30),),
)
FOUND = FitState((OFFER,), "glm-a", (PLAN,), pending=False)


@pytest.fixture
def application(qtbot, tmp_path):
    made = FakeApplication(tmp_path)
    yield made
    made.close()


@pytest.fixture
def view(qtbot, application):
    made = MainView(application)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def words(view):
    labels = view.findChild(FirstRunView).findChildren(Label)
    return " | ".join(label.text() for label in labels if label.isVisible())


def press(view, name):
    first = view.findChild(FirstRunView)
    button = next(b for b in first.findChildren(Button) if b.objectName() == name and b.isVisible())
    assert button.accessibleName()
    button.setFocus()
    button.click()


def found(application):
    application.fit._show(FOUND)


def test_the_three_steps_say_what_was_found_what_suits_and_why(view, application):
    first: FirstRun = application.first_run
    first.begin()
    found(application)
    assert "Step 1 of 3 | This computer" in words(view)
    assert "This is what a model can use." in words(view)
    assert "A card" in words(view)

    press(view, "Continue")
    assert "Step 2 of 3 | The model for it" in words(view)
    assert "GLM A · 17.5 GB · about 46 tokens/s, faster than one reads" in words(view)
    assert "All of it fits on the card." in words(view)

    press(view, "Continue")
    assert "Step 3 of 3 | It is on its way" in words(view)
    assert application.downloads.state.model == "glm-a"

    press(view, "Continue")
    assert not view.findChild(FirstRunView).isVisible()


def test_a_computer_without_a_graphics_card_is_told_so(view, application):
    application.first_run.begin()
    ram = replace(PLAN, bars=(Occupancy("", 32 << 30, 2 << 30),))
    application.fit._show(replace(FOUND, plans=(ram,), unused=("UHD 770: It shares the RAM.",)))
    assert "No graphics card was found" in words(view)
    assert "UHD 770: It shares the RAM." in words(view)


def test_the_chat_is_open_all_the_while(view, application, qtbot):
    application.first_run.begin()
    message = view.findChild(QPlainTextEdit, "Message")
    qtbot.waitUntil(message.isVisible)
    qtbot.keyClicks(message, "Hello")
    assert message.toPlainText() == "Hello"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [("Not now", Qt.Key.Key_Tab, "Continue"), ("Continue", Qt.Key.Key_Backtab, "Not now")],
)
def test_tab_goes_through_it_where_it_stands_between_the_head_and_the_message(
    view, application, qtbot, start, key, end
):
    def press_key():
        qtbot.keyClick(QApplication.focusWidget(), key)
        return QApplication.focusWidget().objectName()

    view.window().activateWindow()
    application.first_run.begin()
    found(application)
    head, message = view.findChild(QWidget, "Model"), view.findChild(QPlainTextEdit, "Message")
    forward = key is Qt.Key.Key_Tab
    (head if forward else message).setFocus()
    assert [press_key(), press_key(), press_key()] == [start, end, "Message" if forward else "Model"]


def test_tab_goes_on_to_the_chats_from_the_message_below_it(view, application, qtbot):
    view.window().activateWindow()
    application.first_run.begin()
    found(application)
    view.findChild(QPlainTextEdit, "Message").setFocus()
    reached = []
    while "Chats" not in reached and len(reached) < 20:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
    assert reached[-3:] == ["New chat", "Search", "Chats"]


def test_not_now_is_remembered(view, application):
    application.first_run.begin()
    press(view, "Not now")
    assert application.preferences.settings.welcomed


def test_a_computer_that_nothing_fits_is_told_why_and_may_open_a_file(view, application):
    application.first_run.begin()
    application.fit._show(
        replace(FOUND, offers=(replace(OFFER, verdict="no", why="It takes 18 GB."),), plans=())
    )
    press(view, "Continue")
    assert "It takes 18 GB." in words(view)
    own = view.findChild(FirstRunView).findChild(Button, "Own file")
    assert own.isVisible()
    assert own in stops(view.findChild(FirstRunView))
