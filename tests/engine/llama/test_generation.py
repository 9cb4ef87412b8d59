"""Answers come token by token, in whole characters, and stop where the model or the limit says."""

import time

import pytest

from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.sampling import Preset, Sampling, sampling_for
from glmdesk.core.thinking import THINK_END, ThoughtState
from glmdesk.engine.backend import BackendError, EngineTimes
from glmdesk.engine.protocol import FailureKind
from tests.engine.llama.conversation import GREEDY, Answer, answer, load, never, prepare, user
from tests.models import script
from tests.models import tiny_glm as tiny_glm_model
from tests.models.tiny_glm import ANSWER, THOUGHT


@pytest.mark.parametrize("preset", list(Preset))
def test_the_model_says_its_thought_and_its_answer(glm, preset):
    said = answer(glm, prepare(glm, user("hi")), sampling=sampling_for(preset, ""))
    assert said.text == THOUGHT + THINK_END + ANSWER
    assert THINK_END in said.pieces


def test_without_thinking_the_answer_comes_at_once(glm):
    prepared = prepare(glm, user("hi"), thinking=False)
    assert prepared.state is ThoughtState.AFTER
    assert answer(glm, prepared).text == ANSWER


def test_a_character_in_several_tokens_comes_with_its_last_one(glm):
    pieces = answer(glm, prepare(glm, user("hi"), thinking=False)).pieces
    last = inside_seedling(pieces)
    assert pieces[last - 1] == ""  # the space and half of the character
    assert pieces[last] == " 🌱"


def test_a_character_that_is_never_finished_is_not_shown(glm):
    prepared = prepare(glm, user("hi"), thinking=False)
    whole = answer(glm, prepared).pieces
    cut = answer(glm, prepared, inside_seedling(whole))
    assert cut.pieces == whole[: inside_seedling(whole)]
    assert "\ufffd" not in cut.text


def inside_seedling(pieces: tuple[str, ...]) -> int:
    """How many tokens there are until the seedling is begun."""
    return next(i for i, piece in enumerate(pieces) if "🌱" in piece)


def test_the_answer_ends_at_the_most_tokens(glm):
    assert len(answer(glm, prepare(glm, user("hi")), 7).pieces) == 7


def test_the_answer_ends_where_the_context_ends(empty, tmp_path):
    load(empty, tiny_glm_model.write(tmp_path / "endless.gguf", endless=True), context_tokens=256)
    prepared = prepare(empty, user("hi"))
    said = answer(empty, prepared)
    assert len(prepared.tokens) + len(said.pieces) == 256
    again = prepare(empty, user("hi"), said.message, user("more"))
    assert len(again.tokens) < 256, "without its thought the conversation fits again"
    assert len(answer(empty, again, 5).pieces) == 5


def test_a_prompt_that_fills_the_context_is_refused(empty, tiny_glm):
    load(empty, tiny_glm, context_tokens=256)
    prepared = prepare(empty, user("word " * 300))
    with pytest.raises(BackendError) as caught:
        empty.generate(prepared, GREEDY, 0, never)
    assert caught.value.kind is FailureKind.CONTEXT_EXCEEDED
    assert f"{len(prepared.tokens):,} tokens" in caught.value.happened


def test_a_seed_makes_an_answer_repeatable(smol):
    prepared = prepare(smol, user("Tell me a story."))
    first, again, other = (answer(smol, prepared, 12, Sampling(seed=seed)).text for seed in (5, 5, 6))
    assert first == again != other


def test_without_a_seed_answers_differ(smol):
    prepared = prepare(smol, user("Tell me a story."))
    assert len({answer(smol, prepared, 12, Sampling(temperature=1.5)).text for _ in range(3)}) > 1


def test_temperature_0_takes_the_most_likely_token(smol):
    prepared = prepare(smol, user("Tell me a story."))
    first, other = (answer(smol, prepared, 12, Sampling(0.0, seed=seed)).text for seed in (1, 2))
    assert first == other


# --- forced tokens -----------------------------------------------------------------------------------------


def forced_after(backend, count: int, text: str, most: int = 0) -> Answer:
    generation = backend.generate(prepare(backend, user("hi")), GREEDY, most, never)
    pieces = []
    for piece in generation:
        pieces.append(piece)
        if len(pieces) == count:
            generation.force(text)
    return Answer(tuple(pieces), generation.cached)


def test_a_thought_can_be_closed_and_the_answer_follows(glm):
    said = forced_after(glm, 3, THINK_END)
    assert said.pieces[3] == THINK_END
    assert said.text == "The person asks" + THINK_END + ANSWER


