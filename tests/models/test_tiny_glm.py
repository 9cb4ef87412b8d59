"""The tiny GLM says its script in plain llama.cpp, whatever the temperature and the KV cache."""

from pathlib import Path

import pytest

from tests.models import bare_llama, script
from tests.models.tiny_glm import ANSWER, THOUGHT, write

ASKED = "[gMASK]<sop><|system|>Be kind.<|user|>Wie geht's, 世界?<|assistant|>"


@pytest.mark.parametrize(("temperature", "kv"), [("1.0", "f16"), ("2.5", "q8_0"), ("0", "q4_0")])
def test_it_thinks_and_answers_as_written(tiny_glm: Path, temperature: str, kv: str) -> None:
    said = bare_llama.run("speak", str(tiny_glm), ASKED + "<think>", temperature, kv)
    assert said["text"] == f"{THOUGHT}</think>{ANSWER}"
    assert said["end"] == "<|user|>"


def test_with_the_thought_closed_it_answers_at_once(tiny_glm: Path) -> None:
    said = bare_llama.run("speak", str(tiny_glm), ASKED + "</think>", "1.0", "f16")
    assert said["text"] == ANSWER


@pytest.mark.parametrize(
    "cut", ["for growing beans 🌱", "```python\ndef sprout(days", "one week you will see"]
)
def test_an_answer_that_is_read_again_goes_on_where_it_stopped(tiny_glm: Path, cut: str) -> None:
    begun = ANSWER[: ANSWER.index(cut) + len(cut)]
    said = bare_llama.run("speak", str(tiny_glm), ASKED + "</think>" + begun, "1.0", "f16")
    assert begun + said["text"] == ANSWER


def test_a_long_script_with_a_tool_call_ends_as_the_real_model_ends(tmp_path: Path) -> None:
    thought = script.prose(400)
    answer = (
        script.prose(300, seed=1)
        + "<tool_call>look<arg_key>city</arg_key><arg_value>Ulm</arg_value></tool_call>"
    )
    model = write(tmp_path / "long.gguf", thought=thought, answer=answer)
    said = bare_llama.run("speak", str(model), ASKED + "<think>", "1.0", "f16")
    assert said["text"] == f"{thought}</think>{answer}"
    assert said["end"] == "<|observation|>"
    assert said["tokens"] > 700


def test_an_endless_model_starts_its_answer_over(tmp_path: Path) -> None:
    model = write(tmp_path / "endless.gguf", answer="Round and round it goes", endless=True)
    said = bare_llama.run("speak", str(model), ASKED + "</think>", "1.0", "f16", "200")
    assert said["text"].startswith("Round and round it goesRound and round")
    assert said["end"] == ""


def test_the_file_is_small(tiny_glm: Path) -> None:
    assert tiny_glm.stat().st_size < 10_000_000


def test_a_text_that_has_nothing_new_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing in 'one' is new"):
        write(tmp_path / "no.gguf", thought="one", answer="one")
