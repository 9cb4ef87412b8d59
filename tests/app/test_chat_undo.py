"""What was done to a chat can be undone for some seconds; a deletion is final after them, and at the end."""

from dataclasses import replace

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.chat_undo import ChatUndo
from glmdesk.core.chat import Message, Role, Text, Turn


@pytest.fixture
def chats(qapp):
    return ChatList()


@pytest.fixture
def begin(chats):
    made = []

    def begin(undo_s=100.0):
        made.append(ChatUndo(chats, undo_s=undo_s))
        return made[-1]

    yield begin
    for each in made:
        each.close()


def used(chats, title):
    chats.new()
    chat = chats.current
    turn = Turn(f"t-{chat.id}", None, Message(Role.USER, (Text("hi"),)))
    chats.keep(replace(chat.with_turn(turn), title=title))
    return chat.id


def test_the_chat_deleted_last_comes_back_first(chats, begin):
    undo = begin()
    one, two = used(chats, "one"), used(chats, "two")
    chats.delete(one)
    chats.delete(two)
    assert [done.chat.title for done in undo.state] == ["two", "one"]
    assert undo.undo().chat.title == "two"
    assert undo.undo().chat.title == "one"
    assert undo.undo() is None


def test_a_move_is_undone_with_the_pin_that_it_took(chats, begin):
    undo = begin()
    one = used(chats, "one")
    chats.pin(one, True)
    chats.move(one, "Work")
    assert (chats.summary(one).folder, chats.summary(one).pinned) == ("Work", False)
    undo.undo()
    assert (chats.summary(one).folder, chats.summary(one).pinned) == ("", True)
    assert undo.state == ()


def test_what_was_done_last_is_undone_whatever_it_was(chats, begin):
    undo = begin()
    one, two = used(chats, "one"), used(chats, "two")
    chats.delete(one)
    chats.move(two, "Work")
    assert not undo.undo().deleted
    assert undo.undo().deleted
    assert chats.summary(two).folder == ""


def test_a_moved_chat_that_is_deleted_comes_back_to_where_it_was_moved(chats, begin):
    undo = begin()
    one = used(chats, "one")
    chats.move(one, "Work")
    chats.delete(one)
    undo.undo()
    assert chats.summary(one).folder == "Work"
    assert undo.undo() is None


def test_the_renaming_of_a_folder_and_an_empty_chat_in_one_are_no_moves(chats, begin):
    undo = begin()
    chats.move(used(chats, "one"), "Work")
    undo.undo()
    chats.move(chats.state.chats[-1].id, "Work")
    undo.undo()
    chats.rename_folder("Work", "Office")
    chats.new(folder="Office")
    assert undo.state == ()


def test_after_its_time_a_deletion_is_final(chats, begin, qtbot):
    undo = begin(undo_s=0.01)
    chat_id = used(chats, "one")
    with qtbot.waitSignal(chats.erased) as erased:
        chats.delete(chat_id)
    assert erased.args == [chat_id]
    assert undo.state == ()
    assert chats.chat(chat_id) is None


def test_after_its_time_a_move_stays(chats, begin, qtbot):
    undo = begin(undo_s=0.01)
    chat_id = used(chats, "one")
    chats.move(chat_id, "Work")
    qtbot.waitUntil(lambda: undo.state == ())
    assert chats.summary(chat_id).folder == "Work"


def test_time_stands_still_while_somebody_is_about_to_choose(chats, begin):
    undo = begin()
    chats.delete(used(chats, "one"))
    undo.hold(held=True)
    assert not any(timer.isActive() for timer in undo._timers.values())
    undo.hold(held=False)
    assert all(timer.isActive() for timer in undo._timers.values())


def test_the_end_of_the_program_makes_every_deletion_final_and_moves_nothing(chats, begin, qtbot):
    undo = begin()
    one, two = used(chats, "one"), used(chats, "two")
    chats.delete(one)
    chats.move(two, "Work")
    with qtbot.waitSignal(chats.erased):
        undo.close()
    assert undo.undo() is None
    assert chats.summary(two).folder == "Work"
