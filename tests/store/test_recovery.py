"""For a damaged or missing file there is its newest good backup and its readable rest; nothing is lost."""

import os

import apsw
import pytest

from glmdesk.core.chat import Ending
from glmdesk.core.errors import StoreBusy, StoreDamaged
from glmdesk.store import recovery
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME
from glmdesk.store.integrity import Counts
from tests.store.conversations import answer, chat, question, saying


@pytest.fixture
def damaged(open_store, folder):
    """Three chats in a backup, two more since, and a file whose header is noise."""
    store = open_store()
    for number in range(3):
        store.save(chat(f"c{number}", f"Chat {number}"))
    backups_of(folder).make()
    for number in range(3, 5):
        store.save(
            chat(f"c{number}", f"Chat {number}", question("q", "zebra " * 3_000), answer("a", "yes", "q"))
        )
    store.close()
    overwrite(folder, 0, os.urandom(100))
    return folder


def overwrite(folder, at, data):
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(at)
        file.write(data)


def opened(folder):
    store = ChatStore.open(folder)
    try:
        return store.read_only, store.problem(), [summary.title for summary in store.summaries()]
    finally:
        store.close()


def test_the_offer_counts_what_there_is(damaged):
    before = (damaged / FILE_NAME).read_bytes()
    with pytest.raises(StoreDamaged):
        ChatStore.open(damaged)
    offer = recovery.offer(damaged)
    assert (offer.in_backup, offer.readable) == (Counts(3, 6), Counts(5, 10))
    assert offer.backup == backups_of(damaged).all()[0]
    assert (offer.damaged.read_bytes(), offer.damaged.name) == (before, FILE_NAME)
    assert not list(damaged.glob("*salvage*"))


def test_the_offer_stays_until_a_choice_is_made(damaged):
    for _ in range(2):
        with pytest.raises(StoreDamaged):
            ChatStore.open(damaged)
        assert recovery.offer(damaged).readable.chats == 5


def test_a_backup_is_restored_and_the_damaged_file_kept(damaged):
    before = (damaged / FILE_NAME).read_bytes()
    kept = recovery.restore(damaged, recovery.offer(damaged).backup)
    assert kept.read_bytes() == before
    assert opened(damaged) == (False, "", ["Chat 2", "Chat 1", "Chat 0"])


def test_what_can_be_read_is_saved(damaged):
    counts, kept = recovery.salvage(damaged)
    assert counts == Counts(5, 10)
    assert kept.exists()
    assert opened(damaged) == (False, "", [f"Chat {number}" for number in range(4, -1, -1)])
    store = ChatStore.open(damaged)
    assert store.load("c4") == chat("c4", "Chat 4", question("q", "zebra " * 3_000), answer("a", "yes", "q"))
    assert len(store.search("zebra")) == 5
    store.close()
    assert {file.name for file in damaged.iterdir()} == {FILE_NAME, f"{FILE_NAME}.lock", "backups", kept.name}


def test_one_may_begin_without_the_former_chats(damaged):
    kept = recovery.start_empty(damaged)
    assert kept.exists()
    assert opened(damaged) == (False, "", [])


def test_files_that_were_kept_are_never_overwritten(damaged):
    first = recovery.start_empty(damaged)
    second = recovery.restore(damaged, backups_of(damaged).all()[0])
    third = recovery.restore(damaged, backups_of(damaged).all()[0])
    assert len({first, second, third}) == 3
    assert all(kept.exists() for kept in (first, second, third))


