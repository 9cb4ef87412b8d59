"""`glmdesk dry-run` sets the prediction beside llama.cpp's allocator."""

import json
from typing import Any

import pytest

from glmdesk.cli import dry_run as command
from glmdesk.cli.arguments import parse
from glmdesk.core.errors import EngineError, ModelMissing


def run(*arguments: str) -> int:
    return command.run(parse(["dry-run", *arguments]))


def total(memory: dict[str, Any]) -> int:
    parts = [*memory["devices"], memory["host"]]
    return sum(part[key] for part in parts for key in ("weights_bytes", "kv_bytes", "compute_bytes"))


@pytest.mark.parametrize(
    "settings",
    [
        [],
        ["--context", "32768", "--kv", "q8_0", "--ubatch", "1024"],
        ["--context", "131072", "--kv", "q4_0", "--gpu-layers", "0"],
    ],
)
def test_prediction_and_allocator_agree(capsys, twin, settings):
    assert run(str(twin), "--json", *settings) == 0
    found = json.loads(capsys.readouterr().out)
    predicted, measured = found["predicted"], found["measured"]
    assert total(predicted) == pytest.approx(total(measured), rel=0.01)
    assert set(predicted["host"]) == set(measured["host"])
    assert predicted["host"]["available_bytes"] == measured["host"]["available_bytes"]


def test_people_see_a_table(capsys, tiny_glm):
    assert run(str(tiny_glm), "--gpu-layers", "0") == 0
    text = capsys.readouterr().out
    assert "predicted" in text
    assert "measured" in text
    assert "RAM" in text
    assert text.count("MiB") == 6


def test_what_llama_cpp_refuses_is_told_in_a_sentence(tmp_path, tiny_glm):
    with pytest.raises(ModelMissing, match="There is no file"):
        run(str(tmp_path / "gone.gguf"))
    with pytest.raises(EngineError, match="The device CUDA9 is not there"):
        run(str(tiny_glm), "--device", "CUDA9")


@pytest.mark.parametrize(
    "arguments",
    [
        ["dry-run"],
        ["dry-run", "x.gguf", "--kv", "q5_1"],
        ["dry-run", "x", "--gpu-layers", "-2"],
        ["plan", "x"],
    ],
)
def test_bad_usage_exits_with_2(arguments):
    with pytest.raises(SystemExit) as exit_:
        parse(arguments)
    assert exit_.value.code == 2
