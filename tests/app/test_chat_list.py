"""The list of chats: newest first, never empty."""

from dataclasses import replace
from itertools import count

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.states import ChatSummary
from glmdesk.core.chat import Chat, Message, Role, Text, Turn


@pytest.fixture
def chats(qapp):
    ticks = count(1)
    return ChatList(clock=lambda: float(next(ticks)))


def used(chats):
    chat = chats.current
    chats.keep(
        replace(chat.with_turn(Turn(f"t-{chat.id}", None, Message(Role.USER, (Text("hi"),)))), title="hi")
    )
    return chat.id


def test_there_is_an_empty_chat_from_the_start(chats):
    assert len(chats.state.chats) == 1
    assert chats.current.turns == {}


def test_a_new_chat_takes_an_empty_one_before_making_another(chats):
    chats.new()
    assert len(chats.state.chats) == 1
    used(chats)
    chats.new()
    assert len(chats.state.chats) == 2
    assert chats.current.turns == {}


def test_the_chat_used_last_comes_first(chats):
    first = used(chats)
    chats.new()
    used(chats)
    chats.open(first)
    chats.keep(chats.current.with_turn(Turn("more", None, Message(Role.USER, (Text("more"),)))))
    assert chats.state.chats[0].id == first


def test_deleting_the_open_chat_opens_an_empty_one(chats, qtbot):
    first = used(chats)
    chats.new()
    second = used(chats)
    with qtbot.waitSignal(chats.opened) as opened:
        chats.delete(second)
    assert opened.args[0].turns == {}
    assert [summary.id for summary in chats.state.chats[1:]] == [first]


def test_what_is_on_disk_is_listed_behind_this_runs_chats_in_its_own_order(chats):
    here = chats.current.id
    chats.list([ChatSummary("newer", "b", 2.0), ChatSummary("older", "a", 9.0)])
    assert [summary.id for summary in chats.state.chats] == [here, "newer", "older"]


def test_a_chat_on_disk_is_opened_once_it_has_been_read(chats, qtbot):
    chats.list([ChatSummary("kept", "a", 1.0)])
    with qtbot.waitSignal(chats.wanted) as wanted:
        chats.open("kept")
    assert wanted.args == ["kept"]
    with qtbot.waitSignal(chats.opened) as opened:
        chats.arrived(Chat("kept", "a"))
    assert opened.args[0].id == "kept"


def test_a_chat_that_arrives_late_does_not_push_aside_what_was_opened_since(chats, qtbot):
    chats.list([ChatSummary("kept", "a", 1.0)])
    chats.open("kept")
    chats.new()
    with qtbot.assertNotEmitted(chats.opened):
        chats.arrived(Chat("kept", "a"))


def test_a_chat_on_disk_is_renamed_once_it_has_been_read(chats, qtbot):
    chats.list([ChatSummary("kept", "a", 1.0)])
    chats.rename("kept", "b")
    chats.arrived(Chat("kept", "a").with_turn(Turn("t", None, Message(Role.USER, (Text("hi"),)))))
    assert chats.chat("kept").title == "b"
    assert chats.state.chats[0].title == "b"


def test_deleting_the_last_chat_leaves_an_empty_one(chats):
    chats.delete(used(chats))
    assert len(chats.state.chats) == 1
    assert chats.current.turns == {}


def test_a_deleted_chat_does_not_come_back(chats):
    chat = chats.chat(used(chats))
    chats.delete(chat.id)
    chats.keep(chat)
    assert chat.id not in [summary.id for summary in chats.state.chats]


def test_a_chat_is_renamed_but_never_to_nothing(chats):
    chat_id = used(chats)
    chats.rename(chat_id, "  Parser bug ")
    chats.rename(chat_id, " ")
    assert chats.state.chats[0].title == "Parser bug"


def test_a_deleted_chat_comes_back_to_its_place_with_its_title(chats):
    ids = []
    for _ in range(3):
        chats.new()
        ids.append(used(chats))
    before = chats.state.chats
    chats.delete(ids[1])
    assert ids[1] not in {summary.id for summary in chats.state.chats}
    chats.restore(ids[1])
    assert chats.state.chats == before


def test_an_empty_chat_is_erased_at_once(chats, qtbot):
    with qtbot.assertNotEmitted(chats.deleted), qtbot.waitSignal(chats.erased):
        chats.delete(chats.current.id)


def test_a_deleted_chat_is_not_opened(chats):
    first = used(chats)
    chats.delete(first)
    chats.open(first)
    assert chats.current.id != first


def test_a_chat_keeps_its_pin_and_its_folder_when_it_is_used(chats):
    first = used(chats)
    chats.move(first, "Work")
    chats.pin(first, True)
    chats.rename(first, "Another title")
    assert (chats.summary(first).pinned, chats.summary(first).folder) == (True, "Work")


def test_a_new_chat_can_begin_in_a_folder(chats):
    chats.move(used(chats), "Work")
    chats.new(folder="Work")
    assert chats.summary(chats.current.id).folder == "Work"
    chats.new()
    assert chats.summary(chats.current.id).folder == ""


def test_a_folder_that_is_removed_keeps_its_chats(chats):
    first = used(chats)
    chats.move(first, "Work")
    chats.rename_folder("Work", "")
    assert chats.state.folders == ()
    assert chats.summary(first).folder == ""


def test_folded_folders_are_told_to_whoever_remembers_them(chats, qtbot):
    chats.move(used(chats), "Work")
    with qtbot.waitSignal(chats.folded) as told:
        chats.fold("Work", folded=True)
    assert told.args == [("Work",)]
    assert chats.state.folded == {"Work"}
