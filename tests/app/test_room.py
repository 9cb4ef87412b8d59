"""What happens where a prompt does not fit: nothing is left out that the question does not tell."""

from dataclasses import replace

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.preferences import Preferences
from glmdesk.app.room_states import RoomKind
from glmdesk.app.states import Activity, EnginePhase
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Ending, Omission, Role
from glmdesk.core.chat_options import Thoughts, WhenFull
from glmdesk.core.context import Level
from glmdesk.core.plan import Placement
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import Generate
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine

CONTEXT = 1000


@pytest.fixture
def engine(qapp):
    engine = FakeEngine(context=CONTEXT)
    engine.ready()
    return engine


@pytest.fixture
def preferences(qapp, tmp_path):
    tasks = Tasks()
    yield Preferences(PreferencesFile(tmp_path / "settings.json"), Settings(), tasks)
    tasks.close()


@pytest.fixture
def session(engine, preferences):
    def price(context_tokens, then):
        then(context_tokens * 1000)

    return ChatSession(engine, ChatList(), preferences, price=price, flush_s=0)


def exchange(session, engine, number, words=100, thought=""):
    session.send(f"question {number} " + "q " * words)
    request = engine.generations()[-1]
    engine.count_words(request)
    if thought:
        engine.think(request, thought, len(thought.split()))
    engine.answer(request, f"answer {number} " + "a " * words)
    engine.done(request)


def full(session, engine, exchanges=4, words=100, **more):
    """A chat that the next question makes too long."""
    for number in range(exchanges):
        exchange(session, engine, number, words, **more)
    session.send("last " + "l " * 150)
    engine.refuse_too_long(engine.generations()[-1])


def asked(session):
    seen = []
    session.room_asked.connect(seen.append)
    return seen


def kinds(seen):
    return [choice.kind for choice in seen[-1].choices]


def contents(request):
    return [message.content.split(" ")[:2] for message in request.prompt.messages]


def test_a_prompt_that_does_not_fit_is_not_cut_but_asked_about(session, engine):
    seen = asked(session)
    full(session, engine)
    assert session.state.activity is Activity.CHOOSING
    assert session.chat.path()[-1].message.ending is Ending.OPEN
    assert seen[-1].context_tokens == CONTEXT
    assert seen[-1].tokens > CONTEXT - seen[-1].answer_tokens
    assert session.meter.total == seen[-1].tokens
    assert session.meter.level is Level.FULL


def test_every_choice_comes_with_the_size_that_the_worker_counted(session, engine):
    seen = asked(session)
    full(session, engine)
    engine.count_all()
    leave_out = next(c for c in seen[-1].choices if c.kind is RoomKind.LEAVE_OUT)
    counted = engine.counts()[-1] if leave_out.tokens is None else leave_out.tokens
    assert leave_out.count == 1
    assert counted == seen[-1].tokens - 204
    assert leave_out.tokens + seen[-1].answer_tokens <= CONTEXT


def test_leaving_out_the_oldest_is_told_in_the_question_and_nowhere_else_changed(session, engine):
    full(session, engine)
    engine.count_all()
    session.make_room(RoomKind.LEAVE_OUT)
    question, _ = session.chat.path()[-2:]
    [left_out] = question.message.left_out
    assert left_out.what is Omission.TURNS
    assert left_out.turns == tuple(turn.id for turn in session.chat.path()[:2])
    assert left_out.tokens == 204
    assert contents(engine.generations()[-1])[0] == ["question", "1"]
    assert len(session.chat.path()) == 10


def test_the_next_question_does_without_it_too(session, engine):
    full(session, engine)
    engine.count_all()
    session.make_room(RoomKind.LEAVE_OUT)
    engine.done(engine.generations()[-1])
    session.send("next")
    assert contents(engine.generations()[-1])[0] == ["question", "1"]


def test_another_branch_from_before_it_has_everything(session, engine):
    full(session, engine, exchanges=4)
    engine.count_all()
    session.make_room(RoomKind.LEAVE_OUT)
    engine.done(engine.generations()[-1])
    session.regenerate(session.chat.path()[3].id)
    assert contents(engine.generations()[-1])[0] == ["question", "0"]


