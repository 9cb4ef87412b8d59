"""An answer made again by another model: it is loaded first, and asked once it is there."""

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.other_model import OtherModel
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.core.settings import Settings
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine


class Choices:
    """`ModelChoices` as far as it is asked here; the test has the engine load."""

    def __init__(self):
        self.chosen = []

    def choose(self, path):
        self.chosen.append(path)


class Desk:
    """A chat with one answer, by the model in /small.gguf."""

    def __init__(self, folder):
        self.tasks = Tasks()
        preferences = Preferences(PreferencesFile(folder / "settings.json"), Settings(), self.tasks)
        self.engine, self.chats, self.models = FakeEngine(), ChatList(), Choices()
        self.session = ChatSession(self.engine, self.chats, preferences, flush_s=0)
        self.other = OtherModel(self.session, self.models, self.engine)
        self.engine.ready("/small.gguf")
        self.session.send("Why?")
        request = self.engine.generations()[-1]
        self.engine.answer(request, "Because.")
        self.engine.done(request)
        self.answer = self.session.chat.leaf

    def asked(self):
        return len(self.engine.generations())


@pytest.fixture
def desk(qapp, tmp_path):
    made = Desk(tmp_path)
    yield made
    made.tasks.close()


def test_the_model_is_loaded_and_asked_then(desk):
    desk.other.answer_again(desk.answer, "/large.gguf")
    assert desk.models.chosen == ["/large.gguf"]
    assert desk.asked() == 1
    desk.engine.ready("/large.gguf")
    assert desk.asked() == 2
    question = desk.session.chat.turns[desk.answer].parent
    assert [turn.parent for turn in desk.session.chat.turns.values()].count(question) == 2


def test_the_model_that_is_there_is_asked_at_once(desk):
    desk.other.answer_again(desk.answer, "/small.gguf")
    assert desk.models.chosen == []
    assert desk.asked() == 2


def test_it_is_asked_once_only(desk):
    desk.other.answer_again(desk.answer, "/large.gguf")
    desk.engine.ready("/large.gguf")
    desk.engine.done(desk.engine.generations()[-1])
    desk.engine.ready("/large.gguf")
    assert desk.asked() == 2


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda desk: desk.engine.become(EngineState(EnginePhase.BROKEN)),
        lambda desk: desk.engine.ready("/third.gguf"),
        lambda desk: desk.chats.new(),
    ],
    ids=["it cannot be loaded", "another is chosen", "another chat is opened"],
)
def test_nothing_is_asked_behind_a_persons_back(desk, meanwhile):
    desk.other.answer_again(desk.answer, "/large.gguf")
    meanwhile(desk)
    desk.engine.ready("/large.gguf")
    assert desk.asked() == 1


def test_a_chat_of_the_cloud_comes_back_for_it(desk):
    desk.session.choose_options(place="z.ai/glm-4.7")
    desk.other.answer_again(desk.answer, "/small.gguf")
    assert desk.session.state.place == ""
    assert desk.asked() == 2
