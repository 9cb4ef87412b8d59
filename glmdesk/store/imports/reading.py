"""A file or folder of chats from anywhere: what it is, told by what is in it, and the chats it holds.

A chat keeps an id made from its program and its own id, so that reading the same file again finds it.
"""

import json
import uuid
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glmdesk.core.errors import ImportRefused
from glmdesk.core.phrases import phrase
from glmdesk.store.exchange import FORMAT, VERSION, chat_of_record
from glmdesk.store.faults import explained
from glmdesk.store.imports import chatgpt, jan, lm_studio, open_webui
from glmdesk.store.imports.untrusted import name
from glmdesk.store.records import KeptChat

LARGEST = 1 << 30  # bytes of one file; it is read into memory
_UNKNOWN = phrase("It holds no chats in a form that this program knows.")
_NAMESPACE = uuid.UUID("5b0b3a0e-6f3c-4f6e-9b0e-0d6a3a6a7c55")


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read: of which program, and its chats.

    `left_out` counts pictures and the like, `empty` chats without a message, `unknown` entries that are no
    chats; `unreadable` names the files of a folder that could not be read.
    """

    source: str
    chats: tuple[KeptChat, ...]
    left_out: int = 0
    unreadable: tuple[str, ...] = ()
    empty: int = 0
    unknown: int = 0


def read_chats(path: Path) -> Imported:
    """Read the chats of a file, an archive or a folder, the one changed last at the end.

    Chats without a message are left out. Raises `ImportRefused` for what holds no chats at all.
    """
    with explained():
        if path.is_dir():
            return _of_folder(path)
        if zipfile.is_zipfile(path):
            return _of_archive(path)
        return _of_value(_decoded(path.read_bytes() if _fits(path) else b"", path.name), path)


def read_together(paths: Sequence[Path]) -> Imported:
    """Read the chats of several files as one import, those that cannot be read named among `unreadable`.

    Raises `ImportRefused` when none of them can be.
    """
    results, refused = [], {}
    for path in paths:
        try:
            results.append(read_chats(path))
        except ImportRefused as error:
            refused[path.name] = error
    if not results and refused:
        raise next(iter(refused.values()))
    return _together(results, tuple(refused), "")


def _of_folder(folder: Path) -> Imported:
    threads = sorted(folder.rglob("thread.json"))
    files = threads or sorted(folder.rglob("*.conversation.json")) or sorted(folder.glob("*.json"))
    results, unreadable = [], []
    for file in files:
        try:
            result = _of_thread(file) if threads else _of_value(_decoded(file.read_bytes(), file.name), file)
        except ImportRefused:
            unreadable.append(str(file.relative_to(folder)))
            continue
        parent = file.parent.relative_to(folder)
        if result.source == "LM Studio" and parent.parts:
            filed = tuple(replace(kept, folder=name(" / ".join(parent.parts))) for kept in result.chats)
            result = replace(result, chats=filed)
        results.append(result)
    return _together(results, tuple(unreadable), folder.name)


def _of_thread(file: Path) -> Imported:
    thread = _decoded(file.read_bytes(), file.name)
    log = file.with_name("messages.jsonl")
    lines = log.read_bytes().splitlines() if log.exists() and _fits(log) else []
    messages = [_decoded(line, log.name) for line in lines if line.strip()]
    if not isinstance(thread, dict):
        raise _refused(file.name)
    return _imported("Jan", [jan.read(thread, messages, file.parent.name)])


def _of_archive(path: Path) -> Imported:
    results = []
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            member = Path(entry.filename).name
            if not (member.startswith("conversations") and member.endswith(".json")):
                continue
            if entry.file_size > LARGEST:
                raise _refused(member, phrase("It is larger than this program can read."))
            try:
                results.append(_of_value(_decoded(archive.read(entry), member), path))
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                raise _refused(member, detail=str(error)) from error
    return _together(results, (), path.name)


def _of_value(value: Any, path: Path) -> Imported:
    """The chats in decoded JSON; what it holds is told by its shape."""
    if isinstance(value, dict) and value.get("format") == FORMAT:
        return _of_own(value, path.name)
    stem = path.name.removesuffix(".json").removesuffix(".conversation")
    if lm_studio.is_conversation(value):
        return _imported("LM Studio", [lm_studio.read(value, stem)])
    if jan.is_export(value):
        return _imported("Jan", [jan.read(value, value["messages"], stem)])
    entries = value if isinstance(value, list) else [value]
    kinds: list[tuple[str, Callable[[Any], bool], Callable[[Any], tuple[KeptChat, int]]]] = [
        ("ChatGPT", chatgpt.is_conversation, chatgpt.read),
        ("Open WebUI", open_webui.is_record, open_webui.read),
    ]
    for source, is_kind, read in kinds:
        if any(is_kind(entry) for entry in entries):
            chats = [entry for entry in entries if is_kind(entry)]
            return _imported(source, map(read, chats), unknown=len(entries) - len(chats))
    raise _refused(path.name)


def _of_own(value: dict[str, Any], file: str) -> Imported:
    if value.get("version") != VERSION:
        raise _refused(file, phrase("It was written by a newer version of this program."))
    try:
        return Imported("glmdesk", tuple(chat_of_record(record) for record in value["chats"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _refused(file, phrase("It is broken."), detail=f"{type(error).__name__}: {error}") from error


def _imported(source: str, read: Any, *, unknown: int = 0) -> Imported:
    chats, left_out, empty = [], 0, 0
    for kept, missing in read:
        left_out += missing
        empty += not kept.chat.turns
        if kept.chat.turns:
            own = kept.chat.id or json.dumps([kept.chat.title, kept.chat.created])
            chat_id = uuid.uuid5(_NAMESPACE, name(f"{source}\n{own}")).hex
            chats.append(replace(kept, chat=replace(kept.chat, id=chat_id)))
    return Imported(source, tuple(sorted(chats, key=_changed)), left_out, (), empty, unknown)


def _together(results: list[Imported], unreadable: tuple[str, ...], file: str) -> Imported:
    if not results:
        raise _refused(file)
    chats = tuple(sorted((kept for result in results for kept in result.chats), key=_changed))
    left_out, empty, unknown = (
        sum(getattr(result, name) for result in results) for name in ("left_out", "empty", "unknown")
    )
    *others, last = dict.fromkeys(result.source for result in results)
    sources = phrase("{others} and {last}", others=", ".join(others), last=last) if others else last
    unreadable += tuple(name for result in results for name in result.unreadable)
    return Imported(sources, chats, left_out, unreadable, empty, unknown)


def _changed(kept: KeptChat) -> float:
    return kept.updated


def _fits(path: Path) -> bool:
    if path.stat().st_size > LARGEST:
        raise _refused(path.name, phrase("It is larger than this program can read."))
    return True


def _decoded(content: bytes, file: str) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _refused(file, detail=str(error)) from error


def _refused(file: str, why: str = _UNKNOWN, detail: str = "") -> ImportRefused:
    return ImportRefused(
        phrase("{file} could not be imported. {why}", file=file, why=why),
        phrase("Your chats are unchanged."),
        phrase("Choose an export of LM Studio, Jan, Open WebUI, ChatGPT or this program."),
        detail=detail,
    )
