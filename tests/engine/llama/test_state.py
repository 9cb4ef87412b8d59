"""What was read of a chat comes back from disk, and is what it was."""

import pytest

from glmdesk.engine.backend import BackendError
from tests.engine.llama.conversation import answer, load, prepare, user

ENOUGH = 1024**3
QUESTION = user(" ".join(f"word{n}" for n in range(60)))


def kept(backend, path):
    """Ask, write the state down, and give the answer with the next prompt."""
    said = answer(backend, prepare(backend, QUESTION), 20)
    tokens = backend.save_state(path, 0, ENOUGH)
    return said, prepare(backend, QUESTION, said.message, user("go on")), tokens


@pytest.mark.parametrize("kv_type", ["f16", "q8_0"])
def test_a_chat_goes_on_after_a_restart_without_being_read_again(empty, tiny_glm, tmp_path, kv_type):
    path = tmp_path / "chat.state"
    load(empty, tiny_glm, kv_type=kv_type)
    said, following, tokens = kept(empty, path)
    expected = answer(empty, following, 20)
    load(empty, tiny_glm, kv_type=kv_type)
    assert empty.restore_state(path) == tokens
    again = prepare(empty, QUESTION, said.message, user("go on"))
    assert again.tokens == following.tokens
    assert empty.cached(again.tokens) == expected.cached
    assert answer(empty, again, 20) == expected


def test_the_tokens_of_the_model_come_back_as_it_made_them(empty, smollm2, tmp_path):
    path = tmp_path / "chat.state"
    load(empty, smollm2)
    said, following, _ = kept(empty, path)
    cached = empty.cached(following.tokens)
    load(empty, smollm2)
    empty.restore_state(path)
    assert empty.cached(prepare(empty, QUESTION, said.message, user("go on")).tokens) == cached


def test_what_is_too_short_or_too_large_is_not_written(glm, tmp_path):
    path = tmp_path / "chat.state"
    answer(glm, prepare(glm, QUESTION), 5)
    assert glm.save_state(path, 100_000, ENOUGH) == 0
    assert glm.save_state(path, 0, 100) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"not a state", None], ids=["empty", "something else", "cut"])
def test_a_file_that_is_no_state_is_refused_and_the_chat_is_read_as_ever(glm, tmp_path, damage):
    path = tmp_path / "chat.state"
    _, following, _ = kept(glm, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    with pytest.raises(BackendError):
        glm.restore_state(path)
    assert glm.cached(following.tokens) == 0
    assert answer(glm, following, 5).cached == 0


def test_the_state_of_another_model_is_refused(empty, tiny_glm, smollm2, tmp_path):
    path = tmp_path / "chat.state"
    load(empty, tiny_glm)
    kept(empty, path)
    load(empty, smollm2)
    with pytest.raises(BackendError):
        empty.restore_state(path)
    assert answer(empty, prepare(empty, user("hi")), 3).cached == 0


@pytest.mark.parametrize("context", [512, 4096], ids=["smaller", "larger"])
def test_a_state_goes_into_a_context_of_another_size(empty, tiny_glm, tmp_path, context):
    path = tmp_path / "chat.state"
    load(empty, tiny_glm, context_tokens=2048)
    said, following, tokens = kept(empty, path)
    expected = answer(empty, following, 20)
    load(empty, tiny_glm, context_tokens=context)
    assert empty.restore_state(path) == tokens
    assert answer(empty, prepare(empty, QUESTION, said.message, user("go on")), 20) == expected


def test_a_state_that_does_not_fit_into_the_context_is_refused(empty, tiny_glm, tmp_path):
    path = tmp_path / "chat.state"
    load(empty, tiny_glm, context_tokens=2048)
    kept(empty, path)
    load(empty, tiny_glm, context_tokens=32)
    with pytest.raises(BackendError):
        empty.restore_state(path)
