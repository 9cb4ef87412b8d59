"""A deletion can be undone for some seconds, and is final after them and at the end of the program."""

from dataclasses import replace

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.app.deleted_chats import DeletedChats
from glmdesk.core.chat import Message, Role, Text, Turn


@pytest.fixture
def chats(qapp):
    return ChatList()


@pytest.fixture
def begin(chats):
    made = []

    def begin(undo_s=100.0):
        made.append(DeletedChats(chats, undo_s=undo_s))
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
    deleted = begin()
    one, two = used(chats, "one"), used(chats, "two")
    chats.delete(one)
    chats.delete(two)
    assert [summary.title for summary in deleted.state.chats] == ["two", "one"]
    assert deleted.undo().title == "two"
    assert deleted.undo().title == "one"
    assert deleted.undo() is None


def test_after_its_time_a_deletion_is_final(chats, begin, qtbot):
    deleted = begin(undo_s=0.01)
    chat_id = used(chats, "one")
    with qtbot.waitSignal(chats.erased) as erased:
        chats.delete(chat_id)
    assert erased.args == [chat_id]
    assert deleted.state.chats == ()
    assert chats.chat(chat_id) is None


def test_time_stands_still_while_somebody_is_about_to_choose(chats, begin):
    deleted = begin()
    chats.delete(used(chats, "one"))
    deleted.hold(held=True)
    assert not any(timer.isActive() for timer in deleted._timers.values())
    deleted.hold(held=False)
    assert all(timer.isActive() for timer in deleted._timers.values())


def test_the_end_of_the_program_makes_every_deletion_final(chats, begin, qtbot):
    deleted = begin()
    chat_id = used(chats, "one")
    chats.delete(chat_id)
    with qtbot.waitSignal(chats.erased):
        deleted.close()
    assert deleted.undo() is None
