"""The list of chats: newest first, never empty."""

from dataclasses import replace
from itertools import count

import pytest

from glmdesk.app.chat_list import ChatList
from glmdesk.core.chat import Message, Role, Text, Turn


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


def test_deleting_the_open_chat_opens_another(chats, qtbot):
    first = used(chats)
    chats.new()
    second = used(chats)
    with qtbot.waitSignal(chats.opened) as opened:
        chats.delete(second)
    assert opened.args[0].id == first


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