def test_a_chat_that_leaves_out_by_itself_does_so_and_says_it(session, engine):
    session.choose_options(when_full=WhenFull.LEAVE_OUT)
    full(session, engine)
    engine.count_all()
    assert session.state.activity is Activity.READING
    assert session.chat.path()[-2].message.left_out


def test_a_summary_is_written_by_the_model_and_stands_for_what_it_sums_up(session, engine):
    seen = asked(session)
    full(session, engine, exchanges=4, words=100)
    engine.count_all()
    assert RoomKind.SUMMARISE in kinds(seen)
    session.make_room(RoomKind.SUMMARISE)
    assert session.state.activity is Activity.SUMMARISING
    summary = engine.generations()[-1]
    assert summary.prompt.thinking is False
    assert contents(summary)[0] == ["question", "0"]
    engine.answer(summary, "They spoke of zero.")
    engine.done(summary)
    [left_out] = session.chat.path()[-2].message.left_out
    assert left_out.summary == "They spoke of zero."
    assert "They spoke of zero." in engine.generations()[-1].prompt.messages[0].content
    assert session.state.activity is Activity.READING


def test_what_cannot_be_read_at_once_is_summarised_in_several_readings(session, engine):
    session.choose_options(system_prompt="Be brief.")
    full(session, engine, exchanges=8, words=50)
    engine.count_all()
    turns = [turn.id for turn in session.chat.path()]
    session.make_room(RoomKind.SUMMARISE)
    whole = engine.generations()[-1]
    read = [first for first, *_ in contents(whole)]
    assert read.count("question") == 2
    engine.refuse_too_long(whole)
    first = engine.generations()[-1]
    assert contents(first) == [["Be", "brief."], ["question", "0"], ["answer", "0"], ["Summarise", "our"]]
    engine.answer(first, "Zero.")
    engine.done(first)
    second = engine.generations()[-1]
    assert second.prompt.messages[0].content == "Be brief."
    assert "Zero." in second.prompt.messages[1].content
    assert "question 1" in second.prompt.messages[1].content
    assert "question 0" not in second.prompt.messages[1].content
    engine.answer(second, "Zero and one.")
    engine.done(second)
    [left_out] = session.chat.path()[-2].message.left_out
    assert (left_out.summary, left_out.readings) == ("Zero and one.", 2)
    assert left_out.turns == tuple(turns[:4])
    answer = engine.generations()[-1].prompt.messages
    assert answer[0].content == "Be brief."
    assert "Zero and one." in answer[1].content
    given = [message.content.split()[:2] for message in answer[2:]]
    assert given[0] == ["answer", "2"]
    assert given[-2:] == [["answer", "7"], ["last", "l"]]


def test_an_exchange_that_is_too_long_by_itself_is_not_cut_for_a_summary(session, engine):
    seen = asked(session)
    full(session, engine, exchanges=8, words=50)
    engine.count_all()
    session.make_room(RoomKind.SUMMARISE)
    engine.refuse_too_long(engine.generations()[-1])
    engine.refuse_too_long(engine.generations()[-1])
    assert RoomKind.SUMMARISE not in kinds(seen)
    assert session.state.activity is Activity.CHOOSING
    assert session.chat.path()[-2].message.left_out == ()


def test_stop_between_two_readings_ends_them(session, engine):
    full(session, engine, exchanges=8, words=50)
    engine.count_all()
    session.make_room(RoomKind.SUMMARISE)
    engine.refuse_too_long(engine.generations()[-1])
    first = engine.generations()[-1]
    session.stop()
    assert engine.cancelled[-1] == first.id
    engine.cancel_done(first)
    assert engine.generations()[-1] is first
    assert not session.state.busy


def test_a_summary_that_fails_leaves_the_other_choices(session, engine):
    seen = asked(session)
    full(session, engine, exchanges=4, words=100)
    engine.count_all()
    session.make_room(RoomKind.SUMMARISE)
    engine.lose(engine.generations()[-1])
    assert RoomKind.SUMMARISE not in kinds(seen)
    assert RoomKind.LEAVE_OUT in kinds(seen)
    assert session.chat.path()[-2].message.left_out == ()


