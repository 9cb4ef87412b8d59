"""What was said is there again after the program was closed, or killed."""

from dataclasses import replace

import pytest

from glmdesk.app.chat_keeper import ChatKeeper
from glmdesk.app.chat_list import ChatList
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Ending, Message, Role, Text, Turn
from glmdesk.store.chats import ChatStore
from glmdesk.store.database import FILE_NAME


class Run:
    """One run of the program, as far as chats go."""

    def __init__(self, folder, **intervals):
        self.tasks = Tasks()
        self.chats = ChatList()
        self.keeper = ChatKeeper(self.chats, folder, self.tasks, **intervals)
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
    first.close()
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"a secret nobody may read" not in everything
    second = run()
    second.settled(qtbot)
    assert second.titles() == [""]


def test_a_damaged_file_is_told_of_and_not_touched(run, qtbot, tmp_path):
    damaged = tmp_path / FILE_NAME
    damaged.write_bytes(b"not a database at all" * 1000)
    before = damaged.read_bytes()
    first = run()
    qtbot.waitUntil(lambda: bool(first.notices))
    first.say("still works")
    first.close()
    assert damaged.read_bytes() == before


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