def test_a_broken_page_costs_what_was_on_it(open_store, folder):
    store = open_store()
    for number in range(40):
        store.save(
            chat(f"c{number}", f"Chat {number}", question("q", f"{number} " * 3_000), answer("a", "yes", "q"))
        )
    store.close()
    size = (folder / FILE_NAME).stat().st_size
    overwrite(folder, size // 2 // 4096 * 4096, os.urandom(4096))
    with pytest.raises(StoreDamaged):
        ChatStore.open(folder)
    offer = recovery.offer(folder)
    assert offer.backup is None
    assert 37 <= offer.readable.chats <= 40
    assert 75 <= offer.readable.messages < 80
    counts, _ = recovery.salvage(folder)
    assert counts == offer.readable
    assert opened(folder)[:2] == (False, "")


def test_turns_outlive_the_row_of_their_chat_and_the_turn_before(open_store, folder):
    store = open_store()
    store.save(
        chat("c", "Lost", question("q", "first"), answer("a", "second", "q"), question("q2", "third", "a"))
    )
    store.close()
    connection = apsw.Connection(str(folder / FILE_NAME))  # without foreign keys
    connection.execute("DELETE FROM chat; DELETE FROM turn WHERE id = 'a'")
    connection.close()
    counts, _ = recovery.salvage(folder)
    assert counts == Counts(1, 2)
    store = ChatStore.open(folder)
    [summary] = store.summaries()
    loaded = store.load(summary.id)
    assert summary.title == "Recovered chat"
    assert [turn.message.text for turn in loaded.path()] == ["first", "third"]
    store.close()


def test_the_newest_text_in_the_log_is_saved_from_a_broken_header(open_store, folder, tmp_path):
    store = open_store()
    made = chat("c", "T", question("q", "?"), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    store.save(saying(made, "a", made.turns["a"].message.answered("so far")))
    copy = tmp_path / "killed"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    overwrite(copy, 0, os.urandom(40))
    assert recovery.salvage(copy)[0] == Counts(1, 2)
    store = ChatStore.open(copy)
    message = store.load("c").turns["a"].message
    assert (message.text, message.ending) == ("so far", Ending.INTERRUPTED)
    store.close()


def test_deleted_chats_are_not_recovered(open_store, folder):
    store = open_store()
    store.save(chat("c"))
    store.save(chat("gone"))
    store.delete("gone")
    store.close()
    assert recovery.offer(folder).readable == Counts(1, 2)


@pytest.mark.parametrize("missing", ["removed", "empty"])
def test_a_missing_file_with_backups_is_never_an_empty_list(open_store, folder, missing):
    store = open_store()
    store.save(chat())
    backups_of(folder).make()
    store.close()
    (folder / FILE_NAME).unlink() if missing == "removed" else (folder / FILE_NAME).write_bytes(b"")
    with pytest.raises(StoreDamaged) as raised:
        ChatStore.open(folder)
    assert "gone" in raised.value.explanation.happened
    offer = recovery.offer(folder)
    assert (offer.in_backup, offer.readable) == (Counts(1, 2), Counts(0, 0))
    recovery.restore(folder, offer.backup)
    assert opened(folder) == (False, "", ["A title"])


def test_a_file_that_is_older_than_its_backup_is_told(open_store, folder):
    store = open_store()
    store.save(chat("old"))
    store.close()
    older = (folder / FILE_NAME).read_bytes()
    store = open_store()
    store.save(chat("new"))
    backups_of(folder).make()
    store.close()
    (folder / FILE_NAME).write_bytes(older)
    with pytest.raises(StoreDamaged):
        ChatStore.open(folder)


def test_nothing_is_restored_under_an_open_window(open_store, folder):
    store = open_store()
    store.save(chat())
    backup = backups_of(folder).make()
    with pytest.raises(StoreBusy):
        recovery.restore(folder, backup)
    assert store.load("c") is not None


def test_a_broken_backup_is_not_restored(damaged):
    backup = backups_of(damaged).all()[0]
    backup.path.write_bytes(b"noise" * 2_000)
    before = (damaged / FILE_NAME).read_bytes()
    with pytest.raises(StoreDamaged):
        recovery.restore(damaged, backup)
    assert (damaged / FILE_NAME).read_bytes() == before
    assert recovery.offer(damaged).backup is None
