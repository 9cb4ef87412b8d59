"""An answer that was cut goes on where it stopped: whatever the token, the whole is what it would be."""

import pytest

from glmdesk.core.prompt import PartialAnswer
from glmdesk.core.thinking import THINK_END
from tests.engine.llama.conversation import answer, load, prepare, user
from tests.models import tiny_glm as tiny_glm_model

ANSWER = "## Naïve\n\n- 日本語 😀\n\n```py\n  x = 1\n```\n  \n| a | b |\n"
THOUGHT = "Hm…\n\n  so 😀 "


@pytest.fixture
def scripted(empty, tmp_path):
    """A model that says `THOUGHT` and `ANSWER`, whose characters take several tokens."""
    load(empty, tiny_glm_model.write(tmp_path / "said.gguf", thought=THOUGHT, answer=ANSWER))
    return empty


def partial(text):
    """What a chat keeps of a cut text."""
    thought, mark, said = text.partition(THINK_END)
    return PartialAnswer(thought, said, thought_closed=bool(mark))


def test_it_goes_on_without_a_seam_from_every_token(scripted):
    whole = answer(scripted, prepare(scripted, user("hi")))
    for most in range(1, len(whole.pieces)):
        cut = answer(scripted, prepare(scripted, user("hi")), most)
        if not cut.text:
            continue
        rest = answer(scripted, prepare(scripted, user("hi"), partial=partial(cut.text)))
        assert cut.text + rest.text == whole.text, f"cut after {most} tokens"


def test_going_on_reads_nothing_again(scripted):
    first = prepare(scripted, user("hi"))
    cut = answer(scripted, first, 12)
    following = prepare(scripted, user("hi"), partial=partial(cut.text))
    assert scripted.cached(following.tokens) >= len(first.tokens) + 12 - 5
