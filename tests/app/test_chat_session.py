"""What happens to a chat between a question and the end of its answer."""

import pytest

from glmdesk.app.answer_writer import AnswerWriter
from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_session import ChatSession
from glmdesk.app.preferences import Preferences
from glmdesk.app.states import Activity, EnginePhase, EngineState
from glmdesk.app.tasks import Tasks
from glmdesk.app.wish import Wish
from glmdesk.core.chat import Ending, Message, Role, Source, Usage
from glmdesk.core.chat_options import Thoughts
from glmdesk.core.context import MeterPart
from glmdesk.core.errors import Explanation
from glmdesk.core.prompt import PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.core.settings import Settings
from glmdesk.engine.protocol import CloseThought, Finish, Generate, Prompt
from glmdesk.store.preferences import PreferencesFile
from tests.app.fake_engine import FakeEngine


@pytest.fixture
def engine(qapp):
    return FakeEngine()


@pytest.fixture
def chats(qapp):
    return ChatList()


@pytest.fixture
def preferences(qapp, tmp_path):
    tasks = Tasks()
    yield Preferences(PreferencesFile(tmp_path / "settings.json"), Settings(), tasks)
    tasks.close()


@pytest.fixture
def session(engine, chats, preferences):
    return ChatSession(engine, chats, preferences, flush_s=0)


def texts(session):
    return [turn.message.text for turn in session.chat.path()]


def last(session):
    return session.chat.path()[-1]


def answered(session, engine, question="Why?", answer="Because."):
    session.send(question)
    request = engine.generations()[-1]
    engine.prompted(request)
    engine.answer(request, answer)
    engine.done(request)
    return last(session)


def test_a_question_gets_its_answer_as_the_next_turn(session, engine):
    engine.ready()
    answered(session, engine)
    assert texts(session) == ["Why?", "Because."]
    assert last(session).message.ending is Ending.COMPLETE
    assert session.state.activity is Activity.IDLE


def test_the_prompt_holds_every_turn_before_the_answer(session, engine):
    engine.ready()
    answered(session, engine, "one", "two")
    session.send("three")
    messages = engine.generations()[-1].prompt.messages
    assert [(m.role, m.content) for m in messages] == [
        (Role.USER, "one"),
        (Role.ASSISTANT, "two"),
        (Role.USER, "three"),
    ]


def test_a_question_waits_for_an_engine_that_is_not_ready(session, engine):
    session.send("Why?")
    assert session.state.activity is Activity.WAITING
    assert engine.generations() == []
    engine.ready()
    assert len(engine.generations()) == 1
    assert session.state.activity is Activity.READING


def test_a_waiting_question_is_answered_with_the_reason_when_the_engine_is_given_up(session, engine):
    session.send("Why?")
    engine.become(EngineState(EnginePhase.BROKEN, explanation=Explanation("The file is damaged.")))
    assert last(session).message.ending is Ending.FAILED
    assert last(session).message.note == "The file is damaged."
    assert not session.state.busy


def test_an_empty_question_is_not_asked(session, engine):
    engine.ready()
    session.send("  \n")
    assert session.chat.turns == {}


