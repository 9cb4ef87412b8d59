"""Which files a project asks to leave out: git's ignore rules, read as git reads them.

The patterns are pathspec's; the order in which they count is git's own: an entry is decided on by its name
alone, on the way down from the root, so a folder that is left out is never looked into, whatever rules there
are inside it. Checked against `git check-ignore`.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pathspec.patterns.gitignore import GitIgnorePatternError
from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

IGNORE_FILES = (".gitignore", ".glmdeskignore")
"""The files of rules that count in every folder, the later one before the earlier."""

_MANY_STARS = re.compile(r"(?<!\\)\*{3,}")
_STARS_IN_A_ROW = re.compile(r"(?<![^/])(?:\*\*/)+\*\*(?![^/])")
_FLAGS = re.IGNORECASE | re.ASCII if sys.platform in ("win32", "darwin") else re.ASCII


@dataclass(frozen=True, slots=True)
class _Rule:
    """One line: its pattern, and what of a path it is held against."""

    pattern: re.Pattern[str]
    ignores: bool
    folders_only: bool
    whole_path: bool  # else the name alone
    below: bool  # it is about all that is below a folder which the pattern fits, not about the folder itself
    literal: (
        str  # a name that fits is this, or ends with it where it begins with a star; empty for no such rule
    )

    def fits(self, path: str, name: str, *, is_folder: bool) -> bool:
        if self.folders_only and not is_folder:
            return False
        if self.below:
            return any(self._matches(folder, is_folder=True) for folder in _folders_above(path))
        return self._matches(path if self.whole_path else name, is_folder=is_folder)

    def _matches(self, text: str, *, is_folder: bool) -> bool:
        found = self.pattern.search(f"{text}/" if is_folder else text)
        return found is not None and found.end() >= len(text)  # it fits all of it, not a folder on the way


class Rules:
    """The rules of one file; paths are relative to the folder that the file speaks for."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._rules = tuple(_read(map(_as_bytes, lines)))[::-1]
        literals = {rule.literal.lower() for rule in self._rules if rule.literal}
        # Most rules are such, in most projects, and most files are told by them in one look, as git does.
        self._names = frozenset(literal for literal in literals if not literal.startswith("*"))
        self._endings = tuple(literal[1:] for literal in literals if literal.startswith("*"))
        self._others = tuple(rule for rule in self._rules if not rule.literal)

    def __bool__(self) -> bool:
        return bool(self._rules)

    def verdict(self, path: str, name: str, *, is_folder: bool) -> bool | None:
        """True where the path is left out, False where it is kept on purpose, None where nothing is said."""
        path, name = _as_bytes(path), _as_bytes(name)
        lowered = name.lower()
        is_told = lowered in self._names or lowered.endswith(self._endings)
        for rule in self._rules if is_told else self._others:  # the last line that fits counts
            if rule.fits(path, name, is_folder=is_folder):
                return rule.ignores
        return None


@dataclass(frozen=True, slots=True)
class Ignoring:
    """The rules that count in one folder, the strongest first, each with the length of its own folder's path.

    Paths are relative to a root which lies in the folder `above` of its repository (empty, or ending in `/`);
    the lengths count from there.

    Invariant: `layers` of a folder are those of its parent with its own before them, the person's own rules
    and `.git/info/exclude` always last.
    """

    layers: tuple[tuple[int, Rules], ...] = ()
    above: str = ""

    def inside(self, folder: str, *own: Rules) -> "Ignoring":
        """The rules inside `folder`, which holds files of rules itself, the strongest first."""
        length = len(self.above) + (len(folder) + 1 if folder else 0)
        return replace(self, layers=(*((length, rules) for rules in own if rules), *self.layers))

    def leaves_out(self, path: str, name: str, *, is_folder: bool) -> bool:
        """Whether the entry at `path` (relative to the root, `/` between folders) is ignored."""
        path = self.above + path
        for length, rules in self.layers:
            verdict = rules.verdict(path[length:], name, is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False


def _read(lines: Iterable[str]) -> Iterator[_Rule]:
    for line in lines:
        rule = _rule(line)
        if rule is not None:
            yield rule


def _rule(line: str) -> _Rule | None:
    """The rule of a line; None for a comment, an empty line and what git cannot read either."""
    text = _without_trailing_spaces(line.rstrip("\r\n"))
    if text.startswith("#") or "//" in text:  # no path holds an empty name
        return None
    ignores = not text.startswith("!")
    written = _STARS_IN_A_ROW.sub("**", _MANY_STARS.sub("**", text if ignores else text[1:]))
    bare = written.removesuffix("/")
    whole_path = "/" in bare
    if bare == "/**":
        bare, whole_path = "**", False
    below = whole_path and bare.endswith("/**")
    if below:
        bare = f"/{bare.removesuffix('/**').removeprefix('/')}"
    try:
        pattern = GitIgnoreSpecPattern(bare).regex
    except GitIgnorePatternError:
        return None
    if pattern is None:
        return None
    shortened = pattern.pattern == "."  # pathspec's word for all there is; it would end too early
    compiled = re.compile(r"[\s\S]+" if shortened else pattern.pattern, _FLAGS)
    is_literal = not whole_path and re.fullmatch(r"\*?[^*?\[\\]+", bare)
    return _Rule(compiled, ignores, written.endswith("/"), whole_path, below, bare if is_literal else "")


def _as_bytes(text: str) -> str:
    """A character for each byte: for git `?` is a byte, so a letter beyond ASCII is more than one."""
    return text if text.isascii() else text.encode("utf-8", "surrogateescape").decode("latin-1")


def _folders_above(path: str) -> Iterator[str]:
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def _without_trailing_spaces(line: str) -> str:
    while line.endswith(" ") and not line.endswith("\\ "):
        line = line[:-1]
    return line
