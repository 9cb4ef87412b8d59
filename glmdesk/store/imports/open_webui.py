"""Open WebUI's export: an array of records, each with a "chat" whose "history" is a tree of messages.

A message has "parentId" and "childrenIds"; "currentId" is the end of the shown branch. An answer is either a
list of items under "output", or text in which thoughts and calls of tools are HTML elements `<details>`.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from glmdesk.core.chat import Ending, Message, Part, Reasoning, Role, Text, ToolResult
from glmdesk.store.imports.tree import Node, call, chat_of, split, thought_and_text
from glmdesk.store.imports.untrusted import fields, items, moment, number, text
from glmdesk.store.records import KeptChat

_OPENING = re.compile(r'^<details type="(reasoning|tool_calls)"([^>]*)>[ \t]*\n?', re.MULTILINE)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SUMMARY = re.compile(r"\s*<summary>.*?</summary>\n?", re.DOTALL)
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "system": Role.SYSTEM, "tool": Role.TOOL}


def is_record(value: Any) -> bool:
    """True for one entry of the array."""
    chat = fields(fields(value).get("chat"))
    return isinstance(chat.get("history"), dict) or isinstance(chat.get("messages"), list)


def read(record: dict[str, Any]) -> tuple[KeptChat, int]:
    """A record as a chat, and how many files and pictures were left out."""
    chat = fields(record.get("chat"))
    history = fields(chat.get("history"))
    messages = fields(history.get("messages"))
    leaf = text(history.get("currentId")) or None
    if not messages:  # before version 0.1.103 the branch alone was kept
        listed = [fields(message) for message in items(chat.get("messages"))]
        ids = [text(message.get("id")) or str(place) for place, message in enumerate(listed)]
        parents = [None, *ids]
        messages = {ids[i]: {**message, "parentId": parents[i]} for i, message in enumerate(listed)}
    ranks = {
        child: rank
        for message in messages.values()
        for rank, child in enumerate(items(fields(message).get("childrenIds")))
        if isinstance(child, str)
    }
    nodes, left_out = [], 0
    for node_id, entry in messages.items():
        message = fields(entry)
        made, missing = _messages(message)
        left_out += missing
        nodes.append(Node(node_id, text(message.get("parentId")) or None, made, ranks.get(node_id, 0)))
    created = moment(record.get("created_at")) or moment(chat.get("timestamp"))
    title = text(record.get("title")) or text(chat.get("title"))
    made_chat = chat_of(text(record.get("id")) or text(chat.get("id")), title, created, nodes, leaf)
    updated = moment(record.get("updated_at")) or created
    return KeptChat(made_chat, updated, record.get("pinned") is True), left_out


def _messages(message: Any) -> tuple[tuple[Message, ...], int]:
    role = _ROLES.get(text(message.get("role")))
    left_out = len(items(message.get("files")))
    if role is None:
        return (), left_out
    output = [fields(item) for item in items(message.get("output"))]
    content = message.get("content")
    if isinstance(content, list):
        left_out += sum(1 for item in content if not text(fields(item).get("text")))
        content = "\n\n".join(text(fields(item).get("text")) for item in content)
    parts = tuple(_of_output(output)) if output else _of_text(text(content), role)
    error = message.get("error")
    note = text(fields(error).get("content")) or (text(message.get("content")) if error is True else "")
    like = Message(
        role,
        (),
        moment(message.get("timestamp")),
        Ending.FAILED if error else Ending.COMPLETE,
        text(message.get("model")) if role is Role.ASSISTANT else "",
        note=note,
    )
    return split(parts, like), left_out


def _of_text(content: str, role: Role) -> tuple[Part, ...]:
    if role is not Role.ASSISTANT:
        return (Text(content),) if content.strip() else ()
    parts: list[Part] = []
    at = 0
    for opening in _OPENING.finditer(content):
        end = content.find("</details>", opening.end())
        in_fence = content.count("```", 0, opening.start()) % 2
        if end < 0 or opening.start() < at or in_fence:
            continue
        parts.extend(thought_and_text(content[at : opening.start()].strip("\n")))
        attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(opening[2])}
        body = _SUMMARY.sub("", content[opening.end() : end], count=1)
        parts.extend(_of_details(opening[1], attributes, html.unescape(body).strip("\n")))
        at = end + len("</details>")
    parts.extend(thought_and_text(content[at:].strip("\n")))
    return tuple(parts)


def _of_details(kind: str, attributes: dict[str, str], body: str) -> Iterator[Part]:
    if kind == "reasoning":
        lines = [line.removeprefix(">").removeprefix(" ") for line in body.split("\n")]
        seconds = attributes.get("duration", "")
        thought = "\n".join(lines).strip()
        if thought:
            yield Reasoning(thought, number(float(seconds)) if seconds.isdecimal() else 0.0, closed=True)
        return
    name = attributes.get("name", "tool")
    yield call(name, _decoded(attributes.get("arguments", "{}")))
    result = _decoded(attributes["result"], 1) if "result" in attributes else body
    if result:
        yield ToolResult(name, result if isinstance(result, str) else json.dumps(result, ensure_ascii=False))


def _of_output(output: list[Any]) -> Iterator[Part]:
    names: dict[str, str] = {}
    for item in output:
        match item.get("type"):
            case "reasoning":
                thought = _texts(item.get("summary")) or _texts(item.get("content"))
                if thought:
                    yield Reasoning(thought, number(item.get("duration")), closed=True)
            case "message":
                words = _texts(item.get("content"))
                if words.strip():
                    yield Text(words)
            case "function_call":
                names[text(item.get("call_id"))] = text(item.get("name"))
                yield call(text(item.get("name")), _decoded(item.get("arguments")))
            case "function_call_output":
                result = text(item.get("output")) or _texts(item.get("output"))
                if result:
                    yield ToolResult(names.get(text(item.get("call_id"))) or "tool", result)
            case _:
                continue


def _texts(value: Any) -> str:
    return "\n\n".join(words for item in items(value) if (words := text(fields(item).get("text"))))


def _decoded(value: Any, times: int = 2) -> Any:
    """What a string of JSON holds; arguments that were a string already are in it twice."""
    for _ in range(times):
        if not isinstance(value, str):
            break
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            break
    return value
