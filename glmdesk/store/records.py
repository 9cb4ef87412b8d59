"""A chat as JSON: what a row of the database holds, what a file of exported chats holds.

Reading checks: a record of an unknown kind, or with a value of the wrong type, raises `ValueError`. Text
comes back exactly as it was, zeros and lone surrogates included.

A message is `{"role", "parts": [PART...]}`, with `"created"`, `"model"`, `"note"`, `"place"`, `"usage"`
{prompt, cached, thinking, answer} and `"timing"` {ttft_s, prefill_tps, decode_tps} where they are known, and
`"note_made_of"`, {pattern, values}, where the note is a phrase. A PART is one of

    {"kind": "text", "text"}
    {"kind": "reasoning", "text", "seconds", "tokens", "closed"}
    {"kind": "tool_call", "name", "arguments": {}, "complete"}
    {"kind": "tool_result", "name", "text"}
    {"kind": "source", "path", "text", "start", "end", "name"}
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from glmdesk.core.chat import (
    Chat,
    Ending,
    LeftOut,
    Message,
    Omission,
    Part,
    Reasoning,
    Role,
    Source,
    Text,
    Timing,
    ToolCall,
    ToolResult,
    Usage,
)
from glmdesk.core.chat_options import ChatOptions
from glmdesk.core.citations import Citation
from glmdesk.core.phrases import Phrase
from glmdesk.store.phrase_records import phrase_of, phrase_record
from glmdesk.store.seen_records import seen_of, seen_record
from glmdesk.store.tolerant import tolerant


@dataclass(frozen=True, slots=True)
class KeptChat:
    """A chat with what the list of chats knows of it; `updated` is Unix time in seconds."""

    chat: Chat
    updated: float = 0.0
    pinned: bool = False
    folder: str = ""


def to_json(value: Any) -> str:
    """JSON in as few bytes as can be; lone surrogates, which UTF-8 does not know, are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), default=str)
    return text


def message_record(message: Message) -> dict[str, Any]:
    """A message as JSON values; its ending is kept beside it."""
    record: dict[str, Any] = {"role": message.role.value, "parts": [_part_record(p) for p in message.parts]}
    for name in ("created", "model", "note", "place"):
        if getattr(message, name):
            record[name] = getattr(message, name)
    if isinstance(message.note, Phrase):
        record["note_made_of"] = phrase_record(message.note)
    if message.usage is not None:
        record["usage"] = asdict(message.usage)
    if message.timing is not None:
        record["timing"] = asdict(message.timing)
    if message.seen is not None:
        record["seen"] = seen_record(message.seen)
    if message.citations:
        record["citations"] = [asdict(citation) for citation in message.citations]
    return record


def message_of(record: Mapping[str, Any], ending: str) -> Message:
    """The message of a record."""
    usage, timing = record.get("usage"), record.get("timing")
    return Message(
        Role(_typed(record, "role", str)),
        tuple(_part_of(part) for part in _typed(record, "parts", list)),
        float(_typed(record, "created", (int, float), 0.0)),
        Ending(ending),
        _typed(record, "model", str, ""),
        None if usage is None else Usage(**_numbers(usage, Usage, int)),
        None if timing is None else Timing(**_numbers(timing, Timing, float)),
        phrase_of(record.get("note_made_of"), _typed(record, "note", str, "")),
        _typed(record, "place", str, ""),
        seen_of(record["seen"]) if "seen" in record else None,
        _citations_of(_typed(record, "citations", list, [])),
    )


def _citations_of(records: list[Any]) -> tuple[Citation, ...]:
    return tuple(tolerant(Citation(0, 0, "", 0, 0), record) for record in records if isinstance(record, dict))