def test_a_thought_is_kept_apart_from_the_answer(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.prompted(request)
    engine.think(request, "Let me ", 2)
    engine.think(request, "see.", 3)
    assert session.state.activity is Activity.THINKING
    engine.answer(request, "So.")
    engine.done(request)
    message = last(session).message
    assert (message.reasoning.text, message.reasoning.tokens, message.reasoning.closed) == (
        "Let me see.",
        5,
        True,
    )
    assert message.text == "So."


def test_a_growing_answer_is_shown_while_it_grows(session, engine, qtbot):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    with qtbot.waitSignal(session.turn_changed) as shown:
        engine.answer(request, "Bec")
    assert shown.args[0].turn.message.text == "Bec"
    assert shown.args[0].added is False


def test_stop_cancels_the_request_and_keeps_the_text(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.answer(request, "Bec")
    session.stop()
    assert engine.cancelled == [request.id]
    assert session.state.activity is Activity.STOPPING
    engine.cancel_done(request)
    assert last(session).message.text == "Bec"
    assert last(session).message.ending is Ending.STOPPED


def test_stop_ends_a_question_that_still_waits_for_the_engine(session, engine):
    session.send("Why?")
    session.stop()
    engine.ready()
    assert engine.generations() == []
    assert last(session).message.ending is Ending.STOPPED


def test_a_lost_engine_marks_the_answer_interrupted_and_keeps_its_text(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.answer(request, "Half an")
    engine.lose(request)
    message = last(session).message
    assert (message.text, message.ending) == ("Half an", Ending.INTERRUPTED)
    assert not session.state.busy


def test_continue_goes_on_in_the_same_turn_from_what_was_there(session, engine):
    engine.ready()
    session.send("Why?")
    first = engine.generations()[-1]
    engine.think(first, "Hmm.", 1)
    engine.answer(first, "Half an")
    engine.lose(first)
    turn = last(session)
    session.continue_answer(turn.id)
    second = engine.generations()[-1]
    assert (second.prompt.partial.reasoning, second.prompt.partial.answer) == ("Hmm.", "Half an")
    engine.answer(second, " answer.")
    engine.done(second)
    assert last(session).id == turn.id
    assert last(session).message.text == "Half an answer."
    assert last(session).message.ending is Ending.COMPLETE


def test_a_refusal_of_the_engine_is_written_under_the_answer(session, engine):
    engine.ready()
    session.send("Why?")
    engine.refuse(engine.generations()[-1], "The conversation has 9,120 tokens.")
    assert last(session).message.ending is Ending.FAILED
    assert last(session).message.note == "The conversation has 9,120 tokens."


def test_an_answer_cut_at_the_limit_says_so(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.answer(request, "Bec")
    engine.done(request, finish=Finish.LENGTH)
    assert last(session).message.ending is Ending.LENGTH


def test_regenerating_makes_a_branch_and_keeps_the_first_answer(session, engine):
    engine.ready()
    first = answered(session, engine, "Why?", "one")
    session.regenerate(first.id)
    request = engine.generations()[-1]
    engine.answer(request, "two")
    engine.done(request)
    assert texts(session) == ["Why?", "two"]
    assert [turn.message.text for turn in session.chat.siblings(last(session).id)] == ["one", "two"]
    session.choose(first.id)
    assert texts(session) == ["Why?", "one"]


def test_editing_a_question_asks_it_beside_the_old_one(session, engine):
    engine.ready()
    answered(session, engine, "Why?", "one")
    question = session.chat.path()[0]
    session.edit(question.id, "How?")
    request = engine.generations()[-1]
    assert [m.content for m in request.prompt.messages] == ["How?"]
    engine.answer(request, "so")
    engine.done(request)
    assert texts(session) == ["How?", "so"]
    assert len(session.chat.siblings(session.chat.path()[0].id)) == 2


def test_a_new_branch_is_shown_whole(session, engine, qtbot):
    engine.ready()
    answered(session, engine, "Why?", "one")
    question, answer = session.chat.path()
    with qtbot.waitSignal(session.chat_shown) as shown:
        session.edit(question.id, "How?")
    assert [turn.message.text for turn in shown.args[0].chat.path()] == ["How?"]
    engine.done(engine.generations()[-1])
    session.choose(answer.id)
    with qtbot.waitSignal(session.chat_shown) as shown:
        session.regenerate(answer.id)
    assert shown.args[0].chat.path()[0].id == question.id


def test_questions_of_several_chats_are_answered_in_the_order_they_came(session, engine, chats):
    for question in ("first", "second", "third"):
        session.send(question)
        chats.new()
    engine.ready()
    for _ in range(3):
        engine.done(engine.generations()[-1])
    asked = [request.prompt.messages[0].content for request in engine.generations()]
    assert asked == ["first", "second", "third"]


def test_a_changed_default_is_in_force_in_the_open_chat(session, engine, preferences):
    engine.ready()
    preferences.change(thinking=False, thoughts=Thoughts.KEEP, system_prompt="Be brief.")
    session.send("Why?")
    prompt = engine.generations()[-1].prompt
    assert (prompt.thinking, prompt.keep_thinking) == (False, True)
    assert prompt.messages[0].content == "Be brief."


def test_an_answer_goes_on_in_its_own_chat_when_another_is_opened(session, engine, chats):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    asked = session.chat.id
    chats.new()
    assert session.chat.id != asked
    assert not session.state.busy
    engine.answer(request, "Because.")
    engine.done(request)
    assert session.chat.turns == {}
    chats.open(asked)
    assert texts(session) == ["Why?", "Because."]


def test_a_question_in_another_chat_waits_for_the_running_answer(session, engine, chats):
    engine.ready()
    session.send("first")
    running = engine.generations()[-1]
    chats.new()
    session.send("second")
    assert len(engine.generations()) == 1
    engine.done(running)
    assert [m.content for m in engine.generations()[-1].prompt.messages] == ["second"]


def test_an_answer_whose_chat_was_deleted_is_dropped(session, engine, chats):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    chats.delete(session.chat.id)
    engine.answer(request, "Because.")
    engine.done(request)
    assert session.chat.turns == {}


def test_the_answer_of_a_deleted_chat_is_stopped_and_kept_with_it(session, engine, chats):
    engine.ready()
    session.send("Why?")
    chat_id, request = session.chat.id, engine.generations()[-1]
    engine.answer(request, "Be")
    chats.delete(chat_id)
    assert engine.cancelled == [request.id]
    engine.cancel_done(request)
    chats.restore(chat_id)
    last = chats.chat(chat_id).path()[-1].message
    assert (last.text, last.ending) == ("Be", Ending.STOPPED)


@pytest.mark.parametrize("begun", [False, True])
def test_a_title_given_by_hand_outlives_the_next_question(session, engine, chats, begun):
    engine.ready()
    if begun:
        session.send("Why?")
        engine.done(engine.generations()[-1])
    chats.rename(session.chat.id, "By hand")
    session.send("And now?")
    assert chats.current.title == "By hand"


def test_the_first_question_becomes_the_title(session, engine, chats):
    engine.ready()
    session.send("Why does reader.py drop the last row?\nSee below.")
    assert chats.state.chats[0].title == "Why does reader.py drop the last row?"


def test_the_meter_shows_the_draft_that_the_worker_counted(session, engine):
    engine.ready()
    engine.counted(engine.counts()[-1], 4)
    session.set_draft("Why?")
    engine.counted(engine.counts()[-1], 7)
    assert session.meter.total == 7
    assert dict(session.meter.parts)[MeterPart.DRAFT] == 7
    assert session.meter.exact


def test_only_one_count_is_under_way_and_the_last_draft_wins(session, engine):
    engine.ready()
    engine.counted(engine.counts()[-1], 4)
    before = len(engine.counts())
    for draft in ("W", "Wh", "Why"):
        session.set_draft(draft)
    assert len(engine.counts()) == before + 1
    engine.counted(engine.counts()[-1], 5)
    assert engine.counts()[-1].prompt.messages[-1].content == "Why"


def test_the_meter_counts_the_answer_while_it_grows(session, engine, qtbot):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.prompted(request, 10)
    engine.think(request, "Hm", 3)
    with qtbot.waitSignal(session.meter_changed):
        engine.answer(request, "So", 4)
    assert session.meter.total == 17


def test_thinking_is_a_choice_for_the_next_turn(session, engine):
    engine.ready()
    session.set_thinking(False)
    session.send("Why?")
    assert engine.generations()[-1].prompt.thinking is False


def test_a_chat_keeps_its_own_choice_whatever_the_settings_become(session, engine, chats, preferences):
    engine.ready()
    session.send("Why?")
    engine.done(engine.generations()[-1])
    session.set_thinking(False)
    asked = session.chat.id
    chats.new()
    assert session.state.thinking is True
    preferences.change(thoughts=Thoughts.KEEP)
    chats.open(asked)
    assert (session.state.thinking, session.state.choices.thoughts) == (False, Thoughts.KEEP)


def test_what_comes_with_a_question_goes_before_it_in_the_prompt(session, engine):
    engine.ready()
    session.send("Why?", (Source("a.py", "x = 1"),))
    content = engine.generations()[-1].prompt.messages[-1].content
    assert content.index("x = 1") < content.index("Why?")
    assert session.chat.path()[0].message.text == "Why?"


def test_answer_now_closes_the_running_thought(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.think(request, "Hm")
    session.answer_now()
    assert isinstance(engine.requests[-1], CloseThought)
    assert engine.requests[-1].target == request.id


def written(engine, most_tokens):
    """A writer at work on an answer of so many tokens at most, and what it has told."""
    grown = []

    def begin(wish):
        return engine.request(lambda number: Generate(number, wish.prompt, max_tokens=wish.max_tokens))

    writer = AnswerWriter(engine, begin, 0)
    writer.grown.connect(grown.append)
    message = Message(Role.ASSISTANT, (), ending=Ending.OPEN)
    prompt = Prompt((PromptMessage(Role.USER, "Why?"),))
    writer.write(Wish("chat", "turn", message, prompt, Sampling(), max_tokens=most_tokens))
    return writer, grown


def test_an_answer_cut_by_its_limit_goes_on_by_itself_where_there_is_room(engine):
    engine.ready()
    writer, grown = written(engine, 2)
    first = engine.generations()[-1]
    engine.prompted(first, 10, 100)
    engine.answer(first, "Half an", 2)
    engine.done(first, finish=Finish.LENGTH, usage=Usage(10, 0, 0, 2))
    second = engine.generations()[-1]
    assert second is not first
    assert second.prompt.partial.answer == "Half an"
    assert not any(change.ended for change in grown)
    engine.prompted(second, 12, 100)
    engine.answer(second, " answer.", 2)
    engine.done(second, usage=Usage(12, 10, 0, 2))
    assert (grown[-1].message.text, grown[-1].message.ending) == ("Half an answer.", Ending.COMPLETE)
    assert grown[-1].message.usage.answer == 4
    assert not writer.writing


def test_an_answer_that_has_filled_the_context_does_not_go_on(engine):
    engine.ready()
    _writer, grown = written(engine, 2)
    request = engine.generations()[-1]
    engine.prompted(request, 98, 100)
    engine.answer(request, "Half an", 2)
    engine.done(request, finish=Finish.LENGTH)
    assert len(engine.generations()) == 1
    assert grown[-1].message.ending is Ending.LENGTH


def test_a_thought_ends_after_its_seconds(session, engine, qtbot):
    engine.ready()
    session.choose_options(thinking_seconds=1)
    session.send("Why?")
    request = engine.generations()[-1]
    engine.think(request, "Hm")
    qtbot.waitUntil(lambda: isinstance(engine.requests[-1], CloseThought), timeout=10_000)
    assert engine.requests[-1].target == request.id


def test_a_thought_ends_after_its_tokens_as_the_worker_is_told(session, engine):
    engine.ready()
    session.choose_options(thinking_tokens=512)
    session.send("Why?")
    assert engine.generations()[-1].thinking_budget == 512


def test_an_answer_that_goes_round_in_circles_is_paused_with_what_repeats(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.think(request, "Wait, let me check that again. " * 60)
    assert engine.cancelled == [request.id]
    engine.cancel_done(request)
    message = last(session).message
    assert (message.ending, message.note) == (Ending.PAUSED, "Wait, let me check that again.")


def test_a_paused_thought_is_ended_and_answered(session, engine):
    engine.ready()
    session.send("Why?")
    request = engine.generations()[-1]
    engine.think(request, "Wait, let me check that again. " * 60)
    engine.cancel_done(request)
    session.answer_from(session.chat.leaf)
    assert engine.generations()[-1].prompt.partial.thought_closed
