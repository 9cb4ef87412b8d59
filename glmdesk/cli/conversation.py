"""Conversations and tools from files: JSON lists, checked, and refused with the place of the mistake."""

import re
import sys
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from glmdesk.core.chat import Role
from glmdesk.core.errors import PromptError
from glmdesk.core.prompt import PromptMessage, PromptToolCall

STDIN = "-"
_Item = TypeVar("_Item")
_PROBLEM = re.compile(r"(?P<problem>.*?)(?: - at `\$(?:\[(?P<index>\d+)\])?\.?(?P<field>[^`]*)`)?", re.DOTALL)
_EXAMPLES = {
    "message": 'Write [{"role": "user", "content": "Hello"}], for example; the roles are '
    "system, user, assistant and tool.",
    "tool": 'Write [{"type": "function", "function": {"name": "look", "parameters": {}}}], for example.',
}


class _FileCall(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    arguments: dict[str, Any] = {}


class _FileMessage(msgspec.Struct, forbid_unknown_fields=True):
    role: Role
    content: str
    reasoning: str = ""
    tool_calls: list[_FileCall] = []

    def as_prompt(self) -> PromptMessage:
        calls = tuple(PromptToolCall(call.name, call.arguments) for call in self.tool_calls)
        return PromptMessage(self.role, self.content, self.reasoning, calls)


class _Function(msgspec.Struct):
    name: str


class _FileTool(msgspec.Struct):
    function: _Function


def messages(file: str) -> tuple[PromptMessage, ...]:
    """The messages in `file`, "-" for standard input; raises `PromptError` that names what is wrong."""
    data = _read(file)
    found = _decoded(file, data, list[_FileMessage], "message")
    if not found:
        raise PromptError(f"There are no messages in {_named(file)}.", action="Give at least one message.")
    return tuple(message.as_prompt() for message in found)


def tools(file: str) -> tuple[dict[str, Any], ...]:
    """The tools in `file`, a JSON list in the OpenAI form; raises `PromptError` that names what is wrong."""
    data = _read(file)
    _decoded(file, data, list[_FileTool], "tool")
    return tuple(msgspec.json.decode(data))


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PromptError(f"{_named(file)} cannot be read: {reason}.", action="Check the path.") from error


def _decoded(file: str, data: bytes, kind: type[list[_Item]], noun: str) -> list[_Item]:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        problem, place = _read_problem(str(error), noun)
        happened = f"{_named(file)} has a mistake{place}: {problem}."
        raise PromptError(happened, action=_EXAMPLES[noun]) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        happened = f"{_named(file)} is no JSON list of {noun}s ({error})."
        raise PromptError(happened, action=_EXAMPLES[noun]) from error


def _read_problem(said: str, noun: str) -> tuple[str, str]:
    """What msgspec said, as the problem and its place: ` - at `$[2].role`` as " in message 3, role"."""
    match = _PROBLEM.fullmatch(said)
    if match is None:
        return said, ""
    problem = match["problem"].replace("Invalid enum value", "there is no")
    place = f" in {noun} {int(match['index']) + 1}" if match["index"] else ""
    return problem[:1].lower() + problem[1:], place + (f", {match['field']}" if match["field"] else "")


def _named(file: str) -> str:
    return "The standard input" if file == STDIN else file
