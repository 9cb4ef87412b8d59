"""The ignore rules that a folder brings along: of the repository it lies in, of this copy, of the person.

As for git, the rules of the folders above count up to the one that holds `.git`. Where they leave out the
folder itself, none of them counts: a person who attaches it wants what is in it.
"""

from dataclasses import replace
from pathlib import Path

from glmdesk.projects.ignoring import IGNORE_FILES, Ignoring, Rules
from glmdesk.projects.root import Root

_MOST_BYTES = 500_000


def rules_around(folder: Path, personal: Rules) -> Ignoring:
    """The rules that count in `folder` before it has been looked into; `personal` ones are the weakest."""
    own = Ignoring().inside("", personal)
    top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    try:
        with Root(top) as root:
            return _on_the_way(root, folder.relative_to(top).parts, personal) or own
    except OSError:
        return own


def read_rules(root: Root, path: str) -> Rules:
    """The rules in a file, none where it cannot be read."""
    try:
        data, _ = root.read(path, _MOST_BYTES)
    except (OSError, ValueError):
        return Rules(())
    return Rules(data.decode("utf-8", "surrogateescape").removeprefix("\ufeff").split("\n"))


def _on_the_way(root: Root, names: tuple[str, ...], personal: Rules) -> Ignoring | None:
    """The rules from `root` down to the folder that `names` lead to, None where they leave it out."""
    ignoring = Ignoring().inside("", read_rules(root, ".git/info/exclude"), personal)
    path = ""
    for name in names:
        own = (read_rules(root, f"{path}{file}") for file in reversed(IGNORE_FILES))
        ignoring = ignoring.inside(path.removesuffix("/"), *own)
        if ignoring.leaves_out(f"{path}{name}", name, is_folder=True):
            return None
        path = f"{path}{name}/"
    return replace(ignoring, above=path)
