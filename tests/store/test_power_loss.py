"""Power that is lost at any moment leaves the chats as they were before a change or after it, never between.

What a disk may hold then is made from what SQLite really wrote: the log up to any byte, and, while the log is
folded into the file, any of the file's pages old, new or torn.
"""

import random
import shutil

import pytest

from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME
from tests.store.conversations import answer, chat, question

LOG = f"{FILE_NAME}-wal"
SECTOR = 512


@pytest.fixture
def store(folder):
    folder.mkdir()
    store = ChatStore.open(folder)
    store._database.connection.pragma("wal_autocheckpoint", 0)  # the tests fold the log themselves
    yield store
    store.close()


def state_of(folder):
    store = ChatStore.open(folder)
    try:
        assert store.problem() == ""
        return {kept.chat.id: dict(kept.chat.turns) for kept in store.everything()}
    finally:
        store.close()


def at(tmp_path, file, log):
    place = tmp_path / "after"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    (place / FILE_NAME).write_bytes(file)
    (place / LOG).write_bytes(log)
    return place


def test_any_beginning_of_the_log_is_a_state_that_was_saved(store, folder, tmp_path):
    file = (folder / FILE_NAME).read_bytes()
    states, lengths = [{}], [0]
    made = chat("c", "T", question("q", "word " * 2_000))
    for step in range(6):
        store.save(made)
        states.append({"c": dict(made.turns)})
        lengths.append((folder / LOG).stat().st_size)
        made = made.with_turn(answer(f"a{step}", f"answer {step} " * 300, list(made.turns)[-1]))
    log = (folder / LOG).read_bytes()
    cuts = sorted({*lengths, *range(SECTOR * 3, len(log), len(log) // 60 // SECTOR * SECTOR + 17)})
    reached = []
    for cut in cuts:
        for torn in (b"", b"\0" * SECTOR, bytes(random.Random(cut).randbytes(SECTOR))):
            state = state_of(at(tmp_path, file, log[:cut] + torn))
            assert state in states, cut
            saved = max(number for number, length in enumerate(lengths) if length <= cut)
            assert states.index(state) >= saved, "what was durable is there"
        reached.append(states.index(state))
    assert reached == sorted(reached)
    assert set(reached) == set(range(len(states)))


def test_folding_the_log_may_be_cut_at_any_page(store, folder, tmp_path):
    for number in range(8):
        store.save(chat(f"c{number}", "T", question("q", f"word {number} " * 400)))
    before, log = (folder / FILE_NAME).read_bytes(), (folder / LOG).read_bytes()
    expected = {kept.chat.id: dict(kept.chat.turns) for kept in store.everything()}
    assert store._database.checkpoint()
    after = (folder / FILE_NAME).read_bytes()
    dice = random.Random(7)
    for _ in range(25):
        half = bytearray(before.ljust(len(after), b"\0")[: dice.choice((len(before), len(after)))])
        for sector in range(0, len(half), SECTOR):
            if dice.random() < 0.5:
                half[sector : sector + SECTOR] = after[sector : sector + SECTOR]
        assert state_of(at(tmp_path, bytes(half), log)) == expected
