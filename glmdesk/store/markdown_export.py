"""A chat as Markdown for people to read: the branch that is shown, thoughts folded away."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from glmdesk.core.chat import (
    Ending,
    LeftOut,
    Message,
    Omission,
    Part,
    Reasoning,
    Role,
    Source,
    Text,
    ToolCall,
    ToolResult,
)
from glmdesk.store.faults import exporting
from glmdesk.store.records import KeptChat

_SPEAKERS = {Role.USER: "You", Role.SYSTEM: "Instructions", Role.TOOL: "Tool"}
_ENDINGS = {
    Ending.PAUSED: "paused, because it repeated itself",
    Ending.LENGTH: "cut where the room for the answer ended",
    Ending.STOPPED: "stopped",
    Ending.INTERRUPTED: "interrupted",
    Ending.FAILED: "failed",
    Ending.OPEN: "still being written",
}
_LEFT_OUT = {
    Omission.TURNS: "{} earlier messages",
    Omission.THOUGHTS: "the thoughts of {} earlier messages",
    Omission.SOURCES: "the files of {} earlier messages",
}
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # names of devices on Windows
_NAME_LENGTH = 80
_YEAR_9999 = 253_370_764_800  # the last that a date can be


def to_markdown(kept: KeptChat) -> str:
    """The chat as a Markdown document."""
    chat = kept.chat
    blocks = [f"# {' '.join(chat.title.split()) or 'Chat'}"]
    if 0 < chat.created < _YEAR_9999:
        blocks.append(f"*{datetime.fromtimestamp(chat.created, UTC):%Y-%m-%d %H:%M} UTC*")
    for turn in chat.path():
        blocks.extend(_blocks(turn.message))
    return "\n\n".join(blocks) + "\n"


def write_markdown(path: Path, kept: KeptChat) -> None:
    """Write one chat to a file."""
    with exporting(path):
        path.write_text(to_markdown(kept), encoding="utf-8", errors="replace", newline="\n")


def write_markdown_folder(folder: Path, chats: Iterable[KeptChat]) -> int:
    """Write each chat to a file of its own in `folder`, none over another; gives their number."""
    number = 0
    with exporting(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for kept in chats:
            write_markdown(_free(folder / f"{file_name(kept.chat.title)}.md"), kept)
            number += 1
    return number


def file_name(title: str) -> str:
    """A title as the name of a file that every system takes."""
    name = " ".join(_UNSAFE.sub(" ", title).split())[:_NAME_LENGTH].strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "Chat"


def _free(path: Path) -> Path:
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _blocks(message: Message) -> list[str]:
    speaker = _SPEAKERS.get(message.role) or message.model or "Assistant"
    blocks = [f"## {speaker}", *(block for part in message.parts for block in _part(part))]
    if message.ending in _ENDINGS:
        blocks.append(f"*({_ENDINGS[message.ending]})*")
    return blocks


def _part(part: Part) -> list[str]:
    match part:
        case Text(text):
            return [text.strip("\n")] if text.strip() else []
        case Reasoning(text, seconds):
            duration = f" for {seconds:.0f} s" if seconds else ""
            return [f"<details>\n<summary>Thought{duration}</summary>", text.strip("\n"), "</details>"]
        case ToolCall(name, arguments):
            asked = json.dumps(dict(arguments), ensure_ascii=False, indent=2, default=str)
            return [f"Called `{name}`:", _fenced(asked, "json")]
        case ToolResult(name, text):
            return [f"Answer of `{name}`:", _fenced(text)]
        case Source(path, text):
            return [f"From `{path}`:", _fenced(text)]
        case LeftOut(what, turns, _, summary):
            noun = {Omission.TURNS: "messages", Omission.THOUGHTS: "thoughts", Omission.SOURCES: "files"}[
                what
            ]
            line = f"*(from here on the model is not given {noun} of {len(turns)} earlier messages)*"
            return [line, f"> {summary}".replace("\n", "\n> ")] if summary else [line]


def _fenced(text: str, language: str = "") -> str:
    longest = max((len(run) for run in re.findall("`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.strip(chr(10))}\n{fence}"
