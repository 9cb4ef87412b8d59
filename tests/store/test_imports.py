"""Chats of other programs come with their branches, thoughts and tool calls, whatever is in the file."""

import json
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.chat import Ending, Reasoning, Role, Text, Timing, ToolCall, ToolResult, Usage
from glmdesk.core.errors import ImportRefused
from glmdesk.store.imports import chatgpt, jan, lm_studio, open_webui
from glmdesk.store.imports.reading import read_chats

EXPORTS = Path(__file__).parents[1] / "data" / "exports"


def one(path, number=0):
    return read_chats(EXPORTS / path).chats[number]


def spoken(chat):
    return [(turn.message.role, turn.message.text or turn.message.parts[0]) for turn in chat.path()]


# --- LM Studio ---------------------------------------------------------------------------------------------


def test_lm_studio_is_read_with_the_selected_versions():
    kept = one("lm_studio/Work/1755014461974.conversation.json")
    chat = kept.chat
    assert (chat.title, chat.created, kept.pinned) == ("Go tic tac toe", 1755014461.974, True)
    assert [turn.message.role for turn in chat.path()] == [
        Role.SYSTEM,
        Role.USER,
        Role.ASSISTANT,
        Role.TOOL,
        Role.ASSISTANT,
        Role.USER,
    ]
    _, question, call, result, answer, thanks = (turn.message for turn in chat.path())
    assert chat.path()[0].message.text == "Answer briefly."
    assert question.text == "Which board size?"
    assert call.parts == (
        Reasoning("Usually three.", 2.3, closed=True),
        ToolCall("read_rules", {"game": "tic tac toe"}),
    )
    assert result.parts == (ToolResult("read_rules", "three by three"),)
    assert answer.text == "Three by three."
    assert (answer.ending, answer.model) == (Ending.LENGTH, "openai/gpt-oss-20b")
    assert answer.usage == Usage(prompt=120, answer=64)
    assert answer.timing == Timing(0.25, 0.0, 41.5)
    assert thanks.text == "Thanks."


def test_lm_studio_keeps_the_versions_that_are_not_selected():
    chat = one("lm_studio/Work/1755014461974.conversation.json").chat
    others = [t.message for t in chat.turns.values() if t not in chat.path()]
    assert [(message.text, message.ending) for message in others] == [("Ten by ten.", Ending.STOPPED)]


def test_a_folder_of_lm_studio_gives_folders():
    imported = read_chats(EXPORTS / "lm_studio")
    assert imported.source == "LM Studio"
    assert {kept.chat.title: kept.folder for kept in imported.chats} == {
        "Plain": "",
        "Go tic tac toe": "Work",
    }
    assert imported.left_out == 1  # the picture
    [plain] = [kept.chat for kept in imported.chats if kept.chat.title == "Plain"]
    assert plain.path()[1].message.parts == (Reasoning("A greeting.", closed=True), Text("Hello!"))


# --- Jan ---------------------------------------------------------------------------------------------------


def test_a_folder_of_jan_is_read():
    imported = read_chats(EXPORTS / "jan")
    assert (imported.source, imported.left_out) == ("Jan", 1)
    tides, branches = imported.chats
    assert (tides.chat.title, tides.chat.created, tides.updated) == ("Tides", 1750000000, 1750000300.5)
    assert spoken(tides.chat) == [
        (Role.USER, "Why are there tides?"),
        (Role.ASSISTANT, "The moon pulls."),
        (Role.USER, "And the sun?"),
        (Role.ASSISTANT, "Less"),
    ]
    answer, stopped = tides.chat.path()[1].message, tides.chat.path()[3].message
    assert answer.parts[0] == Reasoning("The moon.", closed=True)
    assert (answer.model, answer.created, stopped.ending) == ("qwen3-8b", 1750000010.0, Ending.STOPPED)
    assert spoken(branches.chat) == [(Role.USER, "Pick a number"), (Role.ASSISTANT, "Seven")]