def test_forced_tokens_count_like_others_and_are_read(glm):
    assert len(forced_after(glm, 3, THINK_END, most=10).pieces) == 10
    said = forced_after(glm, 3, THINK_END)
    turn = prepare(glm, user("hi"), said.message, user("and?"), keep_thinking=True)
    assert glm.cached(turn.tokens) == len(prepare(glm, user("hi")).tokens) + len(said.pieces)


def test_forcing_inside_a_character_leaves_no_rubble(glm):
    prepared = prepare(glm, user("hi"), thinking=False)
    begun = inside_seedling(answer(glm, prepared).pieces)
    generation = glm.generate(prepared, GREEDY, 40, never)
    pieces = []
    for piece in generation:
        pieces.append(piece)
        if len(pieces) == begun:
            generation.force("!")
    assert pieces[begun] == "!"
    assert "\ufffd" not in "".join(pieces)


# --- going on with a cut answer ----------------------------------------------------------------------------


@pytest.mark.parametrize("tokens", [1, 5, 30, 45, 60, 80])
def test_a_cut_answer_goes_on_to_the_same_end(glm, tokens):
    whole = answer(glm, prepare(glm, user("hi"))).text
    cut = answer(glm, prepare(glm, user("hi")), tokens).message
    partial = PartialAnswer(cut.reasoning, cut.content, thought_closed=bool(cut.content))
    if not cut.reasoning:  # the cut was inside the thought, which comes without a mark
        partial = PartialAnswer(cut.content)
    prepared = prepare(glm, user("hi"), partial=partial)
    rest = answer(glm, prepared)
    assert (partial.reasoning + (THINK_END if partial.answer else "") + partial.answer) + rest.text == whole
    assert rest.cached >= len(prepared.tokens) - 2


# --- llama.cpp's timers ------------------------------------------------------------------------------------


def test_the_timers_are_llama_cpps(smol):
    prepared = prepare(smol, user("Count to ten, please."))
    generation = smol.generate(prepared, GREEDY, 4, never)
    assert generation.times == EngineTimes()
    begin = time.perf_counter()
    pieces = list(generation)
    seconds = time.perf_counter() - begin
    times = generation.times
    assert times.prefill_tokens == len(prepared.tokens) - generation.cached
    assert len(pieces) == 4
    assert times.decode_tokens == 3  # the last one need not be read
    assert 0 < times.decode_s < seconds
    assert 0 < times.prefill_s < seconds
    assert times.decode_s + times.prefill_s > 0.5 * seconds


# --- one answer at a time ----------------------------------------------------------------------------------


def test_a_prompt_can_be_counted_while_an_answer_runs(glm):
    generation = glm.generate(prepare(glm, user("hi")), GREEDY, 0, never)
    pieces = []
    for piece in generation:
        pieces.append(piece)
        draft = prepare(glm, user("hi"), user("dra" + "f" * len(pieces)))
        assert glm.cached(draft.tokens) < len(draft.tokens)
    assert "".join(pieces) == THOUGHT + THINK_END + ANSWER


def test_an_answer_that_was_left_alone_ends_when_the_next_begins(glm):
    left = iter(glm.generate(prepare(glm, user("hi")), GREEDY, 0, never))
    assert next(left) == "The"
    assert answer(glm, prepare(glm, user("hi"))).text == THOUGHT + THINK_END + ANSWER
    assert list(left) == []


def test_an_answer_is_given_once(glm):
    generation = glm.generate(prepare(glm, user("hi")), GREEDY, 5, never)
    assert len(list(generation)) == 5
    assert list(generation) == []


def test_many_distinct_tokens_come_whole(empty, tmp_path):
    prose = script.prose(200)
    load(empty, tiny_glm_model.write(tmp_path / "long.gguf", answer=prose))
    assert answer(empty, prepare(empty, user("hi"), thinking=False)).text == prose


# --- numbers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sampling",
    [
        Sampling(temperature=-0.1),
        Sampling(temperature=float("nan")),
        Sampling(temperature=float("inf")),
        Sampling(top_p=1.1),
        Sampling(min_p=-1.0),
        Sampling(seed=-1),
        Sampling(seed=1 << 32),
    ],
)
def test_impossible_sampling_numbers_never_reach_c(glm, sampling):
    with pytest.raises(BackendError) as caught:
        glm.generate(prepare(glm, user("hi")), sampling, 0, never)
    assert caught.value.kind is FailureKind.BAD_REQUEST
    assert "must be between" in caught.value.happened
