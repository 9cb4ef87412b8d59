"""git's rules for all projects of a person, which lie outside of every project."""

import os
import re
from collections.abc import Callable
from pathlib import Path

_EXCLUDES_FILE = re.compile(r"^\s*excludesfile\s*=\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_MOST_BYTES = 500_000


def personal_rules(home: Path, environment: Callable[[str], str | None] = os.environ.get) -> tuple[str, ...]:
    """The lines of `core.excludesFile`, else of git's usual file; none where there is no such file."""
    base = environment("XDG_CONFIG_HOME")
    folder = Path(base) if base else home / ".config"
    rules = folder / "git" / "ignore"
    for config in (folder / "git" / "config", home / ".gitconfig"):  # the later one counts, as for git
        if told := _EXCLUDES_FILE.findall(_text(config)):
            rules = Path(re.sub(r"^~(?=/)", lambda _: str(home), told[-1].strip('"')))
    return tuple(_text(rules).splitlines())


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
