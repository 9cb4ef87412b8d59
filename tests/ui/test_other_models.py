"""The menu of models that an answer can be made by again."""

import pytest

from glmdesk.app.states import CloudState, ModelChoice, ServiceState
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.services import CloudModel, Price, Service
from glmdesk.ui.menu import Menu
from glmdesk.ui.other_models import OtherModels
from tests.ui.fake_session import FakeSession, answer, chat_of, question

SERVICE = ServiceState(
    Service("z.ai", "Z.ai", "https://z.ai"), (CloudModel("large", "Large", Price()),), True
)
HERE = (ModelChoice("/small.gguf", "Small", current=True), ModelChoice("/big.gguf", "Big & slow"))


class Shown:
    """`ModelChoices`, `OtherModel` and `CloudServices` as far as the menu asks them."""

    def __init__(self, local_only=False):
        self.choices = HERE
        self.state = CloudState((SERVICE,), local_only)
        self.asked = []

    def answer_again(self, turn_id, path):
        self.asked.append((turn_id, path))


@pytest.fixture
def session(qapp):
    made = FakeSession()
    made.chat = chat_of(question("Why?"), answer("So.", model="Small"))
    return made


@pytest.fixture
def menu(qtbot):
    made = Menu(None)
    qtbot.addWidget(made)
    return made


def filled(menu, session, **more):
    """The actions by what they say, and what the menu was filled from."""
    shown = Shown(**more)
    OtherModels(shown, shown, session, shown, lambda: None, menu).fill(menu, "t1")
    return {action.text().partition("\t")[0]: action for action in menu.actions()}, shown


def test_the_models_here_are_offered_and_the_one_that_answered_is_marked(menu, session):
    actions, shown = filled(menu, session)
    assert [name for name, action in actions.items() if action.isChecked()] == ["Small"]
    actions["Big && slow"].trigger()
    assert shown.asked == [("t1", "/big.gguf")]


def test_a_model_of_the_cloud_is_asked_for_this_one_answer(menu, session):
    actions, _ = filled(menu, session)
    actions["Large"].trigger()
    assert session.asked == [("regenerate", "t1", ChatOptions(place="z.ai/large"))]


def test_under_the_lock_the_cloud_cannot_be_chosen(menu, session):
    actions, _ = filled(menu, session, local_only=True)
    assert not actions["Large"].isEnabled()
    assert actions["Big && slow"].isEnabled()


def test_an_answer_of_the_cloud_is_marked_there(menu, session):
    session.chat = chat_of(question("Why?"), answer("So.", model="large", place="z.ai"))
    actions, _ = filled(menu, session)
    assert [name for name, action in actions.items() if action.isChecked()] == ["Large"]
