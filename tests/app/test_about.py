"""What the program is made of and where a person's things are."""

from datetime import date

import pytest

from glmdesk import paths
from glmdesk.app.about import About, engine_age_days, own_data
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Chat
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_a_folder_without_chats_has_none_and_no_backups(tmp_path):
    assert own_data(tmp_path).chats_bytes == 0
    assert own_data(tmp_path).backups == ()


def test_backups_are_told_with_their_size_the_newest_first(tmp_path):
    store = ChatStore.open(tmp_path)
    for number in range(2):
        store.save(Chat(f"c{number}", "title"))
        backups_of(tmp_path).make()
    store.close()
    found = own_data(tmp_path)
    assert found.chats_bytes > 0
    assert len(found.backups) == 2
    assert all(backup.size > 0 and not backup.upgrade for backup in found.backups)
    assert found.backups[0].made >= found.backups[1].made


def test_the_age_of_an_engine_is_counted_from_its_release():
    assert engine_age_days("llama-cpp-python 0.3.36", date(2026, 10, 11)) == 10
    assert engine_age_days("llama-cpp-python 0.0.1", date(2026, 10, 11)) is None
    assert engine_age_days("", date(2026, 10, 11)) is None


def test_the_texts_that_ship_are_read_on_a_thread(qtbot, tasks):
    about = About(tasks, lambda: None)
    with qtbot.waitSignal(about.texts_read) as read:
        about.read_texts()
    assert read.args[0].changes.startswith("# Changelog")
    assert "llama.cpp" in read.args[0].licences


def test_a_backup_that_was_asked_for_is_shown_after_it(qtbot, tasks):
    made = []

    def back_up():
        store = ChatStore.open(paths.data())
        store.save(Chat("c", "title"))
        store.close()
        made.append(backups_of(paths.data()).make())

    about = About(tasks, lambda: tasks.run(back_up, in_order=True))
    with qtbot.waitSignal(about.data_changed) as changed:
        about.back_up()
    assert len(changed.args[0].backups) == len(made) == 1