def growth(old: Message, new: Message) -> list[dict[str, Any]] | None:
    """What turns `old` into `new` when only text was added at its end, or parts after it; None otherwise.

    The first record may have `"grown"` instead of a part's `"text"`: text for the end of the last part.
    """
    if replace(old, parts=()) != replace(new, parts=()) or len(new.parts) < len(old.parts):
        return None
    if not old.parts:
        return [_part_record(part) for part in new.parts]
    if new.parts[: len(old.parts) - 1] != old.parts[:-1]:
        return None
    before, after = old.parts[-1], new.parts[len(old.parts) - 1]
    records = [_part_record(part) for part in new.parts[len(old.parts) :]]
    if before == after:
        return records
    if type(before) is not type(after) or not isinstance(before, Text | Reasoning):
        return None
    assert isinstance(after, Text | Reasoning)
    if not after.text.startswith(before.text):
        return None
    grown = _part_record(after)
    del grown["text"]
    return [{**grown, "grown": after.text[len(before.text) :]}, *records]


def grown(message: Message, records: Sequence[Mapping[str, Any]]) -> Message:
    """The message with a `growth` added."""
    parts = list(message.parts)
    for record in records:
        if "grown" in record:
            if not parts or not isinstance(parts[-1], Text | Reasoning):
                raise ValueError("growth of a part that is not there")
            parts[-1] = _part_of({**record, "text": parts[-1].text + _typed(record, "grown", str)})
        else:
            parts.append(_part_of(record))
    return replace(message, parts=tuple(parts))


def options_record(options: ChatOptions) -> dict[str, Any]:
    """What of a chat's options is not as the settings say."""
    usual = asdict(ChatOptions())
    return {name: value for name, value in asdict(options).items() if value != usual[name]}


def options_of(record: Any) -> ChatOptions:
    """The options of a record."""
    return tolerant(ChatOptions(), record if isinstance(record, dict) else {})


def _part_record(part: Part) -> dict[str, Any]:
    match part:
        case Text(text):
            return {"kind": "text", "text": text}
        case Reasoning(text, seconds, tokens, closed):
            return {"kind": "reasoning", "text": text, "seconds": seconds, "tokens": tokens, "closed": closed}
        case ToolCall(name, arguments, complete):
            return {"kind": "tool_call", "name": name, "arguments": dict(arguments), "complete": complete}
        case ToolResult(name, text):
            return {"kind": "tool_result", "name": name, "text": text}
        case Source():
            return {"kind": "source", **asdict(part)}
        case LeftOut():
            return {"kind": "left_out", **asdict(part), "what": part.what.value}


def _part_of(record: Mapping[str, Any]) -> Part:
    if not isinstance(record, dict):
        raise ValueError("a part is not an object")  # noqa: TRY004 - for readers, a bad value
    match record.get("kind"):
        case "text":
            return Text(_typed(record, "text", str))
        case "reasoning":
            return Reasoning(
                _typed(record, "text", str),
                float(_typed(record, "seconds", (int, float), 0.0)),
                _typed(record, "tokens", int, 0),
                _typed(record, "closed", bool, False),
            )
        case "tool_call":
            arguments = _typed(record, "arguments", dict)
            return ToolCall(_typed(record, "name", str), arguments, _typed(record, "complete", bool, True))
        case "tool_result":
            return ToolResult(_typed(record, "name", str), _typed(record, "text", str))
        case "source":
            return Source(
                _typed(record, "path", str),
                _typed(record, "text", str),
                _typed(record, "start", int, 1),
                _typed(record, "end", int, 0),
                _typed(record, "name", str, ""),
            )
        case "left_out":
            turns = _typed(record, "turns", list)
            if not all(isinstance(turn, str) for turn in turns):
                raise ValueError("turns are left out by their ids")
            return LeftOut(
                Omission(_typed(record, "what", str)),
                tuple(turns),
                _typed(record, "tokens", int, 0),
                _typed(record, "summary", str, ""),
                _typed(record, "readings", int, 1),
            )
        case kind:
            raise ValueError(f"a part of an unknown kind: {kind!r}")


def _numbers(record: Any, cls: type, number: type) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise ValueError("numbers are not an object")  # noqa: TRY004
    names = cls.__dataclass_fields__  # type: ignore[attr-defined]
    return {name: number(_typed(record, name, (int, float), 0)) for name in names}


_MISSING: Any = object()


def _typed(record: Mapping[str, Any], name: str, kind: Any, default: Any = _MISSING) -> Any:
    value = record.get(name, default)
    if value is _MISSING or (not isinstance(value, kind) and value is not default):
        raise ValueError(f"{name!r} is missing or not of its type")
    return value
