"""What was read once is not read again: the next turn begins where the conversation changed."""

import random
from collections import deque

import pytest

from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.sampling import Sampling
from glmdesk.core.titles import ANSWER_TOKENS, REQUEST
from glmdesk.engine.backend import Stopped
from glmdesk.engine.llama.sequence import shared_prefix
from tests.engine.llama.conversation import GREEDY, answer, load, prepare, user
from tests.models import tiny_glm as tiny_glm_model


def test_with_kept_thoughts_the_second_turn_reads_nothing_of_the_first_again(glm):
    first = prepare(glm, user("hi"), keep_thinking=True)
    said = answer(glm, first)
    second = prepare(glm, user("hi"), said.message, user("and then?"), keep_thinking=True)
    decoded = len(first.tokens) + len(said.pieces)
    assert second.tokens[: len(first.tokens)] == first.tokens
    assert glm.cached(second.tokens) == decoded
    again = answer(glm, second)
    assert again.cached == decoded
    third = prepare(
        glm, user("hi"), said.message, user("and then?"), again.message, user("!"), keep_thinking=True
    )
    assert glm.cached(third.tokens) == len(second.tokens) + len(again.pieces)


def test_without_kept_thoughts_only_the_last_answer_is_read_again(glm):
    history = [user("hi")]
    for question in ("and then?", "and now?", "go on"):
        prepared = prepare(glm, *history)
        said = answer(glm, prepared)
        mark = prepared.tokens.index(glm._ready.vocabulary.specials["<think>"])
        history += [said.message, user(question)]
        following = prepare(glm, *history)
        assert glm.cached(following.tokens) == mark
        assert following.tokens[:mark] == prepared.tokens[:mark]


@pytest.mark.parametrize("sampling", [GREEDY, Sampling(seed=3), Sampling(seed=4, temperature=1.8, top_p=1.0)])
def test_the_starter_model_reads_nothing_of_the_first_turn_again(smol, sampling):
    """At a high temperature it writes words in tokens that its tokenizer would not choose."""
    first = prepare(smol, user("Write a line about the sea."))
    said = answer(smol, first, 40, sampling)
    second = prepare(smol, user("Write a line about the sea."), said.message, user("Another one."))
    # Cut at the most tokens, the last one was told but not read.
    told = len(first.tokens) + len(said.pieces)
    assert smol.cached(second.tokens) == told - (len(said.pieces) == 40)


@pytest.mark.parametrize("keep", [True, False], ids=["thoughts kept", "thoughts forgotten"])
def test_asking_for_a_title_in_between_costs_the_next_question_nothing(glm, keep):
    first = prepare(glm, user("hi"), keep_thinking=keep)
    said = answer(glm, first)
    following = prepare(glm, user("hi"), said.message, user("and then?"), keep_thinking=keep)
    without = glm.cached(following.tokens)
    asked = prepare(glm, user("hi"), said.message, user(REQUEST), keep_thinking=keep, thinking=False)
    title = answer(glm, asked, ANSWER_TOKENS)
    assert title.cached == without, "the request reads no more of the chat than the next question would"
    after = prepare(glm, user("hi"), said.message, user("and then?"), keep_thinking=keep)
    assert glm.cached(after.tokens) >= without


def test_a_title_in_between_costs_nothing_with_tokens_that_the_tokenizer_would_not_choose(smol):
    warm = Sampling(seed=4, temperature=1.8, top_p=1.0)
    question = user("Write a line about the sea.")
    said = answer(smol, prepare(smol, question), 40, warm)
    without = smol.cached(prepare(smol, question, said.message, user("Another one.")).tokens)
    answer(smol, prepare(smol, question, said.message, user(REQUEST)), ANSWER_TOKENS)
    following = prepare(smol, question, said.message, user("Another one."))
    assert smol.cached(following.tokens) >= without


def test_the_same_prompt_is_read_again_only_at_its_last_token(glm):
    prepared = prepare(glm, user("What grows here?"))
    first = answer(glm, prepared)
    second = answer(glm, prepared)
    assert second.cached == len(prepared.tokens) - 1
    assert second.text == first.text


def test_an_answer_after_reuse_is_the_one_without(smol):
    """The keys and values that were kept are those of the tokens they are taken for."""
    question, other = user("Name three colours of the rainbow."), user("Something else entirely, at length.")
    said = answer(smol, prepare(smol, question), 16)
    prompt = prepare(smol, question, said.message, user("And three animals?"))
    reused = answer(smol, prompt, 16)
    answer(smol, prepare(smol, other), 4)
    fresh = answer(smol, prompt, 16)
    assert reused.cached > fresh.cached
    assert reused.text == fresh.text


def test_a_branch_reads_only_what_differs(glm):
    long_question = "A long question about beans. " * 20
    answer(glm, prepare(glm, user(long_question + "How?")))
    other = prepare(glm, user(long_question + "Why?"))
    assert glm.cached(other.tokens) > 0.9 * len(other.tokens)


def test_what_was_read_before_a_stop_is_kept(glm):
    prepared = prepare(glm, user("hi"), keep_thinking=True)
    pieces: list[str] = []
    with pytest.raises(Stopped):
        deque(map(pieces.append, glm.generate(prepared, GREEDY, 0, lambda: len(pieces) == 6)), 0)
    again = prepare(glm, user("hi"), partial=PartialAnswer("".join(pieces)))
    assert glm.cached(again.tokens) == len(prepared.tokens) + len(pieces) - 1 == len(again.tokens) - 1


def test_loading_forgets(empty, tiny_glm, tmp_path):
    load(empty, tiny_glm)
    prepared = prepare(empty, user("hi"))
    answer(empty, prepared)
    load(empty, tiny_glm_model.write(tmp_path / "other.gguf", name="Other"))
    assert empty.cached(prepared.tokens) == 0


def test_a_shared_prefix_is_found_wherever_it_ends():
    chance = random.Random(1)
    for length in (0, 1, 5, 1023, 1024, 1025, 5000):
        common = [chance.randrange(1000) for _ in range(length)]
        assert shared_prefix(common, tuple(common)) == length
        assert shared_prefix([*common, 1, 2], (*common, 3)) == length
        assert shared_prefix([*common, 1], common) == length
