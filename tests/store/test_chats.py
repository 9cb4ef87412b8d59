"""Chats are saved as they grow, come back as they were, and are gone when they are deleted for good."""

from dataclasses import replace

import pytest

from glmdesk.core.chat import Ending, Message, Role, Text, Turn
from glmdesk.store import turns
from glmdesk.store.chats import ChatStore
from glmdesk.store.turns import INTERRUPTED_NOTE, UNREADABLE_NOTE
from tests.store.conversations import EVERY_PART, answer, chat, question, saying


def ids(store):
    return [summary.id for summary in store.summaries()]


def test_a_chat_comes_back_as_it_was(open_store):
    made = chat(
        "c", "Zebras", question("q", "What?"), Turn("a", "q", EVERY_PART), question("q2", "And?", "a")
    )
    open_store().save(made)
    loaded = open_store().load("c")
    assert loaded == made
    assert list(loaded.turns) == ["q", "a", "q2"]


def test_branches_and_the_chosen_one_come_back(open_store):
    made = chat("c", "B", question("q", "?"), answer("a1", "one", "q"), answer("a2", "two", "q")).choosing(
        "a1"
    )
    open_store().save(made)
    loaded = open_store().load("c")
    assert [turn.id for turn in loaded.path()] == ["q", "a1"]
    assert [turn.id for turn in loaded.siblings("a1")] == ["a1", "a2"]


@pytest.mark.parametrize(
    "text", ["", "a\0b", "\ud800 alone", "x" * 1_000_000, "日本語\u202e\r\n\t", "'; DROP TABLE chat; --"]
)
def test_text_comes_back_exactly(open_store, text):
    open_store().save(chat("c", "T", question("q", text)))
    assert open_store().load("c").turns["q"].message.text == text


def test_a_title_that_utf8_cannot_write_is_saved_readably(open_store):
    open_store().save(chat("c", "half \ud83d of a smile"))
    assert open_store().summaries()[0].title == "half ? of a smile"