def test_branches_and_tool_calls_of_jan_are_kept():
    chat = read_chats(EXPORTS / "jan").chats[1].chat
    assert [turn.id for turn in chat.siblings("b1")] == ["b1", "b2"]
    path = chat.choosing("b2").path()
    assert path[1].message.parts == (ToolCall("dice", {"sides": 6}),)
    assert path[2].message.parts == (ToolResult("dice", '{"rolled": 4}'),)
    assert path[3].message.text == "Four"


def test_what_jan_exports_is_read():
    chat = one("jan-export.json").chat
    assert (chat.title, chat.created) == ("Weather", 1772360000.0)
    assert chat.path()[1].message.parts == (Reasoning("I cannot know.", closed=True), Text("I do not know."))


# --- Open WebUI --------------------------------------------------------------------------------------------


def test_open_webui_is_read_with_its_branches():
    imported = read_chats(EXPORTS / "open_webui.json")
    assert (imported.source, imported.left_out, len(imported.chats)) == ("Open WebUI", 1, 2)
    kept = imported.chats[0]
    assert (kept.chat.title, kept.pinned, kept.updated) == ("Lisbon", True, 1740000500)
    assert [turn.id for turn in kept.chat.siblings("a1")] == ["a1", "a2", "a3"]
    question, call, result, answer = (turn.message for turn in kept.chat.path())
    assert (question.text, question.model, answer.model) == ("How warm is Lisbon?", "", "llama3")
    assert call.parts == (
        Reasoning('Weighing "options".\n\nAsk a tool.', 7.0, closed=True),
        ToolCall("get_weather", {"city": "Lisbon"}),
    )
    assert result.parts == (ToolResult("get_weather", '{"c": 21}'),)
    assert answer.text.startswith("It is 21 degrees.\n\n```html\n<details")


def test_the_newer_items_of_open_webui_are_read_once():
    chat = one("open_webui.json").chat.choosing("a3")
    assert [turn.message.parts for turn in chat.path()[1:]] == [
        (Reasoning("Check the tool.", 3.0, closed=True), ToolCall("web_search", {"query": "lisbon"})),
        (ToolResult("web_search", "sunny, 21C"),),
        (Text("Lisbon is sunny."),),
    ]


def test_an_answer_of_open_webui_that_failed_is_bridged():
    assert spoken(one("open_webui.json", 1).chat) == [(Role.USER, "Are you there?"), (Role.USER, "Hello?")]


def test_the_old_lists_of_open_webui_are_read():
    assert spoken(one("open_webui-old.json").chat) == [(Role.USER, "q"), (Role.ASSISTANT, "a")]


# --- ChatGPT -----------------------------------------------------------------------------------------------


def test_chatgpt_is_read_with_its_thoughts_in_one_message():
    imported = read_chats(EXPORTS / "chatgpt.json")
    assert (imported.source, imported.left_out) == ("ChatGPT", 1)
    kept = imported.chats[0]
    assert (kept.chat.title, kept.chat.created, kept.updated) == ("Fix the loop", 1765671000.5, 1765672300.25)
    question, call, result, answer = (turn.message for turn in kept.chat.path())
    assert question.text == "Why does this loop not end?"
    assert call.parts == (
        Reasoning("**Looking at the loop**\n\nThe counter never grows.", 8.0, closed=True),
        ToolCall("python", {"input": "print(1 + 1)"}),
    )
    assert result.parts == (ToolResult("python", "2\n"),)
    assert answer.parts == (Text("Add `i += 1`."),)
    assert (answer.ending, answer.model) == (Ending.LENGTH, "gpt-5-2-thinking")


def test_the_other_answers_of_chatgpt_are_branches():
    chat = one("chatgpt.json").chat
    [first] = [turn for turn in chat.turns.values() if turn.message.text == "I see no loop."]
    assert first.parent == chat.path()[0].id


