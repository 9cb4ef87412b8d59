"""Chats get their titles from the model, and nobody waits for that."""

from dataclasses import replace

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.chat_titles import MOST_TRIES, ChatTitles
from glmdesk.app.preferences import Preferences
from glmdesk.app.tasks import Tasks
from glmdesk.core.settings import Settings
from glmdesk.core.titles import REQUEST
from glmdesk.engine.protocol import Finish
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine


@pytest.fixture
def preferences(qapp, tmp_path):
    tasks = Tasks()
    yield Preferences(PreferencesFile(tmp_path / "settings.json"), Settings(), tasks)
    tasks.close()


@pytest.fixture
def engine(qapp):
    return FakeEngine()


@pytest.fixture
def chats(qapp):
    return ChatList()


@pytest.fixture
def session(engine, chats, preferences):
    made = ChatSession(engine, chats, preferences, flush_s=0)
    made.titles = ChatTitles(engine, chats, preferences, made.prompts.draft, idle_s=0)
    engine.ready()
    return made


def ask(session, engine, question, answer="Because."):
    session.send(question)
    request = engine.generations()[-1]
    engine.answer(request, answer)
    engine.done(request)


def asked_for_a_title(engine):
    asked = [each for each in engine.generations() if each.prompt.messages[-1].content == REQUEST]
    return asked[-1] if asked else None


def titled(qtbot, engine, answer, **fields):
    qtbot.waitUntil(lambda: asked_for_a_title(engine) is not None)
    request = asked_for_a_title(engine)
    engine.answer(request, answer)
    engine.done(request, **fields)


def test_the_first_answer_brings_a_title(qtbot, session, engine, chats):
    ask(session, engine, "Why is the sky blue?")
    titled(qtbot, engine, "Colour of the sky")
    assert chats.current.title == "Colour of the sky"


def test_the_request_goes_on_from_the_chat_without_thinking(qtbot, session, engine):
    ask(session, engine, "Why is the sky blue?")
    qtbot.waitUntil(lambda: asked_for_a_title(engine) is not None)
    request = asked_for_a_title(engine)
    contents = [message.content for message in request.prompt.messages]
    assert contents == ["Why is the sky blue?", "Because.", REQUEST]
    assert not request.prompt.thinking
    assert request.sampling.temperature == 0


def test_the_title_stays_when_the_chat_goes_on(qtbot, session, engine, chats):
    ask(session, engine, "Why is the sky blue?")
    titled(qtbot, engine, "Colour of the sky")
    ask(session, engine, "And at night?")
    assert chats.current.title == "Colour of the sky"


def test_a_title_given_by_hand_is_left_alone(qtbot, session, engine, chats):
    ask(session, engine, "Why is the sky blue?")
    qtbot.waitUntil(lambda: asked_for_a_title(engine) is not None)
    chats.rename(session.chat.id, "By hand")
    titled(qtbot, engine, "Colour of the sky")
    assert chats.current.title == "By hand"
    ask(session, engine, "And at night?")
    assert chats.current.title == "By hand"


@pytest.mark.parametrize(
    ("answer", "fields"),
    [("Here is a title:", {}), ("Colour of the", {"finish": Finish.LENGTH}), ("", {})],
    ids=["small talk", "cut", "nothing"],
)
def test_what_is_no_title_leaves_the_question_as_the_title(qtbot, session, engine, chats, answer, fields):
    ask(session, engine, "Why is the sky blue?")
    titled(qtbot, engine, answer, **fields)
    assert chats.current.title == "Why is the sky blue?"


def test_a_question_ends_the_request_before_it_is_sent_itself(qtbot, session, engine):
    ask(session, engine, "Why is the sky blue?")
    qtbot.waitUntil(lambda: asked_for_a_title(engine) is not None)
    request = asked_for_a_title(engine)
    before = len(engine.generations())
    session.send("And at night?")
    assert engine.cancelled == [request.id]
    assert len(engine.generations()) == before + 1
    engine.cancel_done(request)
    assert engine.generations()[-1].prompt.messages[-1].content == "And at night?"


def test_a_title_that_was_given_up_is_asked_for_again_but_not_for_ever(qtbot, session, engine, chats):
    for number in range(MOST_TRIES + 1):
        ask(session, engine, f"Question {number}")
        if number < MOST_TRIES:
            seen = len(engine.generations())
            qtbot.waitUntil(lambda seen=seen: len(engine.generations()) > seen)
            engine.cancel_done(asked_for_a_title(engine))
    titles = [each for each in engine.generations() if each.prompt.messages[-1].content == REQUEST]
    assert len(titles) == MOST_TRIES


def test_while_an_answer_is_written_elsewhere_no_title_is_asked_for(qtbot, session, engine, chats):
    session.send("first")
    running = engine.generations()[-1]
    chats.new()
    session.send("second")
    engine.answer(running, "Because.")
    engine.done(running)
    assert session.titles._waiting
    assert not session.titles._idle.isActive()


def test_the_setting_ends_it(qtbot, session, engine, preferences):
    preferences.change(name_chats=False)
    ask(session, engine, "Why is the sky blue?")
    assert not session.titles._idle.isActive()


def test_a_chat_that_a_service_answers_is_not_named_by_it(session, engine):
    session.choose_options(place="z.ai/glm-4.7")
    chat = session.chat
    ask(session, engine, "Why is the sky blue?")
    assert replace(session.chat, options=chat.options) == session.chat
    assert not session.titles._waiting


def test_the_engine_takes_up_the_chat_that_it_is_to_name(engine, chats, preferences, qtbot):
    session, taken = ChatSession(engine, chats, preferences, flush_s=0), []
    titles = ChatTitles(
        engine, chats, preferences, session.prompts.draft, take_up=taken.append, idle_s=0, parent=session
    )
    engine.ready()
    ask(session, engine, "Why? " * 30)
    qtbot.waitUntil(lambda: engine.generations()[-1].prompt.messages[-1].content == REQUEST)
    assert taken == [session.chat.id]
    assert titles.parent() is session
