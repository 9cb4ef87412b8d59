"""A scripted engine says what its script says, and counts it honestly."""

import json

import pytest

from glmdesk.core.chat import Role
from glmdesk.core.errors import EngineLost
from glmdesk.core.ledger import LedgerKind
from glmdesk.core.plan import Placement
from glmdesk.core.prompt import PartialAnswer, PromptMessage
from glmdesk.core.sampling import Sampling
from glmdesk.engine.backend import BackendError, Stopped
from glmdesk.engine.protocol import FailureKind, Load, Prompt
from glmdesk.engine.script import Fault, Script, ScriptedTurn, read
from glmdesk.engine.scripted import ScriptedBackend

HI = PromptMessage(Role.USER, "hi there")
TURN = ScriptedTurn("Yes, of course.", "Let me think.")


def loaded(*turns, context_tokens=100):
    backend = ScriptedBackend(Script(turns or (TURN,)))
    backend.load(Load(1, "m", Placement(context_tokens=context_tokens)), lambda _: None, lambda: False)
    return backend


def said(backend, *messages, most=1000, force=None, cancelled=lambda: False, **fields):
    prepared = backend.prepare(Prompt(messages, **fields))
    generation = backend.generate(prepared, Sampling(), most, cancelled)
    texts = []
    for text in generation:
        texts.append(text)
        if force and len(texts) == force[0]:
            generation.force(force[1])
    return texts


def test_it_thinks_and_answers_word_by_word():
    assert said(loaded(), HI) == ["Let", " me", " think.", "</think>", "Yes,", " of", " course."]
    assert said(loaded(), HI, thinking=False) == ["Yes,", " of", " course."]


def test_it_says_the_same_each_time():
    assert said(loaded(), HI) == said(loaded(), HI)


def test_a_fault_may_spare_a_small_context():
    fault = Fault("fail", kind=FailureKind.OUT_OF_MEMORY, above_context=100)
    turn = ScriptedTurn("Yes.", fault=fault)
    assert said(loaded(turn, context_tokens=100), HI, thinking=False) == ["Yes."]
    with pytest.raises(BackendError):
        said(loaded(turn, context_tokens=101), HI, thinking=False)


def test_turns_answer_in_the_order_of_the_questions():
    backend = loaded(ScriptedTurn("one"), ScriptedTurn("two"), ScriptedTurn("cats", when="cat"))
    for questions, answer in ((1, "one"), (2, "two"), (5, "two")):
        assert said(backend, *[HI] * questions, thinking=False) == [answer]
    assert said(backend, HI, PromptMessage(Role.USER, "a cat?"), thinking=False) == ["cats"]


def test_every_token_of_a_prompt_is_in_the_ledger_once():
    messages = (
        PromptMessage(Role.SYSTEM, "be brief"),
        HI,
        PromptMessage(Role.ASSISTANT, "three little words", "a thought"),
        PromptMessage(Role.USER, "typed <think> mark"),
    )
    prepared = loaded().prepare(Prompt(messages, partial=PartialAnswer("so far")))
    assert sum(entry.tokens for entry in prepared.ledger if not entry.dropped) == len(prepared.tokens)
    counts = {(entry.message, entry.kind): (entry.tokens, entry.dropped) for entry in prepared.ledger}
    assert counts[0, LedgerKind.CONTENT] == (2, False)
    assert counts[2, LedgerKind.CONTENT] == (3, False)
    assert counts[2, LedgerKind.REASONING] == (2, True)
    assert counts[-1, LedgerKind.PARTIAL] == (2, False)
    assert counts[3, LedgerKind.CONTENT][0] > 3, "a mark that was typed is text"


def test_what_was_read_and_said_need_not_be_read_again():
    backend = loaded()
    first = backend.prepare(Prompt((HI,)))
    assert backend.cached(first.tokens) == 0
    assert len(said(backend, HI)) == 7
    assert backend.cached(first.tokens) == len(first.tokens) - 1, "one token is always read"
    answer = PromptMessage(Role.ASSISTANT, "Yes, of course.", "Let me think.")
    again = backend.prepare(Prompt((HI, answer, HI), keep_thinking=True))
    assert backend.cached(again.tokens) == len(first.tokens) + 7
    backend.unload()
    assert backend.cached(again.tokens) == 0


def test_closing_the_thought_leaves_the_rest_of_it_out():
    assert said(loaded(), HI, force=(1, "</think>")) == ["Let", "</think>", "Yes,", " of", " course."]


def test_no_more_tokens_come_than_were_asked_for():
    assert said(loaded(), HI, most=2) == ["Let", " me"]


def test_a_cut_answer_goes_on():
    rest = said(loaded(), HI, partial=PartialAnswer("Let me think.", "Yes,"))
    assert rest == [" of", " course."]


def test_a_cancelled_answer_stops():
    with pytest.raises(Stopped):
        said(loaded(), HI, cancelled=lambda: True)


def test_a_fault_strikes_after_its_tokens():
    fault = Fault("fail", after=2, kind=FailureKind.OUT_OF_MEMORY, happened="Full.")
    with pytest.raises(BackendError, match=r"Full\.") as raised:
        said(loaded(ScriptedTurn("a b c", fault=fault)), HI, thinking=False)
    assert raised.value.kind is FailureKind.OUT_OF_MEMORY


def test_a_script_is_read_from_a_file(tmp_path):
    path = tmp_path / "script.json"
    path.write_text(json.dumps({"turns": [{"thought": "So.", "answer": "Yes.", "fault": {"does": "hang"}}]}))
    assert read(path).turns == (ScriptedTurn("Yes.", "So.", fault=Fault("hang")),)


@pytest.mark.parametrize("text", ["", "{", '{"turn": []}', '{"turns": [{"fault": {"does": "dance"}}]}'])
def test_a_file_that_is_no_script_is_refused(tmp_path, text):
    path = tmp_path / "script.json"
    path.write_text(text)
    with pytest.raises(EngineLost, match=r"script\.json cannot be used"):
        ScriptedBackend.from_file(path)


def test_a_script_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(EngineLost):
        ScriptedBackend.from_file(tmp_path / "none.json")
