"""What was said is there again after the program was closed, or killed."""

import os
from dataclasses import replace

import pytest

from glmdesk.app.chat_file import ChatFile
from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatCounts
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Ending, Message, Role, Text, Turn
from glmdesk.core.errors import StoreFull
from glmdesk.store.backups import backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME


class Run:
    """One run of the program, as far as chats go."""

    def __init__(self, folder, **intervals):
        self.tasks = Tasks()
        self.chats = ChatList()
        self.keeper = ChatKeeper(self.chats, ChatFile(folder), self.tasks, **intervals)
        self.notices = []
        self.keeper.noticed.connect(self.notices.append)
        self.keeper.start()

    def say(self, text, ending=Ending.COMPLETE):
        chat = self.chats.current
        turn = Turn(f"turn-{len(chat.turns)}", chat.leaf, Message(Role.USER, (Text(text),), ending=ending))
        self.chats.keep(replace(chat.with_turn(turn), title=chat.title or text))
        return chat.id

    def grow(self, text):
        chat = self.chats.current
        turn = chat.turns[chat.leaf]
        self.chats.keep(chat.with_turn(replace(turn, message=turn.message.answered(text))))

    def titles(self):
        return [summary.title for summary in self.chats.state.chats]

    def settled(self, qtbot):
        """Everything that was asked for has been done."""
        done = []
        self.tasks.run(lambda: None, done.append, in_order=True)
        qtbot.waitUntil(lambda: bool(done))

    def close(self):
        if self.tasks is not None:
            self.keeper.close()
            self.tasks.close()
            self.tasks = None


@pytest.fixture
def run(qapp, tmp_path):
    runs = []

    def begin(**intervals):
        runs.append(Run(tmp_path, **intervals))
        return runs[-1]

    yield begin
    for each in runs:
        each.close()


def test_a_chat_is_there_again_in_the_next_run(run, qtbot):
    first = run()
    chat_id = first.say("Why?")
    first.close()
    second = run()
    qtbot.waitUntil(lambda: "Why?" in second.titles())
    with qtbot.waitSignal(second.chats.opened) as opened:
        second.chats.open(chat_id)
    assert [turn.message.text for turn in opened.args[0].path()] == ["Why?"]


def test_an_empty_chat_is_not_kept(run, qtbot, tmp_path):
    run().close()
    second = run()
    second.settled(qtbot)
    assert second.titles() == [""]


def test_a_message_is_on_disk_at_once_and_a_growing_answer_soon(run, qtbot, tmp_path):
    first = run(stream_s=0.02)
    first.settled(qtbot)
    chat_id = first.say("Why?")
    first.say("Be", ending=Ending.OPEN)
    first.grow("cause")
    qtbot.waitUntil(lambda: not first.keeper._timer.isActive())
    first.settled(qtbot)
    beside = ChatStore.open(tmp_path)  # the first run still has the right to write
    assert beside.read_only
    last = beside.load(chat_id).path()[-1].message
    beside.close()
    assert (last.text, last.ending) == ("Because", Ending.INTERRUPTED)


def test_a_deleted_chat_is_gone_for_good(run, qtbot, tmp_path):
    first = run()
    first.settled(qtbot)
    chat_id = first.say("a secret nobody may read")
    first.chats.delete(chat_id)
    first.chats.erase(chat_id)
    first.close()
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"a secret nobody may read" not in everything
    second = run()
    second.settled(qtbot)
    assert second.titles() == [""]


# --- a damaged file ----------------------------------------------------------------------------------------


def test_a_chat_that_was_brought_back_is_there_in_the_next_run(run, qtbot):
    first = run()
    chat_id = first.say("Why?")
    first.chats.delete(chat_id)
    first.chats.restore(chat_id)
    first.close()
    second = run()
    second.settled(qtbot)
    assert "Why?" in second.titles()


def test_what_a_crash_left_deleted_is_erased_by_the_next_run_in_backups_too(run, qtbot, tmp_path):
    first = run()
    first.settled(qtbot)
    chat_id = first.say("a secret nobody may read")
    first.settled(qtbot)
    first.keeper.back_up()
    first.chats.delete(chat_id)  # and nobody erases it
    first.close()
    second = run()
    second.settled(qtbot)
    assert "a secret nobody may read" not in second.titles()
    second.close()
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"a secret nobody may read" not in everything


