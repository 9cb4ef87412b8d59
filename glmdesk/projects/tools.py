"""What a model may do in a project: look. None of the tools of `offer` writes, runs or fetches anything.

Invariant: every answer is bounded in tokens, holds only what `ProjectFiles` lets through, and quotes what
files say so that it can pass for nothing else.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from glmdesk.core.chat import Source
from glmdesk.core.quoting import quoted
from glmdesk.projects.decoding import lines_of
from glmdesk.projects.index import ProjectIndex
from glmdesk.projects.offer import PARAMETERS
from glmdesk.projects.packing import TokenCounter, estimated
from glmdesk.projects.regex_search import search

MOST_TOKENS = 2_000
"""Of one answer."""

_LINES = 200  # that `open_lines` gives where no end is told
_MOST_ENTRIES = 300
_NUMBER = re.compile(r"([+-]?\d{1,9})(?:\.0*)?")


class ToolRefused(Exception):
    """A call that cannot be answered; the sentence is for the model."""


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """What a call gave: text for the model; `refused` where the call was no good."""

    text: str
    refused: bool = False


class ProjectTools:
    """Answers a model's calls from one project; used from one thread at a time."""

    def __init__(
        self, index: ProjectIndex, count: TokenCounter = estimated, most_tokens: int = MOST_TOKENS
    ) -> None:
        self._index, self._count, self._most = index, count, most_tokens
        self._tools: Mapping[str, Callable[[Mapping[str, Any]], list[Source]]] = {
            "list_files": self._list,
            "search": self._search,
            "open_lines": self._open,
            "outline": self._outline,
        }

    def call(self, name: str, arguments: Mapping[str, Any]) -> ToolAnswer:
        """Answer one call; never raises for what a model wrote."""
        tool = self._tools.get(name)
        if tool is None:
            return ToolAnswer(
                f"There is no tool {name[:80]!r}; there are {', '.join(self._tools)}.", refused=True
            )
        try:
            return ToolAnswer(self._bounded(tool(_typed(name, arguments))))
        except ToolRefused as refusal:
            return ToolAnswer(str(refusal), refused=True)

    def _list(self, arguments: Mapping[str, Any]) -> list[Source]:
        folder = _folder(arguments)
        folders: dict[str, int] = {}
        files: list[str] = []
        for path in self._index.paths(folder):
            name, *deeper = path[len(folder) + 1 if folder else 0 :].split("/", 1)
            if deeper:
                folders[name] = folders.get(name, 0) + 1
            else:
                files.append(name)
        if not folders and not files:
            raise ToolRefused(f"There is no folder {folder!r} with files that can be read.")
        entries = [f"{name}/  ({count} files)" for name, count in sorted(folders.items())] + sorted(files)
        more = [f"… {len(entries) - _MOST_ENTRIES} more"] if len(entries) > _MOST_ENTRIES else []
        return [Source(folder or ".", "\n".join(entries[:_MOST_ENTRIES] + more))]

    def _search(self, arguments: Mapping[str, Any]) -> list[Source]:
        pattern = arguments.get("pattern", "")
        folder = _folder(arguments)
        if not pattern:
            raise ToolRefused("search needs a pattern.")
        try:
            found = search(self._index, pattern, folder)
        except ValueError as error:
            raise ToolRefused(f"The pattern is no regular expression: {error}.") from error
        lines = [f"{hit.path}:{hit.line}: {hit.text}" for hit in found.hits]
        if not found.complete:
            lines.append("… there is more: the search was ended at its limit; search for something rarer")
        if not lines:
            raise ToolRefused("Nothing matches.")
        return [Source(f"search {pattern}", "\n".join(lines))]

    def _open(self, arguments: Mapping[str, Any]) -> list[Source]:
        path = self._path(arguments)
        read = self._index.read(path)
        if read.reason is not None:
            raise ToolRefused(f"{path!r} cannot be read: {read.reason.value}.")
        lines = lines_of(read.text)
        start = max(1, arguments.get("start", 1))
        end = min(len(lines), arguments.get("end", start + _LINES - 1))
        if start > len(lines) or end < start:
            raise ToolRefused(f"{path!r} has {len(lines)} lines.")
        return [Source(path, "\n".join(lines[start - 1 : end]), start, end)]

    def _outline(self, arguments: Mapping[str, Any]) -> list[Source]:
        path = self._path(arguments)
        lines = [
            f"{piece.start}-{piece.end}: {piece.name}  {piece.signature}".rstrip()
            for piece in self._index.pieces(path)
            if piece.name
        ]
        if not lines:
            raise ToolRefused(f"{path!r} defines nothing that is known; read its lines.")
        return [Source(f"outline of {path}", "\n".join(lines))]

    def _path(self, arguments: Mapping[str, Any]) -> str:
        """The file that is meant, also where its path is given from somewhere below the root."""
        written = str(arguments.get("path", "")).replace("\\", "/").removeprefix("./").strip("/")
        homes = self._index.ending(written) if written else ()
        if written in homes:
            return written
        if len(homes) == 1:
            return homes[0]
        if homes:
            raise ToolRefused(f"Several files are called {written!r}: {', '.join(homes[:5])}.")
        raise ToolRefused(f"There is no file {written!r} that can be read; list the folder or search.")

    def _bounded(self, sources: list[Source]) -> str:
        """The sources quoted, the last lines left out where they are too many."""
        (source,) = sources
        while True:
            text = quoted([source])
            (tokens,) = self._count([text])
            if tokens <= self._most:
                return text
            lines = source.text.split("\n")
            kept = max(1, int(len(lines) * self._most / tokens * 0.9))
            if kept >= len(lines):
                kept = len(lines) - 1
            if not kept:
                return quoted([Source(source.path, source.text[: self._most])])
            source = _shortened(source, lines, kept)


def _shortened(source: Source, lines: list[str], kept: int) -> Source:
    text = "\n".join(lines[:kept])
    if source.has_lines:
        return Source(
            source.path, text, source.start, source.start + kept - 1, "cut, read on from the next line"
        )
    return Source(source.path, text, name="cut at its limit")


def _typed(name: str, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a call as the tool's schema declares them; models write numbers as texts and back."""
    declared = PARAMETERS[name]
    return {
        key: _whole_number(key, value) if declared[key] == "integer" else _written(value)
        for key, value in arguments.items()
        if key in declared and value not in (None, "")
    }


def _whole_number(name: str, value: object) -> int:
    found = _NUMBER.fullmatch(str(value).strip())
    if found is None:
        raise ToolRefused(f"{name} must be a whole number.")
    return int(found[1])


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _folder(arguments: Mapping[str, Any]) -> str:
    folder = str(arguments.get("folder", "")).replace("\\", "/").removeprefix("./").strip("/")
    return "" if folder == "." else folder
