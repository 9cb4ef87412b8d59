"""Every token of a prompt is somebody's: the entries add up, whatever stands where."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glmdesk.core.chat import Role
from glmdesk.core.ledger import LedgerKind
from glmdesk.core.marks import MarkedText, Span
from glmdesk.core.prompt import PartialAnswer, PromptMessage, PromptToolCall
from glmdesk.engine.llama.ledger import ledger_of
from glmdesk.engine.llama.tokens import Stretch
from tests.engine.llama.conversation import prepare, user

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=60)
THOUGHT = PromptMessage(Role.ASSISTANT, "The answer.", "A thought about it.")


def counts(prepared, *, dropped: bool = False) -> dict[tuple[int, LedgerKind], int]:
    return {(e.message, e.kind): e.tokens for e in prepared.ledger if e.dropped is dropped}


def test_the_parts_of_a_conversation_have_their_tokens(glm):
    prepared = prepare(glm, PromptMessage(Role.SYSTEM, "Be kind."), user("hi"), keep_thinking=True)
    alone = glm._ready.vocabulary.tokens
    assert counts(prepared) == {
        (-1, LedgerKind.FORMAT): 6,  # [gMASK] <sop> <|system|> <|user|> <|assistant|> <think>
        (0, LedgerKind.CONTENT): len(alone("Be kind.")),
        (1, LedgerKind.CONTENT): len(alone("hi")),
    }


def test_a_thought_that_is_kept_counts_and_one_that_is_left_out_is_told_with_its_size(glm):
    size = len(glm._ready.vocabulary.tokens(THOUGHT.reasoning))
    kept = prepare(glm, user("q"), THOUGHT, user("r"), keep_thinking=True)
    left_out = prepare(glm, user("q"), THOUGHT, user("r"))
    assert counts(kept)[1, LedgerKind.REASONING] == size
    assert counts(kept, dropped=True) == {}
    assert (1, LedgerKind.REASONING) not in counts(left_out)
    assert counts(left_out, dropped=True) == {(1, LedgerKind.REASONING): size}
    assert len(kept.tokens) - len(left_out.tokens) == size + 1  # <think>


def test_tool_calls_and_a_cut_answer_are_parts_of_their_own(glm):
    call = PromptMessage(Role.ASSISTANT, "", "", (PromptToolCall("find", {"word": "bean", "limit": 3}),))
    result = PromptMessage(Role.TOOL, "three beans")
    partial = PartialAnswer("Now I know.", "There are", thought_closed=True)
    prepared = prepare(glm, user("how many?"), call, result, partial=partial)
    kinds = counts(prepared)
    assert kinds[1, LedgerKind.TOOL_CALL] > 0
    assert kinds[2, LedgerKind.CONTENT] == len(glm._ready.vocabulary.tokens("three beans"))
    alone = glm._ready.vocabulary.tokens
    assert kinds[-1, LedgerKind.PARTIAL] == len(alone("Now I know.")) + len(alone("There are"))
    assert sum(kinds.values()) == len(prepared.tokens)


@pytest.mark.parametrize("model", ["glm", "smol"])
@FEW
@given(texts=st.lists(TEXT, min_size=1, max_size=4), reasoning=TEXT, keep=st.booleans(), partial=TEXT)
def test_the_entries_add_up_to_the_tokens(request, model, texts, reasoning, keep, partial):
    backend = request.getfixturevalue(model)
    messages = []
    for text in texts:
        messages += [user(text), PromptMessage(Role.ASSISTANT, text, reasoning)]
    prepared = prepare(
        backend, *messages, user("q"), keep_thinking=keep, partial=PartialAnswer(reasoning, partial)
    )
    assert sum(counts(prepared).values()) == len(prepared.tokens)
    assert all(tokens >= 0 for tokens in counts(prepared).values())


def test_in_chatml_the_role_is_the_template_s_and_the_text_the_person_s(smol):
    prepared = prepare(smol, PromptMessage(Role.SYSTEM, "Be kind."), user("Hello there!"))
    alone = smol._ready.vocabulary.tokens
    assert counts(prepared)[0, LedgerKind.CONTENT] == len(alone("Be kind."))
    assert counts(prepared)[1, LedgerKind.CONTENT] == len(alone("Hello there!"))


def made(text: str, spans: list[Span], pieces: list[str], start: int = 0) -> dict:
    """The ledger of one stretch whose tokens are the given pieces of text."""
    stretch = Stretch(start, len(text), tuple(range(len(pieces))))
    entries = ledger_of(
        MarkedText(text, tuple(spans)), [stretch], lambda token: len(pieces[token].encode()), lambda _part: 0
    )
    return {(e.message, e.kind): e.tokens for e in entries}


def test_a_token_on_a_border_belongs_to_the_part_in_which_it_begins():
    spans = [Span(0, LedgerKind.CONTENT, 5, 9), Span(1, LedgerKind.CONTENT, 9, 12)]
    assert made("role:Ünïnextend", spans, ["role", ":Ün", "ïn", "ex", "tend"]) == {
        (-1, LedgerKind.FORMAT): 2,
        (0, LedgerKind.CONTENT): 1,
        (1, LedgerKind.CONTENT): 2,
    }


def test_a_space_that_the_vocabulary_put_before_the_text_moves_no_border():
    spans = [Span(0, LedgerKind.CONTENT, 4, 8)]
    assert made("roletext", spans, [" role", "text"]) == {
        (-1, LedgerKind.FORMAT): 1,
        (0, LedgerKind.CONTENT): 1,
    }
