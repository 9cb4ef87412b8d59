"""The chat formats that stand in where a model brings no template, or one that misbehaves: GLM and ChatML.

Invariant: the GLM format equals the rendering of GLM-4.7-Flash's own template. A message's text is data: only
its `reasoning` is a thought, whatever its content looks like.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from glmdesk.core.chat import Role
from glmdesk.core.prompt import PromptMessage, PromptToolCall
from glmdesk.core.thinking import THINK, THINK_END
from glmdesk.core.tool_calls import KEY, KEY_END, TOOL_CALL, TOOL_CALL_END, VALUE, VALUE_END

Tools = Sequence[dict[str, Any]]
BuiltIn = Callable[[Sequence[PromptMessage], Tools, bool, bool], str]
"""Messages, tools, whether to think, whether to keep earlier thoughts -> the prompt, ready to be answered."""

GLM_MARKS = ("[gMASK]", "<|observation|>")


def choose(specials: Collection[str]) -> str:
    """The name of the format for a vocabulary with these special tokens."""
    return "glm" if all(mark in specials for mark in GLM_MARKS) else "chatml"


def glm(messages: Sequence[PromptMessage], tools: Tools, thinking: bool, keep_thinking: bool) -> str:
    """The format of GLM-4.7-Flash."""
    pieces = ["[gMASK]<sop>"]
    if tools:
        pieces += ["<|system|>\n", _tools_text(tools)]
    last_user = max((i for i, message in enumerate(messages) if message.role is Role.USER), default=-1)
    previous: Role | None = None
    for index, message in enumerate(messages):
        pieces += _glm_message(message, previous, keep_thinking=keep_thinking or index > last_user)
        previous = message.role
    return "".join([*pieces, "<|assistant|>", THINK if thinking else THINK_END])


def _glm_message(message: PromptMessage, previous: Role | None, *, keep_thinking: bool) -> Iterator[str]:
    if message.role is Role.ASSISTANT:
        yield "<|assistant|>"
        if keep_thinking and message.reasoning:
            yield THINK + message.reasoning.strip()
        yield THINK_END + message.content.strip()
        yield from map(_call, message.tool_calls)
    elif message.role is Role.TOOL:
        if previous is not Role.TOOL:
            yield "<|observation|>"
        yield f"<tool_response>{message.content}</tool_response>"
    else:
        yield f"<|{message.role.value}|>{message.content}"


def chatml(messages: Sequence[PromptMessage], tools: Tools, thinking: bool, keep_thinking: bool) -> str:  # noqa: ARG001
    """ChatML, the format most small models know; calls keep GLM's form, which is the one that is parsed."""
    pieces = [f"<|im_start|>system\n{_tools_text(tools)}<|im_end|>\n"] if tools else []
    for message in messages:
        text = message.content + "".join(map(_call, message.tool_calls))
        pieces.append(f"<|im_start|>{message.role.value}\n{text}<|im_end|>\n")
    return "".join([*pieces, "<|im_start|>assistant\n"])


FORMATS: dict[str, BuiltIn] = {"glm": glm, "chatml": chatml}


def _call(call: PromptToolCall) -> str:
    arguments = (
        f"{KEY}{key}{KEY_END}{VALUE}{value if isinstance(value, str) else _json(value)}{VALUE_END}"
        for key, value in call.arguments.items()
    )
    return f"{TOOL_CALL}{call.name}{''.join(arguments)}{TOOL_CALL_END}"


def _tools_text(tools: Tools) -> str:
    signatures = "".join(_json(tool) + "\n" for tool in tools)
    return (
        "# Tools\n\nYou may call one or more functions to assist with the user query.\n\n"
        "You are provided with function signatures within <tools></tools> XML tags:\n"
        f"<tools>\n{signatures}</tools>\n\n"
        "For each function call, output the function name and arguments within the following XML format:\n"
        "<tool_call>{function-name}<arg_key>{arg-key-1}</arg_key><arg_value>{arg-value-1}</arg_value>"
        "<arg_key>{arg-key-2}</arg_key><arg_value>{arg-value-2}</arg_value>...</tool_call>"
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
