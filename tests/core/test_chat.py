"""A chat is a tree of immutable turns with one chosen branch."""

from glmdesk.core.chat import Chat, Message, Reasoning, Role, Text, ToolCall, Turn


def turn(turn_id, parent=None, text="", role=Role.USER):
    return Turn(turn_id, parent, Message(role, (Text(text),)))


def branching():
    chat = Chat("c")
    for each in (turn("q"), turn("a1", "q"), turn("q2", "a1"), turn("a2", "q")):
        chat = chat.with_turn(each)
    return chat


def ids(turns):
    return [each.id for each in turns]


def test_a_new_turn_becomes_the_end_of_the_branch():
    assert ids(branching().path()) == ["q", "a2"]


def test_replacing_a_turn_keeps_the_branch():
    chat = branching().with_turn(turn("a1", "q", "other"))
    assert ids(chat.path()) == ["q", "a2"]
    assert chat.turns["a1"].message.text == "other"


def test_siblings_are_the_answers_to_the_same_turn_oldest_first():
    assert ids(branching().siblings("a2")) == ["a1", "a2"]


def test_choosing_a_turn_follows_its_branch_to_the_newest_end():
    assert ids(branching().choosing("a1").path()) == ["q", "a1", "q2"]


def test_a_chat_value_does_not_change_when_a_turn_is_added():
    chat = branching()
    chat.with_turn(turn("later", "a2"))
    assert "later" not in chat.turns


def test_a_thought_grows_until_the_answer_begins():
    message = Message(Role.ASSISTANT, ()).thought("Let ", 1.0, 2).thought("me", 2.0, 3).answered("So")
    assert message.parts == (Reasoning("Let me", 2.0, 3, closed=True), Text("So"))


def test_a_thought_after_a_tool_call_is_a_thought_of_its_own():
    message = (
        Message(Role.ASSISTANT, ()).thought("one", 1, 1).with_part(ToolCall("list", {})).thought("two", 1, 1)
    )
    assert [type(part) for part in message.parts] == [Reasoning, ToolCall, Reasoning]
    assert message.parts[0].closed
    assert message.reasoning.text == "two"


def test_messages_with_the_same_content_are_equal():
    assert Message(Role.USER, (Text("a"),)) == Message(Role.USER, (Text("a"),))
