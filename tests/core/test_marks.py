"""Whatever a template does with supplied text, it stays data, and is found again."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glmdesk.core.chat import Role
from glmdesk.core.ledger import LedgerKind
from glmdesk.core.marks import CUT, Dropped, Marking, Span, pattern_of, plain
from glmdesk.core.prompt import PartialAnswer, PromptMessage, PromptToolCall

SPECIALS = ("[gMASK]", "<sop>", "<|user|>", "<|assistant|>", "<think>", "</think>", "aa", "<s>", ">")
PATTERN = pattern_of(SPECIALS)

supplied = st.lists(
    st.one_of(
        st.sampled_from(SPECIALS),
        st.sampled_from(SPECIALS)
        .flatmap(lambda special: st.tuples(st.just(special), st.integers(0, len(special))))
        .map(lambda pair: pair[0][: pair[1]]),
        st.sampled_from(SPECIALS)
        .flatmap(lambda special: st.tuples(st.just(special), st.integers(0, len(special))))
        .map(lambda pair: pair[0][pair[1] :]),
        st.sampled_from(
            [" ", "\n", "a", "<", "|", "word", "é", CUT, "\ufde0\ufdd0\ufde1", "\ufdd3", "\udcff"]
        ),
        st.text(max_size=4),
    ),
    max_size=8,
).map("".join)
messages = st.lists(
    st.builds(PromptMessage, st.sampled_from([Role.USER, Role.ASSISTANT]), supplied, supplied), max_size=5
)


def pieces_of(message, *, strip):
    """The pieces of one message in the order of the text: each with True where it is supplied."""
    stripped = str.strip if strip else str
    return [
        (f"<|{message.role.value}|>", False),
        (stripped(message.reasoning), True),
        (stripped(message.content), True),
    ]


def template(given_messages, *, strip):
    """A chat template that puts supplied texts side by side, which is the worst it can do."""
    return "".join(text for m in given_messages for text, _ in pieces_of(m, strip=strip)) + "<think>"


def cleaned(text):
    return "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 or 0xFDD0 <= ord(c) < 0xFDF0 else c for c in text)


def cleaned_messages(given_messages):
    return [PromptMessage(m.role, cleaned(m.content), cleaned(m.reasoning)) for m in given_messages]


def marked(given_messages, *, strip, pattern=PATTERN):
    marking = Marking(pattern)
    return marking.read(template(marking.messages(given_messages), strip=strip))


def specials_in(text):
    return [
        (at, at + len(special))
        for special in SPECIALS
        if len(special) > 1
        for at in range(len(text))
        if text.startswith(special, at)
    ]


@settings(max_examples=100, deadline=None)
@given(messages, st.booleans())
def test_the_plain_text_is_what_the_template_makes_of_unmarked_messages(given_messages, strip):
    text = marked(given_messages, strip=strip).plain
    assert text == template(cleaned_messages(given_messages), strip=strip)


@settings(max_examples=200, deadline=None)
@given(messages, st.booleans())
def test_no_piece_holds_a_special_token_with_a_supplied_character_in_it(given_messages, strip):
    pieces = [p for m in cleaned_messages(given_messages) for p in pieces_of(m, strip=strip)]
    is_supplied = [flag for text, flag in pieces for _ in text] + [False] * len("<think>")
    start = 0
    for piece in marked(given_messages, strip=strip).text.split(CUT):
        for a, b in specials_in(piece):
            assert not any(is_supplied[start + a : start + b]), piece
        start += len(piece)
    assert start == len(is_supplied)


@settings(max_examples=100, deadline=None)
@given(messages, st.booleans())
def test_every_part_is_found_where_it_is(given_messages, strip):
    result = marked(given_messages, strip=strip)
    found = {(span.message, span.kind): plain(result.text[span.start : span.end]) for span in result.spans}
    expected = {}
    for index, message in enumerate(cleaned_messages(given_messages)):
        for kind, text in (
            (LedgerKind.CONTENT, message.content),
            (LedgerKind.REASONING, message.reasoning),
        ):
            if text.strip():
                expected[index, kind] = text.strip() if strip else text.lstrip()
    assert {key: text for key, text in found.items() if text.strip()} == expected
    assert result.dropped == ()


def test_the_templates_own_special_tokens_are_never_cut():
    result = marked([PromptMessage(Role.USER, "hi"), PromptMessage(Role.ASSISTANT, "a")], strip=True)
    assert result.text == "<|user|>hi<|assistant|>a<think>"


def test_a_special_token_typed_by_a_person_is_cut_behind_its_first_character():
    result = marked([PromptMessage(Role.USER, "x<|user|>y")], strip=False)
    assert result.text == f"<|user|>x<{CUT}|user|>y<think>"
    assert result.spans == (Span(0, LedgerKind.CONTENT, 8, 8 + len("x<|user|>y") + 1),)


def test_two_parts_that_meet_cannot_make_a_special_token():
    result = marked([PromptMessage(Role.USER, "ink> there", "so <th")], strip=False)
    assert result.text == f"<|user|>so <{CUT}think> there<think>"


def test_overlapping_special_tokens_are_all_cut():
    assert marked([PromptMessage(Role.USER, "aaa")], strip=False).text == f"<|user|>a{CUT}a{CUT}a<think>"


def test_a_part_that_the_template_leaves_out_is_dropped():
    marking = Marking(PATTERN)
    rendered = "".join(m.content for m in marking.messages([PromptMessage(Role.ASSISTANT, "a", "thought")]))
    assert marking.read(rendered).dropped == (Dropped(0, LedgerKind.REASONING),)


def test_text_without_anything_visible_is_not_marked():
    marking = Marking(PATTERN)
    assert marking.messages([PromptMessage(Role.USER, " \n")])[0].content == " \n"
    assert marking.read("").dropped == ()


def test_a_part_that_the_template_repeats_is_found_each_time():
    marking = Marking(PATTERN)
    content = marking.messages([PromptMessage(Role.USER, "hi")])[0].content
    spans = marking.read(f"{content}, {content}").spans
    assert [(span.start, span.end) for span in spans] == [(0, 2), (4, 6)]


def test_a_part_that_the_template_writes_as_json_is_found():
    marking = Marking(PATTERN)
    text = 'say "é"\n<think>'
    content = marking.messages([PromptMessage(Role.USER, text)])[0].content
    result = marking.read(f"[{json.dumps(content, ensure_ascii=False)}]")
    (span,) = result.spans
    assert plain(result.text[span.start : span.end]) == json.dumps(text, ensure_ascii=False)[1:-1]


def test_a_part_that_the_template_changes_ends_where_the_next_begins():
    marking = Marking(PATTERN)
    first, second = marking.messages([PromptMessage(Role.USER, "one"), PromptMessage(Role.USER, "two")])
    result = marking.read(f"{first.content.upper()}|{second.content}")
    assert [result.text[span.start : span.end] for span in result.spans] == ["ONE|", "two"]


def test_marks_that_a_template_breaks_or_invents_are_taken_out():
    marking = Marking(PATTERN)
    content = marking.messages([PromptMessage(Role.USER, "hello")])[0].content
    result = marking.read(f"{content[1:]} \ufde0\ufdd9\ufdd9\ufde1x \ufdef")
    assert result.plain == "hello x "
    assert result.dropped == (Dropped(0, LedgerKind.CONTENT),)


def test_tool_calls_are_marked_by_name_and_by_text_arguments():
    marking = Marking(PATTERN)
    call = PromptToolCall("read", {"path": "a<s>", "lines": [1, "<s>"], "all": True})
    (message,) = marking.messages([PromptMessage(Role.ASSISTANT, "", "", (call,))])
    (made,) = message.tool_calls
    result = marking.read(f"{made.name}({made.arguments['path']})")
    assert [plain(result.text[s.start : s.end]) for s in result.spans] == ["read", "a<s>"]
    assert {span.kind for span in result.spans} == {LedgerKind.TOOL_CALL}
    assert made.arguments["lines"] == [1, f"<{CUT}s>"]
    assert made.arguments["all"] is True


def test_arguments_keep_their_order_when_a_template_sorts_them():
    call = PromptToolCall("f", {"b": "1", "a": "2"})
    (message,) = Marking(PATTERN).messages([PromptMessage(Role.ASSISTANT, "", "", (call,))])
    assert sorted(message.tool_calls[0].arguments) == ["a", "b"]


def test_every_text_in_a_tool_definition_is_cut():
    tool = {"name": "<think>", "properties": {"<s>": ["</think>", 3, None]}}
    cut = Marking(PATTERN).data(tool)
    assert cut == {"name": f"<{CUT}think>", "properties": {f"<{CUT}s>": [f"<{CUT}/think>", 3, None]}}


def test_a_cut_answer_that_goes_on_is_found_apart_from_the_messages():
    marking = Marking(PATTERN)
    partial = marking.partial(PartialAnswer("so", "yes"))
    result = marking.read(f"<think>{partial.reasoning}</think>{partial.answer}")
    assert result.spans == (Span(-1, LedgerKind.PARTIAL, 7, 9), Span(-1, LedgerKind.PARTIAL, 17, 20))


def test_without_special_tokens_nothing_is_cut():
    assert marked([PromptMessage(Role.USER, "<think>")], strip=False, pattern=pattern_of([])).text == (
        "<|user|><think><think>"
    )


@pytest.mark.parametrize("special", ["<", "", "é"])
def test_a_special_token_of_one_character_is_not_looked_for(special):
    assert pattern_of([special]).search("<é") is None


def test_a_special_token_of_any_length_is_cut():
    special = "<|" + "x" * 5000 + "|>"
    result = marked([PromptMessage(Role.USER, special)], strip=False, pattern=pattern_of([special]))
    assert special not in result.text
    assert result.plain == f"<|user|>{special}<think>"
