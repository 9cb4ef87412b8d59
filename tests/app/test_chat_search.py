"""Chats are found by what was said in them, and the text typed last is what counts."""

from threading import Event

import pytest

from glmdesk.app.chat_file import ChatFile
from glmdesk.app.chat_search import ChatSearch
from glmdesk.app.states import SearchState
from glmdesk.app.tasks import Tasks
from glmdesk.core.chat import Chat, Message, Role, Text, Turn
from glmdesk.core.errors import StoreDamaged


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def file(qtbot, tasks, tmp_path):
    """Three chats, two of them about zebras."""
    made = ChatFile(tmp_path)
    tasks.run(made.open, in_order=True)
    for title, texts in {
        "Animals": ("Tell me of zebras.", "A zebra has stripes."),
        "Zebra crossings": ("Who invented the zebra crossing?",),
        "Cooking": ("How long do eggs boil?",),
    }.items():
        chat = Chat(title, title)
        for number, text in enumerate(texts):
            chat = chat.with_turn(Turn(f"{number}", chat.leaf, Message(Role.USER, (Text(text),))))
        tasks.run(lambda chat=chat: made.save(chat), in_order=True)
    yield made
    closed = []
    tasks.run(made.close, closed.append, in_order=True)
    qtbot.waitUntil(lambda: bool(closed))


@pytest.fixture
def search(file, tasks):
    return ChatSearch(file, tasks, pause_s=0)


def answered(qtbot, search, text):
    search.search(text)
    qtbot.waitUntil(lambda: not search.state.pending)
    return search.state.chats


def test_a_chat_is_found_by_a_message_and_shows_the_line_with_the_word_marked(qtbot, search):
    [found] = answered(qtbot, search, "eggs")
    assert (found.id, found.line, found.in_title) == ("Cooking", "How long do eggs boil?", False)
    assert [found.line[start:end] for start, end in found.marks] == ["eggs"]


def test_each_chat_is_there_once_with_its_newest_message_and_titles_come_first(qtbot, search):
    crossings, animals = answered(qtbot, search, "zebra")
    assert (crossings.title, crossings.in_title) == ("Zebra crossings", True)
    assert crossings.line == "Who invented the zebra crossing?"
    assert (animals.title, animals.line) == ("Animals", "A zebra has stripes.")


def test_nothing_searched_for_is_nothing_found(qtbot, search):
    assert answered(qtbot, search, "zebra")
    search.search("  ")
    assert search.state == SearchState()


def test_what_goes_on_keeps_what_was_found_until_the_answer(qtbot, search):
    found = answered(qtbot, search, "zebra")
    search.search("zebra cross")
    assert (search.state.pending, search.state.chats) == (True, found)
    search.search("eggs")
    assert (search.state.pending, search.state.chats) == (True, ())
    qtbot.waitUntil(lambda: not search.state.pending)


class SlowFile:
    """Answers when it is let."""

    def __init__(self):
        self.asked = []
        self.go_on = Event()

    def search(self, text, _limit):
        self.asked.append(text)
        self.go_on.wait(30)
        return ()


def test_the_latest_text_wins_and_those_between_are_never_looked_for(qtbot, tasks):
    file = SlowFile()
    search = ChatSearch(file, tasks, pause_s=0)
    search.search("a")
    qtbot.waitUntil(lambda: file.asked == ["a"])
    for text in ("ab", "abc", "abcd"):
        search.search(text)
        waited = []
        tasks.run(lambda: None, waited.append)
        qtbot.waitUntil(lambda waited=waited: bool(waited))
    file.go_on.set()
    qtbot.waitUntil(lambda: not search.state.pending)
    assert (search.state.text, file.asked) == ("abcd", ["a", "abcd"])


def test_a_file_that_cannot_be_read_finds_nothing_and_the_next_search_works(qtbot, tasks):
    class BadFile:
        def search(self, _text, _limit):
            raise StoreDamaged("Broken.")

    search = ChatSearch(BadFile(), tasks, pause_s=0)
    for text in ("a", "b"):
        assert answered(qtbot, search, text) == ()
        assert search.state.failed.happened == "Broken."