def test_what_came_to_a_deleted_chat_is_kept_when_it_comes_back(run, qtbot):
    first = run(stream_s=0.02)
    chat_id = first.say("Why?")
    first.say("Be", ending=Ending.OPEN)
    chat = first.chats.current
    first.chats.delete(chat_id)
    turn = chat.turns[chat.leaf]
    stopped = replace(turn, message=replace(turn.message.answered("cause"), ending=Ending.STOPPED))
    first.chats.keep(chat.with_turn(stopped))
    first.chats.restore(chat_id)
    first.close()
    second = run()
    second.settled(qtbot)
    with qtbot.waitSignal(second.chats.opened) as opened:
        second.chats.open(chat_id)
    last = opened.args[0].path()[-1].message
    assert (last.text, last.ending) == ("Because", Ending.STOPPED)


def test_pins_and_folders_are_there_again(run, qtbot):
    first = run()
    first.settled(qtbot)
    first.chats.move(first.chats.current.id, "Work")  # while it is still empty
    chat_id = first.say("Why?")
    first.chats.pin(chat_id, True)
    first.close()
    second = run()
    second.settled(qtbot)
    summary = second.chats.summary(chat_id)
    assert (summary.pinned, summary.folder) == (True, "Work")


class FullDisk(ChatFile):
    """A file of chats that has no room for so many saves."""

    refusals = 0

    def save(self, chat):
        if self.refusals:
            self.refusals -= 1
            raise StoreFull("The disk is full.", "Your message is still here.", "Make room on the disk.")
        return super().save(chat)


def test_what_a_full_disk_refuses_is_told_once_kept_and_saved_when_there_is_room(qapp, qtbot, tmp_path):
    tasks, chats, file, notices = Tasks(), ChatList(), FullDisk(tmp_path), []
    keeper = ChatKeeper(chats, file, tasks, retry_s=0.02)
    keeper.noticed.connect(notices.append)
    keeper.start()
    file.refusals = 3
    turn = Turn("t", None, Message(Role.USER, (Text("Why?"),)))
    chats.keep(replace(chats.current.with_turn(turn), title="Why?"))
    assert chats.current.path()[-1].message.text == "Why?"
    qtbot.waitUntil(lambda: not file.refusals and not keeper._timer.isActive() and not keeper._unsaved)
    keeper.close()
    tasks.close()
    assert [str(notice.explanation) for notice in notices] == [
        "The disk is full. Your message is still here. Make room on the disk."
    ]
    store = ChatStore.open(tmp_path)
    assert [turn.message.text for turn in store.load(chats.current.id).path()] == ["Why?"]
    assert store.counts().messages == 1
    store.close()


def test_a_clock_that_jumps_back_changes_no_order(qapp):
    ticks = iter((5_000.0, 4_000.0, 3_000.0, -86_400.0, 4e9, 2_000.0))
    chats = ChatList(clock=lambda: next(ticks))
    order = []
    for number in range(2):
        chats.new()
        turn = Turn(f"t{number}", None, Message(Role.USER, (Text("?"),)))
        chats.keep(chats.current.with_turn(turn))
        order.insert(0, chats.current.id)
    assert [summary.id for summary in chats.state.chats] == order


@pytest.fixture
def damaged(run, qtbot, tmp_path):
    """Two chats in a backup, a third one since, and noise in the place of the file's header."""
    first = run()
    for title in ("one", "two", "three"):
        first.settled(qtbot)
        if title == "three":
            backups_of(tmp_path).make()
        first.say(title)
        first.chats.new()
    first.close()
    path = tmp_path / FILE_NAME
    path.write_bytes(os.urandom(100) + path.read_bytes()[100:])
    return path


def begun(run, qtbot):
    """A run that has found the file damaged."""
    second = run()
    qtbot.waitUntil(lambda: second.keeper.damage is not None)
    return second


def mended(qtbot, run):
    qtbot.waitUntil(lambda: run.keeper.damage is None)
    run.settled(qtbot)
    return set(run.titles()) - {""}


def test_a_damaged_file_is_offered_with_what_is_left_and_not_touched(run, qtbot, damaged):
    before = damaged.read_bytes()
    damage = begun(run, qtbot).keeper.damage
    assert (damage.path, damage.there) == (str(damaged), True)
    assert (damage.in_backup, damage.readable) == (ChatCounts(2, 2), ChatCounts(3, 3))
    assert damage.backup_made == backups_of(damaged.parent).all()[0].made
    assert damaged.read_bytes() == before


