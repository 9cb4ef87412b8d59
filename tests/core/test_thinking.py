"""The stream becomes the same parts however it is split, and nothing of it is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.thinking import AnswerText, Thinking, ThoughtState, ThoughtText, state_at_end, with_partial
from glmdesk.core.tool_calls import ToolCallPiece

MARKS = [
    "<think>",
    "</think>",
    "<tool_call>",
    "</tool_call>",
    "<arg_key>",
    "</arg_key>",
    "<arg_value>",
    "</arg_value>",
]
streams = st.lists(
    st.one_of(
        st.sampled_from(MARKS),
        st.sampled_from(MARKS).flatmap(lambda mark: st.integers(1, len(mark)).map(lambda n: mark[:n])),
        st.sampled_from([" ", "\n", "<", ">", "</", "word", "é😀"]),
        st.text(max_size=6),
    ),
    max_size=24,
).map("".join)
states = st.sampled_from(ThoughtState)
CALL = "<tool_call>f<arg_key>k</arg_key><arg_value>v</arg_value></tool_call>"


def parse(chunks, state=ThoughtState.INSIDE, *, tools=True):
    """The pieces of a whole stream, neighbours of one kind joined."""
    parser = Thinking(state, tools=tools)
    pieces = [piece for chunk in chunks for piece in parser.feed(chunk)] + parser.finish()
    joined = []
    for piece in pieces:
        if joined and type(joined[-1]) is type(piece) and not isinstance(piece, ToolCallPiece):
            joined[-1] = type(piece)(joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return joined


def chunks_of(text, cuts):
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    return [text[a:b] for a, b in pairwise(edges)]


def spoken(pieces):
    return "".join(piece.raw if isinstance(piece, ToolCallPiece) else piece.text for piece in pieces)


# --- thoughts ---------------------------------------------------------------------------------------------


def test_a_prompt_that_ends_inside_the_thought_gives_a_thought_and_an_answer():
    assert parse(["so</think>yes"]) == [ThoughtText("so"), AnswerText("yes")]


def test_a_prompt_that_ends_after_the_thought_gives_an_answer_only():
    assert parse(["yes"], ThoughtState.AFTER) == [AnswerText("yes")]


def test_a_literal_think_mark_inside_an_answer_is_text():
    answer = "write <think> and </think> like this"
    assert parse([f"hm</think>{answer}"]) == [ThoughtText("hm"), AnswerText(answer)]


def test_a_literal_think_mark_inside_a_thought_is_text():
    assert parse(["a <think> b</think>c"]) == [ThoughtText("a <think> b"), AnswerText("c")]


@pytest.mark.parametrize("space", ["", " ", "\n\n"])
def test_an_undecided_stream_that_opens_a_thought_has_one(space):
    pieces = parse([f"{space}<think>so</think>yes"], ThoughtState.BEFORE)
    assert pieces == [ThoughtText(f"{space}so"), AnswerText("yes")]


@pytest.mark.parametrize("answer", ["yes", " yes <think>", "<thing>", "\n", "<", "</think>"])
def test_an_undecided_stream_that_opens_none_is_all_answer(answer):
    assert parse([answer], ThoughtState.BEFORE) == [AnswerText(answer)]


def test_an_empty_stream_has_no_pieces():
    for state in ThoughtState:
        assert parse([], state) == parse([""], state) == []


def test_text_that_cannot_become_a_mark_is_not_held_back():
    parser = Thinking(ThoughtState.INSIDE)
    assert parser.feed("a < b") == [ThoughtText("a < b")]
    assert parser.feed("a </th") == [ThoughtText("a ")]
    assert parser.feed("at") == [ThoughtText("</that")]


def test_an_answer_without_tools_is_never_held_back():
    parser = Thinking(ThoughtState.AFTER)
    assert parser.feed("<tool_call>f</tool_call><") == [AnswerText("<tool_call>f</tool_call><")]


def test_a_thought_that_is_cut_keeps_the_half_written_mark():
    assert parse(["so</thi"]) == [ThoughtText("so</thi")]


# --- tool calls -------------------------------------------------------------------------------------------


def test_several_tool_calls_in_a_row_are_several_pieces():
    pieces = parse([f"</think>ok{CALL}{CALL}"])
    call = ToolCallPiece("f", {"k": "v"}, CALL)
    assert pieces == [AnswerText("ok"), call, call]


def test_a_tool_call_without_arguments_is_complete():
    raw = "<tool_call>now</tool_call>"
    assert parse([raw], ThoughtState.AFTER) == [ToolCallPiece("now", {}, raw)]


def test_marks_inside_a_value_are_text():
    value = "a </tool_call> b </arg_value> c <arg_key>d</arg_key> </think> <tool_call>x"
    raw = f"<tool_call>write<arg_key>text</arg_key><arg_value>{value}</arg_value></tool_call>"
    assert parse([raw], ThoughtState.AFTER) == [ToolCallPiece("write", {"text": value}, raw)]


def test_white_space_between_the_marks_of_a_call_is_no_argument():
    raw = (
        "<tool_call>\nf\n<arg_key>a</arg_key>\n<arg_value>1</arg_value>\n"
        "<arg_key>b</arg_key>\n<arg_value> 2 </arg_value>\n</tool_call>"
    )
    assert parse([raw], ThoughtState.AFTER) == [ToolCallPiece("f", {"a": "1", "b": " 2 "}, raw)]


def test_a_key_without_a_value_has_an_empty_one():
    raw = "<tool_call>f<arg_key>a</arg_key></tool_call>"
    assert parse([raw], ThoughtState.AFTER) == [ToolCallPiece("f", {"a": ""}, raw)]


@pytest.mark.parametrize(
    ("stream", "name", "arguments"),
    [
        ("<tool_call>", "", {}),
        ("<tool_call>re", "re", {}),
        ("<tool_call>read<arg_", "read<arg_", {}),
        ("<tool_call>read<arg_key>pa", "read", {}),
        ("<tool_call>read<arg_key>path</arg_key>", "read", {"path": ""}),
        ("<tool_call>read<arg_key>path</arg_key><arg_value>a.p", "read", {"path": "a.p"}),
        ("<tool_call>read<arg_key>path</arg_key><arg_value>a.py</arg_value>", "read", {"path": "a.py"}),
        ("<tool_call>read<arg_key>path</arg_key><arg_value>a.py</arg_value>\n<arg", "read", {"path": "a.py"}),
    ],
)
def test_a_tool_call_that_is_cut_keeps_what_was_there_and_is_incomplete(stream, name, arguments):
    assert parse([stream], ThoughtState.AFTER) == [ToolCallPiece(name, arguments, stream, complete=False)]


def test_a_tool_call_inside_a_thought_is_text():
    assert parse([CALL]) == [ThoughtText(CALL)]


def test_the_parser_says_where_it_is():
    parser = Thinking(ThoughtState.BEFORE, tools=True)
    seen = []
    for token in ["<think>", "so", "</think>", "ok", "<tool_call>", "f", "</tool_call>"]:
        parser.feed(token)
        seen.append((parser.state.value, parser.in_call))
    inside, after = ("inside", False), ("after", False)
    assert seen == [inside, inside, after, after, ("after", True), ("after", True), after]


# --- any stream -------------------------------------------------------------------------------------------


@settings(max_examples=400, deadline=None)
@given(streams, st.lists(st.integers(0, 200), max_size=30), states, st.booleans())
def test_the_parts_do_not_depend_on_the_split(text, cuts, state, tools):
    assert parse(chunks_of(text, cuts), state, tools=tools) == parse([text], state, tools=tools)


@settings(max_examples=200, deadline=None)
@given(streams, states)
def test_character_by_character_is_the_same_as_at_once(text, state):
    assert parse(list(text), state) == parse([text], state)


@settings(max_examples=400, deadline=None)
@given(streams, st.lists(st.integers(0, 200), max_size=30), states, st.booleans())
def test_only_the_marks_of_the_thought_are_taken_out_of_the_stream(text, cuts, state, tools):
    pieces = parse(chunks_of(text, cuts), state, tools=tools)
    whole = text
    if state is ThoughtState.BEFORE and whole.lstrip().startswith("<think>"):
        whole, state = whole.replace("<think>", "", 1), ThoughtState.INSIDE
    if state is ThoughtState.INSIDE:
        whole = whole.replace("</think>", "", 1)
    assert spoken(pieces) == whole


@settings(max_examples=200, deadline=None)
@given(streams, st.integers(0, 200), states)
def test_a_stream_cut_anywhere_yields_what_was_there(text, cut, state):
    pieces = parse([text[:cut]], state)
    assert all(piece.complete for piece in pieces[:-1] if isinstance(piece, ToolCallPiece))
    assert len(spoken(pieces)) >= len(text[:cut]) - len("<think></think>")


@settings(max_examples=200, deadline=None)
@given(
    st.text(st.characters(exclude_characters="<")),
    st.dictionaries(st.text(st.characters(exclude_characters="<"), min_size=1), st.text(), max_size=4),
    st.lists(st.integers(0, 200), max_size=20),
)
def test_arguments_come_back_as_they_were_written(name, arguments, cuts):
    written = "".join(f"<arg_key>{k}</arg_key><arg_value>{v}</arg_value>" for k, v in arguments.items())
    raw = f"<tool_call>{name}{written}</tool_call>"
    assert parse(chunks_of(raw, cuts), ThoughtState.AFTER) == [ToolCallPiece(name.strip(), arguments, raw)]


# --- where a prompt leaves the model ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prompt", "state"),
    [
        ("<|assistant|><think>", ThoughtState.INSIDE),
        ("<|im_start|>assistant\n<think>\n", ThoughtState.INSIDE),
        ("<|assistant|></think>", ThoughtState.AFTER),
        ("<|im_start|>assistant\n<think>\n\n</think>\n\n", ThoughtState.AFTER),
        ("<|im_start|>assistant\n", ThoughtState.BEFORE),
        ("", ThoughtState.BEFORE),
    ],
)
def test_the_end_of_the_prompt_tells_where_the_model_is(prompt, state):
    assert state_at_end(prompt) is state


@pytest.mark.parametrize(
    ("prompt", "partial", "thinking", "expected"),
    [
        ("<think>", PartialAnswer("so"), True, ("<think>so", ThoughtState.INSIDE)),
        ("<think>", PartialAnswer("so", "", True), True, ("<think>so</think>", ThoughtState.AFTER)),
        ("<think>", PartialAnswer("so", "yes"), True, ("<think>so</think>yes", ThoughtState.AFTER)),
        ("</think>", PartialAnswer("so", "yes"), False, ("</think>yes", ThoughtState.AFTER)),
        ("</think>", PartialAnswer("so"), False, ("</think>", ThoughtState.AFTER)),
        ("A:", PartialAnswer("", "yes"), True, ("A:yes", ThoughtState.AFTER)),
        ("A:", PartialAnswer("so"), True, ("A:<think>so", ThoughtState.INSIDE)),
        ("A:", PartialAnswer("so"), False, ("A:", ThoughtState.BEFORE)),
        ("A:", PartialAnswer("so", "yes"), False, ("A:yes", ThoughtState.AFTER)),
        ("<think>", PartialAnswer(), True, ("<think>", ThoughtState.INSIDE)),
    ],
)
def test_a_cut_answer_goes_on_where_it_stopped(prompt, partial, thinking, expected):
    assert with_partial(prompt, partial, thinking=thinking) == expected
