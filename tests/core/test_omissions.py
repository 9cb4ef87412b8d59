"""What a model is given of a branch from which something was left out."""

from glmdesk.core.chat import LeftOut, Message, Omission, Reasoning, Role, Source, Text, Turn
from glmdesk.core.omissions import exchanges, given_of, with_left_out, with_sources, with_thoughts
from glmdesk.core.prompt import messages_of, places_of


def branch(*left_out, exchanges=3):
    """Questions q0, q1 … with answers a0, a1 … and a last question that leaves out what is given."""
    turns = []
    for n in range(exchanges):
        question = Message(Role.USER, (Source("a.py", f"source {n}"), Text(f"question {n}")))
        answer = Message(Role.ASSISTANT, (Reasoning(f"thought {n}"), Text(f"answer {n}")))
        turns += [Turn(f"q{n}", None, question), Turn(f"a{n}", None, answer)]
    last = Message(Role.USER, (Text("last question"),))
    for part in left_out:
        last = with_left_out(last, part)
    return [*turns, Turn("last", None, last)]


def test_all_is_given_where_nothing_was_left_out():
    assert [given.place for given in given_of(branch())] == list(range(7))


def test_turns_that_were_left_out_are_not_given_and_the_system_prompt_is():
    turns = branch(LeftOut(Omission.TURNS, ("q0", "a0", "q1", "a1")))
    messages = messages_of(turns, "Be brief.")
    assert [m.role for m in messages] == [Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER]
    assert places_of(turns, "Be brief.") == (-1, 4, 5, 6)
    assert messages[0].content == "Be brief."
    assert "question 2" in messages[1].content


def test_a_summary_stands_before_the_first_message_that_is_given():
    turns = branch(LeftOut(Omission.TURNS, ("q0", "a0"), summary="They spoke of zero."))
    first = messages_of(turns)[0]
    assert first.content.index("They spoke of zero.") < first.content.index("question 1")
    assert "They spoke of zero." in first.content[: first.summary]
    assert "source 1" in first.content[first.summary : first.summary + first.sources]


def test_the_newest_summary_counts():
    turns = branch(
        LeftOut(Omission.TURNS, ("q0", "a0"), summary="old"),
        LeftOut(Omission.TURNS, ("q1", "a1"), summary="new"),
    )
    first = messages_of(turns)[0].content
    assert "new" in first
    assert "old" not in first


def test_thoughts_and_sources_are_left_out_of_the_turns_that_stay():
    thoughts = LeftOut(Omission.THOUGHTS, ("a0", "a1"))
    sources = LeftOut(Omission.SOURCES, ("q0",))
    messages = messages_of(branch(thoughts, sources))
    assert [m.reasoning for m in messages if m.role is Role.ASSISTANT] == ["", "", "thought 2"]
    assert ["source" in m.content for m in messages if m.role is Role.USER] == [False, True, True, False]


def test_the_last_question_is_given_whole_whatever_is_said_of_it():
    turns = branch(LeftOut(Omission.TURNS, ("q0", "a0", "last")), LeftOut(Omission.SOURCES, ("last",)))
    assert given_of(turns)[-1].message.text == "last question"


def test_what_can_still_be_left_out_is_told_without_what_was():
    turns = branch(LeftOut(Omission.TURNS, ("q0", "a0")), LeftOut(Omission.THOUGHTS, ("a1",)))
    assert [[turn.id for turn in group] for group in exchanges(turns)] == [["q1", "a1"], ["q2", "a2"]]
    assert with_thoughts(turns) == ("a2",)
    assert with_sources(turns) == ("q1", "q2")


def test_an_exchange_holds_all_that_came_of_its_question():
    tool = Turn("t0", None, Message(Role.TOOL, (Text("result"),)))
    turns = branch(exchanges=1)
    turns.insert(2, tool)
    assert [[turn.id for turn in group] for group in exchanges(turns)] == [["q0", "a0", "t0"]]
