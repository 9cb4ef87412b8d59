"""Prompts become the tokens that llama.cpp would make of them, and what people type stays text."""

import ctypes
from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glmdesk.core.marks import CUT, Marking, pattern_of
from glmdesk.core.prompt import PartialAnswer
from glmdesk.engine.llama.tokens import Tokenizer
from glmdesk.engine.llama.vocabulary import Vocabulary, is_markup
from tests.engine.llama.conversation import load, prepare, user
from tests.models import tiny_glm as tiny_glm_model

FEW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOSTILE = ["<|user|>", "<think>", "</think>", "[gMASK]", "<sop>", "/nothink", "<|im_end|>", "<|endoftext|>"]


@pytest.fixture(scope="module", params=["glm", "smol"])
def vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    return request.getfixturevalue(request.param)._ready.vocabulary


@pytest.fixture
def tokenizer(vocabulary: Vocabulary) -> Tokenizer:
    return Tokenizer(vocabulary)


def by_llama_cpp(vocabulary: Vocabulary, text: str, *, specials: bool = False) -> list[int]:
    """The tokens of the whole text in one call."""
    data = text.encode()
    found = (ctypes.c_int32 * (len(data) + 8))()
    count = vocabulary._api.llama_tokenize(
        vocabulary._handle, data, len(data), found, len(found), False, specials
    )
    assert count >= 0
    return found[:count]


def encoded(tokenizer: Tokenizer, text: str) -> list[int]:
    return [token for stretch in tokenizer.encode(text) for token in stretch.tokens]


def marked(vocabulary: Vocabulary, text: str) -> str:
    """The text as supplied text reaches the tokenizer: with cuts."""
    marking = Marking(pattern_of(vocabulary.specials))
    return marking.read(marking.partial(PartialAnswer(answer=text)).answer).text


def spelled(vocabulary: Vocabulary, tokens: list[int]) -> str:
    return b"".join(map(vocabulary.piece, tokens)).decode()


# --- the same ids as llama.cpp -----------------------------------------------------------------------------

PLAIN = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="<[/"), max_size=200)


@FEW
@given(text=PLAIN)
def test_text_without_control_tokens_has_llama_cpps_ids(vocabulary, text):
    assert encoded(Tokenizer(vocabulary), text) == by_llama_cpp(vocabulary, text)


def test_a_template_s_own_control_tokens_are_parsed_as_llama_cpp_parses_them(glm):
    vocabulary = glm._ready.vocabulary
    text = "[gMASK]<sop><|system|>Be kind.<|user|>hi there<|assistant|><think>hm</think>well</tool_call>"
    assert encoded(Tokenizer(vocabulary), text) == by_llama_cpp(vocabulary, text, specials=True)


@FEW
@given(
    words=st.lists(st.sampled_from(["word", " ", "\n", "\n\n", "x = 1;\n", "Ünï", "  y", "9", "\r\n", "."]))
)
def test_a_long_text_has_the_same_ids_although_it_is_tokenised_in_chunks(vocabulary, words):
    text = "".join(words) * 40
    chunked = Tokenizer(vocabulary)
    chunked_ids = chunked._tokens_of_piece("Some line of words\nAnd one more,\n" * 600 + text)
    assert list(chunked_ids) == by_llama_cpp(vocabulary, "Some line of words\nAnd one more,\n" * 600 + text)


def test_a_long_text_without_line_breaks_is_tokenised_in_one_piece(vocabulary, tokenizer):
    text = "a" * 30_000
    assert encoded(tokenizer, text) == by_llama_cpp(vocabulary, text)


# --- what is typed stays text ------------------------------------------------------------------------------


@FEW
@given(
    pieces=st.lists(st.sampled_from([*HOSTILE, *(h[:-1] for h in HOSTILE), "<", ">", "|", "think>", " a"]))
)
def test_supplied_text_never_becomes_a_control_token(vocabulary, pieces):
    text = "".join(pieces)
    tokens = encoded(Tokenizer(vocabulary), marked(vocabulary, text))
    assert spelled(vocabulary, tokens) == text
    assert not vocabulary.special_ids.intersection(tokens)


def test_typed_marks_stay_text_in_a_whole_prompt(glm):
    text = "Ignore <|user|>, <think>, </think>, [gMASK]<sop> and /nothink."
    clean, hostile = prepare(glm, user("hi")), prepare(glm, user(text))
    specials = glm._ready.vocabulary.special_ids
    assert [t for t in hostile.tokens if t in specials] == [t for t in clean.tokens if t in specials]
    assert text in hostile.text
    assert CUT not in hostile.text


def test_user_defined_tokens_that_are_no_marks_stay_what_llama_cpp_makes_of_them():
    for mark in ("<think>", "</think>", "[MASK]", "/nothink", "<|im_start|>"):
        assert is_markup(mark)
    for other in ("  ", "\n\n", "//", "/", "<", ">>", "ab", "<a b>", "[ ]"):
        assert not is_markup(other)


def test_specials_are_found_longest_first(glm):
    specials = glm._ready.vocabulary.specials
    tokens = encoded(Tokenizer(glm._ready.vocabulary), "<|user|><|assistant|></think>")
    assert tokens == [specials["<|user|>"], specials["<|assistant|>"], specials["</think>"]]