def test_the_archive_of_chatgpt_is_read_as_it_was_downloaded(tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("user.json", "{}")
        file.write(EXPORTS / "chatgpt.json", "conversations.json")
    assert read_chats(archive).chats == read_chats(EXPORTS / "chatgpt.json").chats


# --- any of them -------------------------------------------------------------------------------------------

FILES = ["lm_studio", "jan", "jan-export.json", "open_webui.json", "open_webui-old.json", "chatgpt.json"]


@pytest.mark.parametrize("path", FILES)
def test_what_is_imported_is_saved_and_found_and_not_twice(store, path):
    imported = read_chats(EXPORTS / path)
    added = store.add(imported.chats)
    assert len(added) == len(imported.chats) == store.counts().chats
    for kept in imported.chats:
        assert store.kept(kept.chat.id) == kept
    assert store.add(read_chats(EXPORTS / path).chats) == ()
    assert store.problem() == ""


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"null", b"[1]", b'{"messages": []}', b"\xff\xfe", b"[" * 100_000]
)
def test_a_file_without_chats_is_refused_in_words(tmp_path, content):
    file = tmp_path / "holiday.json"
    file.write_bytes(content)
    with pytest.raises(ImportRefused) as raised:
        read_chats(file)
    assert "holiday.json" in raised.value.explanation.happened
    assert raised.value.explanation.action


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(ImportRefused):
        read_chats(tmp_path)


def test_files_of_a_folder_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "1.conversation.json").write_text("{")
    (tmp_path / "2.conversation.json").write_bytes(
        (EXPORTS / "lm_studio/1755014461000.conversation.json").read_bytes()
    )
    imported = read_chats(tmp_path)
    assert (imported.unreadable, len(imported.chats)) == (("1.conversation.json",), 1)


def test_messages_in_a_circle_are_all_there():
    circle = {"a": "b", "b": "c", "c": "a"}
    messages = {i: {"id": i, "parentId": p, "role": "user", "content": i} for i, p in circle.items()}
    record = {"id": "r", "chat": {"history": {"messages": messages, "currentId": "nowhere"}}}
    chat = open_webui.read(record)[0].chat
    assert {turn.message.text for turn in chat.path()} == {"a", "b", "c"}


def test_a_message_whose_parent_is_gone_is_a_first_one():
    messages = {"x": {"id": "x", "parentId": "gone", "role": "user", "content": "still here"}}
    chat = open_webui.read({"id": "r", "chat": {"history": {"messages": messages}}})[0].chat
    assert [turn.parent for turn in chat.path()] == [None]


ODD = [None, [], {}, "", "x", 0, -1, 1e308, True, [None], {"a": None}, "\ud800", [[]], {"text": 5}]


def scrambled(value, dice):
    """`value` with some of its values replaced by values of any other kind."""
    if dice.random() < 0.06:
        return dice.choice(
            [None, [], {}, "", "x", 0, -1, 1e308, True, [None], {"a": None}, "\ud800", [[]], {"text": 5}]
        )
    if isinstance(value, dict):
        return {key: scrambled(item, dice) for key, item in value.items() if dice.random() > 0.03}
    if isinstance(value, list):
        return [scrambled(item, dice) for item in value]
    return value


@settings(deadline=None, max_examples=300)
@given(st.integers(0, 2**32), st.sampled_from(["open_webui.json", "chatgpt.json", "jan-export.json", "lm"]))
def test_no_file_breaks_the_reading_of_it(seed, name):
    path = "lm_studio/Work/1755014461974.conversation.json" if name == "lm" else name
    value = scrambled(json.loads((EXPORTS / path).read_text()), random.Random(seed))
    for entry in value if isinstance(value, list) else [value]:
        if chatgpt.is_conversation(entry):
            chatgpt.read(entry)
        if open_webui.is_record(entry):
            open_webui.read(entry)
        if lm_studio.is_conversation(entry):
            lm_studio.read(entry, "name")[0].chat.path()
        if jan.is_export(entry):
            jan.read(entry, entry["messages"], "name")[0].chat.path()


def test_what_was_scrambled_can_still_be_saved(store):
    dice = random.Random(5)
    chats = []
    for _ in range(40):
        for entry in json.loads((EXPORTS / "open_webui.json").read_text()):
            record = scrambled(entry, dice)
            if open_webui.is_record(record):
                chats.append(open_webui.read(record)[0])
    store.add(chats)
    assert store.problem() == ""
    assert store.counts().chats > 50
