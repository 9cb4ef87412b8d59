"""Jan's threads: a folder with `thread.json` and `messages.jsonl`, or the JSON of its "Export" menu.

Messages are a list; those of branched threads name their parent in "metadata", and which answer is shown.
Older versions kept thoughts in the text between <think> marks.
"""

import json
from collections.abc import Sequence
from typing import Any

from glmdesk.core.chat import Ending, Message, Part, Reasoning, Role, ToolResult
from glmdesk.store.imports.tree import Node, call, chat_of, split, thought_and_text
from glmdesk.store.imports.untrusted import fields, items, moment, text
from glmdesk.store.records import KeptChat

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM, "tool": Role.TOOL}
_ENDINGS = {"pending": Ending.INTERRUPTED, "stopped": Ending.STOPPED, "error": Ending.FAILED}


def is_export(value: Any) -> bool:
    """True for what the "Export" menu writes."""
    messages = [fields(message) for message in items(fields(value).get("messages"))]
    return "exported_at" in fields(value) and any("role" in message for message in messages)


def read(thread: dict[str, Any], messages: Sequence[Any], name: str) -> tuple[KeptChat, int]:
    """A thread as a chat, and how many pictures and files were left out; `name` is that of the file."""
    model = text(fields(thread.get("model")).get("id"))
    for assistant in items(thread.get("assistants"))[:1]:
        model = text(fields(fields(assistant).get("model")).get("id")) or model
    listed = [fields(message) for message in messages]
    nodes: list[Node] = []
    left_out = 0
    shown: dict[str | None, str] = {None: text(fields(thread.get("metadata")).get("activeRootId"))}
    for place, message in enumerate(listed):
        message_id = text(message.get("id")) or str(place)
        metadata = fields(message.get("metadata"))
        parent = nodes[-1].id if nodes else None
        if "parentId" in metadata:
            parent = text(metadata.get("parentId")) or None
        shown[message_id] = text(metadata.get("activeChildId"))
        made, missing = _messages(message, model)
        left_out += missing
        nodes.append(Node(message_id, parent, made, place))
    created = moment(thread.get("created")) or moment(listed[0].get("created_at") if listed else 0)
    title = text(thread.get("title"))
    chat = chat_of(text(thread.get("id")) or name, title, created, nodes, _leaf(nodes, shown))
    return KeptChat(chat, moment(thread.get("updated")) or moment(thread.get("exported_at"))), left_out


def _leaf(nodes: Sequence[Node], shown: dict[str | None, str]) -> str | None:
    """The end of the branch that is shown: at each step the chosen answer, or else the newest."""
    children: dict[str | None, list[str]] = {}
    for node in nodes:
        children.setdefault(node.parent, []).append(node.id)
    leaf: str | None = None
    for _ in nodes:
        answers = children.get(leaf)
        if not answers:
            break
        leaf = shown[leaf] if shown.get(leaf) in answers else answers[-1]
    return leaf


def _messages(message: Any, model: str) -> tuple[tuple[Message, ...], int]:
    role = _ROLES.get(text(message.get("role")))
    left_out = len(items(message.get("attachments")))
    if role is None:
        return (), left_out
    parts: list[Part] = []
    for entry in items(message.get("content")):
        made = _parts(fields(entry))
        parts.extend(made)
        left_out += not made and fields(entry).get("type") not in ("text", "reasoning")
    metadata = fields(message.get("metadata"))
    ending = _ENDINGS.get(text(message.get("status")), Ending.COMPLETE)
    if metadata.get("stopped") is True:
        ending = Ending.STOPPED
    model = model if role is Role.ASSISTANT else ""
    like = Message(role, (), moment(message.get("created_at")), ending, model)
    return split(parts, like), left_out


def _parts(item: Any) -> tuple[Part, ...]:
    words = text(fields(item.get("text")).get("value")) or text(item.get("text"))
    match item.get("type"):
        case "text":
            return thought_and_text(words)
        case "reasoning":
            return (Reasoning(words, closed=True),) if words else ()
        case "tool_call":
            name = text(item.get("tool_name"))
            output = item.get("output")
            if output is None:
                return (call(name, _decoded(item.get("input"))),)
            answer = output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)
            return (call(name, _decoded(item.get("input"))), ToolResult(name or "tool", answer))
        case _:
            return ()


def _decoded(value: Any) -> Any:
    if not isinstance(value, str):
        return {} if value is None else value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