def test_without_a_backup_and_with_nothing_to_read_that_is_what_is_told(run, qtbot, tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 1000)
    damage = begun(run, qtbot).keeper.damage
    assert (damage.backup_made, damage.readable) == (None, ChatCounts(0, 0))


def test_a_file_that_is_gone_is_told_as_gone(run, qtbot, damaged):
    damaged.unlink()
    damage = begun(run, qtbot).keeper.damage
    assert (damage.there, damage.in_backup) == (False, ChatCounts(2, 2))


def test_the_backup_is_gone_on_with_and_the_damaged_file_kept(run, qtbot, damaged):
    before = damaged.read_bytes()
    second = begun(run, qtbot)
    second.keeper.restore()
    assert mended(qtbot, second) == {"one", "two"}
    told = second.notices[-1].explanation
    assert "2 chats, 2 messages" in told.happened
    assert any(
        path.read_bytes() == before and str(path) in told.kept
        for path in damaged.parent.iterdir()
        if path.is_file()
    )


def test_what_can_be_read_is_gone_on_with(run, qtbot, damaged):
    second = begun(run, qtbot)
    second.keeper.salvage()
    assert mended(qtbot, second) == {"one", "two", "three"}


def test_one_may_go_on_without_the_chats_of_before(run, qtbot, damaged):
    second = begun(run, qtbot)
    second.keeper.start_empty()
    assert mended(qtbot, second) == set()
    second.say("anew")
    second.close()
    third = run()
    third.settled(qtbot)
    assert third.keeper.damage is None
    assert set(third.titles()) - {""} == {"anew"}


def test_what_was_said_before_the_choice_is_kept_with_it(run, qtbot, damaged):
    second = begun(run, qtbot)
    second.say("meanwhile")
    second.settled(qtbot)
    second.keeper.restore()
    assert mended(qtbot, second) == {"one", "two", "meanwhile"}
    second.close()
    third = run()
    third.settled(qtbot)
    assert set(third.titles()) - {""} == {"one", "two", "meanwhile"}


def test_what_was_deleted_before_the_choice_stays_deleted(run, qtbot, damaged):
    second = begun(run, qtbot)
    meanwhile = second.say("meanwhile")
    second.chats.delete(meanwhile)
    second.chats.erase(meanwhile)
    second.settled(qtbot)
    second.keeper.salvage()
    mended(qtbot, second)
    second.close()
    third = run()
    third.settled(qtbot)
    assert "meanwhile" not in third.titles()


def test_a_choice_that_fails_is_told_and_leaves_the_others(run, qtbot, damaged):
    second = begun(run, qtbot)
    backups_of(damaged.parent).all()[0].path.write_bytes(b"noise" * 2_000)
    with qtbot.waitSignal(second.keeper.damage_changed):
        second.keeper.restore()
    assert second.keeper.damage.failed is not None
    second.keeper.salvage()
    assert mended(qtbot, second) == {"one", "two", "three"}


def test_a_second_choice_while_the_first_is_carried_out_is_none(run, qtbot, damaged):
    second = begun(run, qtbot)
    second.keeper.salvage()
    second.keeper.start_empty()
    assert mended(qtbot, second) == {"one", "two", "three"}
    assert second.keeper.damage is None


def test_without_a_choice_the_damaged_file_is_left_as_it_is(run, qtbot, damaged):
    before = damaged.read_bytes()
    second = begun(run, qtbot)
    second.say("still works")
    second.close()
    assert damaged.read_bytes() == before


# --- beside another run ------------------------------------------------------------------------------------


def test_a_second_run_beside_the_first_reads_and_says_so(run, qtbot):
    first = run()
    first.say("Why?")
    first.settled(qtbot)
    second = run()
    qtbot.waitUntil(lambda: "Why?" in second.titles())
    second.settled(qtbot)
    assert [notice.severity for notice in second.notices] == ["warning"]


def test_what_is_said_before_the_file_is_open_is_kept_too(run, qtbot):
    first = run()
    first.say("said at once")
    first.close()
    second = run()
    qtbot.waitUntil(lambda: "said at once" in second.titles())
