"""The files of a project: which there are, which are read and which are not and why, and their text.

Invariant: every file of the folder is told exactly once, as one that is read or with its one reason; what is
read is regular text inside the folder, the keys and passwords in it held back unless the person included
the file by hand. Nothing else in the program reads a project.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from glmdesk.core.errors import ProjectError
from glmdesk.core.parts import Parts, whole
from glmdesk.core.phrases import phrase
from glmdesk.core.secrets import Secret, secrets_in
from glmdesk.projects.choices import Choices
from glmdesk.projects.file_text import FileText, text_of
from glmdesk.projects.ignoring import IGNORE_FILES, Ignoring, Rules
from glmdesk.projects.outer_rules import read_rules, rules_around
from glmdesk.projects.root import Entry, Kind, NotAFile, Root, TooLong
from glmdesk.projects.sorting import Reason, folder_reason, is_version_control, name_reason

MOST_BYTES = 1_000_000
"""A larger file is data, not something that a person wrote line by line."""

_MOST_DEEP, _MOST_COUNTED_DEEP = 64, 256  # folders


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the folder: its size in bytes and time of change in nanoseconds, or why it is not read."""

    path: str
    size: int = 0
    mtime: int = 0
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder on the way: the rules that count in it, and why what is in it is left out, None where not."""

    path: str
    ignoring: Ignoring
    depth: int = 0
    reason: Reason | None = None

    def at(self, name: str) -> str:
        """The path of an entry."""
        return f"{self.path}/{name}" if self.path else name


class ProjectFiles:
    """One folder that a person attached; used from one thread at a time."""

    def __init__(
        self, path: Path, choices: Choices | None = None, personal_rules: Sequence[str] = ()
    ) -> None:
        """Open the folder; `personal_rules` are lines of git's rules for this person. Raises `OSError`."""
        self._root = Root(path)
        self._choices = choices or Choices()
        self._personal = Rules(personal_rules)
        self.folders: frozenset[str] = frozenset()
        """Those that the last walk went through, "" the root; it left out the others."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the folder back."""
        self._root.close()

    @property
    def path(self) -> Path:
        """Where the folder really is."""
        return self._root.path

    def walk(self) -> Iterator[Found]:
        """Every file, folder by folder, those that may be read first and then those in folders left out.

        Raises `ProjectError` where the project itself cannot be read any more.
        """
        return (found for found in self._walked() if found is not None)

    def batches(self, most: int) -> Iterator[list[Found]]:
        """The same in lists of at most `most`, some of them short or empty: none takes more than a moment."""
        batch: list[Found] = []
        for found in self._walked():
            if found is not None:
                batch.append(found)
            if found is None or len(batch) >= most:
                yield batch
                batch = []
        yield batch

    def _walked(self) -> Iterator[Found | None]:
        """Every file, and None for each pause."""
        self.check()
        left_out: list[_Folder] = []
        waiting = [self._outermost()]
        met: set[str] = set()
        while waiting:
            folder = waiting.pop()
            try:
                inside, entries = yield from self._entered(folder)
            except OSError as error:
                if not folder.path:
                    raise cannot_be_read(self.path, error) from error
                yield Found(folder.path, reason=Reason.UNREADABLE)
                continue
            met.add(folder.path)
            below: list[_Folder] = []
            for entry in entries:
                if entry.kind is not Kind.FOLDER:
                    path = inside.at(entry.name)
                    yield Found(path, entry.size, entry.mtime, self._file_reason(path, entry, inside))
                else:
                    child = self._below(inside, entry.name)
                    hopeless = child.reason is not None and not self._choices.leads_to_included(child.path)
                    (left_out if hopeless else below).append(child)
            waiting.extend(reversed(below))
        self.folders = frozenset(met)
        for folder in left_out:
            yield from self._counted(folder)

    def check(self) -> None:
        """Raises `ProjectError` where the project is gone, or was moved."""
        try:
            self._root.check()
        except OSError as error:
            raise cannot_be_read(self.path, error) from error

    def read(self, path: str, *, reveal: bool = False) -> FileText:
        """The text of a file, or why there is none; never raises for what is in the folder.

        With `reveal` keys and passwords stay in it: for what never leaves this package.
        """
        try:
            data, _ = self._root.read(path, MOST_BYTES)
        except NotAFile:
            return FileText(path, reason=Reason.LINK)
        except TooLong:
            return FileText(path, reason=Reason.LARGE)
        except FileNotFoundError:
            return FileText(path, reason=Reason.GONE)
        except (OSError, ValueError):
            return FileText(path, reason=Reason.UNREADABLE)
        read = text_of(path, data, by_hand=self._choices.includes(path))
        return read if reveal or read.reason is not None else self.held_back(read)

    def held_back(self, read: FileText, known: Sequence[Secret] | None = None) -> FileText:
        """A text that was read with `reveal`, keys and passwords held back in it line for line.

        They are looked for unless they are `known`.
        """
        if self._choices.includes(read.path):
            return read
        return read.without(secrets_in(read.text) if known is None else known)

    def found(self, path: str) -> Found | None:
        """What `walk` would tell of this path, where it is a file that may be read."""
        met = self._met(path)
        if met is None or met[1].kind is not Kind.FILE or self._file_reason(path, met[1], met[0]) is not None:
            return None
        return Found(path, met[1].size, met[1].mtime)

    def concerns(self, path: str) -> bool:
        """Whether a file that may be read is there, a folder with such, or rules that say which may."""
        met = self._met(path)
        if met is None or met[1].kind is not Kind.FOLDER:
            return path.rpartition("/")[2] in IGNORE_FILES or self.found(path) is not None
        return self._below(met[0], met[1].name).reason is None

    def _met(self, path: str) -> "tuple[_Folder, Entry] | None":
        """What is at a path, and the folder that it is in; None where `walk` would not come by."""
        *folders, name = path.split("/")
        folder = self._outermost()
        try:
            for step in folders:
                inside, entries = whole(self._entered(folder))
                if _named(step, entries, Kind.FOLDER) is None:
                    return None
                folder = self._below(inside, step)
            inside, entries = whole(self._entered(folder))
        except OSError:
            return None
        entry = _named(name, entries, Kind.FILE) or _named(name, entries, Kind.FOLDER)
        return None if entry is None else (inside, entry)

    def _outermost(self) -> "_Folder":
        return _Folder("", rules_around(self._root.path, self._personal))

    def _entered(self, folder: "_Folder") -> "Parts[tuple[_Folder, list[Entry]]]":
        """The folder with the rules that are in it, and its entries; raises `OSError`."""
        all_there = yield from self._root.entries_by_parts(folder.path)
        entries = [entry for entry in all_there if not _is_version_control(entry)]
        own = [
            read_rules(self._root, folder.at(name))
            for name in reversed(IGNORE_FILES)
            if _named(name, entries, Kind.FILE) is not None
        ]
        return replace(folder, ignoring=folder.ignoring.inside(folder.path, *own)), entries

    def _below(self, folder: "_Folder", name: str) -> "_Folder":
        path = folder.at(name)
        return _Folder(path, folder.ignoring, folder.depth + 1, self._folder_reason(path, name, folder))

    def _folder_reason(self, path: str, name: str, folder: "_Folder") -> Reason | None:
        if folder.depth >= _MOST_DEEP:
            return Reason.DEEP
        if not _is_text(name):
            return Reason.NAME
        if self._choices.excludes(path):
            return Reason.EXCLUDED
        if self._choices.includes(path):
            return None
        if folder.reason is not None:
            return folder.reason
        if folder.ignoring.leaves_out(path, name, is_folder=True):
            return Reason.IGNORED
        return folder_reason(name)

    def _file_reason(self, path: str, entry: Entry, folder: "_Folder") -> Reason | None:
        if entry.kind is not Kind.FILE:
            return Reason(entry.kind.value)
        if not _is_text(entry.name):
            return Reason.NAME
        if entry.links > 1:
            return Reason.HARD_LINK
        if self._choices.excludes(path):
            return Reason.EXCLUDED
        if not self._choices.includes(path):
            if folder.reason is not None:
                return folder.reason
            if folder.ignoring.leaves_out(path, entry.name, is_folder=False):
                return Reason.IGNORED
            if (reason := name_reason(entry.name)) is not None:
                return reason
        if entry.size == 0:
            return Reason.EMPTY
        return Reason.LARGE if entry.size > MOST_BYTES else None

    def _counted(self, folder: "_Folder") -> Iterator[Found | None]:
        """The files below a folder that is left out, for the count alone."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                is_counted = here.depth <= _MOST_COUNTED_DEEP
                entries = (yield from self._root.entries_by_parts(here.path)) if is_counted else []
            except OSError:
                yield Found(here.path, reason=Reason.UNREADABLE)
                continue
            for entry in entries:
                path = here.at(entry.name)
                if entry.kind is Kind.FOLDER:
                    waiting.append(replace(here, path=path, depth=here.depth + 1))
                else:
                    yield Found(path, entry.size, entry.mtime, folder.reason)


def cannot_be_read(folder: Path, error: OSError) -> ProjectError:
    """The error to tell a person where a folder cannot be read."""
    return ProjectError(
        phrase("The folder {folder} cannot be read.", folder=str(folder)),
        action=phrase("Check that it is there and that you may read it."),
        detail=str(error),
    )


def _is_version_control(entry: Entry) -> bool:
    """Whether this is the store of a version control system, or the file that says where git's is."""
    return is_version_control(entry.name) and (entry.kind is Kind.FOLDER or entry.name == ".git")


def _named(name: str, entries: Sequence[Entry], kind: Kind) -> Entry | None:
    return next((entry for entry in entries if entry.name == name and entry.kind is kind), None)


def _is_text(name: str) -> bool:
    return name.isascii() or not re.search("[\ud800-\udfff]", name)