def test_every_so_many_questions_the_older_ones_are_summarised_before_the_answer(session, engine):
    session.choose_options(summarise_every=3)
    for number in range(3):
        exchange(session, engine, number, words=10)
    session.send("fourth")
    summary = engine.generations()[-1]
    assert contents(summary)[0] == ["question", "0"]
    assert "Summarise" in summary.prompt.messages[-1].content
    engine.answer(summary, "Zero.")
    engine.done(summary)
    request = engine.generations()[-1]
    assert "Zero." in request.prompt.messages[0].content
    assert request.prompt.messages[-1].content == "fourth"
    assert len(session.chat.path()[-2].message.left_out) == 1


def test_thoughts_are_forgotten_once_room_is_scarce_and_the_question_says_so(session, engine):
    for number in range(2):
        exchange(session, engine, number, words=150, thought="hm " * 150)
    session.send("third")
    request = engine.generations()[-1]
    [left_out] = session.chat.path()[-2].message.left_out
    assert left_out.what is Omission.THOUGHTS
    assert all(not message.reasoning for message in request.prompt.messages)


def test_a_chat_that_keeps_its_thoughts_never_forgets_them_by_itself(session, engine):
    session.choose_options(thoughts=Thoughts.KEEP)
    for number in range(2):
        exchange(session, engine, number, words=100, thought="hm " * 100)
    session.send("third")
    assert session.chat.path()[-2].message.left_out == ()
    assert any(message.reasoning for message in engine.generations()[-1].prompt.messages)


def test_a_larger_context_is_loaded_before_the_answer_is_asked_for_again(session, engine, preferences):
    seen = asked(session)
    full(session, engine)
    engine.count_all()
    larger = next(c for c in seen[-1].choices if c.kind is RoomKind.MORE_CONTEXT)
    assert (larger.context_tokens, larger.more_bytes) == (2000, 2_000_000)
    before = len(engine.generations())
    session.make_room(RoomKind.MORE_CONTEXT)
    assert preferences.settings.context_tokens == 2000
    assert len(engine.generations()) == before
    engine.become(replace(engine.state, placement=Placement(2000), phase=EnginePhase.READY))
    assert len(engine.generations()) == before + 1
    assert session.chat.path()[-2].message.left_out == ()


def test_a_little_room_can_be_taken_as_it_is(session, engine):
    full(session, engine)
    engine.count_all()
    session.make_room(RoomKind.AS_IT_IS)
    assert engine.generations()[-1].least_room == 1


def test_not_now_keeps_the_question_and_leaves_nothing_out(session, engine):
    seen = asked(session)
    full(session, engine)
    session.stop()
    assert seen[-1] is None
    assert not session.state.busy
    question, answer = session.chat.path()[-2:]
    assert question.message.left_out == ()
    assert answer.message.ending is Ending.STOPPED


def test_a_cut_answer_goes_on_when_room_was_made_for_it(session, engine):
    exchange(session, engine, 0)
    session.send("tell me all")
    request = engine.generations()[-1]
    engine.count_words(request)
    engine.answer(request, "long " * 5)
    engine.done(request, finish="length")
    session.continue_answer(session.chat.leaf)
    engine.refuse_too_long(engine.generations()[-1], tokens=CONTEXT - 1)
    engine.count_all()
    session.make_room(RoomKind.LEAVE_OUT)
    request = engine.generations()[-1]
    assert isinstance(request, Generate)
    assert request.prompt.partial.answer == "long " * 5
    assert contents(request) == [["tell", "me"]]


def test_an_answer_keeps_what_the_model_was_given(session, engine):
    exchange(session, engine, 0)
    exchange(session, engine, 1)
    seen = session.chat.path()[-1].message.seen
    assert [turn.text for turn in seen.turns] == [102, 102, 102]
    assert all(turn.given for turn in seen.turns)
    assert session.chat.path()[-1].message.role is Role.ASSISTANT
