"""ChatGPT's data export: `conversations.json`, an array of conversations, each a tree under "mapping".

A node has a "message" (or null), a "parent" and "children"; "current_node" is the end of the shown branch. An
answer comes in several nodes: thoughts, a recap of how long they took, calls of tools, text.
"""

import json
import re
from typing import Any

from glmdesk.core.chat import Ending, Message, Part, Reasoning, Role, Text, ToolResult
from glmdesk.store.imports.tree import Node, call, chat_of, joined
from glmdesk.store.imports.untrusted import fields, items, moment, number, text
from glmdesk.store.records import KeptChat

_CITATION = re.compile("\ue200[^\ue201]*\ue201")  # marks of ChatGPT's page, in a private area of Unicode
_SETTINGS = {"user_editable_context", "model_editable_context"}
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "tool": Role.TOOL, "system": Role.SYSTEM}


def is_conversation(value: Any) -> bool:
    """True for one entry of the array."""
    return isinstance(value, dict) and isinstance(value.get("mapping"), dict)


def read(conversation: dict[str, Any]) -> tuple[KeptChat, int]:
    """A conversation as a chat, and how many pictures and the like were left out."""
    mapping = fields(conversation.get("mapping"))
    ranks = {
        child: rank
        for node in mapping.values()
        for rank, child in enumerate(items(fields(node).get("children")))
        if isinstance(child, str)
    }
    nodes, left_out = [], 0
    for node_id, entry in mapping.items():
        node = fields(entry)
        message, missing = _message(fields(node.get("message")))
        left_out += missing
        messages = (message,) if message is not None else ()
        nodes.append(Node(node_id, text(node.get("parent")) or None, messages, ranks.get(node_id, 0)))
    chat_id = text(conversation.get("conversation_id")) or text(conversation.get("id"))
    created = moment(conversation.get("create_time"))
    leaf = text(conversation.get("current_node")) or None
    chat = joined(chat_of(chat_id, text(conversation.get("title")), created, nodes, leaf))
    return KeptChat(chat, moment(conversation.get("update_time")) or created), left_out


def _message(message: Any) -> tuple[Message | None, int]:
    metadata = fields(message.get("metadata"))
    content = fields(message.get("content"))
    role = _ROLES.get(text(fields(message.get("author")).get("role")))
    hidden = metadata.get("is_visually_hidden_from_conversation") is True
    if role is None or hidden or text(content.get("content_type")) in _SETTINGS:
        return None, 0
    parts, left_out = _parts(message, content, metadata, role)
    if not parts:
        return None, left_out
    created = moment(message.get("create_time"))
    return Message(role, parts, created, _ending(metadata), text(metadata.get("model_slug"))), left_out


def _parts(message: Any, content: Any, metadata: Any, role: Role) -> tuple[tuple[Part, ...], int]:
    kind = content.get("content_type")
    if kind == "thoughts":
        return _thoughts(content), 0
    if kind == "reasoning_recap":
        return (Reasoning("", number(metadata.get("finished_duration_sec")), closed=True),), 0
    found, left_out = _text(content)
    if not found.strip():
        return (), left_out
    if role is Role.TOOL:
        return (ToolResult(text(fields(message.get("author")).get("name")) or "tool", found),), left_out
    recipient = text(message.get("recipient"))
    if role is Role.ASSISTANT and recipient not in ("", "all"):
        return (call(recipient, _arguments(found)),), left_out
    if kind == "code":
        return (Text(f"```{text(content.get('language')).replace('unknown', '')}\n{found}\n```"),), left_out
    return (Text(found),), left_out


def _thoughts(content: Any) -> tuple[Part, ...]:
    lines: list[str] = []
    for thought in map(fields, items(content.get("thoughts"))):
        summary = text(thought.get("summary"))
        lines.extend((f"**{summary}**" if summary else "", text(thought.get("content"))))
    whole = "\n\n".join(line for line in lines if line)
    return (Reasoning(whole, closed=True),) if whole else ()


def _text(content: Any) -> tuple[str, int]:
    """All text of a content, and how many of its parts are none."""
    found, left_out = [], 0
    for part in items(content.get("parts")):
        words = part if isinstance(part, str) else text(fields(part).get("text"))
        left_out += not isinstance(part, str) and not words
        found.append(words)
    if not found:
        found = [text(content.get(name)) for name in ("text", "result", "content")]
    return _CITATION.sub("", "\n\n".join(words for words in found if words)), left_out


def _arguments(found: str) -> object:
    try:
        return json.loads(found)
    except (ValueError, RecursionError):
        return found


def _ending(metadata: Any) -> Ending:
    kind = fields(metadata.get("finish_details")).get("type")
    return {"max_tokens": Ending.LENGTH, "interrupted": Ending.STOPPED}.get(text(kind), Ending.COMPLETE)
