"""The ignore rules that a folder brings along: of the repository it lies in, of this copy, of the person.

As for git, the rules of the folders above count up to the one that holds `.git`. Where they leave out the
folder itself, none of them counts: a person who attaches it wants what is in it.
"""

from dataclasses import replace
from pathlib import Path

from glmdesk.projects.ignoring import IGNORE_FILES, Ignoring, Rules
from glmdesk.projects.root import Root

_MOST_BYTES = 500_000
_MOST_OF_A_PATH = 8_192
_POINTER = "gitdir: "


def rules_around(folder: Path, personal: Rules) -> Ignoring:
    """The rules that count in `folder` before it has been looked into; `personal` ones are the weakest."""
    weakest = Ignoring().inside("", personal)
    top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    own = weakest.inside("", _excluded_by(_store(top)))
    try:
        with Root(top) as root:
            return _on_the_way(root, folder.relative_to(top).parts, own) or weakest
    except OSError:
        return weakest


def read_rules(root: Root, path: str) -> Rules:
    """The rules in a file, none where it cannot be read."""
    try:
        data, _ = root.read(path, _MOST_BYTES)
    except (OSError, ValueError):
        return Rules(())
    return Rules(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").split("\n"))


def _store(top: Path) -> Path:
    """Where git keeps what all copies of a repository share: a worktree's or submodule's `.git` is a file."""
    place = top / ".git"
    told = _told_in(top, ".git")
    if told.startswith(_POINTER):
        place = top / told.removeprefix(_POINTER)
        place /= _told_in(place, "commondir")
    return place


def _told_in(folder: Path, name: str) -> str:
    """The one line of a small file, empty where there is none."""
    try:
        with Root(folder) as root:
            data, _ = root.read(name, _MOST_OF_A_PATH)
    except (OSError, ValueError):
        return ""
    return data.decode("utf-8", "surrogateescape").rstrip("\r\n")


def _excluded_by(store: Path) -> Rules:
    """The rules of this copy alone."""
    try:
        with Root(store) as root:
            return read_rules(root, "info/exclude")
    except (OSError, ValueError):
        return Rules(())


def _on_the_way(root: Root, names: tuple[str, ...], ignoring: Ignoring) -> Ignoring | None:
    """`ignoring` with the rules from `root` down to the folder that `names` lead to, None where left out."""
    path = ""
    for name in names:
        own = (read_rules(root, f"{path}{file}") for file in reversed(IGNORE_FILES))
        ignoring = ignoring.inside(path.removesuffix("/"), *own)
        if ignoring.leaves_out(f"{path}{name}", name, is_folder=True):
            return None
        path = f"{path}{name}/"
    return replace(ignoring, above=path)
