"""An attached folder, opened: its files and its index together."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from glmdesk.projects.choices import Choices
from glmdesk.projects.files import ProjectFiles, cannot_be_read
from glmdesk.projects.index import ProjectIndex, cannot_be_written
from glmdesk.projects.personal_rules import personal_rules


@contextmanager
def opened(
    folder: Path, cache: Path, choices: Choices | None = None, rules: Sequence[str] | None = None
) -> Iterator[ProjectIndex]:
    """The index of `folder`, kept below `cache`; it answers for what it knew before until it is refreshed.

    `rules` are the person's own ignore rules, git's where none are given. Raises `ProjectError`.
    """
    own = personal_rules(Path.home()) if rules is None else rules
    try:
        files = ProjectFiles(folder, choices, own)
    except OSError as error:
        raise cannot_be_read(folder, error) from error
    with files:
        try:
            index = ProjectIndex(files, cache / "projects")
        except OSError as error:
            raise cannot_be_written(files.path, error) from error
        with index, index.checked():
            yield index
