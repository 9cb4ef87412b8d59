"""What is exported can be read by people, by other programs, and by this one again."""

import json
from dataclasses import replace

import pytest

from glmdesk.core.chat import Chat, Ending, Message, Role, Text, Turn
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.errors import ImportRefused, StoreError
from glmdesk.store.chats import ChatStore
from glmdesk.store.exchange import write_json
from glmdesk.store.imports.reading import read_chats
from glmdesk.store.markdown_export import file_name, to_markdown, write_markdown, write_markdown_folder
from glmdesk.store.records import KeptChat
from tests.store.conversations import EVERY_PART, answer, chat, question


def full(store):
    store.save(
        chat(
            "c", "Zebras", question("q", "What?\0 \ud800"), Turn("a", "q", EVERY_PART), answer("a2", "b", "q")
        )
    )
    store.save(chat("d", "Other"))
    store.pin("d", True)
    store.move("c", "Work")
    return store


def test_everything_comes_back_from_json(store, tmp_path):
    full(store)
    file = tmp_path / "all.json"
    assert write_json(file, store.everything(), 5.0) == 2
    imported = read_chats(file)
    assert (imported.source, imported.left_out) == ("glmdesk", 0)
    assert list(imported.chats) == list(store.everything())
    (tmp_path / "other").mkdir()
    other = ChatStore.open(tmp_path / "other")
    assert other.add(imported.chats) == ("c", "d")
    assert list(other.everything()) == list(store.everything())
    other.close()


def test_a_file_brings_no_leave_to_send_a_chat_anywhere_and_no_folder_to_read(tmp_path):
    trusted = ChatOptions(
        thinking=False,
        place="z.ai/glm-4.7",
        sent_to="z.ai",
        project="/home/somebody/secret",
        project_pinned=("a",),
        project_left_out=("b",),
        project_included=(".env",),
    )
    made = chat("c", "T", question("q", "What?"))
    write_json(tmp_path / "one.json", [KeptChat(replace(made, options=trusted))], 5.0)
    [kept] = read_chats(tmp_path / "one.json").chats
    assert kept.chat.options == ChatOptions(thinking=False, place="z.ai/glm-4.7")


def test_the_json_is_what_its_description_says(store, tmp_path):
    full(store)
    file = tmp_path / "one.json"
    write_json(file, [store.kept("d")], 12.5)
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "format": "glmdesk-chats",
        "version": 1,
        "exported": 12.5,
        "chats": [
            {
                "id": "d",
                "title": "Other",
                "created": 999.0,
                "updated": store.kept("d").updated,
                "pinned": True,
                "folder": "",
                "leaf": "a",
                "turns": [
                    {
                        "id": "q",
                        "parent": None,
                        "ending": "complete",
                        "role": "user",
                        "parts": [{"kind": "text", "text": "What is a zebra?"}],
                        "created": 1000.0,
                    },
                    {
                        "id": "a",
                        "parent": "q",
                        "ending": "complete",
                        "role": "assistant",
                        "parts": [{"kind": "text", "text": "An animal."}],
                        "created": 1001.0,
                        "model": "glm",
                    },
                ],
            }
        ],
    }


def test_nothing_at_all_is_a_valid_file(tmp_path):
    write_json(tmp_path / "none.json", [], 1.0)
    assert read_chats(tmp_path / "none.json").chats == ()


def test_an_export_that_fails_leaves_the_former_file(tmp_path):
    file = tmp_path / "all.json"
    file.write_text("former")

    def failing():
        yield KeptChat(chat())
        raise OSError(28, "No space left on device")

    with pytest.raises(StoreError):
        write_json(file, failing(), 1.0)
    assert [entry.name for entry in tmp_path.iterdir()] == ["all.json"]
    assert file.read_text() == "former"


def test_an_import_never_changes_what_is_here(store, tmp_path):
    made = chat("c", "Mine")
    store.save(made)
    theirs = KeptChat(chat("c", "Theirs", question("q", "something else")), 5.0, False, "Folder")
    [added] = store.add([theirs])
    assert added != "c"
    assert store.load("c") == made
    assert store.kept(added).folder == "Folder"
    assert store.add([KeptChat(made)]) == ()


