"""Message and tool files: what they hold, and what is said of a mistake in them."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from glmdesk.cli import conversation
from glmdesk.core.chat import Role
from glmdesk.core.errors import PromptError
from glmdesk.core.prompt import PromptMessage, PromptToolCall

HELLO = [{"role": "user", "content": "Hello"}]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "chat.json"


def test_messages_are_read_with_thoughts_and_tool_calls(file: Path) -> None:
    file.write_text(
        json.dumps(
            [
                {"role": "system", "content": "Sei höflich."},
                {
                    "role": "assistant",
                    "content": "",
                    "reasoning": "A tool.",
                    "tool_calls": [{"name": "now", "arguments": {"zone": "CET"}}],
                },
                {"role": "tool", "content": "12:30"},
            ]
        ),
        "utf-8",
    )
    assert conversation.messages(str(file)) == (
        PromptMessage(Role.SYSTEM, "Sei höflich."),
        PromptMessage(Role.ASSISTANT, "", "A tool.", (PromptToolCall("now", {"zone": "CET"}),)),
        PromptMessage(Role.TOOL, "12:30"),
    )


def test_a_conversation_can_come_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b'[{"role": "user", "content": "Hi"}]'))
    monkeypatch.setattr(sys, "stdin", typed)
    assert conversation.messages("-") == (PromptMessage(Role.USER, "Hi"),)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ([*HELLO, {"role": "robot", "content": "b"}], "message 2, role: there is no 'robot'"),
        ([{"role": "user"}], "message 1: object missing required field `content`"),
        ([{"role": "user", "content": None}], "message 1, content: expected `str`, got `null`"),
        ([{"role": "user", "content": "a", "contnt": ""}], "unknown field `contnt`"),
        ({"role": "user", "content": "a"}, "has a mistake: expected `array`, got `object`"),
        ([], "There are no messages"),
    ],
)
def test_a_mistake_is_named_with_its_place(file: Path, content: Any, told: str) -> None:
    file.write_text(json.dumps(content), "utf-8")
    with pytest.raises(PromptError) as error:
        conversation.messages(str(file))
    assert told in error.value.explanation.happened
    assert str(file) in error.value.explanation.happened


@pytest.mark.parametrize(
    "data", [b"", b"[", b"\xff\xfe", b'[{"role": "user", "content": "\xff"}]', b"[" * 9999]
)
def test_what_is_no_json_is_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(PromptError, match=r"list of messages|mistake"):
        conversation.messages(str(file))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"nowhere\.json cannot be read: no such file"):
        conversation.messages(str(tmp_path / "nowhere.json"))


def test_tools_are_handed_on_as_they_are(file: Path) -> None:
    tools = [
        {"type": "function", "function": {"name": "now", "parameters": {"type": "object"}}, "strict": True}
    ]
    file.write_text(json.dumps(tools), "utf-8")
    assert conversation.tools(str(file)) == tuple(tools)


def test_a_tool_without_a_name_is_refused(file: Path) -> None:
    file.write_text('[{"type": "function", "function": {}}]', "utf-8")
    with pytest.raises(PromptError, match="in tool 1, function: object missing required field `name`"):
        conversation.tools(str(file))