def test_a_growing_answer_is_on_disk_after_each_save(open_store, folder):
    store = open_store()
    made = chat("c", "T", question("q", "?"), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    for word in ("One ", "two ", "three"):
        made = saying(made, "a", made.turns["a"].message.answered(word))
        store.save(made)
    assert open_store().load("c").turns["a"].message.text == "One two three"


def test_what_was_open_when_the_program_ended_is_interrupted(open_store):
    made = chat("c", "T", question("q", "?"), answer("a", "", "q", Ending.OPEN))
    store = open_store()
    store.save(made)
    store.save(saying(made, "a", made.turns["a"].message.thought("Hm", 1.0, 1).answered("So")))
    message = open_store().load("c").turns["a"].message
    assert (message.ending, message.note) == (Ending.INTERRUPTED, INTERRUPTED_NOTE)
    assert message.text == "So"
    assert message.reasoning.text == "Hm"


def test_what_this_program_still_writes_stays_open(store):
    store.save(chat("c", "T", question("q", "?"), answer("a", "So", "q", Ending.OPEN)))
    assert store.load("c").turns["a"].message.ending is Ending.OPEN


def test_an_answer_that_goes_on_is_open_again(open_store):
    store = open_store()
    made = chat("c", "T", question("q", "?"), answer("a", "One zebra", "q", Ending.LENGTH))
    store.save(made)
    store.save(saying(made, "a", replace(made.turns["a"].message, ending=Ending.OPEN)))
    assert store.search("zebra") == ()
    store.save(saying(made, "a", replace(made.turns["a"].message.answered(" more"), ending=Ending.COMPLETE)))
    assert open_store().load("c").turns["a"].message.text == "One zebra more"
    assert [found.turn_id for found in open_store().search("zebra more")] == ["a"]


def test_saving_writes_only_what_is_new(store, folder):
    made = chat("c", "T", question("q", "x" * 500_000), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    log = folder / "chats.sqlite-wal"
    before = log.stat().st_size
    store.save(saying(made, "a", made.turns["a"].message.answered("word")))
    assert log.stat().st_size - before < 30_000


def test_saving_the_same_value_again_writes_nothing(store):
    made = chat()
    store.save(made)
    tick = store.tick()
    store.save(made)
    assert store.tick() == tick


def test_a_chat_that_is_not_remembered_is_compared_with_the_disk(open_store):
    open_store().save(chat())
    store = open_store()
    tick = store.tick()
    store.save(chat())
    assert store.tick() == tick


def test_there_is_no_chat_of_an_unknown_id(store):
    assert store.load("nobody") is None
    assert store.kept("nobody") is None


def test_a_message_that_cannot_be_read_says_so_and_costs_no_other(open_store):
    store = open_store()
    store.save(chat())
    store._database.connection.execute("UPDATE turn SET message = '{' WHERE id = 'q'")
    loaded = open_store().load("c")
    assert (loaded.turns["q"].message.ending, loaded.turns["q"].message.note) == (
        Ending.FAILED,
        UNREADABLE_NOTE,
    )
    assert loaded.turns["a"].message.text == "An animal."


# --- the list ----------------------------------------------------------------------------------------------


def test_the_chat_used_last_comes_first_whatever_the_clock_says(open_store):
    store = open_store()
    store._clock = iter([5e9, -1.0, 0.0]).__next__  # 2128, before 1970, 1970
    for chat_id in ("far", "before", "zero"):
        store.save(chat(chat_id))
    assert ids(store) == ["zero", "before", "far"]
    assert ids(open_store()) == ["zero", "before", "far"]


def test_pinned_chats_come_first_and_stay(open_store):
    store = open_store()
    for chat_id in ("one", "two"):
        store.save(chat(chat_id))
    store.pin("one", True)
    assert ids(open_store()) == ["one", "two"]
    open_store().pin("one", False)
    assert ids(open_store()) == ["two", "one"]


def test_a_chat_has_a_folder(open_store):
    store = open_store()
    store.save(chat())
    store.move("c", "  Work / 2026 ")
    assert open_store().summaries()[0].folder == "Work / 2026"


def test_a_renamed_chat_is_found_by_its_new_name_only(open_store):
    store = open_store()
    store.save(chat("c", "Old giraffe"))
    store.rename("c", "New walrus")
    assert open_store().load("c").title == "New walrus"
    assert [found.title for found in open_store().search("walrus")] == ["New walrus"]
    assert open_store().search("giraffe") == ()


# --- deleting ----------------------------------------------------------------------------------------------


def test_a_deleted_chat_can_be_brought_back(open_store):
    store = open_store()
    made = chat()
    store.save(made)
    store.delete("c")
    assert (ids(store), store.load("c"), store.search("zebra")) == ([], None, ())
    assert open_store().deleted() == ("c",)
    open_store().undelete("c")
    assert open_store().load("c") == made


def test_no_byte_of_an_erased_chat_is_left(open_store, folder):
    store = open_store()
    store.save(chat("stay", "Stays", question("q", "common words of a garden")))
    secret = "common words and xylophonist"
    made = chat("c", "Quetzalcoatl", question("q", secret * 2_000), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    store.save(saying(made, "a", Message(Role.ASSISTANT, (Text("marimbaphone"),), ending=Ending.OPEN)))
    store.save(saying(made, "a", Message(Role.ASSISTANT, (Text("marimbaphone"),))))
    store.delete("c")
    assert store.erase("c")
    for words in (b"xylophonist", b"uetzalcoatl", b"marimbaphone", b"ylophonis", b"arimbaphon"):
        for file in folder.iterdir():
            assert words not in file.read_bytes(), (words, file)
    assert [found.chat_id for found in store.search("common garden")] == ["stay"]


def test_each_of_many_chats_leaves_no_word_of_its_own(open_store, folder):
    store = open_store()
    words = {f"c{number}": f"qx{number:03d}zwv" for number in range(60)}
    for chat_id, word in words.items():
        store.save(chat(chat_id, f"Of {word}", question("q", f"common words, {word} and {word}s", None)))
    for chat_id in list(words)[::3]:
        store.erase(chat_id)
    store._database.checkpoint()
    content = b"".join(file.read_bytes() for file in folder.iterdir())
    for number, (chat_id, word) in enumerate(words.items()):
        assert (word.encode() in content) == (number % 3 != 0), word
        assert {hit.chat_id for hit in store.search(word)} == ({chat_id} if number % 3 else set())
    assert len(store.search("common", 100)) == 40
    assert store._database.connection.execute("PRAGMA integrity_check").get == "ok"


def test_erasing_that_was_killed_is_done_again(open_store, folder):
    store = open_store()
    store.save(chat("c", "Quetzalcoatl", question("q", "xylophonist")))
    store._file.write(lambda connection: turns.erase_turns(connection, "c"))  # and no further
    store = open_store()
    assert (store.summaries(), store.deleted()) == ((), ("c",))
    assert store.erase("c")
    assert store.deleted() == ()
    for file in folder.iterdir():
        assert b"xylophonist" not in file.read_bytes()
    assert store._database.connection.execute("PRAGMA integrity_check").get == "ok"


def test_a_reader_of_the_log_delays_the_end_of_an_erased_chat(store, folder):
    store.save(chat("c", "Quetzalcoatl"))
    second = ChatStore.open(folder)
    reading = second._database.connection.execute("SELECT * FROM turn")
    next(reading)
    assert not store.erase("c")
    reading.close()
    second.close()
    store.save(chat("d"))
    store.delete("d")
    assert store.erase("d")
    for file in folder.iterdir():
        assert b"uetzalcoatl" not in file.read_bytes()


def test_an_erased_chat_is_not_made_again(store):
    made = chat()
    store.save(made)
    store.erase("c")
    store.save(made)
    assert store.load("c") is None


def test_erasing_a_chat_that_is_gone_is_no_error(store):
    assert store.erase("nobody")