def test_two_chats_of_one_id_in_one_file_stay_two(store):
    added = store.add([KeptChat(chat("c", "One")), KeptChat(chat("c", "Two", question("q", "other")))])
    assert len(set(added)) == 2
    assert [summary.title for summary in store.summaries()] == ["Two", "One"]


def test_an_imported_chat_that_was_erased_can_be_imported_and_saved_again(store):
    store.save(chat())
    store.erase("c")
    assert store.add([KeptChat(chat())]) == ("c",)
    longer = chat().with_turn(question("more", "and?", "a"))
    store.save(longer)
    assert store.load("c") == longer


def test_an_open_answer_is_imported_as_interrupted(store):
    store.add([KeptChat(chat("c", "T", question("q", "?"), answer("a", "so", "q", Ending.OPEN)))])
    assert store.load("c").turns["a"].message.ending is Ending.INTERRUPTED


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"chats": None},
        {"chats": [{}]},
        {"chats": [{"id": "c", "turns": [{"id": "x", "parent": "y"}]}]},
        {"chats": [{"id": 5, "turns": []}]},
        {"chats": [{"id": "\ud800", "turns": []}]},
        {"chats": [{"id": "c", "created": "NaN", "turns": []}]},
        {"chats": ["c"]},
    ],
)
def test_a_broken_or_newer_file_is_refused(tmp_path, change):
    file = tmp_path / "broken.json"
    file.write_text(json.dumps({"format": "glmdesk-chats", "version": 1, "chats": [], **change}))
    with pytest.raises(ImportRefused):
        read_chats(file)


# --- Markdown ----------------------------------------------------------------------------------------------


def test_markdown_shows_the_branch_with_thoughts_folded():
    made = chat("c", "Zebras", question("q", "What?"), answer("a1", "no", "q"), Turn("a", "q", EVERY_PART))
    assert to_markdown(KeptChat(made)) == (
        "# Zebras\n\n*1970-01-01 00:16 UTC*\n\n## You\n\nWhat?\n\n## GLM-4.7-Flash\n\n"
        "<details>\n<summary>Thought for 2 s</summary>\n\nLet me look.\n\n</details>\n\n"
        'Called `read_file`:\n\n```json\n{\n  "path": "a.py",\n  "lines": [\n    1,\n    2\n  ]\n}\n```\n\n'
        "Answer of `read_file`:\n\n```\nprint('hi')\n```\n\n"
        "Called `broken`:\n\n```json\n{}\n```\n\nIt prints **hi**.\n\n"
        "*(cut where the room for the answer ended)*\n"
    )


def test_a_fence_is_longer_than_those_in_it():
    message = Message(Role.TOOL, EVERY_PART.parts[2:3])
    message = Message(Role.TOOL, (type(message.parts[0])("cat", "````\ncode\n````"),))
    made = Chat("c").with_turn(Turn("t", None, message))
    assert "`````\n````\ncode\n````\n`````" in to_markdown(KeptChat(made))


def test_each_chat_gets_a_file_of_its_own(store, tmp_path):
    for number, title in enumerate(("Same", "Same", "a/b: c?", "", "CON", "x" * 300)):
        store.save(chat(f"c{number}", title))
    folder = tmp_path / "out"
    assert write_markdown_folder(folder, store.everything()) == 6
    names = sorted(file.name for file in folder.iterdir())
    assert names == sorted(["Same.md", "Same (2).md", "a b c.md", "Chat.md", "CON_.md", "x" * 80 + ".md"])


@pytest.mark.parametrize("title", ["..", ".", "   ", "../../etc/passwd", "nul.txt", "tab\tname", "\0"])
def test_no_title_leads_out_of_the_folder(title):
    name = file_name(title)
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\t')
    assert name.strip(". ") == name


def test_text_that_utf8_cannot_write_is_exported_readably(tmp_path):
    made = Chat("c", "T").with_turn(Turn("q", None, Message(Role.USER, (Text("half \ud83d"),))))
    write_markdown(tmp_path / "a.md", KeptChat(made))
    assert "half ?" in (tmp_path / "a.md").read_text(encoding="utf-8")
