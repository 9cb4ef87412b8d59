"""The file is opened soundly or not at all, and whoever cannot write is told why."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from glmdesk.core.chat import Ending
from glmdesk.core.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME
from tests.store.conversations import answer, chat, question, saying

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(folder):
    return folder / FILE_NAME


@pytest.fixture
def closed(open_store, folder):
    """A folder with a hundred messages in it, and nobody who uses it."""
    store = open_store()
    for number in range(10):
        made = chat(f"c{number}", f"Chat {number}", question("q0", "word " * 200))
        for turn in range(1, 10):
            made = made.with_turn(question(f"q{turn}", "more words " * 100, f"q{turn - 1}"))
        store.save(made)
    store.close()
    return folder


def sentences(error):
    return [error.value.explanation.happened, error.value.explanation.kept, error.value.explanation.action]


def test_sqlite_is_one_without_the_wal_reset_defect():
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


def test_messages_outlive_a_loss_of_power_and_each_change_is_whole(store):
    connection = store._database.connection
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("secure_delete") == 1
    assert connection.pragma("foreign_keys") == 1
    made = chat("c", "T", question("q", "?"), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    assert connection.pragma("synchronous") == 2  # FULL
    store.save(saying(made, "a", made.turns["a"].message.answered("word")))
    assert connection.pragma("synchronous") == 1  # NORMAL


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_its_owner_can_read_the_file(store, folder):
    store.save(chat())
    backups_of(folder).make()
    files = [file for file in folder.rglob("*.sqlite*") if file.suffix != ".lock"]
    assert len(files) >= 3
    assert {file.stat().st_mode & 0o077 for file in files} == {0}


def test_closing_leaves_no_log(store, folder):
    store.save(chat())
    store.close()
    assert sorted(file.name for file in folder.iterdir()) == [FILE_NAME, f"{FILE_NAME}.lock"]


def test_a_change_that_fails_leaves_nothing_of_itself(store):
    saved = chat("c", "T", question("q", "?"))
    store.save(saved)
    with pytest.raises(StoreError):
        store.save(saved.with_turn(question("x", "an orphan", "nobody")))
    assert list(store.load("c").turns) == ["q"]
    store.save(chat("d", "Another"))


# --- two at once -------------------------------------------------------------------------------------------


def test_a_second_window_reads_and_says_so(store, folder):
    store.save(chat())
    second = ChatStore.open(folder)
    try:
        assert second.read_only
        assert "another window" in second.notice.happened
        assert second.load("c") == store.load("c")
        with pytest.raises(StoreReadOnly) as raised:
            second.save(chat("mine"))
        assert raised.value.explanation.happened == second.notice.happened
        store.save(chat("later"))
        assert [summary.id for summary in second.summaries()] == ["later", "c"]
    finally:
        second.close()


def test_the_right_to_write_ends_with_the_process_that_has_it(folder):
    folder.mkdir()
    code = (
        "import sys, time; from pathlib import Path; from glmdesk.store.chats import ChatStore;"
        "store = ChatStore.open(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, folder], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        second = ChatStore.open(folder)
        assert second.read_only
        second.close()
        holder.kill()
    third = ChatStore.open(folder)
    assert not third.read_only
    third.close()


def test_a_file_that_another_program_locks_is_named_busy(closed, path):
    other = apsw.Connection(str(path))
    other.pragma("locking_mode", "EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreBusy) as raised:
        ChatStore.open(closed)
    other.close()
    assert all(sentences(raised))
    ChatStore.open(closed).close()


# --- disks -------------------------------------------------------------------------------------------------


def test_what_could_not_be_saved_is_saved_later_and_once(store):
    made = chat("c", "T", question("q", "?"))
    store.save(made)
    connection = store._database.connection
    pages = connection.pragma("page_count")
    connection.pragma("max_page_count", pages)  # SQLite then answers as for a full disk
    longer = made.with_turn(answer("a", "word " * 100_000, "q"))
    for _ in range(2):
        with pytest.raises(StoreFull) as raised:
            store.save(longer)
    assert all(sentences(raised))
    assert list(store.load("c").turns) == ["q"]
    store._saved["c"] = made
    connection.pragma("max_page_count", 1 << 30)
    store.save(longer)
    assert store.load("c") == longer


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 3 MB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    if shutil.which("mount") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can make a disk")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def test_a_full_disk_costs_nothing_that_was_saved(small_disk):
    store = ChatStore.open(small_disk)
    store.save(chat("c", "T", question("q", "kept")))
    filler = small_disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(small_disk).free - 600_000))
    saved = 0
    while True:
        try:
            store.save(chat(f"c{saved}", "T", question("q", "word " * 10_000)))
        except StoreFull:
            break
        saved += 1
    assert saved
    failed = chat(f"c{saved}", "T", question("q", "word " * 10_000))
    assert store.load("c").turns["q"].message.text == "kept"
    filler.unlink()
    store.save(failed)
    store.close()
    store = ChatStore.open(small_disk)
    assert (store.problem(), store.counts().chats) == ("", saved + 2)
    store.close()


def test_a_disk_that_cannot_be_written_to_is_read(small_disk):
    store = ChatStore.open(small_disk)
    store.save(chat())
    store.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    store = ChatStore.open(small_disk)
    assert store.read_only
    assert "nothing can be saved" in store.notice.happened
    assert store.load("c") == chat()
    assert store.search("zebra")
    with pytest.raises(StoreReadOnly):
        store.save(chat("d"))
    store.close()


# --- other versions ----------------------------------------------------------------------------------------


def test_a_newer_database_is_read_and_never_changed(closed, path):
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    before = path.read_bytes()
    store = ChatStore.open(closed)
    assert store.read_only
    assert "newer version" in store.notice.happened
    assert len(store.summaries()) == 10
    assert len(store.load("c3").turns) == 10
    with pytest.raises(StoreReadOnly):
        store.save(chat())
    store.close()
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_not_taken_for_ours(folder, path):
    folder.mkdir()
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE things (a)")
    connection.close()
    with pytest.raises(StoreDamaged):
        ChatStore.open(folder)


# --- damage ------------------------------------------------------------------------------------------------


def overwrite(path, at, data):
    with path.open("rb+") as file:
        file.seek(at)
        file.write(data)


@pytest.mark.parametrize("at", [0, 8, 100, 101, 108])
def test_a_damaged_first_page_is_noticed_and_left_as_it_is(closed, path, at):
    overwrite(path, at, b"\xff" * 8)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged) as raised:
        ChatStore.open(closed)
    assert all(sentences(raised))
    assert path.read_bytes() == before


def test_each_page_of_the_chats_that_is_noise_is_noticed_or_harmless(closed, path):
    whole = path.read_bytes()
    noticed = 0
    for page in range(1, len(whole) // 4096):
        overwrite(path, page * 4096, os.urandom(4096))
        try:
            store = ChatStore.open(closed)
        except StoreDamaged:
            noticed += 1
        else:
            assert (store.counts().chats, store.counts().messages) == (10, 100), page
            assert all(len(store.load(f"c{n}").turns) == 10 for n in range(10)), page
            store.search("word")
            store.close()
        path.write_bytes(whole)
    assert noticed > len(whole) // 4096 // 2


@pytest.mark.parametrize("length", [1, 100, 4095, 4096, 20_000])
def test_a_file_that_was_cut_is_noticed(closed, path, length):
    with path.open("rb+") as file:
        file.truncate(length)
    with pytest.raises(StoreDamaged):
        ChatStore.open(closed)


@pytest.fixture
def killed(open_store, folder, tmp_path):
    """A copy of a folder as a program leaves it that is killed: the newest chat is in the log alone."""
    store = open_store()
    store.save(chat("old"))
    store._database.checkpoint()
    store.save(chat("new"))
    copy = tmp_path / "killed"
    shutil.copytree(folder, copy)
    return copy


def test_the_log_of_a_killed_program_is_read(killed):
    store = ChatStore.open(killed)
    assert [summary.id for summary in store.summaries()] == ["new", "old"]
    store.close()


@pytest.mark.parametrize("damage", ["delete", "noise"])
def test_a_damaged_index_of_the_log_costs_nothing(killed, damage):
    shared = killed / f"{FILE_NAME}-shm"
    shared.unlink() if damage == "delete" else shared.write_bytes(os.urandom(32768))
    store = ChatStore.open(killed)
    assert [summary.id for summary in store.summaries()] == ["new", "old"]
    store.close()


@pytest.mark.parametrize("damage", ["zeros", "header", "cut"])
def test_a_damaged_log_is_kept_and_told(killed, damage):
    log = killed / f"{FILE_NAME}-wal"
    if damage == "cut":
        log.write_bytes(log.read_bytes()[:20])
    else:
        overwrite(log, 0, bytes(log.stat().st_size if damage == "zeros" else 32))
    before = log.read_bytes()
    store = ChatStore.open(killed)
    assert "may be missing" in store.notice.happened
    assert not store.read_only
    assert [summary.id for summary in store.summaries()] == ["old"]
    store.close()
    [kept] = killed.glob("*.kept*")
    assert kept.read_bytes() == before
    assert str(kept) in store.notice.kept


def test_the_log_of_a_database_that_is_gone_never_meets_a_new_one(killed):
    (killed / FILE_NAME).unlink()
    store = ChatStore.open(killed)
    assert store.summaries() == ()
    assert store.notice is not None
    store.save(chat("fresh"))
    assert store.problem() == ""
    store.close()
    assert list(killed.glob("*-wal.kept*"))


def test_after_a_crash_a_full_disk_still_lets_chats_be_read(small_disk):
    store = ChatStore.open(small_disk)
    made = chat("c", "T", question("q", "?"), answer("a", "", "q", Ending.OPEN))
    store.save(made)
    store.save(saying(made, "a", made.turns["a"].message.answered("so far")))
    store.close()
    filler = small_disk / "filler"
    filler.write_bytes(bytes(shutil.disk_usage(small_disk).free - 40_000))
    store = ChatStore.open(small_disk)
    message = store.load("c").turns["a"].message
    assert (message.ending, message.text) == (Ending.INTERRUPTED, "so far")
    store.close()
