"""An older database is brought to the newest form on a copy; killed at any moment, one of both is whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import apsw
import pytest

from glmdesk.core.errors import StoreBusy, StoreDamaged, StoreError, StoreFull
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME, open_database
from glmdesk.store.migrations import MIGRATIONS, migrate
from tests.store.conversations import chat, question

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parents[1] / "data" / "store"


def next_step(connection):
    """What a next version might do: another column, and every row of a table written anew."""
    connection.execute("ALTER TABLE chat ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'")
    connection.execute("UPDATE turn SET message = message || ' '")


NEXT = (*MIGRATIONS, next_step)


def schema_of(connection):
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    return ";\n".join(" ".join(sql.split()) for (sql,) in rows) + ";\n"


@pytest.fixture
def older(open_store, folder):
    """A folder with chats of the form before `NEXT`, closed."""
    store = open_store()
    for number in range(5):
        store.save(chat(f"c{number}", f"Chat {number}", question("q", "word " * 500)))
    store.close()
    return folder


@pytest.mark.parametrize("form", range(1, len(MIGRATIONS) + 1))
def test_a_released_form_is_never_edited(form):
    connection = apsw.Connection(":memory:")
    migrate(connection, MIGRATIONS[:form])
    assert schema_of(connection) == (SCHEMAS / f"schema-{form}.sql").read_text()


def test_the_repaired_index_is_the_one_that_migrations_make(store):
    before = schema_of(store._database.connection)
    store._file._mend()
    assert schema_of(store._database.connection) == before


def test_an_older_database_is_upgraded_with_everything_in_it(older):
    called = []
    database = open_database(older / FILE_NAME, lambda: called.append("backup"), NEXT)
    assert database.connection.pragma("user_version") == len(NEXT)
    assert database.connection.execute("SELECT count(*), min(colour) FROM chat").fetchall() == [(5, "none")]
    database.close()
    assert called == ["backup"]
    assert sorted(file.name for file in older.iterdir()) == [FILE_NAME, f"{FILE_NAME}.lock"]


def test_a_database_of_this_form_is_not_backed_up_again(older):
    called = []
    open_database(older / FILE_NAME, lambda: called.append("backup")).close()
    assert called == []


def test_an_older_program_reads_what_a_newer_one_upgraded(older):
    open_database(older / FILE_NAME, None, NEXT).close()
    store = ChatStore.open(older)
    assert store.read_only
    assert len(store.summaries()) == 5
    assert store.load("c3").turns["q"].message.text == "word " * 500
    store.close()


def test_a_step_that_fails_leaves_the_older_database(older):
    def failing(connection):
        connection.execute("DELETE FROM turn")
        connection.execute("SELECT * FROM nowhere")

    before = (older / FILE_NAME).read_bytes()
    with pytest.raises(StoreError):
        open_database(older / FILE_NAME, None, (*MIGRATIONS, failing))
    assert (older / FILE_NAME).read_bytes() == before


def test_a_step_that_loses_messages_is_refused(older):
    before = (older / FILE_NAME).read_bytes()
    losing = (*MIGRATIONS, lambda connection: connection.execute("DELETE FROM turn WHERE number = 1"))
    with pytest.raises(StoreDamaged):
        open_database(older / FILE_NAME, None, losing)
    assert (older / FILE_NAME).read_bytes() == before


def test_without_a_backup_nothing_is_upgraded(older):
    def no_room():
        raise StoreFull("full")

    with pytest.raises(StoreFull):
        open_database(older / FILE_NAME, no_room, NEXT)
    store = ChatStore.open(older)
    assert (store.read_only, store.counts().messages) == (False, 5)
    store.close()


def test_nothing_is_upgraded_while_another_window_reads(older):
    reading = apsw.Connection(str(older / FILE_NAME))
    reading.execute("BEGIN; SELECT * FROM chat")
    with pytest.raises(StoreBusy):
        open_database(older / FILE_NAME, None, NEXT)
    reading.close()
    open_database(older / FILE_NAME, None, NEXT).close()


def test_a_backup_is_made_before_an_upgrade(older):
    backups = backups_of(older)
    open_database(older / FILE_NAME, lambda: backups.make(upgrade=True), NEXT).close()
    [backup] = backups.all()
    assert backup.upgrade
    assert backups.check(backup).messages == 5


# --- killed ------------------------------------------------------------------------------------------------

KILLED_AT_A_LINE = """
import os, shutil, signal, sys
from pathlib import Path
from glmdesk.store import database
from tests.store.test_upgrade import NEXT

def upgrade(folder, last_line):
    lines = 0
    def trace(frame, event, argument):
        nonlocal lines
        if "store" not in frame.f_code.co_filename:
            return None
        lines += event == "line"
        if lines == last_line:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace
    sys.settrace(trace)
    database.open_database(folder / database.FILE_NAME, None, NEXT).close()
    os._exit(0)

older, work, step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
line = 1
while True:
    folder = work / str(line)
    shutil.copytree(older, folder)
    child = os.fork()
    if child == 0:
        upgrade(folder, line)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
    line += step
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks at each line")
def test_killed_at_any_line_the_upgrade_leaves_a_whole_database(older, tmp_path):
    work = tmp_path / "killed"
    command = [sys.executable, "-c", KILLED_AT_A_LINE, older, work, "4"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    folders = sorted(work.iterdir(), key=lambda folder: int(folder.name))
    assert len(folders) > 20
    forms = []
    for folder in folders:
        database = open_database(folder / FILE_NAME)  # the program of before
        forms.append(database.connection.pragma("user_version"))
        assert database.connection.execute("SELECT count(*) FROM turn WHERE message LIKE '%word%'").get == 5
        database.close()
        open_database(folder / FILE_NAME, None, NEXT).close()
        assert sorted(file.name for file in folder.iterdir()) == [FILE_NAME, f"{FILE_NAME}.lock"]
        shutil.rmtree(folder)
    assert forms == sorted(forms)
    assert {forms[0], forms[-1]} == {len(MIGRATIONS), len(NEXT)}


def test_a_first_start_that_was_killed_begins_again(folder):
    folder.mkdir()
    (folder / f"{FILE_NAME}.unfinished").write_bytes(os.urandom(5000))
    (folder / f"{FILE_NAME}.unfinished-journal").write_bytes(os.urandom(5000))
    store = ChatStore.open(folder)
    assert store.summaries() == ()
    store.close()
    assert sorted(file.name for file in folder.iterdir()) == [FILE_NAME, f"{FILE_NAME}.lock"]
