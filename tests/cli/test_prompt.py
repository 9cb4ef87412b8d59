"""The prompt a model sees is the one that its own template gives in transformers, character by character."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gguf import GGUFReader

from glmdesk.cli import conversation
from glmdesk.cli.model import load
from glmdesk.engine.child import Child
from glmdesk.engine.protocol import Prompt, Render, Rendered

RECORDING = json.loads((Path(__file__).parent.parent / "data" / "chat_templates.json").read_text("utf-8"))
RENDERINGS = [
    pytest.param(
        recorded["model"],
        recorded,
        rendering,
        id=f"{recorded['model']}-{recorded['name']}"
        + ("" if rendering["thinking"] else "-thinking off")
        + ("-kept" if rendering["keep_thinking"] else ""),
    )
    for recorded in RECORDING["conversations"]
    for rendering in recorded["renderings"]
]


@pytest.fixture(scope="module")
def workers(tiny_glm: Path, smollm2: Path) -> Iterator[dict[str, Child]]:
    """A worker with each of the models that the recording names."""
    with Child() as with_tiny_glm, Child() as with_smollm2:
        load(with_tiny_glm, tiny_glm)
        load(with_smollm2, smollm2)
        yield {"tiny_glm": with_tiny_glm, "smollm2": with_smollm2}


def rendered(worker: Child, prompt: Prompt) -> Rendered:
    events = worker.request(lambda request_id: Render(request_id, prompt))
    [answer] = [event for event in events if isinstance(event, Rendered)]
    return answer


def prompt_of(recorded: dict[str, Any], folder: Path, *, thinking: bool, keep_thinking: bool) -> Prompt:
    """The recorded conversation, by way of the files that a person would write."""
    for part in ("messages", "tools"):
        (folder / part).write_text(json.dumps(recorded[part]), "utf-8")
    messages = conversation.messages(str(folder / "messages"))
    return Prompt(messages, thinking, keep_thinking, conversation.tools(str(folder / "tools")))


@pytest.mark.parametrize(("model", "recorded", "rendering"), RENDERINGS)
def test_a_prompt_equals_that_of_transformers(
    workers: dict[str, Child],
    tmp_path: Path,
    model: str,
    recorded: dict[str, Any],
    rendering: dict[str, Any],
) -> None:
    switches = {name: rendering[name] for name in ("thinking", "keep_thinking")}
    prompt = prompt_of(recorded, tmp_path, **switches)
    assert rendered(workers[model], prompt).text == rendering["text"]


def test_marks_in_a_message_are_text_and_those_of_the_template_are_marks(
    workers: dict[str, Child], tiny_glm: Path, tmp_path: Path
) -> None:
    recorded = next(c for c in RECORDING["conversations"] if c["name"] == "text that looks like marks")
    prompt = prompt_of(recorded, tmp_path, thinking=True, keep_thinking=False)
    tokens = rendered(workers["tiny_glm"], prompt).tokens
    vocabulary = GGUFReader(tiny_glm).fields["tokenizer.ggml.tokens"].contents()
    marks = [
        vocabulary[token] for token in tokens if vocabulary[token].startswith(("<|", "[g", "<th", "/no"))
    ]
    assert marks == ["[gMASK]", "<|system|>", "<|user|>", "<|assistant|>", "<think>"]
