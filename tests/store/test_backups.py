"""Backups are made when something changed, are sound, and are thinned out as they age."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glmdesk.core.errors import StoreDamaged, StoreError
from glmdesk.store.backups import DAYS, NEWEST, UPGRADES, WEEKS, Backup, Backups, backups_of, kept_of
from glmdesk.store.database import FILE_NAME
from glmdesk.store.integrity import Counts
from tests.store.conversations import chat, question


@pytest.fixture
def backups(store, folder):
    return backups_of(folder)


def test_there_is_a_new_backup_only_after_a_change(store, backups):
    store.save(chat())
    first = backups.make()
    assert backups.make() is None
    store.pin("c", True)
    second = backups.make()
    assert [backup.path for backup in backups.all()] == [second.path, first.path]


def test_a_backup_holds_what_was_there(store, backups):
    store.save(chat())
    backup = backups.make()
    store.save(chat("later"))
    assert backups.check(backup) == Counts(1, 2)
    assert backups.newest_good()[1] == Counts(1, 2)


def test_a_backup_is_made_beside_a_change_that_is_under_way(store, backups):
    store.save(chat())
    with store._database.transaction() as connection:
        connection.execute("DELETE FROM turn")
        backup = backups.make()
    assert backups.check(backup) == Counts(1, 2)


def test_the_newest_good_backup_is_found_among_broken_ones(store, backups):
    numbers = []
    for number in range(3):
        store.save(chat(f"c{number}"))
        numbers.append(backups.make())
    numbers[2].path.write_bytes(b"noise" * 5_000)
    with numbers[1].path.open("rb+") as file:
        file.truncate(8192)
    good, counts = backups.newest_good()
    assert (good.number, counts) == (1, Counts(1, 2))
    with pytest.raises(StoreDamaged):
        backups.check(numbers[2])


def test_without_backups_there_is_none(backups):
    assert backups.all() == ()
    assert backups.newest_good() is None


def test_a_backup_of_a_damaged_database_is_not_made(store, backups, folder):
    for number in range(20):
        store.save(chat(f"c{number}", "T", question("q", "word " * 2000)))
    store.close()
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(4096)
        file.write(bytes(60_000))
    with pytest.raises(StoreError):
        backups.make()
    assert list(folder.glob("backups/*")) == []


def test_what_a_killed_backup_left_is_removed(store, backups, folder):
    (folder / "backups").mkdir()
    for name in ("unfinished.sqlite", "unfinished.sqlite-journal"):
        (folder / "backups" / name).write_bytes(b"half")
    store.save(chat())
    made = backups.make()
    assert list((folder / "backups").iterdir()) == [made.path]


def test_files_of_others_are_left_alone(store, backups, folder):
    (folder / "backups").mkdir()
    mine = folder / "backups" / "my notes.txt"
    mine.write_text("keep")
    bad = folder / "backups" / "chats-000001-20269999T999999Z.sqlite"
    bad.write_text("no date")
    store.save(chat())
    backups.make()
    assert (mine.read_text(), bad.read_text(), len(backups.all())) == ("keep", "no date", 1)


def test_an_erased_chat_is_erased_from_backups_too(store, backups, folder):
    store.save(chat("stay"))
    store.save(chat("c", "Quetzal", question("q", "xylophonist " * 500)))
    backup = backups.make()
    store.erase("c")
    assert backups.erase("c") == ()
    assert backups.check(backup) == Counts(1, 2)
    assert b"xylophonist" not in backup.path.read_bytes()
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_backup_from_which_nothing_can_be_erased_is_told(store, backups):
    store.save(chat())
    backup = backups.make()
    backup.path.write_bytes(b"noise" * 5_000)
    assert [left.path for left in backups.erase("c")] == [backup.path]


def test_old_backups_are_removed(store, folder):
    times = iter(range(1_700_000_000, 1_800_000_000, 60))
    backups = Backups(folder / "backups", folder / FILE_NAME, clock=lambda: float(next(times)))
    for number in range(NEWEST + 3):
        store.save(chat(f"c{number}"))
        backups.make()
    assert [backup.number for backup in backups.all()] == list(range(NEWEST + 3, 3, -1))


DAY = 86_400


def made_at(*times, upgrade=()):
    newest_first = sorted(enumerate(times, 1), reverse=True)
    return [Backup(f"{number}", number, float(time), number in upgrade) for number, time in newest_first]


def test_a_backup_an_hour_for_two_months_leaves_days_and_weeks():
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()
    kept = kept_of(made_at(*(noon + hour * 3600 for hour in range(60 * 24))))
    days = {datetime.fromtimestamp(backup.made, UTC).date() for backup in kept}
    assert len(kept) <= NEWEST + DAYS + WEEKS
    newest = max(days)
    assert {(newest - day).days for day in days} >= set(range(DAYS))
    assert min(days) < newest.replace(day=newest.day - 14)


@given(st.lists(st.integers(-DAY, 400 * DAY), max_size=60), st.sets(st.integers(1, 60), max_size=8))
def test_the_newest_always_stay_whatever_the_clock_did(times, upgrade):
    everything = made_at(*times, upgrade=upgrade)
    kept = kept_of(everything)
    assert set(everything[:NEWEST]) <= kept <= set(everything)
    assert len(kept) <= NEWEST + DAYS + WEEKS + UPGRADES
    assert {backup for backup in everything if backup.upgrade} & kept >= set(
        [backup for backup in everything if backup.upgrade][:UPGRADES]
    )


def test_before_an_upgrade_a_backup_is_made_even_without_a_change(store, backups):
    store.save(chat())
    backups.make()
    assert backups.make(upgrade=True).upgrade
    assert [backup.upgrade for backup in backups.all()] == [True, False]
