"""Chats as files for people and for other programs: Markdown and JSON out, JSON and other programs' files in.

The JSON is `{"format": "glmdesk-chats", "version": 1, "exported": TIME, "chats": [CHAT...]}`. A CHAT is
`{"id", "title", "created", "updated", "pinned", "folder", "leaf", "turns": [TURN...]}`, with its `"options"`
where it has some, a TURN a message as `records` tells with its `"id"`, its `"parent"` (a turn before it, or
null) and its `"ending"` (open, complete, length, stopped, interrupted or failed); times are Unix seconds.
`leaf` is the last turn of the branch that is shown. A reader must refuse a higher version, and ignore fields
it does not know.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from glmdesk.core.chat import Chat, Turn
from glmdesk.store.faults import exporting
from glmdesk.store.records import KeptChat, message_of, message_record, options_of, options_record, to_json
from glmdesk.store.upgrade import take_place

FORMAT, VERSION = "glmdesk-chats", 1


def write_json(path: Path, chats: Iterable[KeptChat], exported: float) -> int:
    """Write chats with all their branches; gives their number. The file is whole or not there."""
    number = 0
    unfinished = path.with_name(path.name + ".unfinished")
    with exporting(path):
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as file:
                head = {"format": FORMAT, "version": VERSION, "exported": exported}
                file.write(to_json(head).removesuffix("}") + ',"chats":[')
                for kept in chats:
                    file.write((",\n" if number else "\n") + to_json(chat_record(kept)))
                    number += 1
                file.write("\n]}\n")
            take_place(unfinished, path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    return number


def chat_record(kept: KeptChat) -> dict[str, Any]:
    """A chat as JSON values."""
    chat = kept.chat
    turns = [
        {"id": t.id, "parent": t.parent, "ending": t.message.ending.value, **message_record(t.message)}
        for t in chat.turns.values()
    ]
    options = options_record(chat.options)
    return {
        "id": chat.id,
        "title": chat.title,
        "created": chat.created,
        "updated": kept.updated,
        "pinned": kept.pinned,
        "folder": kept.folder,
        "leaf": chat.leaf,
        **({"options": options} if options else {}),
        "turns": turns,
    }


def chat_of_record(record: Mapping[str, Any]) -> KeptChat:
    """The chat of a record; raises `ValueError`, `KeyError` or `TypeError` for what is none.

    Consent to send it to a service, and folders that may be read, are given on one computer by one person: a
    file cannot bring them.
    """
    turns: dict[str, Turn] = {}
    for item in record["turns"]:
        parent = item["parent"]
        if item["id"] in turns or (parent is not None and parent not in turns):
            raise ValueError("a turn without a place of its own")
        turn_id = _name(item["id"])
        turns[turn_id] = Turn(turn_id, parent, message_of(item, item["ending"]))
    leaf = record.get("leaf")
    if leaf not in turns:
        leaf = next(reversed(turns), None)
    title, created = _name(record.get("title", "")), _time(record.get("created", 0.0))
    options = replace(
        options_of(record.get("options")),
        sent_to="",
        project="",
        project_pinned=(),
        project_left_out=(),
        project_included=(),
    )
    chat = Chat(_name(record["id"]), title, MappingProxyType(turns), leaf, created, options)
    updated, folder = _time(record.get("updated", 0.0)), _name(record.get("folder", ""))
    return KeptChat(chat, updated, record.get("pinned") is True, folder)


def _name(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a name that is no text")  # noqa: TRY004 - for readers, a bad value
    value.encode()  # a lone surrogate is a ValueError
    return value


def _time(value: Any) -> float:
    time = float(value)
    if not math.isfinite(time):
        raise ValueError("a time that is no number")
    return time
