"""Small folders for tests: a mapping of paths to texts becomes files."""

from collections.abc import Mapping
from pathlib import Path

from glmdesk.projects.choices import Choices
from glmdesk.projects.files import Found, ProjectFiles


def plant(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write the files below `folder`, and give it back."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def walked(folder: Path, choices: Choices | None = None) -> dict[str, Found]:
    """All that is told of a folder, by path; nothing may be told twice."""
    with ProjectFiles(folder, choices) as files:
        found = list(files.walk())
    told = {entry.path: entry for entry in found}
    assert len(told) == len(found)
    return told


def readable(folder: Path, choices: Choices | None = None) -> set[str]:
    """The paths that may be read."""
    return {path for path, entry in walked(folder, choices).items() if entry.reason is None}
