"""LM Studio's files of conversations: `<number>.conversation.json` below `~/.lmstudio/conversations`.

A conversation is a list of messages; each has "versions", of which "currentlySelected" is shown and followed
by the next. A version is one step with "content", or several "steps" whose blocks may be thoughts.
"""

import json
import re
from typing import Any

from glmdesk.core.chat import (
    Ending,
    Message,
    Part,
    Reasoning,
    Role,
    Text,
    Timing,
    ToolResult,
    Usage,
)
from glmdesk.store.imports.tree import Node, call, chat_of, split, thought_and_text
from glmdesk.store.imports.untrusted import fields, items, moment, number, text
from glmdesk.store.records import KeptChat

_SECONDS = re.compile(r"(\d+(?:\.\d+)?) ?s")  # in "Thought for 2.3 seconds"
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM, "tool": Role.TOOL}
_ENDINGS = {
    "maxPredictedTokensReached": Ending.LENGTH,
    "contextLengthReached": Ending.LENGTH,
    "userStopped": Ending.STOPPED,
    "failed": Ending.FAILED,
}


def is_conversation(value: Any) -> bool:
    """True for the object in one file."""
    messages = items(fields(value).get("messages"))
    return any(isinstance(fields(message).get("versions"), list) for message in messages)


def read(conversation: dict[str, Any], name: str) -> tuple[KeptChat, int]:
    """A conversation as a chat, and how many files were left out; `name` is that of the file."""
    created = moment(conversation.get("createdAt"))
    nodes = [Node("system", None, _system(conversation))]
    parent: str = "system"
    left_out = 0
    for place, entry in enumerate(items(conversation.get("messages"))):
        message = fields(entry)
        versions = items(message.get("versions"))
        for which, version in enumerate(versions):
            messages, missing = _messages(fields(version), created)
            left_out += missing
            nodes.append(Node(f"{place}.{which}", parent, messages, which))
        if versions:
            selected = int(number(message.get("currentlySelected")))
            parent = f"{place}.{selected if selected < len(versions) else len(versions) - 1}"
    chat = chat_of(name, text(conversation.get("name")), created, nodes, parent)
    return KeptChat(chat, created, conversation.get("pinned") is True), left_out


def _system(conversation: Any) -> tuple[Message, ...]:
    prompt = text(conversation.get("systemPrompt"))
    for field in items(fields(conversation.get("perChatPredictionConfig")).get("fields")):
        if fields(field).get("key") == "llm.prediction.systemPrompt":
            prompt = text(fields(field).get("value")) or prompt
    return (Message(Role.SYSTEM, (Text(prompt),)),) if prompt.strip() else ()


def _messages(version: Any, created: float) -> tuple[tuple[Message, ...], int]:
    role = _ROLES.get(text(version.get("role")))
    if role is None:
        return (), 0
    steps = [fields(step) for step in items(version.get("steps"))] or [version]
    parts: list[Part] = []
    names: dict[str, str] = {}
    left_out = 0
    for step in steps:
        made, missing = _parts(step, names)
        parts.extend(made)
        left_out += missing
    infos = [fields(step.get("genInfo")) for step in steps if isinstance(step.get("genInfo"), dict)]
    like = Message(role, (), created, model=text(fields(version.get("senderInfo")).get("senderName")))
    return split(parts, _with_figures(like, infos[-1]) if infos else like), left_out


def _parts(step: Any, names: dict[str, str]) -> tuple[list[Part], int]:
    style = fields(step.get("style"))
    parts: list[Part] = []
    left_out = 0
    for entry in items(step.get("content")):
        item = fields(entry)
        match item.get("type"):
            case "text" if not item.get("isStructural"):
                if style.get("type") == "thinking":
                    parts.append(Reasoning(text(item.get("text")), _seconds(style), closed=True))
                else:
                    parts.extend(thought_and_text(text(item.get("text"))))
            case "toolCallRequest":
                names[str(item.get("callId"))] = text(item.get("name"))
                parts.append(call(text(item.get("name")), item.get("parameters", item.get("arguments"))))
            case "toolCallResult":
                name = text(item.get("name")) or names.get(str(item.get("callId"))) or "tool"
                parts.append(ToolResult(name, _result(item.get("content"))))
            case "text":
                continue
            case _:
                left_out += 1
    return parts, left_out


def _result(content: Any) -> str:
    """A result is a string; often one of JSON, with blocks of text in it."""
    if not isinstance(content, str):
        return json.dumps(content, ensure_ascii=False)
    try:
        blocks = json.loads(content)
    except (ValueError, RecursionError):
        return content
    words = [text(fields(block).get("text")) for block in items(blocks)]
    return "\n\n".join(words) if any(words) else content


def _with_figures(message: Message, info: Any) -> Message:
    stats = fields(info.get("stats"))
    read, written = number(stats.get("promptTokensCount")), number(stats.get("predictedTokensCount"))
    usage = Usage(prompt=int(read), answer=int(written))
    timing = Timing(number(stats.get("timeToFirstTokenSec")), 0.0, number(stats.get("tokensPerSecond")))
    return Message(
        message.role,
        (),
        message.created,
        _ENDINGS.get(text(stats.get("stopReason")), Ending.COMPLETE),
        text(info.get("identifier")) or text(info.get("indexedModelIdentifier")) or message.model,
        usage if usage != Usage() else None,
        timing if timing != Timing() else None,
    )


def _seconds(style: Any) -> float:
    match = _SECONDS.search(text(style.get("title")))
    return number(float(match[1])) if match else 0.0
