"""A branch of a chat becomes the messages that a template is given."""

from glmdesk.core.chat import Message, Reasoning, Role, Source, Text, ToolCall, ToolResult, Turn
from glmdesk.core.prompt import PromptToolCall, messages_of, partial_answer, prompt_message


def test_the_system_prompt_comes_first_and_only_when_there_is_one():
    turns = [Turn("q", None, Message(Role.USER, (Text("why"),)))]
    assert [m.role for m in messages_of(turns, "be brief")] == [Role.SYSTEM, Role.USER]
    assert [m.role for m in messages_of(turns, "  ")] == [Role.USER]


def test_thought_and_answer_stay_apart():
    message = prompt_message(Message(Role.ASSISTANT, (Reasoning("hm", closed=True), Text("so"))))
    assert (message.reasoning, message.content) == ("hm", "so")


def test_tool_calls_and_results_take_their_places():
    call = prompt_message(Message(Role.ASSISTANT, (ToolCall("list", {"dir": "."}),)))
    result = prompt_message(Message(Role.TOOL, (ToolResult("list", "a.py"),)))
    assert call.tool_calls == (PromptToolCall("list", {"dir": "."}),)
    assert (result.role, result.content) == (Role.TOOL, "a.py")


def test_sources_come_before_the_question_with_their_lines_numbered():
    source = Source("src/a.py", "def f():\n    pass\n", 7, 8, "f")
    content = prompt_message(Message(Role.USER, (Text("what is f?"), source))).content
    assert content.index('path="src/a.py" lines=7-8 name="f"') < content.index("what is f?")
    assert "\n7\tdef f():\n8\t    pass\n" in content


def test_a_whole_file_comes_as_it_is():
    content = prompt_message(Message(Role.USER, (Source("notes.txt", "one\ntwo"),))).content
    assert ">\none\ntwo\n</file" in content


def test_a_tool_call_that_was_cut_is_not_given_back():
    message = Message(Role.ASSISTANT, (ToolCall("list", {}, complete=False),))
    assert prompt_message(message).tool_calls == ()


def test_a_cut_answer_goes_on_from_its_thought_and_text():
    message = Message(Role.ASSISTANT, (Reasoning("hm", closed=True), Text("so ")))
    partial = partial_answer(message)
    assert (partial.reasoning, partial.answer, partial.thought_closed) == ("hm", "so ", True)
