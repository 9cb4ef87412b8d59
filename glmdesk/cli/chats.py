"""`glmdesk chats`: what the window does with the file of chats, from the terminal.

Nothing here changes a damaged file by itself; `restore` keeps what it replaces, and says where.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from glmdesk import paths
from glmdesk.cli import output
from glmdesk.core.errors import StoreDamaged, StoreError
from glmdesk.store import recovery
from glmdesk.store.backups import Backup, backups_of
from glmdesk.store.chats import ChatStore
from glmdesk.store.exchange import write_json
from glmdesk.store.imports.outcome import bring_in
from glmdesk.store.imports.reading import read_chats
from glmdesk.store.integrity import Counts
from glmdesk.store.markdown_export import write_markdown, write_markdown_folder
from glmdesk.store.records import KeptChat

DONE, FAILED = 0, 1


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions; raises `GlmdeskError`."""
    actions = {
        "list": _list,
        "export": _export,
        "import": _import,
        "check": _check,
        "backup": _backup,
        "restore": _restore,
    }
    return actions[arguments.action](arguments)


# --- with an open file -------------------------------------------------------------------------------------


def _list(arguments: argparse.Namespace) -> int:
    with _store() as store:
        summaries = store.summaries()
    if arguments.json:
        chats = [
            {"id": s.id, "title": s.title, "updated": s.updated, "pinned": s.pinned, "folder": s.folder}
            for s in summaries
        ]
        output.line({"chats": chats})
        return DONE
    for summary in summaries:
        output.text(f"{_when(summary.updated)}  {summary.id}  {' '.join(summary.title.split())}\n")
    if not summaries:
        output.note("There are no chats yet.")
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    target = Path(arguments.target)
    with _store() as store:
        number = _write(target, _wanted(store, arguments.ids))
    if arguments.json:
        output.line({"path": str(target), "chats": number})
    else:
        output.text(f"{_chats(number)} exported to {target}\n")
    return DONE


def _write(target: Path, chats: Iterator[KeptChat]) -> int:
    """Write the chats in the form that the name of `target` asks for; gives their number."""
    if target.suffix.lower() == ".json":
        return write_json(target, chats, time.time())
    if target.suffix.lower() != ".md":
        return write_markdown_folder(target, chats)
    some = list(islice(chats, 2))
    if len(some) != 1:
        raise StoreError(
            f"A Markdown file holds one chat, and these are {'several' if some else 'none'}.",
            "Nothing was written.",
            "Name one chat, or a folder to write each chat to a file of its own.",
        )
    write_markdown(target, some[0])
    return 1


def _import(arguments: argparse.Namespace) -> int:
    read = read_chats(Path(arguments.source))
    with _store() as store:
        outcome = bring_in(store, read)
    if arguments.json:
        output.line(
            {
                "source": read.source,
                "added": list(outcome.added),
                "messages": outcome.messages,
                "known": outcome.known,
                "left_out": read.left_out,
                "empty": read.empty,
                "unknown": read.unknown,
                "unreadable": list(read.unreadable),
            }
        )
    else:
        output.text(f"{outcome.explanation}\n")
    return DONE


def _wanted(store: ChatStore, ids: list[str]) -> Iterator[KeptChat]:
    """The chats of these ids, or every chat, read one after the other."""
    if not ids:
        return store.everything()
    missing = [chat_id for chat_id in ids if store.kept(chat_id) is None]
    if missing:
        raise StoreError(
            f"There is no chat {', '.join(missing)}.",
            "Nothing was written.",
            "See their names with: glmdesk chats list",
        )
    return (kept for chat_id in ids if (kept := store.kept(chat_id)) is not None)


@contextmanager
def _store() -> Iterator[ChatStore]:
    try:
        store = ChatStore.open(paths.data())
    except StoreDamaged as error:
        found = error.explanation
        look = "See what is left of it with: glmdesk chats check"
        raise StoreDamaged(found.happened, found.kept, look, detail=error.detail) from error
    try:
        if store.notice is not None:
            output.note(str(store.notice))
        yield store
    finally:
        store.close()


