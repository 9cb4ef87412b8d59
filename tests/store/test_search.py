"""Whatever a person types is text to be found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glmdesk.core.chat import Message, Role, ToolCall, Turn
from glmdesk.store.search import SNIPPET_LENGTH, snippet
from tests.store.conversations import answer, chat, question


@pytest.fixture
def library(store):
    store.save(
        chat(
            "zebra",
            "Stripes",
            question("q1", "Why do zebras have stripes? Überleben, café."),
            answer("a1", "Nobody knows.", "q1"),
        )
    )
    store.save(
        chat("code", "foo_bar in C++", question("q2", "def read_config(path): pass  # NEAR the end OR not"))
    )
    store.save(chat("chinese", "你好", question("q3", "斑马为什么有条纹？北京的天气。")))
    store.save(chat("thai", "Thai", question("q4", "ม้าลายเป็นสัตว์")))
    return store


def found(store, query):
    return {(hit.chat_id, hit.turn_id) for hit in store.search(query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("zebras", {("zebra", "q1")}),
        ("ZEBR", {("zebra", "q1")}),
        ("strip", {("zebra", None), ("zebra", "q1")}),
        ("stripes zebras", {("zebra", "q1")}),
        ("uberleben CAFE", {("zebra", "q1")}),
        ("überleben café", {("zebra", "q1")}),
        ("read_config", {("code", "q2")}),
        ("foo_b", {("code", None)}),
        ('"zebras have"', {("zebra", "q1")}),
        ('"zebra have"', set()),
        ("bras", set()),
        ("斑马", {("chinese", "q3")}),
        ("马", {("chinese", "q3")}),
        ("马斑", set()),
        ("天气 北京", {("chinese", "q3")}),
        ("你好", {("chinese", None)}),
        ("ลาย", {("thai", "q4")}),
        ("OR", {("code", "q2")}),
        ("NEAR", {("code", "q2")}),
        ("", set()),
        ("   ", set()),
        ("?!", set()),
        ("->", set()),
    ],
)
def test_words_are_found(library, query, expected):
    assert found(library, query) == expected


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        '"a',
        "a*",
        "*",
        "a AND",
        "NOT",
        "col:x",
        "(",
        "a^2",
        "{a b}",
        "\0",
        "a\0b",
        "\ud800",
        "-x",
        "a" * 5000,
    ],
)
def test_no_query_is_an_error(library, query):
    library.search(query)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_text_is_a_query(library, query):
    library.search(query)


def test_titles_come_first_then_the_newest_message(store):
    store.save(chat("old", "x", question("q", "walrus")))
    store.save(chat("new", "x", question("q", "walrus"), answer("a", "walrus", "q")))
    store.save(chat("titled", "A walrus", question("q", "none")))
    hits = [(hit.chat_id, hit.turn_id) for hit in store.search("walrus")]
    assert hits == [("titled", None), ("new", "a"), ("new", "q"), ("old", "q")]


def test_at_most_so_many_are_given(store):
    store.save(chat("c", "T", *[question(f"q{n}", "walrus", f"q{n - 1}" if n else None) for n in range(20)]))
    assert len(store.search("walrus", 5)) == 5


def test_thoughts_and_tool_calls_are_found(store):
    message = (
        Message(Role.ASSISTANT, ())
        .thought("ponder deeply", 1, 1)
        .with_part(ToolCall("lookup", {"q": "ostrich"}))
    )
    store.save(chat("c", "T", question("q", "?"), Turn("a", "q", message)))
    assert found(store, "ponder") == found(store, "ostrich") == found(store, "lookup") == {("c", "a")}


def test_the_snippet_is_a_short_line_with_the_words_marked(store):
    text = "start " + "filler " * 500 + "the ZEBRA\nrests here " + "filler " * 500
    store.save(chat("c", "T", question("q", text)))
    [hit] = store.search("zebra rest")
    line = hit.snippet
    assert len(line.text) <= SNIPPET_LENGTH + 2
    assert "\n" not in line.text
    assert [line.text[start:end] for start, end in line.marks] == ["ZEBRA", "rest"]


@given(st.text(max_size=400), st.text(max_size=20))
def test_marks_are_in_the_line_and_apart(text, query):
    line = snippet(text, query)
    at = 0
    for start, end in line.marks:
        assert at <= start <= end <= len(line.text)
        at = end


def test_a_damaged_index_is_mended(library, open_store):
    library._database.connection.execute("UPDATE found_data SET block = x'ff00ff00ff'")
    store = open_store()
    assert found(store, "zebras") == {("zebra", "q1")}
    assert store.problem() == ""


def test_texts_can_be_saved_while_the_index_is_damaged(library, open_store):
    library._database.connection.execute("UPDATE found_data SET block = x'ff00ff00ff'")
    store = open_store()
    store.save(chat("more", "New zebras"))
    assert {("more", None), ("zebra", "q1")} <= found(store, "zebras")
