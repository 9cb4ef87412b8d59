"""How long to think and what becomes of earlier thoughts: chosen for the chat, with what each costs."""

import pytest
from PySide6.QtWidgets import QWidget

from glmdesk.app.states import Activity
from glmdesk.core.chat import Reasoning, Usage
from glmdesk.core.chat_options import Thoughts
from glmdesk.core.choices import Choices
from glmdesk.core.context import Meter
from glmdesk.ui.thinking_menu import thinking_menu
from tests.ui.fake_session import FakeSession, answer, chat_of, question


@pytest.fixture
def session():
    thought = Reasoning("Hm.", tokens=412, closed=True)
    made = FakeSession(chat_of(question("Why?"), answer(thought, "So.", usage=Usage(10, 0, 412, 96))))
    made.meter = Meter()
    made.be(Activity.IDLE, thinks=True, choices=Choices(thoughts=Thoughts.KEEP))
    return made


@pytest.fixture
def actions(session, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    menu = thinking_menu(session, owner)
    yield {action.text(): action for action in menu.actions() if action.isCheckable()}
    owner.close()


def test_what_is_in_force_is_marked(actions):
    marked = [text for text, action in actions.items() if action.isChecked()]
    assert marked == ["No limit", "Keep: 412 tokens of the context"]


def test_a_limit_in_tokens_or_seconds_is_chosen_for_the_chat(actions, session):
    actions["2,048 tokens"].trigger()
    actions["30 seconds"].trigger()
    assert session.asked == [
        ("options", {"thinking_tokens": 2048, "thinking_seconds": 0}),
        ("options", {"thinking_tokens": 0, "thinking_seconds": 30}),
    ]


def test_forgetting_says_what_is_read_again_and_is_chosen_for_the_chat(actions, session):
    actions["Forget: 96 tokens are read again"].trigger()
    assert session.asked == [("options", {"thoughts": Thoughts.FORGET})]