# --- the begin token ---------------------------------------------------------------------------------------


def test_no_begin_token_is_added_where_the_vocabulary_wants_none(glm, smol):
    assert spelled(glm._ready.vocabulary, list(prepare(glm, user("hi")).tokens)).startswith("[gMASK]<sop><|")
    assert spelled(smol._ready.vocabulary, list(prepare(smol, user("hi")).tokens)).startswith("<|im_start|>s")


@pytest.mark.parametrize("template", ["{{ bos_token }}Hi", "Hi"])
def test_a_begin_token_that_the_vocabulary_wants_comes_exactly_once(empty, tmp_path, template):
    load(empty, tiny_glm_model.write(tmp_path / "begins.gguf", template=template, adds_begin=True))
    begin = empty._ready.vocabulary.begin
    prepared = prepare(empty, user("ignored"))
    assert prepared.tokens.count(begin) == 1
    assert prepared.tokens[0] == begin
    assert sum(e.tokens for e in prepared.ledger if not e.dropped) == len(prepared.tokens)


# --- what is remembered ------------------------------------------------------------------------------------


class CountingVocabulary:
    """A vocabulary that counts the characters that were really tokenised."""

    def __init__(self, real: Vocabulary) -> None:
        self._real = real
        self.characters = 0

    def __getattr__(self, name: str):
        return getattr(self._real, name)

    def tokens(self, text: str, **options):
        self.characters += len(text)
        return self._real.tokens(text, **options)

    def tokens_inside(self, text: str):
        return self.tokens(text)


def test_only_the_text_that_changed_is_tokenised_again(glm):
    counting = CountingVocabulary(glm._ready.vocabulary)
    tokenizer = Tokenizer(counting)
    history = "<|user|>" + "A long question. " * 50 + "<|assistant|></think>" + "A long answer. " * 50
    first = encoded(tokenizer, history + "<|user|>dra")
    assert counting.characters > 1500
    counting.characters = 0
    assert encoded(tokenizer, history + "<|user|>draft")[: len(first) - 1] == first[:-1]
    assert counting.characters == len("draft")


def test_a_long_draft_is_tokenised_again_only_at_its_end(glm):
    counting = CountingVocabulary(glm._ready.vocabulary)
    tokenizer = Tokenizer(counting)
    draft = "One line of a long pasted text\n" * 3000
    encoded(tokenizer, draft)
    counting.characters = 0
    encoded(tokenizer, draft + "and what I ask")
    assert counting.characters < 20_000


def test_the_memory_is_bounded_and_forgets_the_oldest(glm):
    counting = CountingVocabulary(glm._ready.vocabulary)
    tokenizer = Tokenizer(counting, characters=1000)
    for number in range(100):
        encoded(tokenizer, f"{number:03} " + "x" * 96)
    assert sum(map(len, tokenizer._known)) == tokenizer._characters <= 1000
    counting.characters = 0
    encoded(tokenizer, "099 " + "x" * 96)
    assert counting.characters == 0
    encoded(tokenizer, "000 " + "x" * 96)
    assert counting.characters == 100


def test_text_that_the_model_made_keeps_the_tokens_it_was_made_of(tokenizer, vocabulary):
    made = [
        *by_llama_cpp(vocabulary, "th"),
        *by_llama_cpp(vocabulary, "e e"),
        *by_llama_cpp(vocabulary, "nd"),
    ]
    assert made != by_llama_cpp(vocabulary, "the end")
    special = min(vocabulary.special_ids)
    tokenizer.remember([special, *made], 1)
    mark = vocabulary.piece(special).decode()
    assert encoded(tokenizer, f"{mark}the end") == [special, *made]
    assert encoded(tokenizer, "the end.") == by_llama_cpp(vocabulary, "the end.")


def test_text_that_began_in_the_prompt_is_remembered_from_its_control_token_on(tokenizer, vocabulary):
    special = min(vocabulary.special_ids)
    prompt = [special, *by_llama_cpp(vocabulary, "assistant\n")]
    made = by_llama_cpp(vocabulary, "He") + by_llama_cpp(vocabulary, "llo")
    tokenizer.remember([*prompt, *made], len(prompt))
    assert encoded(tokenizer, "assistant\nHello") == [*prompt[1:], *made]


def test_a_character_that_was_cut_is_not_remembered(tokenizer, vocabulary):
    seedling = [*by_llama_cpp(vocabulary, "ok "), *by_llama_cpp(vocabulary, "🌱")]
    cut = next(n for n in range(len(seedling), 0, -1) if not decodes(vocabulary, seedling[:n]))
    tokenizer.remember(seedling[:cut], 0)
    assert all("\ufffd" not in text for text in tokenizer._known)
    assert encoded(tokenizer, "ok 🌱") == by_llama_cpp(vocabulary, "ok 🌱")


def decodes(vocabulary: Vocabulary, tokens: list[int]) -> bool:
    try:
        spelled(vocabulary, tokens)
    except UnicodeDecodeError:
        return False
    return True


def test_bytes_that_are_no_text_are_not_remembered(tokenizer, vocabulary):
    odd = next(t for t in range(vocabulary.size) if vocabulary.piece(t) == b"\x80")
    tokenizer.remember(array("i", [odd]), 0)
    assert not tokenizer._known
