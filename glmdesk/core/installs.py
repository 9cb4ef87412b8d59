"""Which packages a block of shell code would install, and from where: models invent names of packages.

A name that a model invents is a name that somebody else can take, with anything in it. So a block that
installs something says so, and the names can be looked up before anybody runs it.
"""

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile


class Index(StrEnum):
    """Where a package comes from, by the name that people know it by."""

    PYPI = "PyPI"
    NPM = "npm"
    CRATES = "crates.io"
    GEMS = "RubyGems"
    GO = "Go"


@dataclass(frozen=True, slots=True)
class Package:
    """A package by the name under which its index knows it."""

    index: Index
    name: str


@dataclass(frozen=True, slots=True)
class Installs:
    """What a block would install; `scripts` are the hosts of scripts that it fetches and runs unseen."""

    packages: tuple[Package, ...] = ()
    scripts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.packages or self.scripts)


MOST_PACKAGES = 20
_SHELLS = frozenset(
    {"", "sh", "bash", "zsh", "fish", "shell", "console", "shell-session", "terminal", "powershell", "ps1"}
    | {"pwsh", "bat", "cmd", "batch", "dockerfile", "docker"}
)
_LONGEST = 20_000  # characters of a block that is looked at
_LONGEST_LINE = 500  # characters of a line that may fetch a script: the search is cubic in them

_COMMANDS: tuple[tuple[str, Index], ...] = (
    ("pip install", Index.PYPI),
    ("pip3 install", Index.PYPI),
    ("python -m pip install", Index.PYPI),
    ("python3 -m pip install", Index.PYPI),
    ("py -m pip install", Index.PYPI),
    ("uv pip install", Index.PYPI),
    ("uv add", Index.PYPI),
    ("uv tool install", Index.PYPI),
    ("uvx", Index.PYPI),
    ("pipx install", Index.PYPI),
    ("pipx run", Index.PYPI),
    ("poetry add", Index.PYPI),
    ("pdm add", Index.PYPI),
    ("npm install", Index.NPM),
    ("npm i", Index.NPM),
    ("npm add", Index.NPM),
    ("npx", Index.NPM),
    ("yarn add", Index.NPM),
    ("yarn global add", Index.NPM),
    ("pnpm add", Index.NPM),
    ("pnpm install", Index.NPM),
    ("pnpm i", Index.NPM),
    ("bun add", Index.NPM),
    ("bun install", Index.NPM),
    ("cargo add", Index.CRATES),
    ("cargo install", Index.CRATES),
    ("gem install", Index.GEMS),
    ("go install", Index.GO),
    ("go get", Index.GO),
)
_RUN_ONE = frozenset({"uvx", "npx", "pipx run"})  # what follows the name is for the program
_OF_PIP = "-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target -e"
_OF_OTHERS = "--editable --python --prefix --registry --features -F --version -v --vers --git --branch --path"
_OF_MORE = "--tag --group -G --root --platform --python-version -C --cwd --from --with --source -p --package"
_TAKE_A_VALUE = frozenset(f"{_OF_PIP} {_OF_OTHERS} {_OF_MORE}".split())
_NAMES = {
    Index.PYPI: re.compile(r"([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?:\[[^\]]*\])?(?:[=<>!~@;].*)?"),
    Index.NPM: re.compile(r"((?:@[a-z0-9._~-]+/)?[A-Za-z0-9_~][A-Za-z0-9._~-]*)(?:@.*)?"),
    Index.CRATES: re.compile(r"([A-Za-z][A-Za-z0-9_-]*)(?:@.*)?"),
    Index.GEMS: re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?::.*)?"),
    Index.GO: re.compile(r"([a-z0-9][a-z0-9.-]*\.[a-z]+/[A-Za-z0-9._~/-]+?)(?:/\.\.\.)?(?:@.*)?"),
}
_PROMPT = re.compile(r"^\s*(?:[$%#>]|PS[^>]*>|\([\w.-]+\)\s*\$|RUN)\s+")
_SEPARATOR = re.compile(r"&&|\|\||;|\n")
_PIPED = re.compile(
    r"\b(?:curl|wget)\b[^|\n]*?https?://([^/\s\"'|:]+)[^|\n]*\|\s*(?:sudo\s+(?:-\w+\s+)*)?"
    r"(?:env\s+)?(?:ba|z|da|k)?sh\b"
    r"|\b(?:ba|z)?sh\s+(?:-c\s+[\"']?\$|<)\((?:curl|wget)\b[^)\n]*?https?://([^/\s\"')]+)"
    r"|\b(?:irm|iwr|Invoke-(?:RestMethod|WebRequest))\b[^|\n]*?https?://([^/\s\"'|]+)[^|\n]*\|\s*(?:iex|Invoke-Expr)",
    re.IGNORECASE,
)


def installs_of(code: str, language: str) -> Installs:
    """What `code` would install, if it is shell code."""
    if language.lower() not in _SHELLS or len(code) > _LONGEST:
        return Installs()
    short = "\n".join(line for line in code.split("\n") if len(line) <= _LONGEST_LINE)
    scripts = [next(host for host in match.groups() if host) for match in _PIPED.finditer(short)]
    packages = [package for line in _lines(code) for package in _packages(line)]
    return Installs(tuple(dict.fromkeys(packages))[:MOST_PACKAGES], tuple(dict.fromkeys(scripts)))


def _lines(code: str) -> Iterator[str]:
    """One command a line, without prompts and comments."""
    for line in code.replace("\\\n", " ").split("\n"):
        if not line.lstrip().startswith("# "):
            yield from _SEPARATOR.split(_PROMPT.sub("", line))


def _packages(line: str) -> Iterator[Package]:
    words = _words(line)
    while words and (words[0] == "sudo" or "=" in words[0]):
        words = words[1:]
    for command, index in _COMMANDS:
        parts = command.split()
        if words[: len(parts)] == parts:
            names = _arguments(words[len(parts) :])
            for name in list(names)[: 1 if command in _RUN_ONE else None]:
                if match := _NAMES[index].fullmatch(name):
                    yield Package(index, match[1])
            return


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line, comments=True)
    except ValueError:  # a quotation that is not closed
        return line.split()


def _arguments(words: Sequence[str]) -> Iterable[str]:
    """What is neither an option nor its value, nor a file or an address."""
    before = ""
    for word in takewhile(lambda word: word not in {"|", ">", ">>", "&"}, words):
        value, before = before in _TAKE_A_VALUE, word
        looks_like_a_place = word.startswith((".", "/", "~", "-", "$", "<")) or ":" in word.partition("@")[0]
        if not value and not looks_like_a_place and not word.endswith((".whl", ".txt", ".tgz", ".tar.gz")):
            yield word
