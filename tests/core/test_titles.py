"""What is a title, and what only looks like one."""

from dataclasses import replace

import pytest

from glmdesk.core.chat import Chat, Ending, Message, Role, Text, Turn
from glmdesk.core.titles import LONGEST, first_title, title_in, wants_title


@pytest.mark.parametrize(
    ("answer", "title"),
    [
        ("Dates in a regular expression", "Dates in a regular expression"),
        ('  **Title: "A last row"**\n', "A last row"),
        ("标题：解析器的错误。", "解析器的错误"),
        ("Título: El último renglón.", "El último renglón"),
        ("# `reader.py`", "reader.py"),
    ],
)
def test_a_title_is_taken_out_of_its_wrapping(answer, title):
    assert title_in(answer) == title


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "\n\n",
        "A",
        "Here is a title for you",
        "I'm sorry, I cannot name this.",
        "One title\nAnother title",
        "<think> about it",
        "The title is:",
        "word " * 13,
        "x" * (LONGEST + 1),
    ],
)
def test_what_is_no_title_is_none(answer):
    assert title_in(answer) == ""


def test_the_first_title_is_the_first_line_shortened_at_a_word():
    assert first_title("  Why \t so?\nSee below.") == "Why so?"
    long = first_title("word " * 40)
    assert len(long) <= LONGEST + 1
    assert long.endswith("word…")


def test_one_long_word_is_cut():
    assert first_title("x" * 200) == "x" * LONGEST + "…"


@pytest.fixture
def chat():
    made = Chat("c", "Why?").with_turn(Turn("q", None, Message(Role.USER, (Text("Why?"),))))
    return made.with_turn(Turn("a", "q", Message(Role.ASSISTANT, (Text("Because."),))))


def test_a_chat_wants_a_title_once_it_was_answered_and_until_it_has_one(chat):
    assert wants_title(chat)
    assert not wants_title(replace(chat, title="By hand"))


@pytest.mark.parametrize("ending", [Ending.OPEN, Ending.STOPPED, Ending.FAILED, Ending.LENGTH])
def test_an_answer_that_is_not_whole_makes_no_title(chat, ending):
    turn = chat.turns["a"]
    assert not wants_title(chat.with_turn(replace(turn, message=replace(turn.message, ending=ending))))


def test_a_question_alone_makes_no_title(chat):
    assert not wants_title(replace(chat, leaf="q"))
    assert not wants_title(Chat("empty"))