# --- the file itself ---------------------------------------------------------------------------------------


def _check(arguments: argparse.Namespace) -> int:
    folder = paths.data()
    try:
        store = ChatStore.open(folder)
    except StoreDamaged as error:
        return _tell_damage(arguments, folder, error)
    try:
        problem, counts, path = store.problem(), store.counts(), store.path
    finally:
        store.close()
    if arguments.json:
        output.line({"path": str(path), "sound": not problem, "problem": problem, **_numbers(counts)})
    elif problem:
        output.text(f"{path} is damaged: {problem}\n")
    else:
        output.text(f"{path} is sound: {_counted(counts)}\n")
    return FAILED if problem else DONE


def _tell_damage(arguments: argparse.Namespace, folder: Path, error: StoreDamaged) -> int:
    offer = recovery.offer(folder)
    backup = _described(offer.backup) | _numbers(offer.in_backup) if offer.backup is not None else None
    if arguments.json:
        output.line(
            {
                "path": str(offer.damaged),
                "sound": False,
                "problem": error.detail or error.explanation.happened,
                "backup": backup,
                "readable": _numbers(offer.readable),
            }
        )
        return FAILED
    output.problem(error.explanation)
    if offer.backup is not None:
        made = _when(offer.backup.made)
        output.text(f"glmdesk chats restore            the backup of {made}: {_counted(offer.in_backup)}\n")
    if offer.readable.chats:
        output.text(f"glmdesk chats restore --salvage  what can be read: {_counted(offer.readable)}\n")
    output.text("glmdesk chats restore --empty    no chats; the damaged file is kept\n")
    return FAILED


def _backup(arguments: argparse.Namespace) -> int:
    backups = backups_of(paths.data())
    with _store():  # a damaged file is never backed up
        made = backups.make()
    everything = backups.all()
    if arguments.json:
        output.line(
            {"made": str(made.path) if made else None, "backups": [_described(b) for b in everything]}
        )
        return DONE
    output.text(f"Backup made: {made.path}\n" if made else "Nothing has changed since the newest backup.\n")
    for backup in everything:
        why = ", before an upgrade" if backup.upgrade else ""
        output.text(f"{backup.number:6}  {_when(backup.made)}{why}\n")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    folder = paths.data()
    if arguments.salvage:
        _, kept = recovery.salvage(folder)
    elif arguments.empty:
        kept = recovery.start_empty(folder)
    else:
        kept = recovery.restore(folder, _chosen(folder, arguments.number))
    with _store() as store:
        counts = store.counts()
    if arguments.json:
        output.line({"kept": str(kept) if kept else None, **_numbers(counts)})
    else:
        former = f" The former file is kept: {kept}" if kept else ""
        output.text(f"There are now {_counted(counts)}.{former}\n")
    return DONE


def _chosen(folder: Path, number: int | None) -> Backup:
    backups = backups_of(folder)
    if number is None:
        newest = backups.newest_good()
        chosen = newest[0] if newest is not None else None
    else:
        chosen = next((backup for backup in backups.all() if backup.number == number), None)
    if chosen is None:
        what = "no backup that can be used" if number is None else f"no backup {number}"
        raise StoreError(
            f"There is {what}.",
            "Nothing was changed.",
            "Keep what can be read of the file with: glmdesk chats restore --salvage",
        )
    return chosen


# --- words -------------------------------------------------------------------------------------------------


def _described(backup: Backup) -> dict[str, Any]:
    return {
        "path": str(backup.path),
        "number": backup.number,
        "made": backup.made,
        "upgrade": backup.upgrade,
    }


def _numbers(counts: Counts) -> dict[str, int]:
    return {"chats": counts.chats, "messages": counts.messages}


def _counted(counts: Counts) -> str:
    return f"{_chats(counts.chats)}, {counts.messages:,} message{'' if counts.messages == 1 else 's'}"


def _chats(number: int) -> str:
    return f"{number:,} chat{'' if number == 1 else 's'}"


def _when(moment: float) -> str:
    return datetime.fromtimestamp(moment).astimezone().strftime("%Y-%m-%d %H:%M")
